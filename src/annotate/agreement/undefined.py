"""The answer of a coefficient that has no value, and the reasons that more than one of them can have."""

from collections.abc import Sequence
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
NO_NAMES = Undefined("it is not known who gave which judgement")
ONE_DECLARED = Undefined("there is only one label to choose from, so that agreement by chance is certain (0/0)")
ALL_ALIKE = Undefined("no two labels that can be compared are apart, so that agreement by chance is certain (0/0)")


def one_label(label: str) -> Undefined:
    """Chance alone makes agreement certain, so that nothing is left to measure against: the coefficient is 0/0."""
    return Undefined(f'every judgement that can be compared is "{label}", so that agreement by chance is certain (0/0)')


def certain(labels: Sequence[str], given: Sequence[object]) -> Undefined:
    """Why chance makes agreement certain, where the labels were given as often as `given` says."""
    used = [label for label, count in zip(labels, given, strict=True) if count]
    return one_label(used[0]) if len(used) == 1 else ALL_ALIKE


def beyond_chance(observed: Fraction, expected: Fraction, otherwise: Undefined) -> Value:
    """The share reached of the agreement that chance leaves to be reached; `otherwise` where it leaves none."""
    return otherwise if expected == 1 else (observed - expected) / (1 - expected)
