"""The adjudicated dataset: one claim a line. Every line has every field; what is not known is null."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from annotate.domain import Evidence, Judgement, Status, iso


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetDocument:
    """Where a claim was made; `sha256` is that of the document's text in UTF-8."""

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    sha256: str


# This and the claim are neither frozen nor made by names alone: a million would take as long to make as to write.
@dataclass(slots=True)
class DatasetSpan:
    """Half-open `[start, end)` in Unicode code points of the document's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetEvidence:
    """A link, or a passage `[start, end)` of another document; members of one `set` hold together."""

    url: str | None
    document: str | None
    start: int | None
    end: int | None
    quote: str | None
    stance: str | None
    set: int
    question: str | None
    archived: str | None
    retrieved: str | None
    publisher: str | None
    published: str | None

    @classmethod
    def of(cls, evidence: Evidence) -> Self:
        """The evidence as a dataset tells it."""
        return cls(
            url=evidence.url or None,
            document=evidence.document or None,
            start=evidence.start if evidence.document else None,
            end=evidence.end if evidence.document else None,
            quote=evidence.quote or None,
            stance=evidence.stance or None,
            set=evidence.set,
            question=evidence.question or None,
            archived=evidence.archived or None,
            retrieved=evidence.retrieved or None,
            publisher=evidence.publisher or None,
            published=evidence.published or None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetJudgement:
    """One raw vote. `verdict` is a label's id, "not_a_claim", or null where the reviewer took no side."""

    reviewer: str
    verdict: str | None
    confidence: int | None
    rationale: str | None
    at: str | None
    evidence: tuple[DatasetEvidence, ...]

    @classmethod
    def of(cls, judgement: Judgement, reviewer: str) -> Self:
        """The judgement as a dataset tells it, under the name or pseudonym `reviewer`."""
        return cls(
            reviewer=reviewer,
            verdict=judgement.side,
            confidence=judgement.confidence or None,
            rationale=judgement.rationale or None,
            at=iso(judgement.at) if judgement.at else None,
            evidence=tuple(DatasetEvidence.of(item) for item in judgement.evidence),
        )


@dataclass(slots=True)
class DatasetClaim:
    """A claim with what was decided of it and every vote; `quote` is the document's text at `span`.

    `soft_label` gives labels' probabilities where a policy did; `verdict` is null while nothing is settled.
    """

    id: str
    document: DatasetDocument
    span: DatasetSpan
    quote: str
    claim: str | None
    claimant: str | None
    verdict: str | None
    method: str | None
    round: int
    soft_label: Mapping[str, float] | None
    status: Status
    votes: Mapping[str, int]
    judgements: tuple[DatasetJudgement, ...]
    evidence: tuple[DatasetEvidence, ...]
    rationale: str | None
