"""The units that every reviewer judged, as a table of values: what analyses of variance and of ranks ask for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotate.agreement.study import Pattern
from annotate.agreement.undefined import Undefined

Row = tuple[int, ...]
"""The values of one unit, in the order of the reviewers, as whole numbers in the same proportions."""

TOO_FEW = Undefined("fewer than two units were judged by every reviewer")
ONE_REVIEWER = Undefined("there are fewer than two reviewers")
NOT_KEPT = Undefined("who gave which value to which unit is not known, or is too much to keep")


@dataclass(frozen=True, slots=True)
class Complete:
    """`rows` maps a row to the number of units that have it; all rows are as long as there are `reviewers`."""

    rows: Mapping[Row, int]
    reviewers: int

    @property
    def units(self) -> int:
        """Number of units."""
        return sum(self.rows.values())


def complete(
    patterns: Mapping[Pattern, int], reviewers: Sequence[str], values: Mapping[str, int]
) -> Complete | Undefined:
    """The table of the units that all `reviewers` judged; `values` maps each label to its value."""
    if len(reviewers) < 2:
        return ONE_REVIEWER
    if not patterns:
        return NOT_KEPT
    rows: dict[Row, int] = {}
    for pattern, units in patterns.items():
        if len(pattern) == len(reviewers) and all(label in values for _, label in pattern):
            row = tuple(values[label] for _, label in pattern)
            rows[row] = rows.get(row, 0) + units
    found = Complete(rows, len(reviewers))
    return found if found.units > 1 else TOO_FEW
