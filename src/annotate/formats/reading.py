"""From a path to records: which files there are, in which format each is, and what it holds."""

import os
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path

from annotate.domain import excerpt, printable
from annotate.errors import BadInput
from annotate.formats.annotate import parsed, sought
from annotate.formats.decoding import readable, refuse_other_marks
from annotate.formats.rows import Read
from annotate.formats.sentences import given
from annotate.formats.shelf import FORMATS, reader_of
from annotate.formats.wire import RECORDS

_BY_SUFFIX = {suffix: format_.name for format_ in FORMATS if format_.reader for suffix in format_.suffixes}


def files_of(path: Path) -> tuple[Path, ...]:
    """The file itself; of a folder, the files in it and below whose suffix a reader knows, by name, none dotted."""
    if not path.is_dir():
        return (path,)
    found = (file for file in _walk(path) if file.suffix.lower() in _BY_SUFFIX)
    files = tuple(sorted(found, key=lambda file: file.relative_to(path).parts))
    if not files:
        raise BadInput("The folder holds no file that can be read.", _known_suffixes(), file=path)
    return files


def read(path: Path, name: str | None = None, kind: str = "") -> Iterator[Read]:
    """The records of a file and the lines that are none, in the format `name` or else the one that it is found to be.

    With a `kind`, records of that kind alone, if the format has any. Raises BadInput for a file that cannot be read at
    all, Unknown for a name that no reader has; both before, or when, the first row is asked for.
    """
    found = name or format_of(path)
    if not kind:
        return reader_of(found)(path)
    # What else can be read, articles and tables of votes, has documents, claims and judgements only.
    return sought(path, kind) if found == "annotate" else iter(())


def format_of(path: Path) -> str:
    """The name of the file's format: what its first line says, or else its suffix. BadInput where neither does."""
    first = _first_line(path)
    if first.startswith(b"{"):
        try:
            value = parsed(first)
        except BadInput:
            value = None  # It may be a text that begins with a brace; the suffix says.
        if isinstance(value, dict):
            return _format_of_object(value, path)
    name = _BY_SUFFIX.get(path.suffix.lower())
    if name is None:
        ending = f'"{printable(path.suffix)}"' if path.suffix else "no suffix"
        raise BadInput(f"A name with {ending} does not say which format this is.", _way_out(), file=path)
    return name


def _format_of_object(value: dict[str, object], path: Path) -> str:
    kind = value.get("kind")
    if isinstance(kind, str) and kind in RECORDS:
        return "annotate"
    fields = ", ".join(printable(excerpt(field)) for field in list(value)[:6]) or "nothing in it"
    seen = f'"kind" {given(kind).removeprefix("the text ")}' if "kind" in value else fields
    raise BadInput(f"The first line is a JSON object with {seen}: no record known here.", _way_out(), file=path)


def _first_line(path: Path) -> bytes:
    """The first line with anything on it, without white space around it."""
    with readable(path), path.open("rb") as lines:
        for number, line in enumerate(lines):
            if number == 0:
                refuse_other_marks(line, path)
            content = line.removeprefix(BOM_UTF8).strip()
            if content:
                return content
    return b""


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(here, name) for name in files if not name.startswith("."))


def _way_out() -> str:
    names = (format_.name for format_ in FORMATS if format_.reader)
    return f"Name the format with --format: {', '.join(names)}."


def _known_suffixes() -> str:
    return f"Known suffixes are {', '.join(sorted(_BY_SUFFIX))}."
