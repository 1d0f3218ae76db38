"""Which labels are taken for which: what others say of a unit where one says this."""

from collections.abc import Iterator

from annotate.agreement import Study
from annotate.report.sections import Heat, Table

CONFUSED = range(2, 8)
"""Numbers of labels whose confusion can be read at a glance, and fits."""


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
