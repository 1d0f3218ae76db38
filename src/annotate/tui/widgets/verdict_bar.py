"""The verdict bar of narrow screens: every label with its key, the reviewer's own one marked."""

from functools import lru_cache

from annotate.domain import Facet, Judgement, Label
from annotate.tui.telling import tone_of
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Role, Row, cell, width_of

MOST_ROWS = 3


class VerdictBar(RowPane):
    """A row or a few of labels; how many depends on the scheme and the width alone."""

    def show(self, verdicts: Facet, answer: Judgement | None) -> None:
        """Show the labels, that of the answer marked."""
        own = answer.verdict if answer else ""
        self.draw(lambda width, _: label_rows(verdicts, own, width))


def label_rows(verdicts: Facet, own: str, width: int) -> list[Row]:
    """The labels in rows of `width` cells; names are shortened where whole ones would take too many rows."""
    for most in (42, 13):
        rows = _rows(verdicts, own, width, most)
        if len(rows) <= MOST_ROWS:
            return rows
    return rows[:MOST_ROWS]


def _rows(verdicts: Facet, own: str, width: int, most: int) -> list[Row]:
    rows: list[list[Cell]] = [[]]
    for label in verdicts.labels:
        item = _item(label, label.id == own, most)
        if rows[-1] and width_of(rows[-1]) + width_of(item) > width:
            rows.append([])
        rows[-1] += item
    return list(rows)


@lru_cache(maxsize=256)
def _item(label: Label, own: bool, most: int) -> tuple[Cell, ...]:
    """Key, sign and name, a blank at either end."""
    item = [Cell(" ", 1)]
    parts: list[tuple[str, Role]] = [(label.key, "accent"), (label.sign, tone_of(label.sign))]
    for words, role in (*parts, (label.name, "own" if own else "plain")):
        room = most - width_of(item)
        if words and room > 0:
            item += [cell(words, role, most=room), Cell(" ", 1)]
    return tuple(item)
