"""A forest plot in characters: a line for each row, on a ruled scale."""

from collections.abc import Iterator, Sequence

from annotate.report.figures import ticked
from annotate.report.sections import Forest, Mark

LEAST = 21
"""Cells under which a scale says nothing."""


def forest_lines(forest: Forest, width: int) -> Iterator[str]:
    """The scale, then the line of each mark, all `width` cells wide at most; nothing where there is no room."""
    if width < LEAST:
        return
    cells = [_cell(forest, tick, width) for tick in forest.ticks]
    yield _scale(forest.ticks, cells, width)
    for mark in forest.marks:
        yield _line(forest, mark, cells, width)


def _cell(forest: Forest, value: float, width: int) -> int:
    return round(forest.along(value) * (width - 1))


def _scale(ticks: Sequence[float], cells: Sequence[int], width: int) -> str:
    line = [" "] * width
    for tick, cell in zip(ticks, cells, strict=True):
        told = ticked(tick)
        start = min(max(0, cell - (len(told) - 1) // 2), width - len(told))
        line[start : start + len(told)] = told
    return "".join(line).rstrip()


def _line(forest: Forest, mark: Mark, cells: Sequence[int], width: int) -> str:
    line = [" "] * width
    for cell in cells:
        line[cell] = "·"
    if mark.value is None:
        return "".join(line)
    if mark.ends is not None:
        low, high = (_cell(forest, end, width) for end in mark.ends)
        line[low : high + 1] = "├" + "─" * (high - low - 1) + "┤" if high > low else "│"
    line[_cell(forest, mark.value, width)] = "●"
    return "".join(line)
