"""The review screen in real terminals: few colours or none, another size while an editor is open, the cursor."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desks import judged, project
from tests.journeys.terminal import review
from tests.tui.articles import add_article

from annotate.work import Desk, set_values

CURRENT = "fewer ships had called than in any year before"


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article, its three claims, and guidelines."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        read = "\n\n".join(f"Read it, part {part}." for part in range(40))
        refuted = "## Refuted\n\nOnly with a [source](https://example.org).\n"
        set_values(desk, {"guidelines": f"# Desk\n\nRead.\n\n{read}\n\n{refuted}\n\n{read}\n"})
        yield desk


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
def test_with_no_color_only_shapes_are_sent(lead: Desk, size: tuple[int, int]) -> None:
    with review(lead.store.target, *size, NO_COLOR="1") as terminal:
        terminal.until("1/3", "saved")
        terminal.press("2", "k")
        terminal.until("1/3", "-▶")
        terminal.settle()
        assert CURRENT in terminal.reversed()
        assert terminal.colours() <= {"39", "49"}
        assert "Refuted" in terminal.reversed()


@pytest.mark.parametrize("kind", ["xterm-16color", "linux", "dumb"])
def test_few_colours_are_the_terminals_own(lead: Desk, kind: str) -> None:
    with review(lead.store.target, TERM=kind, COLORTERM="") as terminal:
        terminal.until("1/3", "saved")
        terminal.press("1", "2", "k")
        terminal.until("2/3", "-▶", " + ")
        terminal.settle()
        assert "two hundred jobs" in terminal.reversed()
        assert terminal.colours() <= {str(code) for code in (*range(30, 38), 39, *range(90, 98), 49)}


def test_the_cursor_of_the_terminal_stands_where_the_reading_is(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        lines = terminal.settle().splitlines()
        row = next(y for y, line in enumerate(lines) if "▶" in line)
        assert terminal.cursor == (lines[row].index("▶"), row)
        terminal.press("r")
        terminal.until("── why")
        terminal.type("Twelve")
        terminal.until("Twelve")
        lines = terminal.settle().splitlines()
        row = next(y for y, line in enumerate(lines) if "Twelve" in line)
        assert terminal.cursor == (lines[row].index("Twelve") + len("Twelve"), row)
        terminal.press("esc", "1")
        terminal.until("2/3")
        lines = terminal.settle().splitlines()
        assert terminal.cursor[1] == next(y for y, line in enumerate(lines) if "▶" in line)


def test_a_resize_while_an_editor_is_open_loses_nothing(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        terminal.press("r")
        terminal.until("── why")
        terminal.paste("The yearly table says twelve. " * 340)
        terminal.until("says twelve.")
        terminal.resize(200, 60)
        terminal.until("── why", "IN THIS ARTICLE")
        terminal.resize(20, 5)
        terminal.until("Make the window")
        terminal.type("!")
        terminal.resize(160, 48)
        terminal.until("── why", "twelve. !")
        terminal.press("ctrl+s")
        terminal.until("goes with your verdict", "WHY")
        terminal.press("2")
        terminal.until("2/3")
    (judgement,) = judged(lead)
    assert judgement.rationale.strip() == ("The yearly table says twelve. " * 340).strip() + " !"


def test_a_character_of_many_code_points_is_typed_and_taken_back_as_one(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        terminal.press("r")
        terminal.until("── why")
        terminal.paste("so 👨‍👩‍👧‍👦e\u0301政")
        terminal.until("政")
        terminal.press("backspace", "backspace", "backspace")
        terminal.type("it")
        terminal.until("so it")
        terminal.press("ctrl+z", "ctrl+s")
        terminal.until("goes with your verdict")


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (160, 48), (200, 60)])
def test_the_guidelines_open_at_the_label_and_show_where_links_lead(lead: Desk, columns: int, rows: int) -> None:
    with review(lead.store.target, columns, rows) as terminal:
        terminal.until("1/3", "saved")
        terminal.press("2", "k", "g")
        shown = terminal.until("── guidelines", "Refuted", "https://example.org")
        assert "Read." not in shown
        terminal.press("esc")
        terminal.until("1/3", "-▶")
