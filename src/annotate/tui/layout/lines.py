"""A wrapped text: from offsets to rows and cells, and back."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from annotate.tui.layout.clusters import NEWLINE, is_plain
from annotate.tui.layout.glyphs import Glyph, Part, line_end
from annotate.tui.layout.wrapping import placed, wrap


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a wrapped text: `text[start:end)`, of which `[stop, end)` is the line end, if there is one.

    `edges` are the offsets at which its clusters start, and `stop`; `cells` the first cell of each, and the cell
    behind the last, which the line end takes. `glyphs` are what is drawn, None where each cluster is drawn as it is.
    """

    text: str
    start: int
    stop: int
    end: int
    edges: Sequence[int]
    cells: Sequence[int]
    glyphs: Sequence[Glyph] | None

    @property
    def width(self) -> int:
        """Cells that the line takes, without its line end."""
        return self.cells[-1]

    def cell_of(self, offset: int) -> int:
        """First cell of the cluster at `offset`, `start <= offset <= end`."""
        return self.cells[bisect_right(self.edges, offset) - 1]

    def offset_of(self, cell: int) -> int:
        """Start of the cluster drawn at `cell`; behind the last one the line end, or that last one if there is none."""
        last = len(self.edges) - 1 if self.stop < self.end else max(0, len(self.edges) - 2)
        return self.edges[min(last, max(0, bisect_right(self.cells, cell) - 1))]

    def snapped(self, start: int, end: int) -> tuple[int, int]:
        """What of `[start, end)` is in this line, widened to whole clusters: half of one cannot be drawn.

        Nothing is `(self.start, self.start)`.
        """
        low, high = max(start, self.start), min(end, self.end)
        if low >= high:
            return self.start, self.start
        first = self.edges[bisect_right(self.edges, low) - 1]
        return first, self.end if high > self.stop else self.edges[bisect_left(self.edges, high)]

    def drawn(self, start: int, end: int) -> Iterator[Part]:
        """What is drawn for `[start, end)`, both edges of clusters of this line; neighbours of a kind are one part."""
        for stands_in, parts in groupby(self._parts(start, end), attrgetter("stands_in")):
            yield Part("".join(part.text for part in parts), stands_in)

    def _parts(self, start: int, end: int) -> Iterator[Part]:
        stop = min(end, self.stop)
        if self.glyphs is None and start < stop:
            yield Part(self.text[start:stop])
        elif self.glyphs is not None:
            first, last = bisect_left(self.edges, start), bisect_left(self.edges, stop)
            for shown in self.glyphs[first:last]:
                yield from shown.parts
        if self.stop < end:
            yield from line_end(self.text[self.stop : self.end]).parts


class Layout:
    """`text` wrapped to `width` cells: `starts` are the offsets of its rows."""

    def __init__(self, text: str, width: int) -> None:
        self.text = text
        self.width = width
        self.starts = wrap(text, width)

    def __len__(self) -> int:
        """The number of rows, at least one."""
        return len(self.starts)

    def row_of(self, offset: int) -> int:
        """The row that holds the code point at `offset`; the last one holds the end of the text."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def bounds(self, row: int) -> tuple[int, int]:
        """`[start, end)` of a row; the rows tile the text."""
        end = self.starts[row + 1] if row + 1 < len(self.starts) else len(self.text)
        return self.starts[row], end

    def line(self, row: int) -> Line:
        """What stands in a row, `0 <= row < len(self)`."""
        start, end = self.bounds(row)
        stop = start + len(_without_line_end(self.text[start:end]))
        if is_plain(self.text, start, stop):
            return Line(self.text, start, stop, end, range(start, stop + 1), range(stop - start + 1), None)
        edges, cells, glyphs = [start], [0], []
        for cluster, cell, drawn in placed(self.text, start, stop, self.width):
            edges.append(edges[-1] + len(cluster))
            cells.append(cell + drawn.cells)
            glyphs.append(drawn)
        return Line(self.text, start, stop, end, edges, cells, glyphs)


@lru_cache(maxsize=8)
def wrapped(text: str, width: int) -> Layout:
    """The layout of `text` at `width` cells, kept for the texts and widths last shown."""
    return Layout(text, width)


def _without_line_end(line: str) -> str:
    newline = NEWLINE.search(line, max(0, len(line) - 2))
    return line[: newline.start()] if newline else line
