"""The search screen: words are typed, passages are found, read, and given as evidence."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.tui.articles import TEXT, add_article
from tests.tui.given import OTHER, TABLE, at, claim, evidence, judged, shown
from tests.tui.screens import at_the_screen

from annotate.errors import Unusable
from annotate.tui.screens import passages
from annotate.tui.screens.evidence import EvidenceSheet
from annotate.tui.screens.passages import SearchScreen
from annotate.tui.screens.review import ReviewScreen
from annotate.tui.screens.span import SpanSheet
from annotate.tui.widgets.document import DocumentPane
from annotate.tui.widgets.side_panel import SidePanel
from annotate.tui.widgets.summary_line import SummaryLine
from annotate.work import Desk, Response, judge

SIZES = [(80, 24), (160, 48), (171, 50)]


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article, its three claims, and another document."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        add_article(desk, OTHER, (), title="Harbour figures")
        yield desk


@pytest.fixture
def ada(lead: Desk) -> Desk:
    """Ada's desk."""
    return replace(lead, reviewer="ada")


@pytest.mark.parametrize("size", SIZES)
async def test_a_passage_is_found_bounded_and_given_as_evidence(lead: Desk, ada: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as person:
        await person.press("1", "k", "slash")
        assert at(person, SearchScreen)
        await person.write("ships 412")
        await person.once(lambda: "Harbour figures" in shown(person, "found"))
        assert "In all of 2020, 412 ships called" in shown(person, "found")
        await person.press("enter")
        await person.once(lambda: at(person, SpanSheet))
        assert "In all of 2020, 412 ships called at the harbour." in shown(person, "span")
        beneath, paper = person.app.screen_stack[-2], person.app.screen.query_one("#paper")
        assert not beneath.query_one(DocumentPane).region.overlaps(paper.region)
        await person.press("b", "enter")
        assert at(person, EvidenceSheet)
        assert (
            shown(person, "passage") == "from Harbour figures, par. 2 “In all of 2020, 412 ships called at the harbour”"
        )
        await person.press("r", "ctrl+s")
        assert at(person, ReviewScreen)
        said = person.reads(SidePanel if size[0] > 80 else SummaryLine)
        assert "- Harbour figures, par. 2" in said
    (piece,) = evidence(ada)
    assert OTHER[piece.start : piece.end] == piece.quote == "In all of 2020, 412 ships called at the harbour"
    assert piece.stance == "refutes"


@pytest.mark.parametrize("size", SIZES)
async def test_searching_without_wanting_evidence_records_nothing(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as person:
        await person.press("slash")
        await person.write('"ships call')
        await person.once(lambda: "▶ Harbour figures" in shown(person, "found"))
        await person.press("enter")
        await person.once(lambda: at(person, SpanSheet))
        await person.press("pagedown", "pageup", "escape")
        assert at(person, SearchScreen)
        await person.press("escape")
        assert at(person, ReviewScreen)
        assert "no evidence yet" in person.reads(SummaryLine) or size[0] > 80
    assert judged(lead) == 0


async def test_what_is_in_no_document_is_said_and_any_text_may_be_typed(lead: Desk) -> None:
    async with at_the_screen(lead) as person:
        await person.press("slash")
        await person.write('lighthouse" AND [/bold]')
        await person.once(lambda: "No document holds" in person.notice)
        assert "[/bold]" in person.notice


async def test_passages_and_pages_share_a_set_and_a_passage_is_changed(lead: Desk, ada: Desk) -> None:
    judge(ada, claim(lead), Response(verdict="refuted", evidence=(TABLE,)))
    async with at_the_screen(lead) as person:
        await person.press("k", "e", "slash")
        await person.write("union")
        await person.once(lambda: "Harbour counts" in shown(person, "found"))
        await person.press("enter")
        await person.once(lambda: at(person, SpanSheet))
        await person.press("enter", "ctrl+s", "e", "down", "enter")
        assert "Harbour counts, par. 2" in shown(person, "passage")
        await person.press("c", "ctrl+s")
    page, passage = evidence(ada)
    assert (page, passage.set, passage.stance) == (TABLE, 1, "context")
    assert TEXT[passage.start : passage.end] == passage.quote


async def test_indexing_goes_on_when_another_program_lets_go(
    lead: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passages, "GIVES_WAY", 0.05)
    async with at_the_screen(lead) as person:
        with closing(sqlite3.connect(tmp_path / "annotate.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await person.press("slash")
            await person.once(lambda: "still to come" in person.notice)
            await person.wait(0.5)
            other.execute("ROLLBACK")
        await person.write("ships 412")
        await person.once(lambda: "Harbour figures" in shown(person, "found"))


async def test_where_nothing_can_be_indexed_it_says_so_and_stops(lead: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(desk: Desk, after: int = 0) -> None:
        raise Unusable("annotate.db can only be read.")

    monkeypatch.setattr(passages, "index_documents", refuse)
    async with at_the_screen(lead) as person:
        await person.press("slash")
        await person.once(lambda: person.notice == "annotate.db can only be read.")
        await person.write("heron")
        await person.once(lambda: "No document holds heron. 2 documents are not indexed" in person.notice)
