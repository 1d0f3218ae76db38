"""The facts of a facet with more labels than a profile can hold."""

from collections import Counter
from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import combinations

from annotate.agreement import (
    DEFAULT,
    PAIR_WITHOUT,
    Bag,
    Bags,
    Terms,
    Undefined,
    Value,
    kappa_max,
    pair_percent_agreement,
    totals,
)
from annotate.report.agreement import TOO_MANY, FacetAgreement, LabelAgreement, needed_of
from annotate.report.concordance import concordance
from annotate.report.many import Many, others_of, own_of, pair_value
from annotate.report.many_intervals import with_many_intervals
from annotate.report.measured import WEIGHTS
from annotate.report.pairs import NOT_TWO, TEAM, PairAgreement
from annotate.report.significance import significance_of_many
from annotate.report.spread import spread_of


def many_agreement(bags: Bags, left_out: Mapping[str, int] | None = None, terms: Terms = DEFAULT) -> FacetAgreement:
    """The facts of one facet, as `facet_agreement` has them; of numbers their spread instead of a list of labels."""
    many = Many(bags)
    own = with_many_intervals(many, own_of(many), terms)
    pairs = _pairs(many)
    spread = spread_of(bags, many.numbers)
    return FacetAgreement(
        facet=bags.facet,
        level=bags.level,
        units=bags.units,
        pairable_units=bags.pairable_units,
        judgements=bags.judgements,
        reviewers={reviewer: sum(bags.marginals[reviewer].values()) for reviewer in bags.reviewers},
        coefficients=own,
        others=(*others_of(many, _light(many, pairs)), *concordance(bags)),
        unanimity=_mean(bags, lambda bag: Fraction(bag[0] == bag[-1])),
        majority_share=_mean(bags, lambda bag: Fraction(max(Counter(bag).values()), len(bag))),
        pairs=pairs,
        labels=() if spread else _labels(bags),
        left_out=dict(left_out or {}),
        off_scale=0,
        spread=spread,
        needed=needed_of(own, terms),
        tests=significance_of_many(bags),
    )


def _pairs(many: Many) -> tuple[PairAgreement, ...]:
    """Every two reviewers of a team; in a crowd, every two with a unit in common."""
    bags = many.bags
    small = len(bags.reviewers) <= TEAM
    return tuple(_pair(many, a, b) for a, b in (combinations(bags.reviewers, 2) if small else sorted(bags.pairs)))


def _pair(many: Many, a: str, b: str) -> PairAgreement:
    table = many.bags.pairs.get((a, b), {})
    return PairAgreement(
        a=a,
        b=b,
        units=sum(table.values()),
        percent_agreement=pair_percent_agreement(table),
        cohen_kappa=pair_value(many, a, b, "identity"),
        linear=pair_value(many, a, b, "linear"),
        quadratic=pair_value(many, a, b, "quadratic"),
        prevalence=NOT_TWO,
        bias=NOT_TWO,
        paradox=None,
        maximum=kappa_max(table),
    )


def _light(many: Many, pairs: tuple[PairAgreement, ...]) -> Value:
    """The mean of the pairs' kappas with the weights of the level, of those that have a unit in common."""
    if isinstance(why := many.bags.incomparable, Undefined):
        return why
    own = {"identity": "cohen_kappa"}.get(WEIGHTS[many.bags.level][0], WEIGHTS[many.bags.level][0])
    kappas = [getattr(pair, own) for pair in pairs if pair.units]
    undefined = any(isinstance(kappa, Undefined) for kappa in kappas)
    return PAIR_WITHOUT if undefined else sum(kappas, Fraction()) / len(kappas)


def _labels(bags: Bags) -> tuple[LabelAgreement, ...]:
    counts = totals(bags.histogram)
    return tuple(
        LabelAgreement(label, counts.get(place, 0), TOO_MANY, TOO_MANY) for place, label in enumerate(bags.labels)
    )


def _mean(bags: Bags, share: Callable[[Bag], Fraction]) -> Value:
    """The mean over the pairable units."""
    if isinstance(why := bags.incomparable, Undefined):
        return why
    by_share: Counter[Fraction] = Counter()
    for bag, units in bags.pairable.items():
        by_share[share(bag)] += units
    return sum((value * units for value, units in by_share.items()), Fraction()) / bags.pairable_units
