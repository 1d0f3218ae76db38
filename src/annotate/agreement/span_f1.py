"""F1 of spans: how far what two reviewers marked is the same, where nobody can count what neither marked."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from typing import NamedTuple

from annotate.agreement.spans import Unit, by_label, merged, without_labels
from annotate.agreement.undefined import Undefined, Value

NO_SPAN = Undefined("neither marked anything of the kind")


class Shared(NamedTuple):
    """How much two reviewers marked in common, and how much each of them marked; adds up over documents."""

    both: int = 0
    first: int = 0
    second: int = 0

    def plus(self, other: "Shared", sign: int = 1) -> "Shared":
        """Both together; with the sign -1, this one without the other."""
        return Shared(*(one + sign * more for one, more in zip(self, other, strict=True)))


def f1(shared: Shared) -> Value:
    """Twice what both marked over what each marked: the harmonic mean of precision and recall, whichever is the gold.

    It is the specific agreement on what is marked, and what kappa comes to where what is not marked has no number.
    Hripcsak, G. and Rothschild, A. S. (2005), Agreement, the F-measure, and reliability in information retrieval,
    Journal of the American Medical Informatics Association 12(3), 296-298.
    """
    marked = shared.first + shared.second
    return Fraction(2 * shared.both, marked) if marked else NO_SPAN


def exact(first: Sequence[Unit], second: Sequence[Unit]) -> Shared:
    """Spans with the same two bounds."""
    ours, theirs = set(without_labels(first)), set(without_labels(second))
    return Shared(len(ours & theirs), len(ours), len(theirs))


def partial(first: Sequence[Unit], second: Sequence[Unit]) -> Shared:
    """Spans that overlap by a character or more, one with one: as many pairs as can be made."""
    ours, theirs = (sorted(without_labels(units), key=_by_end) for units in (first, second))
    return Shared(_matched(ours, theirs), len(ours), len(theirs))


def character(first: Sequence[Unit], second: Sequence[Unit]) -> Shared:
    """Code points that are marked, however many spans of one reviewer hold them."""
    ours, theirs = merged(without_labels(first)), merged(without_labels(second))
    return Shared(_overlap(ours, theirs), _covered(ours), _covered(theirs))


MEASURES: Mapping[str, Callable[[Sequence[Unit], Sequence[Unit]], Shared]] = {
    "exact": exact,
    "partial": partial,
    "character": character,
}
"""Name of a measure → what two reviewers share by it, whatever the labels."""


def shares(first: Sequence[Unit], second: Sequence[Unit]) -> dict[tuple[str, str | None], Shared]:
    """(Measure, label) → what the two share of that label, or with the label None of spans whatever their label."""
    ours, theirs = by_label(first), by_label(second)
    found: dict[tuple[str, str | None], Shared] = {}
    for name, measure in MEASURES.items():
        found[name, None] = measure(first, second)
        for label in sorted(ours.keys() | theirs.keys()):
            found[name, label] = measure(ours.get(label, []), theirs.get(label, []))
    return found


def labelled(found: Mapping[tuple[str, str | None], Shared], measure: str) -> Shared:
    """What the two share by that measure with the same label."""
    of_a_label = [shared for (name, label), shared in found.items() if name == measure and label is not None]
    return reduce(Shared.plus, of_a_label, Shared())


def _by_end(unit: Unit) -> tuple[int, int]:
    return unit.end, unit.start


def _matched(ours: Sequence[Unit], theirs: Sequence[Unit]) -> int:
    """The most pairs that overlap: who ends first takes, of those that he overlaps, the one that ends first.

    No other choice does better, since whatever else that one overlaps reaches as far as what he would leave to it.
    """
    left = list(theirs)
    ends = [unit.end for unit in left]
    longest = max((unit.end - unit.start for unit in left), default=0)
    pairs = 0
    for unit in ours:
        place = next(_overlapping(unit, left, bisect_right(ends, unit.start), longest), None)
        if place is not None:
            pairs += 1
            del left[place], ends[place]
    return pairs


def _overlapping(unit: Unit, left: Sequence[Unit], place: int, longest: int) -> Iterator[int]:
    """Where those stand that overlap `unit`, among `left` from `place` on, where they end behind its start."""
    while place < len(left) and left[place].end - longest < unit.end:
        if left[place].start < unit.end:
            yield place
        place += 1


def _covered(units: Iterable[Unit]) -> int:
    return sum(unit.end - unit.start for unit in units)


def _overlap(ours: Sequence[Unit], theirs: Sequence[Unit]) -> int:
    """The code points that both rows of disjoint units hold."""
    at = shared = 0
    for unit in ours:
        while at < len(theirs) and theirs[at].end <= unit.start:
            at += 1
        place = at
        while place < len(theirs) and theirs[place].start < unit.end:
            shared += min(unit.end, theirs[place].end) - max(unit.start, theirs[place].start)
            place += 1
    return shared
