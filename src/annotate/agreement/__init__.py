"""How much we agree: coefficients as exact, pure functions of counts; one family a file, in the literature's names."""

from annotate.agreement.alternative import (
    EPSILON,
    AlternativeTest,
    Contest,
    Scale,
    Versus,
    alternative_test,
    contests,
    p_value,
)
from annotate.agreement.brennan_prediger import brennan_prediger
from annotate.agreement.byrt import bias_index, prevalence_index
from annotate.agreement.cohen import cohen_kappa
from annotate.agreement.coincidence import Coincidences
from annotate.agreement.conger import conger_kappa
from annotate.agreement.corrected import benjamini_yekutieli
from annotate.agreement.facing import Habit, facing, facing_agreement, facing_kappa, habits
from annotate.agreement.fleiss import fleiss_kappa
from annotate.agreement.gwet import gwet_ac
from annotate.agreement.krippendorff import krippendorff_alpha, mid_ranks, weighted_alpha
from annotate.agreement.leaving import Leaving, alpha_without, gain, leavings, unit_costs
from annotate.agreement.light import light_kappa
from annotate.agreement.paradox import Paradox, paradox
from annotate.agreement.parting import Parted, against_rest, widened, without, without_reviewers
from annotate.agreement.percent import (
    pair_percent_agreement,
    percent_agreement,
    percent_agreement_pairs,
    percent_agreement_ratings,
)
from annotate.agreement.ratio import Comparisons, Ratio, by_document
from annotate.agreement.scale import number, places, spelling
from annotate.agreement.scott import scott_pi
from annotate.agreement.student import t_cdf, t_quantile
from annotate.agreement.study import Clusters, Confusion, Level, Pair, Pattern, Profile, Study
from annotate.agreement.tally import Tally
from annotate.agreement.unanimity import majority_share, unanimity
from annotate.agreement.undefined import Undefined, Value
from annotate.agreement.weights import Weights, by_table, identity, linear, quadratic
from annotate.agreement.wilson import wilson

__all__ = [
    "EPSILON",
    "AlternativeTest",
    "Clusters",
    "Coincidences",
    "Comparisons",
    "Confusion",
    "Contest",
    "Habit",
    "Leaving",
    "Level",
    "Pair",
    "Paradox",
    "Parted",
    "Pattern",
    "Profile",
    "Ratio",
    "Scale",
    "Study",
    "Tally",
    "Undefined",
    "Value",
    "Versus",
    "Weights",
    "against_rest",
    "alpha_without",
    "alternative_test",
    "benjamini_yekutieli",
    "bias_index",
    "brennan_prediger",
    "by_document",
    "by_table",
    "cohen_kappa",
    "conger_kappa",
    "contests",
    "facing",
    "facing_agreement",
    "facing_kappa",
    "fleiss_kappa",
    "gain",
    "gwet_ac",
    "habits",
    "identity",
    "krippendorff_alpha",
    "leavings",
    "light_kappa",
    "linear",
    "majority_share",
    "mid_ranks",
    "number",
    "p_value",
    "pair_percent_agreement",
    "paradox",
    "percent_agreement",
    "percent_agreement_pairs",
    "percent_agreement_ratings",
    "places",
    "prevalence_index",
    "quadratic",
    "scott_pi",
    "spelling",
    "t_cdf",
    "t_quantile",
    "unanimity",
    "unit_costs",
    "weighted_alpha",
    "widened",
    "wilson",
    "without",
    "without_reviewers",
]
