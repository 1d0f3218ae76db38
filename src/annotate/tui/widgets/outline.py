"""The outline of very wide screens: the claims of the open article in their order, with the marks of the answers."""

from typing import TYPE_CHECKING

from annotate.tui.telling import sign_of
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell, cut, paragraph, spread, width_of

if TYPE_CHECKING:
    from annotate.tui.sight import Sight

UPRIGHT = Cell("│", 1, "rule")
INDENT = Cell(" " * 7, 7)
BLANK: Row = ()

MOST = 3
"""Rows that a claim gets where all claims of the article have room for as many, a blank one among them."""


class Outline(RowPane):
    """A row or a few for each claim of the open article; it moves only when the open claim would leave it."""

    def __init__(self) -> None:
        super().__init__()
        self._document: object = None
        self._top = 0
        self._quotes: dict[tuple[int, int, int], list[Row]] = {}

    def show(self, walk: "Sight") -> None:
        """Show the claims around the open one of the walk."""
        if walk.document is not self._document:
            self._document, self._top = walk.document, 0
            self._quotes.clear()
        self.draw(lambda width, height: self._rows_of(walk, width - 2, height))

    def _rows_of(self, walk: "Sight", width: int, height: int) -> list[Row]:
        claims, room = len(walk.opened.claims), max(1, height - 2)
        each = max(1, min(MOST, room // claims))
        shown = room // each
        self._top = max(0, min(self._top, walk.index, claims - shown), walk.index - shown + 1)
        answered = sum(claim.row in walk.opened.answers for claim in walk.opened.claims)
        rows: list[Row] = [
            spread([cell(" IN THIS ARTICLE", "quiet")], [cell(f"{answered} of {claims} answered", "quiet")], width),
            BLANK,
        ]
        for index in range(self._top, min(claims, self._top + shown)):
            rows += self._claim(walk, index, width, each)
        return [_closed(row, width) for row in [*rows, *[BLANK] * (height - len(rows))][:height]]

    def _claim(self, walk: "Sight", index: int, width: int, each: int) -> list[Row]:
        sign, tone = sign_of(walk.scheme.verdict, walk.answer_at(index))
        here = index == walk.index
        head: Row = [
            Cell(" ▶" if here else "  ", 2, "accent"),
            cell(f"{index + 1:>3} ", "accent" if here else "quiet"),
            cell(f"{sign or ' ':<1} ", tone, most=2),
        ]
        first, *more = self._quote(walk, index, width - 8, each)
        return [[*head, *first], *([INDENT, *row] if row else BLANK for row in more)]

    def _quote(self, walk: "Sight", index: int, width: int, each: int) -> list[Row]:
        """The claim's words in `each` rows, the last of them blank where there is more than one."""
        key = (index, width, each)
        if key not in self._quotes:
            words = " ".join(walk.opened.claims[index].span.of(walk.opened.text).split())
            lines = paragraph(words, width, max(1, each - 1))
            self._quotes[key] = [*lines, *[BLANK] * (each - len(lines))][: max(1, each)]
        return self._quotes[key]


def _closed(row: Row, width: int) -> Row:
    """The row filled up to the upright rule at the right."""
    kept = list(cut(row, width))
    blank = width + 1 - width_of(kept)
    return [*kept, Cell(" " * blank, blank), UPRIGHT]
