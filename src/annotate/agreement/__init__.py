"""How much we agree: coefficients as exact, pure functions of counts; one family a file, in the literature's names."""

from annotate.agreement.additive import Additive, difference
from annotate.agreement.additive_alpha import alpha_at, alpha_by
from annotate.agreement.additive_bags import interval_alpha_of_bags, percent_of_bags
from annotate.agreement.additive_patterns import kappa_of_pair, percent_of_pair, sums_of_conger, sums_of_light
from annotate.agreement.additive_profiles import agreement_by, in_majority, kappas_of_all, of_units, unanimous
from annotate.agreement.bags import Bag, Bags, totals
from annotate.agreement.brennan_prediger import brennan_prediger
from annotate.agreement.byrt import bias_index, prevalence_index
from annotate.agreement.chi_square import ChiSquared
from annotate.agreement.choices import bags_ac1, bags_brennan_prediger
from annotate.agreement.cohen import cohen_kappa
from annotate.agreement.compared import compared
from annotate.agreement.comparison import compare
from annotate.agreement.complete import Complete, complete
from annotate.agreement.conger import conger_kappa
from annotate.agreement.distances import NOMINAL, Distances, as_whole, doubled_ranks, linear_distances, squared
from annotate.agreement.few import FEW_DOCUMENTS, Few, few
from annotate.agreement.fleiss import fleiss_kappa
from annotate.agreement.fleiss_test import ZTest, fleiss_z
from annotate.agreement.gwet import gwet_ac
from annotate.agreement.icc import icc
from annotate.agreement.interval import Interval, Method, rounded
from annotate.agreement.intervals import DEFAULT, Asked, Terms, intervals
from annotate.agreement.kappa_max import kappa_max
from annotate.agreement.kendall import kendall_test, kendall_w
from annotate.agreement.krippendorff import alpha_weights, krippendorff_alpha, mid_ranks, weighted_alpha
from annotate.agreement.light import PAIR_WITHOUT, light_kappa
from annotate.agreement.measures import bags_alpha, bags_conger, bags_fleiss, bags_percent, pair_kappa
from annotate.agreement.paradox import Paradox, paradox
from annotate.agreement.parting import against_rest, relabelled, without
from annotate.agreement.percent import (
    pair_percent_agreement,
    percent_agreement,
    percent_agreement_pairs,
    percent_agreement_ratings,
)
from annotate.agreement.planning import Needed, needed
from annotate.agreement.ratio import ratio_distances
from annotate.agreement.scale import number, places, spelling
from annotate.agreement.scott import scott_pi
from annotate.agreement.sets import LabelSet, Sets, in_sets, jaccard, masi
from annotate.agreement.study import Clusters, Confusion, Level, Pair, Pattern, Profile, Study, labels_of
from annotate.agreement.sureness import Step, Sureness, rise
from annotate.agreement.symmetry import bowker, stuart_maxwell
from annotate.agreement.tally import Tally
from annotate.agreement.unanimity import majority_share, unanimity
from annotate.agreement.undefined import Undefined, Value
from annotate.agreement.weights import Weights, by_table, identity, linear, quadratic

__all__ = [
    "DEFAULT",
    "FEW_DOCUMENTS",
    "NOMINAL",
    "PAIR_WITHOUT",
    "Additive",
    "Asked",
    "Bag",
    "Bags",
    "ChiSquared",
    "Clusters",
    "Complete",
    "Confusion",
    "Distances",
    "Few",
    "Interval",
    "LabelSet",
    "Level",
    "Method",
    "Needed",
    "Pair",
    "Paradox",
    "Pattern",
    "Profile",
    "Sets",
    "Step",
    "Study",
    "Sureness",
    "Tally",
    "Terms",
    "Undefined",
    "Value",
    "Weights",
    "ZTest",
    "against_rest",
    "agreement_by",
    "alpha_at",
    "alpha_by",
    "alpha_weights",
    "as_whole",
    "bags_ac1",
    "bags_alpha",
    "bags_brennan_prediger",
    "bags_conger",
    "bags_fleiss",
    "bags_percent",
    "bias_index",
    "bowker",
    "brennan_prediger",
    "by_table",
    "cohen_kappa",
    "compare",
    "compared",
    "complete",
    "conger_kappa",
    "difference",
    "doubled_ranks",
    "few",
    "fleiss_kappa",
    "fleiss_z",
    "gwet_ac",
    "icc",
    "identity",
    "in_majority",
    "in_sets",
    "interval_alpha_of_bags",
    "intervals",
    "jaccard",
    "kappa_max",
    "kappa_of_pair",
    "kappas_of_all",
    "kendall_test",
    "kendall_w",
    "krippendorff_alpha",
    "labels_of",
    "light_kappa",
    "linear",
    "linear_distances",
    "majority_share",
    "masi",
    "mid_ranks",
    "needed",
    "number",
    "of_units",
    "pair_kappa",
    "pair_percent_agreement",
    "paradox",
    "percent_agreement",
    "percent_agreement_pairs",
    "percent_agreement_ratings",
    "percent_of_bags",
    "percent_of_pair",
    "places",
    "prevalence_index",
    "quadratic",
    "ratio_distances",
    "relabelled",
    "rise",
    "rounded",
    "scott_pi",
    "spelling",
    "squared",
    "stuart_maxwell",
    "sums_of_conger",
    "sums_of_light",
    "totals",
    "unanimity",
    "unanimous",
    "weighted_alpha",
    "without",
]
