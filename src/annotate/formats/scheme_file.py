"""A verdict scheme from a TOML file: `name`, `version`, `[[facet]]` tables and `[[facet.label]]` tables in them."""

import re
import tomllib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from annotate.domain import FacetKind, Scheme, printable, scheme_of
from annotate.errors import BadInput
from annotate.formats.decoding import text_of
from annotate.formats.validating import validated
from annotate.formats.wire import LabelRecord
from annotate.formats.wire.values import Words

_PLACE = re.compile(r"(.*) \(at line (\d+), column \d+\)", re.DOTALL)

_KNOWN = (
    "It has name, version and facet; a facet has id, kind, name and label; a label has id, name, key, sign, "
    "definition, off_scale and needs."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _FacetTable:
    id: Words
    kind: FacetKind
    name: str = ""
    label: tuple[LabelRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _SchemeTable:
    name: Words
    version: str = "1"
    facet: tuple[_FacetTable, ...]


def scheme_from(path: Path) -> Scheme:
    """The scheme that the file describes; BadInput names the line, the key or the rule that is wrong."""
    tables = _toml(path)
    try:
        scheme, unknown = validated(_SchemeTable, tables, "Scheme")
        if unknown:
            raise BadInput(f'A scheme has no "{printable(min(unknown))}".', _KNOWN)
        return scheme_of(_plain(scheme))
    except BadInput as refusal:
        raise BadInput(refusal.sentence, refusal.next_step, file=path) from refusal
    except ValueError as error:
        raise BadInput(f"In this scheme, {error}.", file=path) from error


def _toml(path: Path) -> dict[str, Any]:
    text = text_of(path)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        told = _PLACE.fullmatch(str(error))
        why, line = (told[1], int(told[2])) if told else (str(error), None)
        raise BadInput(f"The file is not TOML: {printable(why)}.", file=path, line=line) from error
    except RecursionError as error:
        raise BadInput("The file is no scheme: it nests too deeply.", file=path) from error
    version = tables.get("version")
    # A version is written as a number by everyone who has only one yet.
    return tables | {"version": str(version)} if type(version) is int else tables


def _plain(scheme: _SchemeTable) -> dict[str, Any]:
    facets = [
        {"id": facet.id, "kind": facet.kind, "name": facet.name, "labels": [asdict(label) for label in facet.label]}
        for facet in scheme.facet
    ]
    return {"name": scheme.name, "version": scheme.version, "facets": facets}
