"""What records may leave out or say in other words, and which fields are ignored but told."""

from typing import Any

import pytest

from annotate.errors import BadInput
from annotate.formats import record_from
from annotate.formats.wire import ClaimRecord, DecisionRecord, EvidenceRecord, JudgementRecord, ReviewerRecord


def refusal(value: object) -> str:
    with pytest.raises(BadInput) as caught:
        record_from(value)
    return str(caught.value)


def judgement(**fields: Any) -> dict[str, Any]:
    return {"kind": "judgement", "claim": "c1", "reviewer": "ada", "verdict": "refuted"} | fields


def test_a_judgement_is_a_verdict_in_the_first_round_unless_it_says_otherwise() -> None:
    record, ignored = record_from(judgement())
    assert record == JudgementRecord(kind="judgement", claim="c1", reviewer="ada", verdict="refuted")
    assert isinstance(record, JudgementRecord)
    assert (record.answer, record.round, record.confidence, ignored) == ("verdict", 1, None, frozenset())


def test_one_label_or_several_answer_a_facet() -> None:
    record, _ = record_from(judgement(facets={"topic": "war", "tone": ["calm", "dry"]}))
    assert isinstance(record, JudgementRecord)
    assert record.facets == {"topic": ("war",), "tone": ("calm", "dry")}


def test_whole_seconds_are_seconds() -> None:
    record, _ = record_from(judgement(seconds=9))
    assert isinstance(record, JudgementRecord)
    assert record.seconds == 9.0


def test_evidence_may_be_a_passage_by_its_quote_alone() -> None:
    record, _ = record_from(judgement(evidence=[{"document": "d2", "quote": "five times"}]))
    assert isinstance(record, JudgementRecord)
    assert record.evidence == (EvidenceRecord(document="d2", quote="five times"),)


def test_an_answer_without_a_verdict_needs_none() -> None:
    record, _ = record_from({"kind": "judgement", "claim": "c1", "reviewer": "ada", "answer": "skipped"})
    assert isinstance(record, JudgementRecord)
    assert (record.answer, record.verdict) == ("skipped", "")


@pytest.mark.parametrize("field", ["handle", "reviewer", "id"])
def test_a_reviewer_is_known_by_handle_reviewer_or_id(field: str) -> None:
    record, ignored = record_from({"kind": "reviewer", field: "ada"})
    assert record == ReviewerRecord(kind="reviewer", handle="ada")
    assert not ignored


def test_an_id_of_ours_is_no_handle() -> None:
    assert refusal({"kind": "reviewer", "id": f"r1_{'0' * 32}"}) == 'Reviewer: "handle" is missing.'


def test_the_outcome_of_a_decision_may_be_called_its_verdict() -> None:
    record, ignored = record_from({"kind": "decision", "claim": "c1", "verdict": "not_a_claim"})
    assert record == DecisionRecord(kind="decision", claim="c1", outcome="not_a_claim")
    assert not ignored


def test_a_bare_claim_is_its_own_words() -> None:
    record, _ = record_from({"kind": "claim", "id": "7", "claim": "Five times the number came."})
    assert record == ClaimRecord(kind="claim", id="7", claim="Five times the number came.")


def test_unknown_fields_are_ignored_and_told_with_the_place_they_stand_in() -> None:
    record, ignored = record_from(judgement(note="x", evidence=[{"url": "https://example.org", "rank": 1, "note": 2}]))
    assert isinstance(record, JudgementRecord)
    assert record.evidence == (EvidenceRecord(url="https://example.org"),)
    assert ignored == {"note", "evidence.rank", "evidence.note"}


def test_a_wrong_field_beside_an_unknown_one_is_still_refused() -> None:
    assert refusal(judgement(note="x", confidence="3")).startswith('Judgement: "confidence" must be')
