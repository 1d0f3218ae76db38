"""What the agreement screen says, row by row: each coefficient on its scale, each pair, and where they part."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from annotate.agreement import Undefined, Value
from annotate.domain import Facet
from annotate.report import FacetAgreement, Mark, Parting, facet_forest, facet_reading, forest_lines, method_sentences
from annotate.tui.telling import many
from annotate.tui.widgets.rows import MARGIN, Cell, Row, cell, paragraph, width_of
from annotate.work import Watched

TOLD = 6
"""Cells of a value in three decimals; with a sign before it, too."""

STEPS = "▁▂▃▄▅▆▇█"
"""From no agreement to full agreement, a step an eighth: what a heat map's colours say, without colour."""

READ = 12
"""Rows that the reading in words may take."""

LONGEST = 100
"""Cells of a scale: on a longer one the eye loses the row."""

PAIRS_NAMED = 12
"""Reviewers whose pairs are listed; those of more stand in the report."""

PARTED = 34
"""Cells that the list of partings needs at least to stand beside the pairs."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is watched, on which facet, and which of the partings is marked."""

    facet: Facet
    watched: Watched
    marked: int


def page(shown: Shown, width: int, height: int) -> list[Row]:
    """The rows; those that are marked stay in view."""
    room = max(1, width - 2 * MARGIN.cells)
    agreement = shown.watched.agreement
    if agreement is None or not agreement.judgements:
        return _nothing(shown.facet, room)
    top = [(), _counts(agreement, room), (), *_forest(agreement, room), *_methods(agreement, room), ()]
    rows = [*top, *_below(shown, agreement, room, max(2, height - len(top)))]
    said = paragraph(facet_reading(agreement), min(LONGEST, room), READ)
    return [*rows, (), *([MARGIN, *line] for line in said)] if len(rows) + 1 + len(said) <= height else rows


def _nothing(facet: Facet, width: int) -> list[Row]:
    said = f"Nobody has answered {facet.name or facet.id} yet. As soon as somebody does, it is measured here."
    return [(), *([MARGIN, *line] for line in paragraph(said, width, 3))]


def _counts(agreement: FacetAgreement, width: int) -> Row:
    left_out = sum(agreement.left_out.values())
    told = (
        f"{agreement.facet}, {agreement.level}",
        f"{agreement.pairable_units:,} of {many(agreement.units, 'claim')} in common",
        many(len(agreement.reviewers), "reviewer"),
        f"{left_out:,} left out" if left_out else "",
    )
    return [MARGIN, cell("   ".join(part for part in told if part), most=width)]


def _forest(agreement: FacetAgreement, width: int) -> Iterator[Row]:
    """A row a coefficient: its name, its value, its place on the scale, its interval."""
    forest = facet_forest(agreement)
    ends = [_ends(mark) for mark in forest.marks]
    names = max(len(mark.name) for mark in forest.marks)
    room = min(LONGEST, width - names - TOLD - 4 - max(map(len, ends)) - 2)
    scale, *lines = [*forest_lines(forest, room)] or [""] * (len(ends) + 1)
    yield [MARGIN, Cell(" " * (names + TOLD + 4), names + TOLD + 4), cell(scale, "quiet")]
    for mark, line, end in zip(forest.marks, lines, ends, strict=True):
        value = "–" if mark.value is None else f"{mark.value:.3f}"
        name = cell(f"{mark.name:<{names}}  ")
        yield [MARGIN, name, cell(f"{value:>{TOLD}}  ", "strong"), *_drawn(line), cell(f"  {end}", "quiet")]


def _methods(agreement: FacetAgreement, width: int) -> Iterator[Row]:
    """How the intervals were found, and the first of what warns of them."""
    said = " ".join(method_sentences(agreement.coefficients)[:2])
    yield from ([MARGIN, *line] for line in paragraph(said, width, 2, "quiet") if said)


def _drawn(line: str) -> Iterator[Cell]:
    """A line of the plot, the rules behind it quieter than what is drawn on it."""
    for part in re.findall(r"[ ·]+|[^ ·]+", line):
        yield Cell(part, len(part), "rule" if part[0] in " ·" else "accent")


