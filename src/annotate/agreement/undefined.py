"""The answer of a coefficient that has no value, and the reasons that more than one of them can have."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Undefined:
    """No value, and why. It takes no part in arithmetic, so that nobody averages it by accident."""

    reason: str


Value = Fraction | Undefined
"""What a coefficient answers: the exact value, or why there is none."""

NO_JUDGEMENT = Undefined("there is no judgement")
NO_PAIRABLE_UNIT = Undefined("no unit was judged by two reviewers")
NO_COMMON_UNIT = Undefined("the two reviewers have no unit in common")


def one_label(label: str) -> Undefined:
    """Chance alone makes agreement certain, so that nothing is left to measure against: the coefficient is 0/0."""
    return Undefined(f'every judgement that can be compared is "{label}", so that agreement by chance is certain (0/0)')
