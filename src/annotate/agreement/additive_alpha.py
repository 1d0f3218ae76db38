"""Krippendorff's alpha at each level as a function of sums."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import accumulate, combinations

from annotate.agreement.additive import TOO_MUCH, Additive, Sums, in_whole_numbers, to_profile, too_much
from annotate.agreement.scale import places
from annotate.agreement.study import Level, Profile, Study
from annotate.agreement.undefined import NO_PAIRABLE_UNIT, Undefined, Value, certain
from annotate.agreement.weights import Number, Weights, by_table, identity


def alpha_at(study: Study, level: Level = "nominal") -> Additive | Undefined:
    """Alpha of a study at this level; the reason where its labels are no numbers, or too many."""
    if level == "nominal":
        return alpha_by(study, identity)
    if level == "ordinal":
        return _ordinal(study)
    found = places(study)
    if isinstance(found, Undefined):
        return found
    return _interval(study, found) if level == "interval" else _ratio(study, found)


def alpha_by(study: Study, weights: Weights) -> Additive | Undefined:
    """Alpha where two labels differ by what their weight lacks of 1."""
    if too_much(study.histogram, len(study.labels)):
        return TOO_MUCH

    def part(profile: Profile) -> Sequence[Number]:
        size = sum(profile)
        return (size, (size**2 - weights(profile, profile)) / (size - 1), *profile)

    def value(unit: int) -> Callable[[Sums], Value]:
        def alpha(sums: Sums) -> Value:
            n, within, counts = sums[0], sums[1], sums[2:]
            return _alpha(study, (n, unit), within, n**2 - weights(counts, counts), counts)

        return alpha

    return _of(study, part, value)


def _interval(study: Study, found: Sequence[Number]) -> Additive:
    """The squared distances of all pairs of a bag are twice its size times its sum of squares less its squared sum.

    Where the scale begins plays no part, so that it begins at 0 here, and no sum is negative.
    """
    least = min(found)

    def part(profile: Profile) -> Sequence[Number]:
        size = sum(profile)
        first = sum(count * (place - least) for count, place in zip(profile, found, strict=True))
        second = sum(count * (place - least) ** 2 for count, place in zip(profile, found, strict=True))
        return (size, Fraction(size * second - first**2) / (size - 1), first, second)

    def value(unit: int) -> Callable[[Sums], Value]:
        def alpha(sums: Sums) -> Value:
            n, within, first, second = sums
            return _alpha(study, (n, unit), within, Fraction(n * second - first**2), ())

        return alpha

    return _of(study, part, value)


def _ordinal(study: Study) -> Additive | Undefined:
    """The places are ranks, which move with every unit: how often each two labels met is what stays."""
    labels = range(len(study.labels))
    if too_much(study.histogram, len(labels) * (len(labels) + 1) // 2):
        return TOO_MUCH

    def part(profile: Profile) -> Sequence[Number]:
        size = sum(profile)
        met = (Fraction(profile[a] * profile[b], size - 1) for a, b in combinations(labels, 2))
        return (size, *profile, *met)

    def value(unit: int) -> Callable[[Sums], Value]:
        def alpha(sums: Sums) -> Value:
            n, counts = sums[0], sums[1 : len(labels) + 1]
            ranks = [2 * upto - own for own, upto in zip(counts, accumulate(counts), strict=True)]
            apart = [(ranks[a] - ranks[b]) ** 2 for a, b in combinations(labels, 2)]
            within = 2 * sum(met * far for met, far in zip(sums[len(labels) + 1 :], apart, strict=True))
            between = 2 * sum(counts[a] * counts[b] * (ranks[a] - ranks[b]) ** 2 for a, b in combinations(labels, 2))
            return _alpha(study, (n, unit), within, Fraction(between), counts)

        return alpha

    return _of(study, part, value)


def _ratio(study: Study, found: Sequence[Number]) -> Additive | Undefined:
    if too_much(study.histogram, len(found) ** 2):
        return TOO_MUCH
    near = [[1 - Fraction(a - b) ** 2 / Fraction(a + b) ** 2 if a != b else Fraction(1) for b in found] for a in found]
    return alpha_by(study, by_table(near))


def _of(
    study: Study, part: Callable[[Profile], Sequence[Number]], value: Callable[[int], Callable[[Sums], Value]]
) -> Additive:
    pairable = {profile: part(profile) for profile in study.pairable}
    length = max(map(len, pairable.values()), default=1)
    parts, unit = in_whole_numbers({profile: pairable.get(profile, (0,) * length) for profile in study.histogram})
    return Additive(study.histogram, parts, value(unit), to_profile(study.labels))


def _alpha(study: Study, n: tuple[int, int], within: int, between: Fraction, counts: Sums) -> Value:
    """One less observed over expected disagreement; `n` counts the judgements in so many parts of one."""
    judgements, unit = n
    if not judgements:
        return NO_PAIRABLE_UNIT
    if not between:
        return certain(study.labels, counts) if counts else certain((), ())
    return 1 - (judgements - unit) * Fraction(within) / between
