"""Second thoughts: what is taken back takes nothing along that was not meant, and nothing acts on another claim."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.tui.articles import add_article
from tests.tui.screens import at_the_screen

from annotate.domain import Answer, Document, Evidence, Judgement
from annotate.tui.screens.span import SpanSheet
from annotate.tui.walk import Walk
from annotate.tui.widgets.document import DocumentPane
from annotate.work import Desk, Draft, check_project, list_claims, read_log

SIZES = [(80, 24), (160, 48)]
PIECE = Evidence(url="https://example.org/table", stance="refutes", retrieved="2021-11-18")


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article and its three claims."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        yield desk


def recorded(lead: Desk) -> list[Judgement]:
    """What was recorded, in its order."""
    return [entry.fact for entry in read_log(replace(lead, reviewer=None)) if isinstance(entry.fact, Judgement)]


def test_a_verdict_taken_back_leaves_what_it_rests_on_for_the_next_one(lead: Desk) -> None:
    walk = Walk(replace(lead, reviewer="ada"))
    walk.add(Draft(rationale="The table says 12.", confidence=4, evidence=(PIECE,)))
    walk.say(Answer.VERDICT, "supported")
    walk.undo()
    assert walk.answer is None
    assert (walk.given().evidence, walk.given().rationale, walk.given().confidence) == (
        (PIECE,),
        "The table says 12.",
        4,
    )
    walk.redo()
    assert walk.given().evidence == (PIECE,)
    assert walk.draft == Draft()
    walk.undo()
    walk.say(Answer.VERDICT, "refuted")
    assert [(one.verdict, one.evidence, one.rationale) for one in recorded(lead)][-1] == (
        "refuted",
        (PIECE,),
        "The table says 12.",
    )


@pytest.mark.parametrize("size", SIZES)
async def test_why_a_claim_cannot_be_judged_is_no_reason_of_a_verdict(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("w")
        await ada.write("paywalled")
        await ada.press("escape", "1")
        assert "2/3" in ada.header
        await ada.press("r")
        await ada.write("Two tables say so.")
        await ada.press("ctrl+s", "w")
        await ada.write("gone")
        await ada.press("ctrl+s")
        assert "3/3" in ada.header
        await ada.press("k", "1")
    first, second, third = recorded(lead)
    assert (first.verdict, first.rationale) == ("supported", "")
    assert (second.answer, second.rationale) == (Answer.CANNOT_JUDGE, "gone")
    assert (third.verdict, third.rationale) == ("supported", "Two tables say so.")


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_claim_is_marked_where_no_claim_was(tmp_path: Path, size: tuple[int, int]) -> None:
    with project(tmp_path / "fresh.db") as desk:
        text = "The mayor spoke. Ships had doubled, she said."
        with desk.store.writing() as ledger:
            ledger.add_text(Document.of(text).sha256, text)
            ledger.add(Document.of(text), source="/some/where/news.txt")
        async with at_the_screen(desk, size=size) as ada:
            assert "No claims wait" in ada.app.screen.query_one(DocumentPane).render_line(0).text
            await ada.press("1", "e", "b")
            await ada.press("m")
            assert isinstance(ada.app.screen, SpanSheet)
            await ada.press("escape")
            assert "No claims wait" in ada.app.screen.query_one(DocumentPane).render_line(0).text
            await ada.press("m", ")", "enter")
            assert "1/1" in ada.header
            await ada.press("1")
            assert ada.notice.startswith("Your one claim has your answer.")
            await ada.press("u", "u")
            assert "No claims wait" in ada.app.screen.query_one(DocumentPane).render_line(0).text
            await ada.resize(size[0] - 3, size[1] - 2)
        assert not list(list_claims(desk))
        assert check_project(desk) == []


async def test_the_mouse_waits_with_the_keys_while_another_program_writes(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        with closing(sqlite3.connect(lead.store.target, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await ada.press("1")
            pane = ada.app.screen.query_one(DocumentPane)
            pane.post_message(DocumentPane.Clicked(pane._marks[2].start + 1))
            await ada.wait(0.3)
            other.execute("ROLLBACK")
        await ada.wait(0.4)
        assert "2/3" in ada.header
    (given,) = recorded(lead)
    assert given.claim == next(iter(list_claims(lead))).claim.id
