"""Rows: text put into lines of a given number of cells, safely, whatever the text holds."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from annotate.domain import printable
from annotate.tui.layout import Layout

Role = Literal[
    "plain", "quiet", "strong", "accent", "own", "warning", "rule", "emphasis", "code",
    "neutral", "positive", "negative", "mixed",
]  # fmt: skip
"""What a piece of a row is to the reader; the stylesheet says how that looks."""


class Cell(NamedTuple):
    """A piece of a row: text that is safe to draw, the cells that it takes, and its role."""

    text: str
    cells: int
    role: Role = "plain"


Row = Sequence[Cell]

MARGIN = Cell("   ", 3)
"""What stands before the lines of a page."""

_UNBROKEN = 1 << 20


def cell(text: str, role: Role = "plain", *, most: int = _UNBROKEN) -> Cell:
    """`text` on one line of at most `most` cells, ended by an ellipsis where it is cut."""
    safe = printable(text)
    if safe.isascii() and len(safe) <= most:
        return Cell(safe, len(safe), role)
    if most < 1:
        return Cell("", 0, role)
    line = Layout(safe, _UNBROKEN).line(0)
    if line.width <= most:
        return Cell("".join(part.text for part in line.drawn(line.start, line.stop)), line.width, role)
    cut = line.offset_of(most - 1)
    kept = "".join(part.text for part in line.drawn(line.start, cut))
    return Cell(kept + "…", line.cell_of(cut) + 1, role)


def width_of(row: Row) -> int:
    """Cells that a row takes."""
    return sum(piece.cells for piece in row)


def paragraph(text: str, width: int, rows: int, role: Role = "plain") -> list[Row]:
    """`text` wrapped by word into at most `rows` rows, the last one ended by an ellipsis where more follows."""
    layout = Layout(text, width)
    found: list[Row] = []
    for index in range(min(rows, len(layout))):
        line = layout.line(index)
        drawn = "".join(part.text for part in line.drawn(line.start, line.stop))
        words = drawn.rstrip(" ")
        more = index == rows - 1 and len(layout) > rows
        whole = Cell(words, line.width - (len(drawn) - len(words)), role)
        fits = whole.cells <= width and not more
        found.append([whole if fits else cell(words + " …" * more, role, most=width)])
    return found


def spread(left: Row, right: Row, width: int) -> Row:
    """`left` and `right` at the two ends of `width` cells; where they do not fit, the left one is cut."""
    room = width - width_of(right)
    kept = list(cut(left, max(0, room - 1)))
    return [*kept, Cell(" " * max(0, room - width_of(kept)), max(0, room - width_of(kept))), *right]


def cut(row: Iterable[Cell], width: int) -> Iterable[Cell]:
    """What of a row fits into `width` cells."""
    for piece in row:
        if piece.cells > width:
            if width > 0:
                yield cell(piece.text, piece.role, most=width)
            return
        width -= piece.cells
        yield piece
