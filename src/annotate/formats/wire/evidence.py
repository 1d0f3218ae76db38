"""What `agreement --format json` says of evidence. Every field is always there; what has no value is null."""

from collections.abc import Mapping
from dataclasses import dataclass

from annotate.formats.wire.spans import DocumentCoefficient


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceReportPair:
    """Two reviewers on the `claims` on which both named a source."""

    a: str
    b: str
    claims: int
    coefficients: tuple[DocumentCoefficient, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferentSourcesFinding:
    """A claim (id) on which `pairs` pairs of these reviewers give the same verdict and have no source in common."""

    claim: str
    verdict: str
    pairs: int
    reviewers: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferentStancesFinding:
    """A claim (id) on which `pairs` pairs of reviewers cite one source and have no stance in common.

    `stances` maps each of them to his.
    """

    claim: str
    source: str
    pairs: int
    stances: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceReport:
    """Agreement on evidence.

    On `claims` two or more reviewers named a source with their verdict, on `alone` only one of them did. A source is a
    web page, by what its addresses share, or the id of a document of the project. Findings are ranked: those that most
    pairs of reviewers make come first. `left_out` counts, by kind, what is not compared.
    """

    claims: int
    alone: int
    coefficients: tuple[DocumentCoefficient, ...]
    pairs: tuple[EvidenceReportPair, ...]
    same_verdict_different_sources: tuple[DifferentSourcesFinding, ...]
    same_source_different_stance: tuple[DifferentStancesFinding, ...]
    left_out: Mapping[str, int]
