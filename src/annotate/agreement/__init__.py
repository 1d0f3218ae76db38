"""How much we agree: coefficients as exact, pure functions of counts; one family a file, in the literature's names."""

from annotate.agreement.additive import Additive, difference
from annotate.agreement.additive_alpha import alpha_at, alpha_by
from annotate.agreement.additive_bags import interval_alpha_of_bags, percent_of_bags
from annotate.agreement.additive_patterns import kappa_of_pair, sums_of_conger, sums_of_light
from annotate.agreement.additive_profiles import agreement_by, in_majority, kappas_of_all, of_units, unanimous
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
from annotate.agreement.bags import Bag, Bags, totals
from annotate.agreement.brennan_prediger import brennan_prediger
from annotate.agreement.byrt import bias_index, prevalence_index
from annotate.agreement.chi_square import ChiSquared
from annotate.agreement.choices import bags_ac1, bags_brennan_prediger
from annotate.agreement.cohen import cohen_kappa
from annotate.agreement.coincidence import Coincidences
from annotate.agreement.compared import compared
from annotate.agreement.comparison import compare
from annotate.agreement.complete import Complete, complete
from annotate.agreement.conger import conger_kappa
from annotate.agreement.corrected import benjamini_yekutieli
from annotate.agreement.distances import NOMINAL, Distances, as_whole, doubled_ranks, linear_distances, squared
from annotate.agreement.document_jackknife import Ends, document_jackknife
from annotate.agreement.facing import Habit, facing, facing_kappa, habits
from annotate.agreement.few import FEW_DOCUMENTS, Few, few
from annotate.agreement.fleiss import fleiss_kappa
from annotate.agreement.fleiss_test import ZTest, fleiss_z
from annotate.agreement.grounds import Grounds, Piece, compared_grounds, of_grounds, sources, units_of_grounds
from annotate.agreement.gwet import gwet_ac
from annotate.agreement.icc import icc
from annotate.agreement.interval import Interval, Method, rounded
from annotate.agreement.intervals import DEFAULT, Asked, Terms, intervals
from annotate.agreement.kappa_max import kappa_max
from annotate.agreement.kendall import kendall_test, kendall_w
from annotate.agreement.krippendorff import alpha_weights, krippendorff_alpha, mid_ranks, weighted_alpha
from annotate.agreement.leaving import Leaving, alpha_without, gain, leavings, unit_costs
from annotate.agreement.lengths import LengthCoincidences, Lengths, coincidences
from annotate.agreement.light import PAIR_WITHOUT, light_kappa
from annotate.agreement.measures import bags_alpha, bags_conger, bags_fleiss, bags_percent, pair_kappa
from annotate.agreement.meeting import Meeting, together
from annotate.agreement.paradox import Paradox, paradox
from annotate.agreement.parting import Parted, against_rest, relabelled, widened, without, without_reviewers
from annotate.agreement.percent import (
    pair_percent_agreement,
    percent_agreement,
    percent_agreement_pairs,
    percent_agreement_ratings,
)
from annotate.agreement.planning import Needed, needed
from annotate.agreement.ratio import ALIKE, Comparisons, Ratio, by_document
from annotate.agreement.ratio_metric import ratio_distances
from annotate.agreement.scale import number, places, spelling
from annotate.agreement.scott import scott_pi
from annotate.agreement.sets import LabelSet, Sets, in_sets, jaccard, masi
from annotate.agreement.span_coefficients import of_label, of_spans, units_of_label, units_of_spans
from annotate.agreement.span_f1 import Shared, f1, labelled, shares
from annotate.agreement.spans import Continuum, Unit, in_one_row
from annotate.agreement.student import t_cdf, t_quantile
from annotate.agreement.study import Clusters, Confusion, Level, Pair, Pattern, Profile, Study, labels_of
from annotate.agreement.sureness import Step, Sureness, rise
from annotate.agreement.symmetry import bowker, stuart_maxwell
from annotate.agreement.tally import KEPT_PATTERNS, Tally
from annotate.agreement.unanimity import majority_share, unanimity
from annotate.agreement.undefined import Undefined, Value
from annotate.agreement.unitizing import (
    cu_alpha,
    cu_coverage,
    ku_alpha,
    ku_coverage,
    u_alpha,
    u_alpha_binary,
)
from annotate.agreement.weights import Weights, by_table, identity, linear, quadratic
from annotate.agreement.wilson import wilson

