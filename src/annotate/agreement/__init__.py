"""How much we agree: coefficients as exact, pure functions of counts; one family a file, in the literature's names."""

from annotate.agreement.brennan_prediger import brennan_prediger
from annotate.agreement.by_document import Ends, by_document
from annotate.agreement.byrt import bias_index, prevalence_index
from annotate.agreement.cohen import cohen_kappa
from annotate.agreement.conger import conger_kappa
from annotate.agreement.fleiss import fleiss_kappa
from annotate.agreement.grounds import Grounds, Piece, compared, of_grounds, sources, units_of_grounds
from annotate.agreement.gwet import gwet_ac
from annotate.agreement.krippendorff import krippendorff_alpha, mid_ranks, weighted_alpha
from annotate.agreement.lengths import Coincidences, Lengths, coincidences
from annotate.agreement.light import light_kappa
from annotate.agreement.meeting import Meeting, together
from annotate.agreement.paradox import Paradox, paradox
from annotate.agreement.parting import against_rest, without
from annotate.agreement.percent import (
    pair_percent_agreement,
    percent_agreement,
    percent_agreement_pairs,
    percent_agreement_ratings,
)
from annotate.agreement.scale import number, places, spelling
from annotate.agreement.scott import scott_pi
from annotate.agreement.span_coefficients import of_label, of_spans, units_of_label, units_of_spans
from annotate.agreement.span_f1 import Shared, f1, labelled, shares
from annotate.agreement.spans import Continuum, Unit, in_one_row
from annotate.agreement.study import Confusion, Level, Pair, Profile, Study
from annotate.agreement.tally import Tally
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

__all__ = [
    "Coincidences",
    "Confusion",
    "Continuum",
    "Ends",
    "Grounds",
    "Lengths",
    "Level",
    "Meeting",
    "Pair",
    "Paradox",
    "Piece",
    "Profile",
    "Shared",
    "Study",
    "Tally",
    "Undefined",
    "Unit",
    "Value",
    "Weights",
    "against_rest",
    "bias_index",
    "brennan_prediger",
    "by_document",
    "by_table",
    "cohen_kappa",
    "coincidences",
    "compared",
    "conger_kappa",
    "cu_alpha",
    "cu_coverage",
    "f1",
    "fleiss_kappa",
    "gwet_ac",
    "identity",
    "in_one_row",
    "krippendorff_alpha",
    "ku_alpha",
    "ku_coverage",
    "labelled",
    "light_kappa",
    "linear",
    "majority_share",
    "mid_ranks",
    "number",
    "of_grounds",
    "of_label",
    "of_spans",
    "pair_percent_agreement",
    "paradox",
    "percent_agreement",
    "percent_agreement_pairs",
    "percent_agreement_ratings",
    "places",
    "prevalence_index",
    "quadratic",
    "scott_pi",
    "shares",
    "sources",
    "spelling",
    "together",
    "u_alpha",
    "u_alpha_binary",
    "unanimity",
    "units_of_grounds",
    "units_of_label",
    "units_of_spans",
    "weighted_alpha",
    "without",
]
