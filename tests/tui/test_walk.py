"""The walk through a queue: how long a claim took, and how far back one can go."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.tui.articles import add_article

from annotate.domain import Answer, Judgement
from annotate.errors import Nothing
from annotate.tui.stopwatch import IDLE
from annotate.tui.walk import Walk
from annotate.work import Desk, Draft, Response, status


@pytest.fixture
def ada(tmp_path: Path) -> Iterator[Desk]:
    """Ada's desk, with two articles of three claims each."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        add_article(desk, "A one. A two. A three.", ("one", "two", "three"), title="Second")
        yield replace(desk, reviewer="ada")


def judged(walk: Walk, at: float, verdict: str = "supported") -> Judgement:
    """Answer the open claim by a key that is pressed at that second."""
    walk.seen(at)
    return walk.say(Answer.VERDICT, verdict).judgement


def test_the_time_of_an_answer_is_that_since_its_claim_was_opened(ada: Desk) -> None:
    walk = Walk(ada)
    walk.stopwatch.back(100.0)
    assert judged(walk, 107.5).milliseconds == 7_500
    walk.onward()
    assert judged(walk, 110.0).milliseconds == 2_500
    (reviewer,) = status(ada).reviewers
    assert reviewer.work.median_seconds == 5.0


@pytest.mark.parametrize("idle", [5.0, IDLE])
def test_of_a_long_pause_no_more_is_counted_than_the_limit(ada: Desk, idle: float) -> None:
    walk = Walk(ada, idle)
    walk.stopwatch.back(0.0)
    walk.seen(2.0)
    assert judged(walk, 2.0 + 3600).milliseconds == round((2 + idle) * 1000)


def test_time_away_is_not_counted(ada: Desk) -> None:
    walk = Walk(ada)
    walk.stopwatch.back(0.0)
    walk.seen(3.0)
    walk.away(4.0)
    walk.stopwatch.back(30.0)
    assert judged(walk, 31.0).milliseconds == 5_000


def test_going_away_from_a_claim_and_back_adds_up(ada: Desk) -> None:
    walk = Walk(ada)
    walk.stopwatch.back(0.0)
    walk.seen(4.0)
    walk.step(back=False)
    walk.seen(10.0)
    walk.step(back=True)
    assert judged(walk, 11.0).milliseconds == 5_000
    walk.onward()
    assert judged(walk, 12.0).milliseconds == 7_000


def test_a_changed_answer_took_the_time_of_the_first_as_well(ada: Desk) -> None:
    walk = Walk(ada)
    walk.stopwatch.back(0.0)
    judged(walk, 4.0)
    assert judged(walk, 6.0, "refuted").milliseconds == 6_000
    walk.add(Draft(rationale="Because."))
    assert walk.answer is not None
    assert walk.answer.milliseconds == 6_000


def test_undo_and_redo_go_as_far_as_the_history_over_claims_documents_and_days(ada: Desk) -> None:
    walk = Walk(ada)
    for _ in range(6):
        walk.say(Answer.VERDICT, "supported")
        walk.onward()
    walk = Walk(ada)
    places = []
    for _ in range(6):
        walk.undo()
        places.append(walk.at.position)
    assert places == [6, 5, 4, 3, 2, 1]
    assert walk.at.owed == 6
    with pytest.raises(Nothing):
        walk.undo()
    walk = Walk(ada)
    for _ in range(6):
        walk.redo()
    assert Walk(ada).at.owed == 0
    with pytest.raises(Nothing):
        walk.redo()


def test_a_new_answer_cuts_what_could_be_done_again(ada: Desk) -> None:
    walk = Walk(ada)
    walk.say(Answer.VERDICT, "supported")
    walk.undo()
    walk.say(Answer.VERDICT, "refuted")
    with pytest.raises(Nothing):
        walk.redo()
    assert walk.answer is not None
    assert walk.answer.verdict == "refuted"


def test_undoing_a_changed_reason_gives_the_earlier_one_back(ada: Desk) -> None:
    walk = Walk(ada)
    walk.answer_with(Response(verdict="refuted", rationale="First."))
    walk.add(Draft(rationale="Second."))
    walk.add(Draft(rationale="Third."))
    walk.undo()
    assert walk.given().rationale == "Second."
    walk.undo()
    assert walk.given().rationale == "First."
    walk.redo()
    assert walk.given().rationale == "Second."
