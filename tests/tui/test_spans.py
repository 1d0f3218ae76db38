"""Marking and adjusting spans on the review screen, by keys and by the mouse."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest
from tests.desks import project
from tests.tui.articles import CLAIMS, TEXT, add_article
from tests.tui.screens import Person, at_the_screen
from textual import events

from annotate.tui.bursts import Burst
from annotate.tui.screens.reading import HelpSheet
from annotate.tui.screens.review import ReviewScreen
from annotate.tui.screens.span import SpanSheet
from annotate.tui.widgets.document import DocumentPane
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.summary_line import SummaryLine
from annotate.work import Desk, Response, correct, judge, list_claims, list_documents, mark

SIZES = [(80, 24), (160, 48)]


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article and its three claims."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        yield desk


def quotes(lead: Desk) -> list[str]:
    return [listed.quote for listed in list_claims(lead)]


def pane(ada: Person) -> DocumentPane:
    (review,) = [screen for screen in ada.app.screen_stack if isinstance(screen, ReviewScreen)]
    return review.query_one(DocumentPane)


def spanned(ada: Person) -> str:
    """What the span sheet says: the quote as it will be stored."""
    shown = ada.app.screen.query_one("#span", RowPane)
    rows = [shown.render_line(y).text.strip() for y in range(shown.size.height)]
    return " ".join(rows[: rows.index("")] if "" in rows else rows)


@pytest.mark.parametrize("size", SIZES)
async def test_a_claim_is_marked_by_keys_and_is_the_open_one_then(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("m")
        assert isinstance(ada.app.screen, SpanSheet)
        assert spanned(ada) == "According"
        await ada.press("w", "w", "w")
        assert spanned(ada) == "union"
        await ada.press("tab", "b", "right", "w", "w", "left", "right")
        assert spanned(ada) == "union, [bold"
        await ada.press("tab", "b", "enter")
        assert "2/4" in ada.header
        assert ada.notice == "Marked: this is the new claim."
        await ada.press("k")
        assert "1/4" in ada.header
        await ada.press("j", "2")
        assert "3/4" in ada.header
    assert quotes(lead)[1] == "the union, [bold"


async def test_esc_leaves_all_as_it_was(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        before = [pane(ada).render_line(y) for y in range(pane(ada).size.height)]
        await ada.press("m", "w", "tab", "w", "escape")
        assert isinstance(ada.app.screen, ReviewScreen)
        assert "1/3" in ada.header
        assert [pane(ada).render_line(y) for y in range(pane(ada).size.height)] == before
    assert quotes(lead) == list(CLAIMS)


async def test_keys_of_verdicts_do_nothing_while_a_span_is_marked(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("m", "1", "2", "x", "s", "u", "q", "e", "v")
        assert spanned(ada) == "According"
        await ada.press("escape")
        assert "1/3" in ada.header
    assert [listed.claim.judgements for listed in list_claims(lead)] == [0, 0, 0]


async def test_a_span_marked_again_is_the_claim_that_it_is(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("j", "b", "enter")
        assert ada.notice == "The bounds are as they were."
        await ada.press("k", "m", "w", "enter", "k", "m", "w", "enter")
        assert ada.notice == "That is a claim already: this one."
    assert quotes(lead) == [CLAIMS[0], "to", *CLAIMS[1:]]


@pytest.mark.parametrize("size", SIZES)
async def test_bounds_are_adjusted_from_either_end_and_the_judgement_stays(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("2", "k", "b")
        assert spanned(ada) == CLAIMS[0]
        await ada.press("b", "b", "tab", "w", "enter")
        assert "1/3" in ada.header
        assert ada.notice == "The bounds are changed; your judgement stays, given on the earlier ones."
        await ada.press("j", "k")
        assert ada.notice.startswith("You judged other bounds, “fewer ships")
        assert ada.notice.endswith("ear before”: judge again, or leave it.")
        assert quotes(lead)[0] == "ships had called than in any"
        await ada.press("2", "k")
        assert "other bounds" not in ada.notice
    assert next(iter(list_claims(lead))).claim.judgements == 1


async def test_the_sheet_moves_by_sentence_paragraph_and_line_and_scrolls(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("m", "(")
        assert spanned(ada).startswith("The port authority said on Monday that fewer")
        await ada.press(")")
        assert spanned(ada).endswith("the crane fleet was sold abroad.")
        await ada.press("p")
        assert spanned(ada) == "“We were told on a Friday,” a crane driver said."
        await ada.press("ctrl+up", "P")
        assert spanned(ada) == "Harbour counts its ships"
        await ada.press("down")
        assert spanned(ada) == "The"
        await ada.press("tab", "down")
        assert spanned(ada).startswith("The port authority said")
        await ada.press("pagedown", "pageup", "escape")


async def test_a_long_quote_is_shown_from_both_its_ends_with_its_length(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("m", "P", "P", "tab", "p", "p")
        start, cut, end = spanned(ada).partition("…")
        assert TEXT.replace("\n", "↵ ").startswith(start)
        assert cut == "…"
        assert TEXT.rstrip().replace("\n", "↵ ").endswith(end)
        assert ada.notice.startswith(f"{len(TEXT) - 1} characters")


async def test_help_shows_the_keys_of_the_span_and_no_others(lead: Desk) -> None:
    async with at_the_screen(lead, size=(160, 48)) as ada:
        await ada.press("m", "question_mark")
        assert isinstance(ada.app.screen, HelpSheet)
        told = ada.reads(RowPane) + "\n".join(
            ada.app.screen.query_one("#reading", RowPane).render_line(y).text for y in range(40)
        )
        assert "on by a sentence" in told
        assert "flag" not in told


async def test_where_the_disk_is_full_nothing_is_marked_and_it_says_so(lead: Desk) -> None:
    full = "CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
    async with at_the_screen(lead) as ada:
        with lead.store.writing() as ledger:
            ledger.raw.exec_driver_sql(full)
        await ada.press("m", "enter")
        assert "not saved" in ada.header
        assert ada.notice
    assert quotes(lead) == list(CLAIMS)


async def test_undo_and_redo_go_through_marks_and_corrections_too(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("m", "enter", "1", "k", "b", "right", "enter")
        assert quotes(lead)[1] == "According "
    async with at_the_screen(lead) as ada:
        await ada.press("u")
        assert ada.notice == "Taken back: the bounds are the earlier ones."
        assert quotes(lead)[1] == "According"
        await ada.press("u")
        assert ada.notice == "Taken back."
        assert "2/4" in ada.header
        await ada.press("u")
        assert ada.notice == "Taken back: the span is no claim any more."
        assert "1/3" in ada.header
        await ada.press("u")
        assert ada.notice == "There is nothing to undo."
        await ada.press("ctrl+r", "ctrl+r", "ctrl+r")
        assert "2/4" in ada.header
    assert quotes(lead)[1] == "According "


async def test_the_only_claim_taken_back_leaves_an_empty_queue(lead: Desk) -> None:
    with project(Path(lead.store.target).with_name("other.db")) as other:
        add_article(other, quotes=())
        (document,) = list_documents(other)
        mark(replace(other, reviewer="ada"), document.id, quote="crane driver")
        async with at_the_screen(other) as ada:
            await ada.press("u")
            assert "No claims wait for you here." in pane(ada).render_line(0).text
            await ada.press("ctrl+r")
            assert "1/1" in ada.header


async def test_a_claim_that_somebody_judged_meanwhile_stays_and_nothing_tells_of_it(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("m", "enter")
        judge(replace(lead, reviewer="ben"), list(list_claims(lead))[1].claim.id, Response(verdict="refuted"))
        await ada.press("u")
        assert "There is nothing to undo." in ada.notice + ada.reads(SummaryLine)
        assert "2/4" in ada.header


async def test_what_others_mark_and_correct_meanwhile_is_walked_to(lead: Desk) -> None:
    ben = replace(lead, reviewer="ben")
    (document,) = list_documents(lead)
    async with at_the_screen(lead) as ada:
        mark(ben, document.id, quote="Monday")
        await ada.press("k")
        assert "Monday" in spanned_claim(ada)
        third = list(list_claims(lead))[2].claim
        correct(ben, third.id, third.span.start + 6, third.span.end)
        await ada.press("j", "j")
        assert spanned_claim(ada).startswith("two hundred")


async def test_a_judgement_names_the_bounds_that_were_shown(lead: Desk) -> None:
    claim = next(iter(list_claims(lead))).claim
    async with at_the_screen(lead) as ada:
        correct(replace(lead, reviewer="ben"), claim.id, claim.span.start, claim.span.end - 5)
        await ada.press("2")
    async with at_the_screen(lead) as ada:
        await ada.press("k")
        assert ada.notice.startswith("You judged other bounds, “fewer ships")


@pytest.mark.parametrize("pasted", ["w2", "tab 123", "12\n", "Enter\nkeeps\nit\n"])
async def test_a_paste_without_brackets_keeps_nothing_and_moves_nothing(lead: Desk, pasted: str) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("m")
        now = monotonic()
        for number, character in enumerate(pasted):
            key = {"\n": "enter", " ": "space"}.get(character, character)
            typed = events.Key(key, "\r" if key == "enter" else character)
            typed.time = now + 0.001 * number
            ada.app.post_message(typed)
        await ada.wait(0.2)
        assert isinstance(ada.app.screen, SpanSheet)
        await ada.press("escape")
        assert "1/3" in ada.header
    assert quotes(lead) == list(CLAIMS)


async def test_pastes_do_nothing_while_a_span_is_marked(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("m")
        ada.app.post_message(events.Paste("w 1 2\n"))
        ada.app.post_message(Burst(tuple(events.Key(key, key) for key in "w12b")))
        await ada.wait(0.1)
        assert spanned(ada) == "According"
        ada.app.post_message(Burst(tuple(events.Key(key, key) for key in "www")))
        await ada.wait(0.2)
        assert spanned(ada) == "union"
        await ada.press("escape")
    assert quotes(lead) == list(CLAIMS)


def spanned_claim(ada: Person) -> str:
    """The words that are drawn as the current claim."""
    rows = (pane(ada).render_line(y) for y in range(pane(ada).size.height))
    return " ".join(
        piece.text for row in rows for piece in row if piece.style and piece.style.bold and piece.style.underline
    )


# The mouse


async def place(ada: Person, words: str) -> tuple[int, int]:
    """The cell of the pane at which the words begin, once they are drawn."""
    for _ in range(100):
        if any(isinstance(screen, ReviewScreen) and screen.is_mounted for screen in ada.app.screen_stack):
            rows = [pane(ada).render_line(y).text for y in range(pane(ada).size.height)]
            found = [(row.index(words), y) for y, row in enumerate(rows) if words in row]
            if found:
                return found[0]
        await ada.wait(0.02)
    raise AssertionError(f"{words} is not on the screen")


@pytest.mark.parametrize("size", SIZES)
async def test_a_drag_marks_what_it_was_drawn_over_when_enter_keeps_it(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as ada:
        x, y = await place(ada, "union, ")
        await ada.drag(pane(ada), (x, y), (x + 4, y))
        assert isinstance(ada.app.screen, SpanSheet)
        assert spanned(ada) == "union"
        await ada.drag(pane(ada), (x + 3, y), (x + 1, y))
        assert spanned(ada) == "nio"
        await ada.press("tab", "left", "enter")
        assert "2/4" in ada.header
    assert quotes(lead)[1] == "unio"


async def test_a_drag_that_is_left_marks_nothing(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        (x, y), (to_x, to_y) = await place(ada, "Monday"), await place(ada, "counts")
        await ada.drag(pane(ada), (x, y), (to_x, to_y))
        await ada.press("escape")
        assert pane(ada).selection is None
    assert quotes(lead) == list(CLAIMS)


async def test_a_click_in_the_sheet_looks_for_the_place_anew(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("m", "tab", ")")
        x, y = await place(ada, "authority")
        await ada.drag(pane(ada), (x + 3, y))
        assert spanned(ada) == "authority"
        await ada.press("w")
        assert spanned(ada) == "said"


async def test_a_click_goes_to_the_claim_under_it_and_again_to_the_one_around_it(lead: Desk) -> None:
    inner = TEXT.index("hundred")
    (document,) = list_documents(lead)
    mark(lead, document.id, start=inner, end=inner + 7)
    async with at_the_screen(lead) as ada:
        for number in ("3/4", "2/4", "3/4"):
            await ada.drag(pane(ada), await place(ada, "ndred"))
            assert number in ada.header
        await ada.drag(pane(ada), await place(ada, "Monday"))
        assert "3/4" in ada.header
