"""How much we agree: coefficients as exact, pure functions of counts; one family a file, in the literature's names."""

from annotate.agreement.additive import Additive, difference
from annotate.agreement.additive_alpha import alpha_at, alpha_by
from annotate.agreement.additive_patterns import kappa_of_pair, percent_of_pair, sums_of_conger, sums_of_light
from annotate.agreement.additive_profiles import agreement_by, in_majority, kappas_of_all, of_units, unanimous
from annotate.agreement.brennan_prediger import brennan_prediger
from annotate.agreement.byrt import bias_index, prevalence_index
from annotate.agreement.cohen import cohen_kappa
from annotate.agreement.compared import compared
from annotate.agreement.comparison import compare
from annotate.agreement.conger import conger_kappa
from annotate.agreement.few import FEW_DOCUMENTS, Few, few
from annotate.agreement.fleiss import fleiss_kappa
from annotate.agreement.gwet import gwet_ac
from annotate.agreement.interval import Interval, Method, rounded
from annotate.agreement.intervals import DEFAULT, Asked, Terms, intervals
from annotate.agreement.krippendorff import alpha_weights, krippendorff_alpha, mid_ranks, weighted_alpha
from annotate.agreement.light import light_kappa
from annotate.agreement.paradox import Paradox, paradox
from annotate.agreement.parting import against_rest, without
from annotate.agreement.percent import (
    pair_percent_agreement,
    percent_agreement,
    percent_agreement_pairs,
    percent_agreement_ratings,
)
from annotate.agreement.planning import Needed, needed
from annotate.agreement.scale import number, places, spelling
from annotate.agreement.scott import scott_pi
from annotate.agreement.study import Clusters, Confusion, Level, Pair, Pattern, Profile, Study
from annotate.agreement.tally import Tally
from annotate.agreement.unanimity import majority_share, unanimity
from annotate.agreement.undefined import Undefined, Value
from annotate.agreement.weights import Weights, by_table, identity, linear, quadratic

__all__ = [
    "DEFAULT",
    "FEW_DOCUMENTS",
    "Additive",
    "Asked",
    "Clusters",
    "Confusion",
    "Few",
    "Interval",
    "Level",
    "Method",
    "Needed",
    "Pair",
    "Paradox",
    "Pattern",
    "Profile",
    "Study",
    "Tally",
    "Terms",
    "Undefined",
    "Value",
    "Weights",
    "against_rest",
    "agreement_by",
    "alpha_at",
    "alpha_by",
    "alpha_weights",
    "bias_index",
    "brennan_prediger",
    "by_table",
    "cohen_kappa",
    "compare",
    "compared",
    "conger_kappa",
    "difference",
    "few",
    "fleiss_kappa",
    "gwet_ac",
    "identity",
    "in_majority",
    "intervals",
    "kappa_of_pair",
    "kappas_of_all",
    "krippendorff_alpha",
    "light_kappa",
    "linear",
    "majority_share",
    "mid_ranks",
    "needed",
    "number",
    "of_units",
    "pair_percent_agreement",
    "paradox",
    "percent_agreement",
    "percent_agreement_pairs",
    "percent_agreement_ratings",
    "percent_of_pair",
    "places",
    "prevalence_index",
    "quadratic",
    "rounded",
    "scott_pi",
    "spelling",
    "sums_of_conger",
    "sums_of_light",
    "unanimity",
    "unanimous",
    "weighted_alpha",
    "without",
]
