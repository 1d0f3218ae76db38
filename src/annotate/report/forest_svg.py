"""A forest plot as inline SVG.

Drawn by hand: it is forty lines, and a plotting library would bring megabytes, fonts of its own and a clock. Places
along the scale are percentages and sizes are pixels, so that it fits a telephone and a page with the same letters.
"""

from collections.abc import Iterator

from annotate.report.figures import ticked
from annotate.report.html_words import words
from annotate.report.sections import Forest, Mark

ROW, SCALE = 40, 22
"""Pixels that a mark and the scale above all marks take."""


def forest_svg(forest: Forest, name: str, title: str) -> Iterator[str]:
    """The lines of the picture; `name` is what its ids begin with, `title` what a screen reader calls it."""
    height = SCALE + ROW * len(forest.marks)
    yield f'<svg role="img" width="100%" height="{height}" aria-labelledby="{name}-title {name}-desc">'
    yield f'<title id="{name}-title">{words(title)}</title>'
    yield f'<desc id="{name}-desc">{words(_described(forest))}</desc>'
    yield from _scale(forest, height)
    for place, mark in enumerate(forest.marks):
        yield from _row(forest, mark, SCALE + ROW * place)
    yield "</svg>"


def _described(forest: Forest) -> str:
    ends = " and a line for its interval" if any(mark.ends for mark in forest.marks) else ""
    scale = f"on a scale from {ticked(forest.ticks[0])} to 1"
    return f"A dot for each value{ends}, {scale}; the numbers are in the table that follows."


def _scale(forest: Forest, height: int) -> Iterator[str]:
    for tick in forest.ticks:
        at = _along(forest, tick)
        yield f'<line class="rule" x1="{at}" x2="{at}" y1="{SCALE - 4}" y2="{height}"/>'
        yield f'<text class="tick" x="{at}" y="12" text-anchor="middle">{ticked(tick)}</text>'


def _row(forest: Forest, mark: Mark, top: int) -> Iterator[str]:
    lane = top + 28
    yield f'<text x="0" y="{top + 15}">{words(mark.name)}</text>'
    yield f'<text x="100%" y="{top + 15}" text-anchor="end">{mark.told}</text>'
    if mark.value is None:
        return
    if mark.ends is not None:
        low, high = (_along(forest, end) for end in mark.ends)
        yield f'<line class="bar" x1="{low}" x2="{high}" y1="{lane}" y2="{lane}"/>'
        yield from (f'<line class="bar" x1="{at}" x2="{at}" y1="{lane - 5}" y2="{lane + 5}"/>' for at in (low, high))
    yield f'<circle class="dot" cx="{_along(forest, mark.value)}" cy="{lane}" r="5"/>'


def _along(forest: Forest, value: float) -> str:
    return f"{forest.along(value):.2%}"
