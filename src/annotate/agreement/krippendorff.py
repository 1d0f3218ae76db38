"""Krippendorff's alpha: one minus observed over expected disagreement, for many reviewers and missing votes."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import permutations

from annotate.agreement.study import Profile, Study, label_totals
from annotate.agreement.undefined import NO_JUDGEMENT, NO_PAIRABLE_UNIT, Value, one_label

Delta = Callable[[int, int, Profile], Fraction | int]
"""Squared difference of two labels, given by their places in `Study.labels`, and the label counts of the pairable units
(which a rank metric needs). Symmetric, and 0 for a label and itself alone."""


def nominal(c: int, k: int, _counts: Profile) -> int:
    """Any two different labels are equally far apart."""
    return int(c != k)


def krippendorff_alpha(study: Study, delta: Delta = nominal) -> Value:
    """Alpha over the pairable units; judgements that stand alone on their unit are left out, as the paper does.

    At most 1; 0 is what chance would give. Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability,
    University of Pennsylvania; Krippendorff, K. (2004), Content Analysis, 2nd ed., chapter 11.
    """
    pairable = study.pairable
    if not pairable:
        return NO_PAIRABLE_UNIT if study.judgements else NO_JUDGEMENT
    counts = label_totals(pairable, len(study.labels))
    n = sum(counts)
    observed = _within(pairable, delta, counts) / n
    expected = _disagreement(counts, delta, counts) / (n * (n - 1))
    if expected == 0:
        return one_label(study.labels[counts.index(n)])
    return 1 - observed / expected


def _within(pairable: Mapping[Profile, int], delta: Delta, counts: Profile) -> Fraction:
    """The disagreement inside units: each judgement against the others of its unit, a unit weighing its judgements."""
    return sum(
        (units * _disagreement(profile, delta, counts) / (sum(profile) - 1) for profile, units in pairable.items()),
        Fraction(),
    )


def _disagreement(profile: Profile, delta: Delta, counts: Profile) -> Fraction:
    """The squared differences of all ordered pairs of the judgements in `profile`, summed."""
    given = [label for label, n in enumerate(profile) if n]
    return Fraction(sum(profile[c] * profile[k] * delta(c, k, counts) for c, k in permutations(given, 2)))
