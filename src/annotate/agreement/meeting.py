"""What those who read the same documents marked there: sums that every coefficient of spans is a function of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from itertools import combinations

from annotate.agreement.lengths import LengthCoincidences, Lengths, coincidences, plus
from annotate.agreement.span_f1 import Shared, shares
from annotate.agreement.spans import MARKED, Continuum, Unit, in_one_row, merged, without_labels

Shares = Mapping[tuple[str, str | None], Shared]
"""(Measure, label) → what is shared; the label None is that of spans whatever their label."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One or more documents as two or more reviewers marked them.

    `read` is the length of what was read, summed over reviewers; `spans` counts their marks by label. `shares` are
    summed over pairs of reviewers. `lengths` are by label, and of no use where in some documents (`overlapping`) spans
    of different labels of one reviewer overlap; `layers` are those of each label by itself, `binary` those of spans
    whatever their label. `crowded` documents were read by more than two.
    """

    documents: int = 0
    read: int = 0
    spans: Mapping[str, int] = field(default_factory=dict)
    shares: Shares = field(default_factory=dict)
    lengths: LengthCoincidences = field(default_factory=dict)
    layers: Mapping[str, Lengths] = field(default_factory=dict)
    binary: Lengths = field(default_factory=Lengths)
    overlapping: int = 0
    crowded: int = 0

    @classmethod
    def of(cls, continuum: Continuum) -> "Meeting":
        """One document, and all who read it: two or more."""
        marked, length = list(continuum.units.values()), continuum.length
        rows = [row for row in map(in_one_row, marked) if row is not None]
        is_whole = len(rows) == len(marked)
        labels = sorted({unit.label for units in marked for unit in units})
        return cls(
            documents=1,
            read=length * len(marked),
            spans={label: sum(unit.label == label for units in marked for unit in units) for label in labels},
            shares=_shares(marked),
            lengths=coincidences(length, rows) if is_whole else {},
            layers={label: _alone(length, [_labelled(units, label) for units in marked]) for label in labels},
            binary=_alone(length, marked),
            overlapping=int(not is_whole),
            crowded=int(len(marked) > 2),
        )

    def plus(self, other: "Meeting", sign: int = 1) -> "Meeting":
        """Both together; with the sign -1, this one without the other, which is part of it."""
        return Meeting(
            documents=self.documents + sign * other.documents,
            read=self.read + sign * other.read,
            spans=_counted(self.spans, other.spans, sign),
            shares=_shared(self.shares, other.shares, sign),
            lengths=plus(self.lengths, other.lengths, sign),
            layers=plus(self.layers, other.layers, sign),
            binary=plus({MARKED: self.binary}, {MARKED: other.binary}, sign)[MARKED],
            overlapping=self.overlapping + sign * other.overlapping,
            crowded=self.crowded + sign * other.crowded,
        )


def together(meetings: Iterable[Meeting]) -> Meeting:
    """All of them as one."""
    return reduce(Meeting.plus, meetings, Meeting())


def _alone(length: int, marked: Sequence[Sequence[Unit]]) -> Lengths:
    """The lengths of what each of them marked, whatever its label."""
    rows = [merged(without_labels(units)) for units in marked]
    return coincidences(length, rows).get(MARKED, Lengths())


def _labelled(units: Iterable[Unit], label: str) -> list[Unit]:
    return [unit for unit in units if unit.label == label]


def _shares(marked: Sequence[Sequence[Unit]]) -> dict[tuple[str, str | None], Shared]:
    found: dict[tuple[str, str | None], Shared] = {}
    for first, second in combinations(marked, 2):
        found = _shared(found, shares(first, second), 1)
    return found


def _shared(one: Shares, other: Shares, sign: int) -> dict[tuple[str, str | None], Shared]:
    none = Shared()
    kinds = dict.fromkeys((*one, *other))
    return {kind: one.get(kind, none).plus(other.get(kind, none), sign) for kind in kinds}


def _counted(one: Mapping[str, int], other: Mapping[str, int], sign: int) -> dict[str, int]:
    return {label: one.get(label, 0) + sign * other.get(label, 0) for label in sorted(one.keys() | other.keys())}
