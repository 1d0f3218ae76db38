"""Krippendorff's alpha: one minus observed over expected disagreement, for many reviewers and missing votes."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import accumulate

from annotate.agreement.scale import places
from annotate.agreement.study import Level, Profile, Study, label_totals
from annotate.agreement.undefined import Undefined, Value, certain
from annotate.agreement.weights import Number, Weights, by_table, identity, quadratic


def krippendorff_alpha(study: Study, level: Level = "nominal") -> Value:
    """Alpha over the pairable units; judgements that stand alone on their unit are left out, as the paper does.

    At most 1; 0 is what chance would give. `level` says what makes two labels differ: nominal, that they are two;
    ordinal, the judgements between them; interval, their distance; ratio, their distance in relation to their sum. The
    last two need labels that are numbers. Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability,
    University of Pennsylvania; Krippendorff, K. (2004), Content Analysis, 2nd ed., chapter 11.
    """
    if isinstance(why := study.incomparable, Undefined):
        return why
    weights = alpha_weights(study, level)
    return weights if isinstance(weights, Undefined) else weighted_alpha(study, weights)


def weighted_alpha(study: Study, weights: Weights) -> Value:
    """Alpha where two labels differ by what their weight lacks of 1, as for sets of labels or a table of distances."""
    if isinstance(why := study.incomparable, Undefined):
        return why
    counts = label_totals(study.pairable, len(study.labels))
    n = sum(counts)
    observed = _within(study.pairable, weights) / n
    expected = _disagreement(counts, weights) / (n * (n - 1))
    return certain(study.labels, counts) if expected == 0 else 1 - observed / expected


def mid_ranks(counts: Sequence[int]) -> tuple[Fraction, ...]:
    """The mean rank of each label's judgements when all are sorted: the ordinal metric is the distance of these."""
    return tuple(upto - Fraction(own - 1, 2) for own, upto in zip(counts, accumulate(counts), strict=True))


def alpha_weights(study: Study, level: Level) -> Weights | Undefined:
    """How near two labels are at a level, of the counts as they are; the reason where the labels are no numbers."""
    if level == "nominal":
        return identity
    if level == "ordinal":
        return quadratic(mid_ranks(label_totals(study.pairable, len(study.labels))))
    found = places(study)
    if isinstance(found, Undefined):
        return found
    return quadratic(found) if level == "interval" else by_table([[1 - _ratio(a, b) for b in found] for a in found])


def _ratio(a: Number, b: Number) -> Fraction:
    return Fraction(a - b) ** 2 / Fraction(a + b) ** 2 if a != b else Fraction()


def _within(pairable: Mapping[Profile, int], weights: Weights) -> Fraction:
    """The disagreement inside units: each judgement against the others of its unit, a unit weighing its judgements."""
    return sum(
        (units * _disagreement(profile, weights) / (sum(profile) - 1) for profile, units in pairable.items()),
        Fraction(),
    )


def _disagreement(profile: Profile, weights: Weights) -> Fraction:
    """How far all ordered pairs of the judgements in `profile` differ, summed."""
    return sum(profile) ** 2 - weights(profile, profile)
