"""Verdict schemes: facets, their labels, and what a label demands of a judgement."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from annotate.domain.canonical import Content
from annotate.domain.printable import printable

FacetKind = Literal["single", "ordinal", "set"]

VERDICT = "verdict"
"""Id of the facet that every scheme has: the one that a label key answers."""

NEEDS = ("evidence", "rationale")
"""What a label may demand before a judgement with it counts as done."""

TAKEN_KEYS = frozenset("abcdefghijklmnopqrstuvwxyzE/?[]{}() ") - frozenset("pyz")
"""Keys of the review and adjudication screens, which no label may take."""

DIGITS = "1234567890"


@dataclass(frozen=True, slots=True)
class Label:
    """One answer of a facet. `sign` is the mark shown beside its colour; `off_scale` keeps it out of the order."""

    id: str
    name: str
    key: str = ""
    sign: str = ""
    definition: str = ""
    off_scale: bool = False
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """One question that a judgement answers: one label, one of an order (lowest first), or a set of labels."""

    id: str
    kind: FacetKind
    labels: tuple[Label, ...]
    name: str = ""

    def label(self, identity: str) -> Label | None:
        """The label with that id."""
        return next((label for label in self.labels if label.id == identity), None)

    @property
    def level(self) -> Literal["nominal", "ordinal"]:
        """The level of measurement for agreement."""
        return "ordinal" if self.kind == "ordinal" else "nominal"


@dataclass(frozen=True, slots=True)
class Scheme:
    """The facets of a project; immutable once something was judged by it."""

    name: str
    version: str
    facets: tuple[Facet, ...]

    kind = "scheme"

    @property
    def verdict(self) -> Facet:
        """The facet that label keys answer."""
        return self.facets[0]

    def facet(self, identity: str) -> Facet | None:
        """The facet with that id."""
        return next((facet for facet in self.facets if facet.id == identity), None)

    def content(self) -> Content:
        """What is hashed."""
        return {
            "name": self.name,
            "version": self.version,
            "facets": [_facet_content(f) for f in self.facets],
        }

    @classmethod
    def from_content(cls, content: Content) -> "Scheme":
        """The scheme that was written down as `content`."""
        return cls(content["name"], content["version"], tuple(_facet(item) for item in content["facets"]))


def scheme_of(plain: Mapping[str, Any]) -> Scheme:
    """A scheme from a plain mapping (a TOML file, a wire record), with keys filled in and every rule checked.

    Raises ValueError with a sentence that names the facet or label at fault.
    """
    facets = tuple(_with_keys(_facet(item)) for item in plain["facets"])
    scheme = Scheme(plain["name"], str(plain.get("version") or "1"), facets)
    _check(scheme)
    return scheme


def _facet(item: Mapping[str, Any]) -> Facet:
    labels = tuple(Label(**{**label, "needs": tuple(label.get("needs", ()))}) for label in item["labels"])
    return Facet(item["id"], item["kind"], labels, item.get("name", ""))


def _facet_content(facet: Facet) -> dict[str, object]:
    labels = [
        {name: _plain(getattr(label, name)) for name in Label.__slots__ if getattr(label, name)}
        for label in facet.labels
    ]
    content: dict[str, object] = {"id": facet.id, "kind": facet.kind, "labels": labels}
    return content | {"name": facet.name} if facet.name else content


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _with_keys(facet: Facet) -> Facet:
    """The facet with digits for labels that name no key, in order; past the tenth there is none (the picker has it)."""
    if facet.id != VERDICT:
        return facet
    named = {label.key for label in facet.labels}
    free = iter([digit for digit in DIGITS if digit not in named])
    labels = tuple(
        label if label.key else Label(**_fields(label) | {"key": next(free, "")})  # type: ignore[arg-type]
        for label in facet.labels
    )
    return Facet(facet.id, facet.kind, labels, facet.name)


def _fields(label: Label) -> dict[str, object]:
    return {name: getattr(label, name) for name in Label.__slots__}


def _check(scheme: Scheme) -> None:
    if not scheme.facets or scheme.facets[0].id != VERDICT:
        raise ValueError('the first facet must be "verdict"')
    if scheme.verdict.kind == "set":
        raise ValueError('the facet "verdict" takes one label, so its kind must be single or ordinal')
    _unique("facet", [facet.id for facet in scheme.facets])
    for facet in scheme.facets:
        _unique(f'label of facet "{printable(facet.id)}"', [label.id for label in facet.labels])
        for label in facet.labels:
            _check_label(label)
    _unique("key of the verdicts", [label.key for label in scheme.verdict.labels if label.key])
    if len(scheme.verdict.labels) < 2:
        raise ValueError('the facet "verdict" needs at least two labels')


def _unique(what: str, names: list[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f'{what} "{printable(twice[0])}" is there twice')


def _check_label(label: Label) -> None:
    shown = printable(label.id)
    if label.id in ("not_a_claim", "skipped", "cannot_judge"):
        raise ValueError(f'"{shown}" is an answer that every scheme has; a label needs another id')
    if label.key and (len(label.key) != 1 or label.key in TAKEN_KEYS):
        raise ValueError(f'the key "{printable(label.key)}" of label "{shown}" is taken by the review screen')
    if not label.key.isprintable():
        raise ValueError(f'the key of label "{shown}" is no character that one can type')
    unknown = [need for need in label.needs if need not in NEEDS]
    if unknown:
        raise ValueError(f'label "{shown}" needs "{printable(unknown[0])}"; it can only need {" or ".join(NEEDS)}')


@dataclass(frozen=True, slots=True)
class Demand:
    """What a label still lacks before its judgement is whole."""

    label: Label
    missing: tuple[str, ...] = field(default_factory=tuple)


def demand(scheme: Scheme, verdict: str, *, evidence: int, rationale: str) -> Demand | None:
    """What the scheme demands for `verdict` that is not there yet; None where nothing is missing."""
    label = scheme.verdict.label(verdict)
    if label is None or not label.needs:
        return None
    there = {"evidence": evidence > 0, "rationale": bool(rationale.strip())}
    missing = tuple(need for need in label.needs if not there[need])
    return Demand(label, missing) if missing else None
