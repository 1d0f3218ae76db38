"""The adjudication screen: every side in view under an alias, one key a decision."""

from dataclasses import replace

import pytest
from tests.engines import BOTH
from tests.tui.articles import add_article
from textual import events
from textual.pilot import Pilot

from annotate.domain import Answer, Evidence
from annotate.tui import AnnotateApp
from annotate.tui.screens.adjudicate import AdjudicateScreen
from annotate.tui.widgets.field import Field
from annotate.work import Desk, Response, disputes, judge, list_claims, read_log, undo

SIZES = [(80, 24), (160, 48), (171, 50)]


def disputed(lead: Desk) -> list[str]:
    """Three claims; ada and ben part on the first two, agree on the third. Returns the ids."""
    claims = add_article(lead)
    ada, ben = replace(lead, reviewer="ada"), replace(lead, reviewer="ben")
    table = Evidence(url="https://example.org/table", stance="refutes")
    judge(ada, claims[0], Response(verdict="refuted", rationale="The table says otherwise.", evidence=(table,)))
    judge(ben, claims[0], Response(verdict="supported", confidence=3))
    judge(ada, claims[1], Response(verdict="supported"))
    judge(ben, claims[1], Response(answer=Answer.NOT_A_CLAIM))
    for desk in (ada, ben):
        judge(desk, claims[2], Response(verdict="supported"))
    return claims


def shown(pilot: Pilot[int]) -> str:
    """The text on the screen."""
    screen = pilot.app.screen
    width, height = screen.size
    lines = ["".join(segment.text for segment in strip) for strip in screen._compositor.render_strips()]
    return "\n".join(line[:width] for line in lines[:height])


async def opened(pilot: Pilot[int]) -> AdjudicateScreen:
    """The screen, once it is there."""
    for _ in range(200):
        await pilot.pause(0.05)
        if isinstance(pilot.app.screen, AdjudicateScreen) and shown(pilot).strip():
            break
    assert isinstance(pilot.app.screen, AdjudicateScreen)
    return pilot.app.screen


@pytest.mark.parametrize("size", SIZES)
async def test_both_sides_are_shown_without_names_and_a_key_settles_the_dispute(
    lead: Desk, size: tuple[int, int]
) -> None:
    disputed(lead)
    app = AnnotateApp(lambda: lead, "adjudicate")
    async with app.run_test(size=size) as pilot:
        await opened(pilot)
        first = shown(pilot)
        assert "1/2" in first
        assert "The table says otherwise." in first
        assert "example.org/table" in first
        assert "ada" not in first
        assert "ben" not in first
        await pilot.press("2")
        assert "2/2" in shown(pilot)
        await pilot.press("x")
        assert "Every dispute is settled" in shown(pilot)
    decided = {found.claim.verdict for found in list_claims(lead) if found.claim.status.settled}
    assert decided == {"refuted", "not_a_claim"}
    assert disputes(lead) == []


@BOTH
async def test_a_decision_is_taken_back_and_its_dispute_is_open_again(lead: Desk) -> None:
    disputed(lead)
    app = AnnotateApp(lambda: lead, "adjudicate")
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("1", "u")
        assert "Taken back." in shown(pilot)
        assert "1/2" in shown(pilot)
    assert len(disputes(lead)) == 2
    kinds = [logged.fact.kind for logged in read_log(lead)]
    assert kinds[-2:] == ["decision", "withdrawal"]


@BOTH
async def test_the_reason_goes_with_the_decision_and_survives_leaving(lead: Desk) -> None:
    disputed(lead)
    async with AnnotateApp(lambda: lead, "adjudicate").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("r", *"Table two.", "escape", "q")
    async with AnnotateApp(lambda: lead, "adjudicate").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "why: Table two." in shown(pilot)
        await pilot.press("2")
    decided = [logged.fact for logged in read_log(lead) if logged.fact.kind == "decision"]
    assert [getattr(fact, "rationale", "") for fact in decided] == ["Table two."]


@pytest.mark.parametrize("size", SIZES)
async def test_the_reason_is_written_in_more_than_a_line(lead: Desk, size: tuple[int, int]) -> None:
    disputed(lead)
    async with AnnotateApp(lambda: lead, "adjudicate").run_test(size=size) as pilot:
        await opened(pilot)
        await pilot.press("r", *"Table", "enter", *"two")
        editor = pilot.app.screen.query_one(Field)
        assert editor.size.height >= (6 if size[0] == 80 else 12)
        assert pilot.app.screen.find_widget(editor).visible_region == editor.region
        assert "Table" in shown(pilot)
        assert "two" in shown(pilot)


async def test_who_judged_the_claim_himself_is_told_so(lead: Desk) -> None:
    disputed(lead)
    app = AnnotateApp(lambda: replace(lead, reviewer="ada"), "adjudicate")
    async with app.run_test(size=(110, 30)) as pilot:
        await opened(pilot)
        assert "you judged it yourself" in shown(pilot)
        await pilot.press("2")
    decided = [logged.fact for logged in read_log(lead) if logged.fact.kind == "decision"]
    assert [getattr(fact, "judged", None) for fact in decided] == [True]


async def test_a_held_key_settles_one_dispute(lead: Desk) -> None:
    disputed(lead)
    async with AnnotateApp(lambda: lead, "adjudicate").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        for _ in range(3):
            pilot.app.post_message(events.Key("1", "1"))
        await pilot.pause()
        assert "2/2" in shown(pilot)
    assert len(disputes(lead)) == 1


async def test_with_no_dispute_the_screen_says_what_to_do(lead: Desk) -> None:
    add_article(lead)
    async with AnnotateApp(lambda: lead, "adjudicate").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "No dispute waits for you" in shown(pilot)
        await pilot.press("1", "j", "u")
        assert "No dispute waits for you" in shown(pilot)
    assert not [logged for logged in read_log(lead) if logged.fact.kind == "decision"]


async def test_what_stood_before_an_undone_judgement_is_what_the_adjudicator_sees(lead: Desk) -> None:
    claims = disputed(lead)
    ben = replace(lead, reviewer="ben")
    judge(ben, claims[0], Response(verdict="refuted"))
    assert len(disputes(lead)) == 1
    undo(ben)
    async with AnnotateApp(lambda: lead, "adjudicate").run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        assert "1/2" in shown(pilot)
