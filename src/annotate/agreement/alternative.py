"""The alternative annotator test: whether a model may stand in for a human.

Calderon, N., Reichart, R. and Dror, R. (2025), The Alternative Annotator Test for LLM-as-a-Judge: How to Statistically
Justify Replacing Human Annotators with LLMs, Proceedings of ACL 2025, 16051-16081 (arXiv 2501.10970).

Each human in turn is left out. On every unit that he, another human and the model judged, it is asked who is more like
the remaining humans, he or the model; a tie is a point for both. The model wins against him if it is significantly no
more than epsilon worse, and may stand in if it wins against half of the humans or more.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import copysign, inf, sqrt

from annotate.agreement.corrected import benjamini_yekutieli
from annotate.agreement.student import t_cdf
from annotate.agreement.study import Pattern
from annotate.agreement.undefined import Undefined, Value
from annotate.agreement.weights import Number

EPSILON = Fraction(3, 20)
"""What the model is spared for being cheap: 0.15, as the paper advises for skilled annotators (experts 0.2, a crowd
0.1)."""

LEAST_HUMANS = 3
"""With two the test only asks which of them the model is more like."""

LEAST_INSTANCES = 30
"""Below, the paper holds a t-test for unsound."""

LEVEL = 0.05
"""The false discovery rate that the corrected p-values are held against."""

HALF = Fraction(1, 2)

Scale = Mapping[str, Number]
"""Label → its place, where labels are compared by squared distance; empty where they are the same or not."""


@dataclass(slots=True)
class Contest:
    """The model against one human: units, points of either, and the sum and sum of squares of human less model."""

    instances: int = 0
    model: int = 0
    human: int = 0
    sum: int = 0
    squares: int = 0

    def add(self, model: bool, human: bool, units: int) -> None:
        """So many units on which the model, the human, or in a tie both have a point."""
        self.instances += units
        self.model += model * units
        self.human += human * units
        self.sum += (human - model) * units
        self.squares += (human != model) * units


@dataclass(frozen=True, slots=True)
class Versus:
    """The outcome against one human: advantage probabilities (points by units), and p as it is and corrected.

    The null hypothesis is that the model is worse than him by epsilon or more. None and no win where fewer than two
    units can be compared.
    """

    human: str
    instances: int
    model: Value
    advantage: Value
    p_value: float | None
    corrected: float | None
    wins: bool


@dataclass(frozen=True, slots=True)
class AlternativeTest:
    """The outcome: `winning_rate` is the share of the humans against whom the model wins, `advantage` the mean of its
    advantage probabilities, by which models are compared; `doubt` says why the outcome is not to be relied upon.

    `passed_over` are humans who met the model on too few units, where there are enough others.
    """

    epsilon: Fraction
    versus: tuple[Versus, ...]
    passed_over: tuple[str, ...]
    winning_rate: Value
    advantage: Value
    doubt: str | None

    @property
    def passes(self) -> bool:
        """Whether the model may stand in: it wins against half of the humans or more, and nothing is in doubt."""
        return self.doubt is None and isinstance(self.winning_rate, Fraction) and self.winning_rate >= HALF


def contests(
    patterns: Iterable[tuple[Pattern, int]], model: str, humans: Collection[str], scale: Scale
) -> Mapping[str, Contest]:
    """Human → his contest with the model, in one pass over (who gave which label to a unit, number of such units).

    With a `scale` likeness is the root mean square distance, and without one the share of the same label. Labels that
    have no place on the scale are left out.
    """
    found: defaultdict[str, Contest] = defaultdict(Contest)
    for pattern, units in patterns:
        ballot = {who: label for who, label in pattern if not scale or label in scale}
        judged = [who for who in ballot if who in humans]
        if model in ballot and len(judged) >= 2:
            for human in judged:
                rest = [ballot[who] for who in judged if who != human]
                ours, his = _unlike(ballot[model], rest, scale), _unlike(ballot[human], rest, scale)
                found[human].add(ours <= his, his <= ours, units)
    return dict(found)


def alternative_test(found: Mapping[str, Contest], epsilon: Fraction = EPSILON) -> AlternativeTest:
    """The test over a model's contests with the humans."""
    if not found:
        none = Undefined("no unit was judged by the model and two humans")
        return AlternativeTest(epsilon, (), (), none, none, none.reason)
    humans = _met(found)
    p_values = {human: p for human in humans if (p := p_value(found[human], epsilon)) is not None}
    corrected = dict(zip(p_values, benjamini_yekutieli(list(p_values.values())), strict=True))
    versus = tuple(_versus(human, found[human], p_values.get(human), corrected.get(human)) for human in humans)
    won = sum(one.wins for one in versus)
    advantage = sum((Fraction(found[h].model, found[h].instances) for h in humans), Fraction()) / len(humans)
    passed_over = tuple(sorted(found.keys() - set(humans)))
    return AlternativeTest(epsilon, versus, passed_over, Fraction(won, len(humans)), advantage, _doubt(versus))


def _met(found: Mapping[str, Contest]) -> list[str]:
    """Those who met the model on enough units, as the paper's own program has it; if they are too few, everybody."""
    enough = sorted(human for human, contest in found.items() if contest.instances >= LEAST_INSTANCES)
    return enough if len(enough) >= LEAST_HUMANS else sorted(found)


def p_value(contest: Contest, epsilon: Fraction) -> float | None:
    """How likely so good a model is if it were worse than the human by epsilon: one-sided paired t-test.

    Where all units say the same there is no spread: 0 if the model is less than epsilon worse, else 1. None for fewer
    than two units.
    """
    n = contest.instances
    if n < 2:
        return None
    behind = Fraction(contest.sum, n) - epsilon
    variance = Fraction(contest.squares * n - contest.sum**2, n * (n - 1))
    if not variance:
        return 0.0 if behind < 0 else 1.0
    return t_cdf(_root(behind, variance / n), n - 1)


def _root(behind: Fraction, variance: Fraction) -> float:
    return copysign(sqrt(behind**2 / variance), behind)


def _unlike(label: str, rest: Sequence[str], scale: Scale) -> Number:
    """How far a label is from those of the remaining humans: in the order of the paper's scores, turned round."""
    if not scale:
        return sum(label != other for other in rest)
    return sum((scale[label] - scale[other]) ** 2 for other in rest)


def _versus(human: str, contest: Contest, p: float | None, corrected: float | None) -> Versus:
    wins = (inf if corrected is None else corrected) <= LEVEL
    model, own = Fraction(contest.model, contest.instances), Fraction(contest.human, contest.instances)
    return Versus(human, contest.instances, model, own, p, corrected, wins)


def _doubt(versus: Sequence[Versus]) -> str | None:
    if len(versus) < LEAST_HUMANS:
        return f"the test asks for at least {LEAST_HUMANS} humans, and the model met {len(versus)}"
    least = min(one.instances for one in versus)
    if least < LEAST_INSTANCES:
        return f"the t-test asks for at least {LEAST_INSTANCES} units a human, and one has {least}"
    return None