__all__ = [
    "ALIKE",
    "DEFAULT",
    "EPSILON",
    "FEW_DOCUMENTS",
    "KEPT_PATTERNS",
    "NOMINAL",
    "PAIR_WITHOUT",
    "Additive",
    "AlternativeTest",
    "Asked",
    "Bag",
    "Bags",
    "ChiSquared",
    "Clusters",
    "Coincidences",
    "Comparisons",
    "Complete",
    "Confusion",
    "Contest",
    "Continuum",
    "Distances",
    "Ends",
    "Few",
    "Grounds",
    "Habit",
    "Interval",
    "LabelSet",
    "Leaving",
    "LengthCoincidences",
    "Lengths",
    "Level",
    "Meeting",
    "Method",
    "Needed",
    "Pair",
    "Paradox",
    "Parted",
    "Pattern",
    "Piece",
    "Profile",
    "Ratio",
    "Scale",
    "Sets",
    "Shared",
    "Step",
    "Study",
    "Sureness",
    "Tally",
    "Terms",
    "Undefined",
    "Unit",
    "Value",
    "Versus",
    "Weights",
    "ZTest",
    "against_rest",
    "agreement_by",
    "alpha_at",
    "alpha_by",
    "alpha_weights",
    "alpha_without",
    "alternative_test",
    "as_whole",
    "bags_ac1",
    "bags_alpha",
    "bags_brennan_prediger",
    "bags_conger",
    "bags_fleiss",
    "bags_percent",
    "benjamini_yekutieli",
    "bias_index",
    "bowker",
    "brennan_prediger",
    "by_document",
    "by_table",
    "cohen_kappa",
    "coincidences",
    "compare",
    "compared",
    "compared_grounds",
    "complete",
    "conger_kappa",
    "contests",
    "cu_alpha",
    "cu_coverage",
    "difference",
    "document_jackknife",
    "doubled_ranks",
    "f1",
    "facing",
    "facing_kappa",
    "few",
    "fleiss_kappa",
    "fleiss_z",
    "gain",
    "gwet_ac",
    "habits",
    "icc",
    "identity",
    "in_majority",
    "in_one_row",
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
    "ku_alpha",
    "ku_coverage",
    "labelled",
    "labels_of",
    "leavings",
    "light_kappa",
    "linear",
    "linear_distances",
    "majority_share",
    "masi",
    "mid_ranks",
    "needed",
    "number",
    "of_grounds",
    "of_label",
    "of_spans",
    "of_units",
    "p_value",
    "pair_kappa",
    "pair_percent_agreement",
    "paradox",
    "percent_agreement",
    "percent_agreement_pairs",
    "percent_agreement_ratings",
    "percent_of_bags",
    "places",
    "prevalence_index",
    "quadratic",
    "ratio_distances",
    "relabelled",
    "rise",
    "rounded",
    "scott_pi",
    "shares",
    "sources",
    "spelling",
    "squared",
    "stuart_maxwell",
    "sums_of_conger",
    "sums_of_light",
    "t_cdf",
    "t_quantile",
    "together",
    "totals",
    "u_alpha",
    "u_alpha_binary",
    "unanimity",
    "unanimous",
    "unit_costs",
    "units_of_grounds",
    "units_of_label",
    "units_of_spans",
    "weighted_alpha",
    "widened",
    "wilson",
    "without",
    "without_reviewers",
]
