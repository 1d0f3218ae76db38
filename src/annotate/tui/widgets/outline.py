"""The outline of very wide screens: the claims of the open article in their order, with the marks of the answers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotate.domain import Answer
from annotate.tui.layout import Tone
from annotate.tui.telling import sign_of
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell, cut, paragraph, spread, width_of

if TYPE_CHECKING:
    from annotate.tui.sight import Sight

Key = tuple[int, bool, tuple[str, Tone], int, int]
"""What the rows of a claim follow from: its number, whether it is open, its sign, the width, the rows."""

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
        self._made: dict[Key, Sequence[Row]] = {}

    def show(self, walk: "Sight") -> None:
        """Show the claims around the open one of the walk."""
        if walk.document is not self._document:
            self._document, self._top = walk.document, 0
            self._made.clear()
        self.draw(lambda width, height: self._rows_of(walk, width - 2, height))

    def _rows_of(self, walk: "Sight", width: int, height: int) -> list[Row]:
        claims, room = len(walk.opened.claims), max(1, height - 2)
        each = max(1, min(MOST, room // claims))
        shown = room // each
        self._top = max(0, min(self._top, walk.index, claims - shown), walk.index - shown + 1)
        found = (walk.opened.answers.get(claim.row) for claim in walk.opened.claims)
        answered = sum(answer is not None and answer.answer is not Answer.SKIPPED for answer in found)
        head = spread([cell(" IN THIS ARTICLE", "quiet")], [cell(f"{answered} of {claims} answered", "quiet")], width)
        rows, blank = [_closed(head, width)], _closed(BLANK, width)
        rows.append(blank)
        for index in range(self._top, min(claims, self._top + shown)):
            rows += self._claim(walk, index, width, each)
        return [*rows, *[blank] * (height - len(rows))][:height]

    def _claim(self, walk: "Sight", index: int, width: int, each: int) -> Sequence[Row]:
        """The rows of a claim; made once, until its answer is another one or it is opened or left."""
        sign = sign_of(walk.scheme.verdict, walk.answer_at(index))
        key = (index, index == walk.index, sign, width, each)
        if key not in self._made:
            span = walk.opened.claims[index].span
            self._made[key] = _rows(index + 1, span.of(walk.opened.text), sign, key)
        return self._made[key]


def _rows(number: int, quote: str, sign: tuple[str, Tone], key: Key) -> list[Row]:
    """Pointer, number, sign and words, in `each` rows, the last of them blank where there is more than one."""
    _, here, _, width, each = key
    head = [
        Cell(" ▶" if here else "  ", 2, "accent"),
        cell(f"{number:>3} ", "accent" if here else "quiet"),
        cell(f"{sign[0] or ' '} ", sign[1], most=2),
    ]
    first, *more = paragraph(" ".join(quote.split()), width - 8, max(1, each - 1)) or [BLANK]
    rows: list[Row] = [[*head, *first], *([INDENT, *row] for row in more)]
    return [_closed(row, width) for row in [*rows, *[BLANK] * (each - len(rows))]]


def _closed(row: Row, width: int) -> Row:
    """The row filled up to the upright rule at the right."""
    kept = list(cut(row, width))
    blank = width + 1 - width_of(kept)
    return [*kept, Cell(" " * blank, blank), UPRIGHT]
