"""What `agreement --format json` says of spans. Every field is always there; what has no value is null."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentCoefficient:
    """A number whose units are documents.

    Where there is no value, `value` is null and `undefined` says why. `low` and `high` are the ends of its interval,
    `confidence` that interval's nominal coverage, `interval` its method; where there is a value without an interval
    these are null and `undefined` says why. It is made of so many `units`, which stand in so many `documents`: spans
    for F1, code points that were read (each by each reviewer) for the alphas, claims or common sources (each by each
    pair of reviewers) for evidence. `warning` says why the interval can be too narrow, `citation` is its source.
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    confidence: float | None
    interval: str | None
    undefined: str | None
    units: int
    documents: int
    warning: str | None
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SpansPair:
    """Two reviewers in the `documents` that both read, and how many spans each of them marked there."""

    a: str
    b: str
    documents: int
    spans_a: int
    spans_b: int
    coefficients: tuple[DocumentCoefficient, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpansLabel:
    """The `spans` that were marked as one label: its marker's verdict, or "claim" where he gave none."""

    label: str
    spans: int
    coefficients: tuple[DocumentCoefficient, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpansReport:
    """Agreement on which spans are claims, in the `documents` that two or more reviewers read.

    `alone` documents were read by one reviewer who marks, and do not count. `reviewers` maps each to the number of
    spans that he marked in those that do. `left_out` counts, by kind, spans that do not count; `shown` are spans that
    do, and that another reader judged without marking them himself.
    """

    documents: int
    alone: int
    reviewers: Mapping[str, int]
    coefficients: tuple[DocumentCoefficient, ...]
    pairs: tuple[SpansPair, ...]
    labels: tuple[SpansLabel, ...]
    left_out: Mapping[str, int]
    shown: int
