"""The test of Fleiss' kappa: how far it is from what chance alone would give."""

from dataclasses import dataclass
from fractions import Fraction
from math import copysign, erfc, sqrt

from annotate.agreement.fleiss import fleiss_kappa
from annotate.agreement.study import Study
from annotate.agreement.undefined import Undefined

UNEVEN = Undefined("it is of units with as many judgements each")


@dataclass(frozen=True, slots=True)
class ZTest:
    """A value in standard errors, squared (exact) and with its sign, and the two-sided p of the normal distribution."""

    squared: Fraction
    positive: bool

    @property
    def z(self) -> float:
        """The value in standard errors."""
        return copysign(sqrt(self.squared), 1 if self.positive else -1)

    @property
    def p(self) -> float:
        """How often chance alone gives as much, either way."""
        return erfc(abs(self.z) / sqrt(2))


def fleiss_z(study: Study) -> ZTest | Undefined:
    """Fleiss' kappa over its standard error if all agreement were by chance.

    Fleiss, J. L., Nee, J. C. M. and Landis, J. R. (1979), Large sample variance of kappa in the case of different sets
    of raters, Psychological Bulletin 86(5), 974-977.
    """
    kappa = fleiss_kappa(study)
    if isinstance(kappa, Undefined):
        return kappa
    sizes = {sum(profile) for profile in study.histogram if any(profile)}
    if len(sizes) > 1:
        return UNEVEN
    variance = _variance(study, sizes.pop())
    return ZTest(kappa**2 / variance, kappa >= 0)


def _variance(study: Study, judgements: int) -> Fraction:
    given = study.judgements
    mixed = [(Fraction(count, given), 1 - Fraction(count, given)) for count in study.label_counts]
    together = sum((p * q for p, q in mixed), Fraction())
    skewed = sum((p * q * (q - p) for p, q in mixed), Fraction())
    return 2 * (together**2 - skewed) / (study.units * judgements * (judgements - 1) * together**2)
