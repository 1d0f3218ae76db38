"""A text under its heading, as one column of rows."""

from collections.abc import Iterator, Sequence

from annotate.tui.layout.lines import Layout, Line, wrapped


class Page:
    """`heading` (headline first), a blank row, then `text`, each wrapped to `width` cells; rows count from the top."""

    def __init__(self, heading: Sequence[str], text: str, width: int) -> None:
        self._heads = list(_heads(heading, width))
        self._body = wrapped(text, width)
        self.first = len(self._heads) + bool(self._heads)

    def __len__(self) -> int:
        """The number of rows."""
        return self.first + len(self._body)

    def head(self, row: int) -> tuple[int, Line] | None:
        """Which line of the heading a row above `first` shows, and what of it; None for the blank one."""
        return self._heads[row] if row < len(self._heads) else None

    def line(self, row: int) -> Line:
        """What a row of the text shows, `first <= row < len(self)`."""
        return self._body.line(row - self.first)

    def offset_of(self, row: int) -> int:
        """Where the text of a row starts, 0 for the rows of the heading."""
        return self._body.starts[row - self.first] if row >= self.first else 0

    def row_of(self, offset: int) -> int:
        """The row that shows the code point at `offset`."""
        return self.first + self._body.row_of(offset)

    def rows_of(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last row of `[start, end)`."""
        return self.row_of(start), self.row_of(max(start, end - 1))

    def beside(self, offset: int, rows: int) -> int:
        """The start of the cluster so many rows on (back, if negative), straight below; blank rows are passed over."""
        row = self.row_of(offset)
        cell = self.line(row).cell_of(offset)
        row += rows
        while self.first <= row < len(self):
            line = self.line(row)
            if line.text[line.start : line.stop].strip():
                return line.offset_of(min(cell, max(0, line.width - 1)))
            row += 1 if rows > 0 else -1
        return offset

    def cluster_at(self, row: int, cell: int) -> tuple[int, int]:
        """`(start, end)` of the cluster drawn at a cell; empty above, below and behind the text of a paragraph."""
        if row < self.first:
            return 0, 0
        if row >= len(self):
            return len(self._body.text), len(self._body.text)
        line = self.line(row)
        offset = line.offset_of(cell)
        return line.snapped(offset, offset + 1) if offset < line.stop else (offset, offset)


def _heads(heading: Sequence[str], width: int) -> Iterator[tuple[int, Line]]:
    for index, words in enumerate(heading):
        layout = Layout(words, width)
        for row in range(len(layout)):
            yield index, layout.line(row)
