"""Whether two reviewers agree more often the surer both are."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from annotate.agreement.undefined import Undefined, Value

ALIKE = Undefined("all pairs agree, or none does, or all are as sure, so that nothing rises or falls")


class Sureness:
    """Adds up the pairs of judgements of one unit, by the lower of the two confidences."""

    def __init__(self) -> None:
        self.unsaid = 0
        self._units: Counter[int] = Counter()
        self._pairs: Counter[tuple[int, bool]] = Counter()

    def add(self, judged: Mapping[str, tuple[str, int]]) -> None:
        """Counts a unit: reviewer → his label and his confidence, 0 where he said none."""
        lower = set()
        for (label, sure), (other, as_sure) in combinations(judged.values(), 2):
            if sure and as_sure:
                lower.add(min(sure, as_sure))
                self._pairs[min(sure, as_sure), label == other] += 1
            else:
                self.unsaid += 1
        self._units.update(lower)

    def steps(self) -> tuple["Step", ...]:
        """Each confidence that was the lower one of a pair, from the lowest up."""
        found = sorted({sure for sure, _ in self._pairs})
        return tuple(Step(s, self._units[s], self._pairs[s, True], self._pairs[s, False]) for s in found)


@dataclass(frozen=True, slots=True)
class Step:
    """The pairs whose lower confidence is this one, on so many units: how many agree, and how many do not."""

    confidence: int
    units: int
    agreeing: int
    differing: int

    @property
    def pairs(self) -> int:
        """The number of pairs."""
        return self.agreeing + self.differing

    @property
    def agreement(self) -> Fraction:
        """The share of the pairs that agree."""
        return Fraction(self.agreeing, self.pairs)


def rise(steps: tuple[Step, ...]) -> Value:
    """Goodman and Kruskal's gamma of agreement and the lower confidence, in [-1, 1].

    Of two pairs, one that agrees and one that does not, and that are not as sure: how much oftener the agreeing one is
    the surer. Goodman, L. A. and Kruskal, W. H. (1954), Measures of association for cross classifications, Journal of
    the American Statistical Association 49(268), 732-764.
    """
    surer = sum(high.agreeing * low.differing for low, high in combinations(steps, 2))
    less_sure = sum(low.agreeing * high.differing for low, high in combinations(steps, 2))
    return Fraction(surer - less_sure, surer + less_sure) if surer + less_sure else ALIKE
