"""The coefficients of a facet with more labels than a profile can hold."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from annotate.agreement import (
    NOMINAL,
    Bags,
    Distances,
    Undefined,
    Value,
    bags_ac1,
    bags_alpha,
    bags_brennan_prediger,
    bags_conger,
    bags_fleiss,
    bags_percent,
    doubled_ranks,
    linear_distances,
    number,
    pair_kappa,
    ratio_distances,
    squared,
    totals,
)
from annotate.report.coefficients import Coefficient
from annotate.report.measured import LEVELS, WEIGHTS

MEASURED = Undefined("the values are measured, not chosen among labels, so that no chance of picking one is known")
NO_SCALE = Undefined("the labels have no order")


class Many:
    """Bags with the distances between their labels, each made once."""

    def __init__(self, bags: Bags) -> None:
        self.bags = bags
        self._distances: dict[str, Distances] = {}

    def by(self, weights: str) -> Distances:
        """The distances that weights of that name, or alpha at the level of that name, speak of."""
        if weights not in self._distances:
            self._distances[weights] = self._made(weights)
        return self._distances[weights]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Label → its place among them."""
        return {label: place for place, label in enumerate(self.bags.labels)}

    @cached_property
    def numbers(self) -> list[Fraction]:
        """The numbers that the labels are, in their order; empty where one is none."""
        found = [value for value in map(number, self.bags.labels) if value is not None]
        return found if len(found) == len(self.bags.labels) else []

    @cached_property
    def _scale(self) -> Sequence[int | Fraction]:
        return range(len(self.bags.labels)) if self.bags.level in ("nominal", "ordinal") else self.numbers

    def _made(self, weights: str) -> Distances:
        if weights in ("identity", "nominal"):
            return NOMINAL
        if weights == "ordinal":
            return squared(doubled_ranks(totals(self.bags.pairable), len(self.bags.labels)))
        if weights == "ratio":
            return ratio_distances(self._scale)
        return linear_distances(self._scale) if weights == "linear" else squared(self._scale)


def own_of(many: Many) -> tuple[Coefficient, ...]:
    """Percent agreement, and every chance-corrected coefficient with the weights of the level."""
    level = many.bags.level
    return (_percent(many, "identity"), _alpha(many, level), *_kappas(many, WEIGHTS[level][0]))


def others_of(many: Many, light: Value) -> tuple[Coefficient, ...]:
    """The other definitions of percent agreement, alpha at the lower levels, and Light's kappa."""
    level, bags = many.bags.level, many.bags
    own = WEIGHTS[level][0]
    return (
        _counted(many, "percent_agreement_pairs", "identity", bags_percent(bags, NOMINAL, lambda n: n * (n - 1))),
        _counted(many, "percent_agreement_ratings", "identity", bags_percent(bags, NOMINAL, lambda n: n)),
        *([_counted(many, "light_kappa", own, light)] if len(bags.reviewers) > 2 else []),
        *(_alpha(many, other) for other in LEVELS[level][1:]),
        *(_percent(many, weights) for weights in WEIGHTS[level] if weights != "identity"),
    )


def pair_value(many: Many, a: str, b: str, weights: str, *, common: bool = False) -> Value:
    """Cohen's kappa of two reviewers, or with `common` frequencies Scott's pi."""
    if weights not in WEIGHTS[many.bags.level]:
        return NO_SCALE
    return pair_kappa(many.bags.pairs.get((a, b), {}), many.by(weights), many.places, common=common)


def _kappas(many: Many, weights: str) -> Iterator[Coefficient]:
    bags, distances = many.bags, many.by(weights)
    if len(bags.reviewers) == 2:
        a, b = bags.reviewers
        yield _counted(many, "cohen_kappa", weights, pair_value(many, a, b, weights))
        yield _counted(many, "scott_pi", weights, pair_value(many, a, b, weights, common=True))
    yield _counted(many, "fleiss_kappa", weights, bags_fleiss(bags, distances))
    yield _counted(many, "conger_kappa", weights, bags_conger(bags, distances))
    chosen = bags.level == "nominal"
    yield _counted(many, "brennan_prediger", weights, bags_brennan_prediger(bags) if chosen else MEASURED)
    yield _counted(many, "gwet_ac1" if chosen else "gwet_ac2", weights, bags_ac1(bags) if chosen else MEASURED)


def _percent(many: Many, weights: str) -> Coefficient:
    return _counted(many, "percent_agreement", weights, bags_percent(many.bags, many.by(weights)))


def _alpha(many: Many, level: str) -> Coefficient:
    return _counted(many, "krippendorff_alpha", level, bags_alpha(many.bags, many.by(level)))


def _counted(many: Many, name: str, weights: str, value: Value) -> Coefficient:
    return Coefficient(name, weights, value, many.bags.pairable_units)
