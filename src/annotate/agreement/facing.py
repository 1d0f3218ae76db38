"""One reviewer faces the others: his judgements beside every other judgement of the same units."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from annotate.agreement.cohen import cohen_kappa
from annotate.agreement.study import Confusion, Pair
from annotate.agreement.undefined import Undefined, Value

ALONE = Undefined("nobody else judged what this reviewer judged")


@dataclass(frozen=True, slots=True)
class Habit:
    """How often a reviewer gives a label, and how often the others do on the same units: shares of the comparisons."""

    label: str
    own: Fraction
    others: Fraction

    @property
    def times(self) -> Value:
        """How many times as often as the others he gives it."""
        return self.own / self.others if self.others else Undefined("the others never gave it where he judged")


def facing(pairs: Mapping[Pair, Confusion]) -> Mapping[str, Confusion]:
    """Reviewer → (his label, another's) → number of comparisons, pooled over all others who judged the same units."""
    tables: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for (a, b), given in pairs.items():
        tables[a].update(given)
        tables[b].update({(own, other): n for (other, own), n in given.items()})
    return {reviewer: dict(table) for reviewer, table in tables.items()}


def facing_kappa(table: Confusion) -> Value:
    """The kappa of one reviewer with the rest: Cohen's, on the pooled table.

    In [-1, 1]. With complete votes it is the kappa of one observer with the others of his group: the sum over the
    others of observed less expected agreement, over the sum of one less expected agreement. Schouten, H. J. A. (1982),
    Measuring pairwise interobserver agreement when all subjects are judged by the same observers, Statistica
    Neerlandica 36(2), 45-61. With missing votes another reviewer weighs as many units as both judged.
    """
    return cohen_kappa(table) if table else ALONE


def habits(table: Confusion) -> tuple[Habit, ...]:
    """How often he gives each label beside how often the others do, by label."""
    n = sum(table.values())
    own: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for (his, theirs), times in table.items():
        own[his] += times
        others[theirs] += times
    return tuple(Habit(label, Fraction(own[label], n), Fraction(others[label], n)) for label in sorted({*own, *others}))
