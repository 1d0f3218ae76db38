"""Words around what was found in them, wrapped into a few rows, with the finds standing out."""

from collections.abc import Iterator, Sequence

from annotate.domain import printable
from annotate.tui.layout import Layout, Line
from annotate.tui.widgets.rows import Cell, Row

Spans = Sequence[tuple[int, int]]


def emphasised(text: str, places: Spans, width: int, rows: int) -> list[Row]:
    """At most `rows` rows of the text, from where its first place is well in view; `places` are `[start, end)`."""
    layout = Layout(printable(text), max(1, width - 2))  # an ellipsis has room at either end
    first = _row_of(layout, places[0][0]) if places else 0
    top = max(0, min(first, len(layout) - rows))
    shown = [layout.line(row) for row in range(top, min(top + rows, len(layout)))]
    found = [list(_cells(line, places)) for line in shown]
    if found and top:
        found[0] = [Cell("…", 1, "quiet"), *found[0]]
    if found and top + rows < len(layout):
        found[-1] = [*found[-1], Cell("…", 1, "quiet")]
    return list(found)


def _row_of(layout: Layout, offset: int) -> int:
    return next((row for row in range(len(layout)) if offset < layout.line(row).end), 0)


def _cells(line: Line, places: Spans) -> Iterator[Cell]:
    at = line.start
    for start, end in places:
        low, high = line.snapped(start, end)
        low, high = max(low, at), min(high, line.stop)
        if low < high:
            yield _cell(line, at, low, strong=False)
            yield _cell(line, low, high, strong=True)
            at = high
    yield _cell(line, at, line.stop, strong=False)


def _cell(line: Line, start: int, end: int, *, strong: bool) -> Cell:
    drawn = "".join(part.text for part in line.drawn(start, end))
    return Cell(drawn, line.cell_of(end) - line.cell_of(start), "own" if strong else "plain")
