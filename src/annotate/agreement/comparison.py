"""Two coefficients of the same units, compared in pairs: before and after a guideline, or humans and a model."""

from annotate.agreement.additive import Additive, difference
from annotate.agreement.interval import Interval
from annotate.agreement.intervals import DEFAULT, Terms, intervals
from annotate.agreement.study import Study
from annotate.agreement.undefined import Undefined, Value


def compare(a: Additive, b: Additive, study: Study, terms: Terms = DEFAULT) -> tuple[Value, Interval | Undefined]:
    """The first coefficient less the second, and its interval, by document or by unit as for one of them.

    `study` holds the patterns of all judgements on the units, of which either coefficient may count its own part: of
    two teams, of two rounds told apart by the reviewers' names, or of two definitions. That both come from the same
    units is what makes the difference steadier than either; an interval that holds 0 leaves it open which is higher.
    Vanbelle, S. and Albert, A. (2008), A bootstrap method for comparing correlated kappa coefficients, Journal of
    Statistical Computation and Simulation 78(11), 1009-1015, compare kappas of the same units; here by jackknife.
    """
    apart = difference(a, b, study.patterns)
    return apart.value(apart.total), intervals({"difference": apart}, study, terms)["difference"]
