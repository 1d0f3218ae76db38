"""Intervals as other programs give them, for comparison alone: each with its fault."""

from fractions import Fraction

from annotate.agreement.interval import Interval, t_ends
from annotate.agreement.intervals import Terms
from annotate.agreement.kalpha import kalpha_ends
from annotate.agreement.linearised import NO_FORMULA, gwet_se
from annotate.agreement.study import Study
from annotate.agreement.undefined import Undefined
from annotate.agreement.weights import Weights


def compared(study: Study, name: str, weights: Weights, value: Fraction, terms: Terms) -> Interval | Undefined:
    """The interval of the coefficient of that name whose `value` is this, by the method "gwet" or "krippendorff"."""
    if terms.method == "krippendorff":
        if name != "krippendorff_alpha":
            return NO_FORMULA
        low, high = kalpha_ends(study, weights, terms.confidence, terms.seed)
        return Interval(low, high, terms.confidence, "krippendorff", seed=terms.seed)
    se = gwet_se(study, name, weights, value)
    if isinstance(se, Undefined):
        return se
    units = study.pairable_units if name in ("krippendorff_alpha", "cohen_kappa") else study.units
    low, high = t_ends(float(value), se, terms.confidence, units - 1, share=None)
    return Interval(low, high, terms.confidence, "gwet", se)
