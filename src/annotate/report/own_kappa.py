"""Cohen's kappa of a pair with the weights of the facet's level, the same number in every place that tells it."""

from annotate.agreement import Interval, Undefined, Value
from annotate.report.agreement import FacetAgreement
from annotate.report.intervals import OF_OTHERS, PAIRS
from annotate.report.measured import WEIGHTS
from annotate.report.pairs import PairAgreement

WEIGHTED = Undefined("intervals of pairs are of kappa with identity weights alone, and stand with it in --json")
ELSEWHERE = Undefined("the methods of other programs are for coefficients over all reviewers alone")
CROWD = Undefined(f"pairs have them up to {PAIRS} pairs, ten reviewers' worth")
TOO_MANY = Undefined("with so many labels pairs have none")


def own_weights(facet: FacetAgreement) -> str:
    """The weights of the level; sets of labels are told apart by pairs as wholes."""
    return WEIGHTS[facet.level][0]


def own_kappa(facet: FacetAgreement, pair: PairAgreement) -> Value:
    """The pair's kappa with these weights."""
    return {"linear": pair.linear, "quadratic": pair.quadratic}.get(own_weights(facet), pair.cohen_kappa)


def own_interval(facet: FacetAgreement, pair: PairAgreement) -> Interval | Undefined:
    """The interval of that kappa, or why it has none; of only two reviewers it stands among the coefficients."""
    weights = own_weights(facet)
    for one in facet.coefficients:
        if (one.name, one.weights) == ("cohen_kappa", weights) and one.interval:
            return one.interval
    if weights != "identity":
        return WEIGHTED
    return pair.interval or _why_none(facet)


def _why_none(facet: FacetAgreement) -> Undefined:
    if any(isinstance(one.interval, Interval) and one.interval.method in OF_OTHERS for one in facet.coefficients):
        return ELSEWHERE
    return CROWD if sum(1 for pair in facet.pairs if pair.units) > PAIRS else TOO_MANY
