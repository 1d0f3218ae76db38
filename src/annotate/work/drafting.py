"""Draft: what a reviewer typed or chose for a claim and did not record yet; it outlives a crash."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from annotate.domain import Answer, Evidence, Judgement
from annotate.store import draft, keep_draft
from annotate.work.desk import Desk, sitting
from annotate.work.judging import Judged, Response, checked_evidence, judge_in

_FIELD = "answer"


@dataclass(frozen=True, slots=True)
class Draft:
    """What will join the next answer to a claim.

    `rationale` is None while none was typed, and "" where one was emptied. `form` is what stands in an evidence form
    that was closed before it was saved, by field; it joins nothing. `why_not` is why the claim cannot be judged, as far
    as that was typed: no reason of a verdict.
    """

    rationale: str | None = None
    confidence: int = 0
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    form: Mapping[str, str] = field(default_factory=dict)
    why_not: str = ""

    @classmethod
    def of(cls, judgement: Judgement) -> "Draft":
        """What an answer said beside its verdict, to join the next one: it was taken back, and what it rests on not."""
        why_not = judgement.rationale if judgement.answer is Answer.CANNOT_JUDGE else ""
        reason = None if why_not else judgement.rationale or None
        return cls(reason, judgement.confidence, judgement.facets, judgement.evidence, why_not=why_not)

    def without(self, judgement: Judgement) -> "Draft":
        """What of it an answer does not say already."""
        said = Draft.of(judgement)
        return replace(
            self,
            rationale=None if self.rationale == said.rationale else self.rationale,
            confidence=0 if self.confidence == said.confidence else self.confidence,
            facets={name: labels for name, labels in self.facets.items() if said.facets.get(name) != labels},
            evidence=tuple(piece for piece in self.evidence if piece not in said.evidence),
            why_not="" if self.why_not == said.why_not else self.why_not,
        )

    def joined(self, response: Response) -> Response:
        """The response with what was drafted for it."""
        return replace(
            response,
            rationale=response.rationale if self.rationale is None else self.rationale,
            confidence=self.confidence or response.confidence,
            facets={**response.facets, **self.facets},
            evidence=response.evidence + self.evidence,
        )

    @property
    def words(self) -> list[str]:
        """All that was typed."""
        quoted = [part for piece in self.evidence for part in (piece.url, piece.quote) if part]
        return [*(text for text in (self.rationale, self.why_not) if text), *quoted, *self.form.values()]

    def left(self) -> "Draft":
        """What of it an answer does not take along."""
        return Draft(form=self.form)


def read_answer_draft(desk: Desk, claim: str) -> Draft:
    """The asker's draft for a claim (id)."""
    with desk.store.reading() as connection:
        written = draft(connection, sitting(desk), claim, _FIELD)
    return _draft(written) if written else Draft()


def keep_answer_draft(desk: Desk, claim: str, drafted: Draft) -> None:
    """Keep the asker's draft for a claim (id), durably; an empty one is forgotten.

    Raises BadInput or Unknown for evidence that leads nowhere; then the earlier draft stays.
    """
    handle = sitting(desk)
    with desk.store.writing(handle) as ledger:
        checked = tuple(checked_evidence(ledger, piece) for piece in drafted.evidence)
        keep_draft(ledger.connection, handle, claim, _FIELD, _written(replace(drafted, evidence=checked)), desk.now())


def judge_with_draft(desk: Desk, claim: str, response: Response, drafted: Draft) -> Judged:
    """Record the asker's answer to a claim (id) with what was drafted for it; of the draft stays what it leaves.

    One transaction: after a crash the evidence is in the answer or in the draft, never in both. Raises as `judge`.
    """
    handle = sitting(desk)
    with desk.store.writing(handle) as ledger:
        judged = judge_in(ledger, desk, claim, drafted.joined(response))
        if drafted != Draft():  # also one that could not be written so far and that the answer takes nothing of
            keep_draft(ledger.connection, handle, judged.judgement.claim, _FIELD, _written(drafted.left()), desk.now())
        return judged


def _written(drafted: Draft) -> str:
    if drafted == Draft():
        return ""
    said = {name.name: getattr(drafted, name.name) for name in fields(drafted)}
    plain = said | {"evidence": [_plain(piece) for piece in drafted.evidence]}
    return json.dumps(plain, ensure_ascii=False)


def _plain(piece: Evidence) -> dict[str, object]:
    return {name: getattr(piece, name) for name in Evidence.__slots__}


def _draft(written: str) -> Draft:
    """What was kept; as a rationale, where it was damaged and cannot be told apart: nothing typed is thrown away."""
    try:
        return _drafted(json.loads(written))
    except (AttributeError, KeyError, TypeError, ValueError):
        return Draft(rationale=written)


def _drafted(plain: Mapping[str, Any]) -> Draft:
    return Draft(
        rationale=plain["rationale"],
        confidence=plain["confidence"],
        facets={name: tuple(labels) for name, labels in plain["facets"].items()},
        evidence=tuple(Evidence(**piece) for piece in plain["evidence"]),
        form=plain["form"],
        why_not=plain.get("why_not", ""),
    )
