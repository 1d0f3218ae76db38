"""A line and the claims that cross it → pieces of text, each with the names of the styles that it is drawn in."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from annotate.tui.layout.glyphs import glyph
from annotate.tui.layout.lines import Line
from annotate.tui.layout.marks import Mark

Span = tuple[int, int]

NOWHERE: Span = (0, 0)
"""The span of no current claim, and of no selection."""

MARGIN = 3
"""Cells before the text: for a sign, the pointer (or a second sign), and a blank."""

POINTER = "▶"

DEEPEST = 3
"""Overlaps that are told apart."""


class Piece(NamedTuple):
    """Text to draw, and the styles to lay over the pane's own, the last one uppermost."""

    text: str
    styles: tuple[str, ...] = ()


def text_pieces(line: Line, marks: Iterable[Mark], current: Span, selected: Span) -> Iterator[Piece]:
    """The pieces of `line`, given the `marks` that cross it, among them the one at `current`.

    Styles: `claim` where one covers the text; `current`; `overlap` for each further claim; `selection`, which is drawn
    instead of `current`; `stand-in` for what is drawn in place of other characters. A claim does not reach over its
    line end, since an underlined blank behind each line would only unsettle the eye; a selection does.
    """
    changes = _depth_changes(line, marks)
    current = line.snapped(current[0], min(current[1], line.stop))
    selected = line.snapped(*selected)
    depth = 0
    for start, end in pairwise(sorted({line.start, line.stop, line.end, *changes, *current, *selected})):
        depth += changes[start]
        is_selected = selected[0] <= start < selected[1]
        is_current = current[0] <= start < current[1]
        styles = _styles(depth, is_current, is_selected)
        for part in line.drawn(start, end):
            yield Piece(part.text, (*styles, "stand-in") if part.stands_in else styles)


def _styles(depth: int, is_current: bool, is_selected: bool) -> tuple[str, ...]:
    claim = ("claim",) if depth else ()
    current = ("current",) if is_current and not is_selected else ()
    overlap = ("overlap",) * min(max(0, depth - 1), DEEPEST)
    return claim + current + overlap + (("selection",) if is_selected else ())


def margin_pieces(line: Line, starting: Iterable[Mark], current: Mark | None) -> Iterator[Piece]:
    """The margin of `line`: the pointer and the sign of the current claim if it starts here, else signs of others.

    `starting` are the marks that start in the line; two signs have room, and more are told by an ellipsis.
    """
    if current is not None and line.start <= current.start < line.end:
        yield from (_sign(current), Piece(POINTER, ("pointer",)))
    else:
        signs = [_sign(mark) for mark in starting if mark.sign]
        if len(signs) > 2:
            signs[1:] = [Piece("…", ("neutral",))]
        yield from [Piece(" "), Piece(" "), *signs][-2:]
    yield Piece(" ")


def thumb_rows(total: int, height: int, top: int) -> range:
    """Which of the `height` rows in view show what part of all `total` rows is in view; none if that is all."""
    if total <= height:
        return range(0)
    length = max(1, height * height // total)
    start = round((height - length) * top / (total - height))
    return range(start, start + length)


def _depth_changes(line: Line, marks: Iterable[Mark]) -> Counter[int]:
    """By how much the number of claims that cover the text changes, by offset."""
    changes: Counter[int] = Counter()
    for mark in marks:
        start, end = line.snapped(mark.start, min(mark.end, line.stop))
        changes[start] += 1
        changes[end] -= 1
    return changes


def _sign(mark: Mark) -> Piece:
    """The sign in its one cell; a scheme may have chosen a character that takes two, or none."""
    drawn = glyph(mark.sign or " ")
    return Piece(drawn.parts[0].text if drawn.cells == 1 else "•", (mark.tone,))
