"""How much we agree: coefficients as exact, pure functions of counts; one family a file, in the literature's names."""

from annotate.agreement.cohen import cohen_kappa
from annotate.agreement.krippendorff import krippendorff_alpha, nominal
from annotate.agreement.percent import pair_percent_agreement, percent_agreement
from annotate.agreement.study import Confusion, Level, Pair, Profile, Study
from annotate.agreement.tally import Tally
from annotate.agreement.undefined import Undefined, Value

__all__ = [
    "Confusion",
    "Level",
    "Pair",
    "Profile",
    "Study",
    "Tally",
    "Undefined",
    "Value",
    "cohen_kappa",
    "krippendorff_alpha",
    "nominal",
    "pair_percent_agreement",
    "percent_agreement",
]
