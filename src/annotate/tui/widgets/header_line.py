"""The header: what is open, who judges, how far he is, and whether all is saved."""

from typing import NamedTuple

from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell, spread

WIDE = 110
"""Columns from which there is room for the longer bar."""


class Heading(NamedTuple):
    """What the header says; `place` of `size` claims, `done` of them answered, `state` the word on saving."""

    title: str = ""
    reviewer: str = ""
    place: int = 0
    size: int = 0
    done: int = 0
    state: str = ""
    troubled: bool = False


class HeaderLine(RowPane):
    """One line at the top of every screen."""

    def show(self, heading: Heading) -> None:
        """Say that."""
        self.draw(lambda width, _: [_row(heading, width)])


def _row(heading: Heading, width: int) -> Row:
    left = [Cell(" annotate", 9, "accent"), Cell("  ", 2), cell(heading.title, "strong")]
    right = [cell(heading.reviewer, "quiet", most=width // 4), Cell("  ", 2)]
    if heading.size:
        place = cell(f"{heading.place}/{heading.size}", "strong")
        right += [place, Cell("  ", 2), *bar(heading.done, heading.size, 20 if width >= WIDE else 10), Cell("  ", 2)]
    state = cell(heading.state, "warning" if heading.troubled else "quiet")
    return spread(left, [*right, state, Cell(" ", 1)], width)


def bar(done: int, size: int, length: int) -> Row:
    """A thick rule for what is done and a thin one for what is left; full only when all is done."""
    filled = length * done // size if size else 0
    return [Cell("━" * filled, filled, "accent"), Cell("─" * (length - filled), length - filled, "rule")]
