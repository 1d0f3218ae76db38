"""Which labels are taken for which: what others say of a unit where one says this."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from annotate.agreement import Study
from annotate.report.sections import Heat, Table

CONFUSED = range(2, 8)
"""Numbers of labels whose confusion can be read at a glance, and fits."""

FIRST = 10
"""Partings that are named in words."""


def confusion(study: Study) -> tuple[tuple[int, ...], ...]:
    """Label by label, in declared order: in how many ordered pairs of judgements on one unit the one says the row's
    label and the other the column's. Empty where there are too few labels for one, or too many.
    """
    places = range(len(study.labels))
    if len(study.labels) not in CONFUSED:
        return ()
    counts = [[0] * len(study.labels) for _ in places]
    for profile, units in study.pairable.items():
        for row in places:
            for column in places:
                counts[row][column] += units * profile[row] * (profile[column] - (row == column))
    return tuple(map(tuple, counts))


@dataclass(frozen=True, slots=True)
class Parting:
    """Two labels, in declared order, and the number of units to which reviewers gave both."""

    labels: tuple[str, str]
    units: int


def partings(study: Study) -> tuple[Parting, ...]:
    """Every two labels that were given to one unit, those on most units first."""
    counted: Counter[tuple[int, ...]] = Counter()
    for profile, units in study.pairable.items():
        given = [place for place, count in enumerate(profile) if count]
        for pair in combinations(given, 2):
            counted[pair] += units
    order = sorted(counted, key=lambda pair: (-counted[pair], pair))
    return tuple(Parting((study.labels[a], study.labels[b]), counted[a, b]) for a, b in order)


def parting_tables(found: Sequence[Parting]) -> Iterator[Table]:
    """The commonest, where there is any."""
    if found:
        rows = tuple((*one.labels, f"{one.units:,}") for one in found[:FIRST])
        more = f"{len(found) - FIRST:,} more were given to one unit, seldomer." if len(found) > FIRST else ""
        notes = (more,) if more else ()
        yield Table("Labels given to one and the same unit", ("One label", "another", "Units"), rows, 2, notes)


def confusion_tables(labels: tuple[str, ...], counts: tuple[tuple[int, ...], ...]) -> Iterator[Table]:
    """The table, where there is something to confuse."""
    if not any(map(any, counts)):
        return
    shares = [[n / sum(row) if any(row) else None for n in row] for row in counts]
    yield Table(
        caption="Where one says the row's label, how often another says the column's",
        head=("", "Pairs", *(str(place) for place, _ in enumerate(labels, 1))),
        rows=tuple(
            (f"{place} {label}", f"{sum(row):,}", *("–" if share is None else f"{share:.1%}" for share in told))
            for place, (label, row, told) in enumerate(zip(labels, counts, shares, strict=True), 1)
        ),
        picture=Heat(tuple((None, *told) for told in shares)),
    )
