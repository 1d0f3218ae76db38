"""The verdict bar of narrow screens: every label with its key, the reviewer's own one marked."""

from annotate.domain import Facet, Judgement
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell, width_of

MOST_ROWS = 3


class VerdictBar(RowPane):
    """A row or a few of labels; how many depends on the scheme and the width alone."""

    def show(self, verdicts: Facet, answer: Judgement | None) -> None:
        """Show the labels, that of the answer marked."""
        own = answer.verdict if answer else ""
        self.draw(lambda width, _: label_rows(verdicts, own, width))


def label_rows(verdicts: Facet, own: str, width: int) -> list[Row]:
    """The labels in rows of `width` cells; names are shortened where whole ones would take too many rows."""
    for most in (40, 12):
        rows = _rows(verdicts, own, width, most)
        if len(rows) <= MOST_ROWS:
            return rows
    return rows[:MOST_ROWS]


def _rows(verdicts: Facet, own: str, width: int, most: int) -> list[Row]:
    rows: list[list[Cell]] = [[]]
    for label in verdicts.labels:
        words = " ".join(part for part in (label.key, label.sign, label.name) if part)
        name = cell(words, "own" if label.id == own else "plain", most=most)
        item = Cell(f" {name.text} ", name.cells + 2, name.role)
        if rows[-1] and width_of(rows[-1]) + item.cells > width:
            rows.append([])
        rows[-1].append(item)
    return list(rows)