def _ends(mark: Mark) -> str:
    return f"{mark.ends[0]:.3f} to {mark.ends[1]:.3f}" if mark.ends else ""


def _below(shown: Shown, agreement: FacetAgreement, width: int, height: int) -> list[Row]:
    """The pairs with the partings beside them where there is room, else below one another."""
    pairs = _pairs(agreement, width)
    beside = width - max(map(width_of, pairs), default=0) - 3
    if pairs and beside >= PARTED:
        widest = width - beside
        parted = _partings(shown, agreement, beside, height)
        return [_joined(left, right, widest) for left, right in zip_longest(pairs[:height], parted, fillvalue=())]
    parted = _partings(shown, agreement, width, max(3, height - len(pairs) - 1))
    return [*([MARGIN, *row] for row in parted), (), *([MARGIN, *row] for row in pairs)][:height]


def _joined(left: Row, right: Row, widest: int) -> Row:
    gap = widest - width_of(left)
    return [MARGIN, *left, Cell(" " * gap, gap), *right]


def _pairs(agreement: FacetAgreement, width: int) -> list[Row]:
    """Cohen's kappa of each two reviewers, as a number and as a step."""
    people = list(agreement.reviewers)
    shown = people[: min(PAIRS_NAMED, (width - 14) // (TOLD + 2))]
    if len(shown) < 2:
        return []
    found = {(pair.a, pair.b): pair.cohen_kappa for pair in agreement.pairs}
    head: Row = [cell(f"{'kappa':<12}", "quiet"), *(_right(name) for name in shown[1:])]
    rows = [_pair_row(found, shown, place) for place in range(len(shown) - 1)]
    more = len(people) - len(shown)
    return [head, *rows, *([[cell(f"and {many(more, 'reviewer')} more in the report", "quiet")]] if more else [])]


def _pair_row(found: dict[tuple[str, str], Value], shown: Sequence[str], place: int) -> Row:
    name = cell(shown[place], most=11)
    blank = Cell(" " * (12 - name.cells), 12 - name.cells)
    empty = Cell(" " * (TOLD + 2) * place, (TOLD + 2) * place)
    return [name, blank, empty, *(_kappa(found.get((shown[place], other))) for other in shown[place + 1 :])]


def _right(text: str) -> Cell:
    name = cell(text, most=TOLD)
    gap = TOLD + 2 - name.cells
    return Cell(" " * gap + name.text, TOLD + 2, "quiet")


def _kappa(value: Value | None) -> Cell:
    if value is None or isinstance(value, Undefined):
        return Cell(f"{'–':>{TOLD + 2}}", TOLD + 2, "quiet")
    step = STEPS[max(0, min(len(STEPS) - 1, int(value * len(STEPS))))]
    return Cell(f"{step} {float(round(value, 2)):.2f}".rjust(TOLD + 2), TOLD + 2)


def _partings(shown: Shown, agreement: FacetAgreement, width: int, height: int) -> list[Row]:
    """A heading, then a row for each two labels, the marked one in view."""
    parted = agreement.partings
    if not parted:
        return [[cell("They part on no claim.", most=width)]]
    room = max(1, height - 1)
    first = max(0, min(shown.marked - room // 2, len(parted) - room))
    listed = enumerate(parted[first : first + room], first)
    return [[cell("where they part", "quiet")], *(_parting(shown, one, place, width) for place, one in listed)]


def _parting(shown: Shown, parting: Parting, place: int, width: int) -> Row:
    pointer = Cell("▶ " if place == shown.marked else "  ", 2, "accent")
    told = many(parting.units, "claim")
    names = cell(" against ".join(map(named(shown.facet), parting.labels)), most=max(1, width - len(told) - 5))
    gap = max(2, width - 3 - names.cells - len(told))
    return [pointer, names, Cell(" " * min(gap, 3), min(gap, 3)), cell(told, "quiet")]


def named(facet: Facet) -> Callable[[str], str]:
    """The name of a label of the facet, or its id where the scheme does not know it."""

    def name(label: str) -> str:
        known = facet.label(label)
        return known.name if known else label

    return name
