"""A text and a width in cells → where each line starts. Greedy, by word, never inside a cluster."""

import unicodedata
from collections.abc import Iterator

from annotate.tui.layout.clusters import NEWLINE, clusters, is_plain
from annotate.tui.layout.glyphs import Glyph, glyph, spaces

TAB_STOP = 4
"""Cells from one tab stop to the next."""

BLANKS = frozenset(" \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000")
"""What may hang over the end of a line, where it is not seen."""

_BREAK_AFTER = BLANKS | {"\u200b"}
_GLUE = "\xa0\u2007\u202f\u2060\ufeff"
# What Chinese and Japanese printing keeps from the start of a line beyond closing brackets.
_NEVER_FIRST = frozenset("、。，．・：；？！ー々…‥％ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.:;?!%" + _GLUE)
_NEVER_LAST = frozenset(_GLUE)


def wrap(text: str, width: int) -> list[int]:
    """Offsets at which the lines of `text` start, `width` cells at most each.

    The lines tile the text: a line holds the blanks that it was broken at and its own line end. One blank may hang
    over, into cell `width`; only a cluster that is wider than the width stands in a line that is too wide. A line end
    at the very end of the text opens no further line; the empty text has one.
    """
    starts: list[int] = []
    for start, stop in _paragraphs(text):
        starts.append(start)
        while (start := _line_stop(text, start, stop, width)) < stop:
            starts.append(start)
    return starts


def placed(text: str, start: int, stop: int, width: int) -> Iterator[tuple[str, int, Glyph]]:
    """`(cluster, its first cell, what is drawn)` for the clusters of `text[start:stop]`, put from cell 0 onwards."""
    cell = 0
    for cluster in clusters(text, start, stop):
        drawn = spaces(_tab_cells(cell, width)) if cluster == "\t" else glyph(cluster)
        yield cluster, cell, drawn
        cell += drawn.cells


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """`(start, stop)` of what stands between line ends."""
    start = 0
    for newline in NEWLINE.finditer(text):
        yield start, newline.start()
        start = newline.end()
    if start < len(text) or not text:
        yield start, len(text)


def _line_stop(text: str, start: int, stop: int, width: int) -> int:
    """Where the line that starts at `start` ends, in a paragraph that ends at `stop`."""
    # One cell more than the width may hang over, and one code point more might combine with that one.
    if not is_plain(text, start, min(stop, start + width + 2)):
        return _cluster_line_stop(text, start, stop, width)
    edge = start + width
    if stop <= edge:
        return stop
    if text[edge] == " ":
        return edge + 1
    return text.rfind(" ", start, edge) + 1 or edge


def _cluster_line_stop(text: str, start: int, stop: int, width: int) -> int:
    at, cut, before = start, start, ""
    for cluster, cell, drawn in placed(text, start, stop, width):
        if before and _may_break(before, cluster):
            cut = at
        hangs = cell == width and drawn.cells == 1 and cluster in BLANKS
        if cell + drawn.cells > width and at > start and not hangs:
            return cut if cut > start else at
        at += len(cluster)
        before = cluster
    return stop


def _tab_cells(cell: int, width: int) -> int:
    """Cells from `cell` to the next tab stop, or to the end of the line, where one may hang over."""
    return min(TAB_STOP - cell % TAB_STOP, max(1, width - cell))


def _may_break(before: str, after: str) -> bool:
    if before[0] in _BREAK_AFTER:
        return True
    if before.isascii() and after.isascii():
        return False
    if before[-1] in _NEVER_LAST or after[0] in _NEVER_FIRST:
        return False
    if not (_is_wide(before) or _is_wide(after)):
        return False
    return unicodedata.category(before[0]) not in ("Ps", "Pi") and unicodedata.category(after[0]) not in ("Pe", "Pf")


def _is_wide(cluster: str) -> bool:
    return unicodedata.east_asian_width(cluster[0]) in ("W", "F")
