"""Chi-squared tests: a statistic, its degrees of freedom, and how often chance alone gives as much."""

from dataclasses import dataclass
from fractions import Fraction
from math import erfc, exp, lgamma, log, sqrt


@dataclass(frozen=True, slots=True)
class ChiSquared:
    """The exact `statistic`, and `p`, the probability that chi-squared with so many `degrees` reaches it."""

    statistic: Fraction
    degrees: int

    @property
    def p(self) -> float:
        """In (0, 1]. The tail has a closed form for whole degrees of freedom: a sum of Poisson terms.

        Abramowitz, M. and Stegun, I. A. (1964), Handbook of Mathematical Functions, 26.4.4 and 26.4.5.
        """
        half = float(self.statistic) / 2
        if not half:
            return 1.0
        terms = (exp(power * log(half) - half - lgamma(power + 1)) for power in self._powers())
        return min(1.0, (erfc(sqrt(half)) if self.degrees % 2 else 0.0) + sum(terms))

    def _powers(self) -> list[float]:
        """Of half the statistic, in the terms of the sum."""
        return [step / 2 for step in range(self.degrees % 2, self.degrees - 1, 2)]
