"""The coefficients of bags that ask how many labels there were to choose from."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement.bags import Bags
from annotate.agreement.distances import NOMINAL
from annotate.agreement.measures import bags_percent, shares_of
from annotate.agreement.undefined import ONE_DECLARED, Undefined, Value, beyond_chance


def bags_brennan_prediger(bags: Bags) -> Value:
    """Brennan and Prediger's coefficient where the labels are a choice: any of them as likely as another."""
    return _chosen(bags, lambda labels: Fraction(1, labels))


def bags_ac1(bags: Bags) -> Value:
    """Gwet's AC1 where the labels are a choice."""
    if isinstance(why := bags.incomparable, Undefined):
        return why
    shares, whole = shares_of(bags)
    mixed = Fraction(NOMINAL.between(shares, shares))
    return _chosen(bags, lambda labels: mixed / (whole**2 * (labels - 1)))


def _chosen(bags: Bags, chance: Callable[[int], Fraction]) -> Value:
    """The agreement beyond what chance gives where there are so many labels to choose from."""
    observed = bags_percent(bags, NOMINAL)
    if isinstance(observed, Undefined):
        return observed
    labels = len(bags.labels)
    return ONE_DECLARED if labels == 1 else beyond_chance(observed, chance(labels), ONE_DECLARED)
