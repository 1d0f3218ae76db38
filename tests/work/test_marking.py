"""Marking a claim and correcting one, as the screens do it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.desks import quotes
from tests.engines import BOTH
from tests.tui.articles import CLAIMS, TEXT, add_article

from annotate.domain import Claim, Span, Version
from annotate.errors import BadInput, Refusal
from annotate.work import (
    Desk,
    Response,
    add_reviewer,
    assign,
    correct,
    judge,
    list_claims,
    list_documents,
    mark,
    open_queue,
    queue_of,
    read_log,
    shown_then,
    undo,
)

pytestmark = BOTH

DRIVER = TEXT.index("a crane driver")


@pytest.fixture
def document(lead: Desk) -> str:
    """Id of a document with three claims."""
    add_article(lead)
    (found,) = list_documents(lead)
    return found.id


@pytest.fixture
def ada(lead: Desk) -> Desk:
    """A reviewer's desk."""
    return replace(lead, reviewer="ada")


def recorded(lead: Desk, kind: type) -> list[object]:
    return [entry.fact for entry in read_log(lead) if isinstance(entry.fact, kind)]


def test_a_claim_that_a_reviewer_marks_is_his_to_judge_where_claims_were_dealt_out(
    lead: Desk, ada: Desk, document: str
) -> None:
    for name in ("ada", "ben"):
        add_reviewer(lead, name)
    assign(lead, ["ada", "ben"], 1)
    before = open_queue(ada).size
    claim = mark(ada, document, start=DRIVER, end=DRIVER + 14)
    assert open_queue(ada).size == before + 1
    assert queue_of(ada, claim.id).position == before + 1
    assert open_queue(replace(lead, reviewer="ben")).size == 3 - before


def test_a_span_that_is_a_claim_already_becomes_nobody_elses_to_judge(lead: Desk, ada: Desk, document: str) -> None:
    for name in ("ada", "ben"):
        add_reviewer(lead, name)
    assign(lead, ["ada", "ben"], 1)
    dealt = [open_queue(desk).size for desk in (ada, replace(lead, reviewer="ben"))]
    for quote in CLAIMS:
        for desk in (ada, replace(lead, reviewer="ben")):
            mark(desk, document, quote=quote)
    assert [open_queue(desk).size for desk in (ada, replace(lead, reviewer="ben"))] == dealt
    again = mark(ada, document, start=DRIVER, end=DRIVER + 14)
    undo(ada)
    assert mark(replace(lead, reviewer="ben"), document, start=DRIVER, end=DRIVER + 14).id == again.id
    assert open_queue(replace(lead, reviewer="ben")).size == dealt[1] + 1


def test_a_claim_marked_twice_is_one_claim(lead: Desk, ada: Desk, document: str) -> None:
    claims = [mark(desk, document, start=DRIVER, end=DRIVER + 14).id for desk in (ada, replace(lead, reviewer="ben"))]
    assert len(set(claims)) == 1
    assert len(quotes(lead)) == 4


def test_corrected_bounds_keep_all_else_and_supersede_what_stood(lead: Desk, ada: Desk, document: str) -> None:
    start = TEXT.index(CLAIMS[0])
    claim = next(listed.claim for listed in list_claims(lead))
    with lead.store.writing() as ledger:
        first = ledger.add(Version(claim.id, start, start + 5, claimant="the port", date="2021-11-15"))
    corrected = correct(ada, claim.id, start, start + 12)
    assert corrected.span == Span(start, start + 12)
    assert (corrected.version.claimant, corrected.version.date) == ("the port", "2021-11-15")
    assert corrected.version.supersedes == (first,)
    assert quotes(lead)[0] == TEXT[start : start + 12]


def test_bounds_that_did_not_change_record_nothing(lead: Desk, ada: Desk, document: str) -> None:
    claim = next(listed.claim for listed in list_claims(lead))
    assert correct(ada, claim.id, claim.span.start, claim.span.end) == claim
    assert recorded(lead, Version) == []


def test_a_judgement_given_before_a_correction_stays_and_the_same_answer_counts_for_the_new_bounds(
    lead: Desk, ada: Desk, document: str
) -> None:
    claim = next(listed.claim for listed in list_claims(lead))
    before = judge(ada, claim.id, Response(verdict="refuted"))
    corrected = correct(ada, claim.id, claim.span.start, claim.span.end - 5)
    assert corrected.judgements == 1
    assert shown_then(ada, corrected, before.judgement.version) == claim.span
    again = judge(ada, claim.id, Response(verdict="refuted"))
    assert again.id != before.id
    assert again.judgement.version == corrected.version_id
    assert judge(ada, claim.id, Response(verdict="refuted")).id == again.id


@pytest.mark.parametrize(
    ("does", "sentence"),
    [
        (lambda desk, claim, other: correct(desk, claim, 5, 5), "is empty"),
        (lambda desk, claim, other: correct(desk, claim, 0, len(TEXT) + 1), "ends past the text"),
        (
            lambda desk, claim, other: correct(desk, claim, other.start, other.end),
            "bounds already. Take others, or judge it not a claim.",
        ),
    ],
)
def test_bounds_that_cannot_be_are_refused(
    lead: Desk, ada: Desk, document: str, does: Callable[[Desk, str, Span], object], sentence: str
) -> None:
    first, second, _ = (listed.claim for listed in list_claims(lead))
    with pytest.raises(BadInput, match=sentence):
        does(ada, first.id, second.span)
    assert recorded(lead, Version) == []


def test_a_span_whose_claim_was_corrected_is_no_second_claim(lead: Desk, ada: Desk, document: str) -> None:
    claim = next(listed.claim for listed in list_claims(lead))
    correct(ada, claim.id, claim.span.start, claim.span.end - 5)
    assert mark(ada, document, start=claim.span.start, end=claim.span.end - 5).id == claim.id
    with pytest.raises(BadInput, match="corrected since"):
        mark(ada, document, start=claim.span.start, end=claim.span.end)
    assert len(recorded(lead, Claim)) == 3


def test_the_bounds_of_a_claim_that_was_taken_back_stay_as_they_were_and_it_can_be_marked_again(
    lead: Desk, ada: Desk, document: str
) -> None:
    claim = mark(ada, document, start=DRIVER, end=DRIVER + 14)
    undo(ada)
    with pytest.raises(Refusal, match="taken back meanwhile"):
        correct(replace(lead, reviewer="ben"), claim.id, DRIVER + 2, DRIVER + 14)
    assert recorded(lead, Version) == []
    assert mark(ada, document, start=DRIVER, end=DRIVER + 14).id == claim.id


def test_a_claim_that_was_taken_back_is_not_judged_and_does_not_come_back(lead: Desk, ada: Desk, document: str) -> None:
    claim = mark(ada, document, start=DRIVER, end=DRIVER + 14)
    undo(ada)
    with pytest.raises(Refusal, match="taken back meanwhile"):
        judge(replace(lead, reviewer="ben"), claim.id, Response(verdict="refuted"))
    assert quotes(lead) == list(CLAIMS)
    mark(ada, document, start=DRIVER, end=DRIVER + 14)
    assert judge(ada, claim.id, Response(verdict="refuted")).judgement.claim == claim.id
