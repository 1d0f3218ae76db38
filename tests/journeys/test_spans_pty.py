"""Marking spans in a real terminal: by keys over emoji, by the mouse, and back again by undo, also the next day."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desks import project, quotes
from tests.engines import BOTH
from tests.journeys.terminal import review
from tests.tui.articles import add_article

from annotate.work import Desk

TEXT = (
    "The ferry 🇩🇪 stayed in port.\n\n"
    "A mother 👩‍👩‍👧 said cafe\u0301 prices had doubled, 政府は否定した。 Nobody [/bold] asked her why.\n"
)
FERRY = "The ferry 🇩🇪 stayed in port"
MARKED = "r 👩‍👩‍👧 said cafe\u0301 prices"


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article of emoji, accents and Chinese, and one claim."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk, TEXT, (FERRY,))
        yield desk


@BOTH
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (160, 48)])
def test_a_claim_is_marked_over_emoji_adjusted_undone_redone_and_is_there_the_next_day(
    lead: Desk, columns: int, rows: int
) -> None:
    with review(lead.store.target, columns, rows) as terminal:
        terminal.until("1/1", "▶", "saved")
        terminal.press("m")
        terminal.until("── a new claim", "Enter keep")
        terminal.press("w", "w", "tab", "w", "w", "w", "w", "enter")
        terminal.until("2/2", "Marked: this is the new claim.")
        first = quotes(lead)[1]
        assert first == "👩‍👩‍👧 said cafe\u0301 prices had"
        terminal.press("b", "b", "tab", "left", "left", "enter")
        terminal.until("The bounds are changed.")
        assert quotes(lead)[1] == MARKED
        terminal.press("u")
        terminal.until("Taken back: the bounds are the earlier ones.")
        assert quotes(lead)[1] == first
        terminal.press("u")
        terminal.until("1/1", "no claim any more")
        assert quotes(lead) == [FERRY]
        terminal.press("ctrl+r", "ctrl+r")
        terminal.until("2/2", "Done again.")
        terminal.press("q")
        assert terminal.ended() == 0
    assert quotes(lead) == [FERRY, MARKED]
    with review(lead.store.target, columns, rows) as terminal:
        terminal.until("1/2")
        terminal.press("j")
        terminal.until("2/2")
        terminal.press("u")
        terminal.until("the earlier ones")
        assert quotes(lead)[1] == first


def test_a_span_is_drawn_with_the_mouse_and_a_click_goes_to_a_claim(lead: Desk) -> None:
    with review(lead.store.target, 80, 24) as terminal:
        shown = terminal.until("1/1", "saved").splitlines()
        row = next(number for number, line in enumerate(shown, 1) if "stayed" in line)
        column = shown[row - 1].index("stayed") + 1
        drag = [(0, column, "M"), (32, column + 3, "M"), (32, column + 5, "M"), (0, column + 5, "m")]
        terminal.type("".join(f"\x1b[<{button};{x};{row}{end}" for button, x, end in drag))
        terminal.until("── a new claim", "6 characters")
        assert "stayed" in terminal.reversed()
        terminal.press("enter")
        terminal.until("2/2", "Marked")
        assert quotes(lead) == [FERRY, "stayed"]
        terminal.type(f"\x1b[<0;8;{row}M\x1b[<0;8;{row}m")
        terminal.until("1/2")


def test_nested_claims_and_the_current_one_are_told_apart_without_colour(lead: Desk) -> None:
    with review(lead.store.target, 80, 24, NO_COLOR="1") as terminal:
        terminal.until("1/1", "saved")
        terminal.press("m", "(", "tab", "tab", "w", "w", "tab", "b", "enter")
        terminal.until("/2", "Marked")
        outer, inner = sorted(quotes(lead), key=len, reverse=True)
        assert inner in outer
        terminal.settle()
        assert terminal.reversed() == quotes(lead)[1].replace("🇩🇪", "DE")
        assert terminal.italic() == inner.replace("🇩🇪", "DE")
