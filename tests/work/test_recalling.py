"""What a reviewer had said before."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.engines import BOTH
from tests.tui.articles import add_article

from annotate.domain import Answer, Evidence
from annotate.tui.telling import ago, before
from annotate.work import (
    Desk,
    Earlier,
    Response,
    earlier_in,
    earlier_of,
    judge,
    list_claims,
    open_queue,
    redo,
    scheme_in_use,
    undo,
)

pytestmark = BOTH


@pytest.fixture
def ada(tmp_path: Path) -> Iterator[Desk]:
    """Ada's desk, with one article and its three claims."""
    with project(tmp_path / "annotate.db") as lead:
        add_article(lead)
        yield replace(lead, reviewer="ada")


def said(earlier: tuple[Earlier, ...]) -> list[tuple[str, bool]]:
    return [(fallen.judgement.verdict, fallen.taken_back) for fallen in earlier]


def test_what_was_changed_or_taken_back_is_told_newest_first(ada: Desk) -> None:
    claim = next(list_claims(ada)).claim
    assert earlier_of(ada, claim.row) == ()
    judge(ada, claim.id, Response(verdict="supported"))
    assert earlier_of(ada, claim.row) == ()
    judge(ada, claim.id, Response(verdict="refuted"))
    assert said(earlier_of(ada, claim.row)) == [("supported", False)]
    undo(ada)
    assert said(earlier_of(ada, claim.row)) == [("refuted", True)]
    undo(ada)
    assert said(earlier_of(ada, claim.row)) == [("refuted", True), ("supported", True)]
    redo(ada)
    redo(ada)
    assert said(earlier_of(ada, claim.row)) == [("supported", False)]


def test_a_document_tells_the_same_of_all_its_claims(ada: Desk) -> None:
    for row in list(list_claims(ada))[:2]:
        judge(ada, row.claim.id, Response(verdict="supported"))
        judge(ada, row.claim.id, Response(verdict="refuted"))
    place = open_queue(ada).place
    assert place is not None
    told = earlier_in(ada, place.document)
    assert len(told) == 2
    assert told == {claim: earlier_of(ada, claim) for claim in told}


def test_nobody_elses_answers_are_among_them(ada: Desk) -> None:
    claim = next(list_claims(ada)).claim
    ben = replace(ada, reviewer="ben")
    judge(ben, claim.id, Response(verdict="supported"))
    undo(ben)
    place = open_queue(ada).place
    assert place is not None
    assert earlier_of(ada, claim.row) == ()
    assert earlier_in(ada, place.document) == {}


def test_evidence_that_was_added_makes_no_other_answer(ada: Desk) -> None:
    claim, verdicts = next(list_claims(ada)).claim, scheme_in_use(ada).verdict
    judge(ada, claim.id, Response(answer=Answer.NOT_A_CLAIM))
    judge(ada, claim.id, Response(verdict="refuted"))
    found = judge(ada, claim.id, Response(verdict="refuted", evidence=(Evidence(url="https://example.org"),)))
    told = before(verdicts, found.judgement, earlier_of(ada, claim.row), ada.now())
    assert [(sign, words.partition(",")[0]) for sign, _, words in told] == [("×", "not a claim")]
    undo(ada)
    undo(ada)
    told = before(verdicts, None, earlier_of(ada, claim.row), ada.now())
    assert [words.split(", ")[0::2] for _, _, words in told][:2] == [["Refuted", "taken back"]] * 2


DAY = 86_400_000_000


def test_times_are_told_as_far_as_they_are_off() -> None:
    noon = 1_605_182_520_000_000  # 2020-11-12 12:02 UTC
    assert ago(0, noon) == ""
    assert len(ago(noon, noon)) == len("12:02")
    assert ago(noon, noon + 2 * DAY) == "12 Nov"
    assert ago(noon, noon + 300 * DAY) == "12 Nov 2020"
