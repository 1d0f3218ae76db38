"""The coefficients that ask only how often each label was given to a unit, as functions of sums."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from annotate.agreement.additive import TOO_MUCH, Additive, Sums, in_whole_numbers, to_profile, too_much
from annotate.agreement.percent import agreeing
from annotate.agreement.study import Profile, Study
from annotate.agreement.undefined import NO_PAIRABLE_UNIT, ONE_DECLARED, Undefined, Value, beyond_chance, certain
from annotate.agreement.weights import Number, Weights, identity


def of_units(
    study: Study, share: Callable[[Profile], Number], weight: Callable[[int], int] = lambda judgements: 1
) -> Additive:
    """A mean over pairable units, of each unit's `share`, a unit with n judgements weighing `weight(n)`."""

    def part(profile: Profile) -> Sequence[Number]:
        size = sum(profile)
        return (weight(size), weight(size) * share(profile)) if size > 1 else (0, 0)

    parts, _ = in_whole_numbers({profile: part(profile) for profile in study.histogram})
    return Additive(study.histogram, parts, _mean, to_profile(study.labels), share=True)


def unanimous(profile: Profile) -> int:
    """1 where all judgements of the unit are the same."""
    return int(max(profile) == sum(profile))


def in_majority(profile: Profile) -> Fraction:
    """The share of the unit's most frequent label."""
    return Fraction(max(profile), sum(profile))


def agreement_by(weights: Weights) -> Callable[[Profile], Fraction]:
    """The share of the unit's pairs of judgements that agree."""
    return lambda profile: agreeing(profile, weights)


def kappas_of_all(study: Study, weights: Weights = identity) -> dict[str, Additive] | Undefined:
    """Fleiss' kappa, Brennan-Prediger and Gwet's AC, by these names with underscores: all of the same sums."""
    if too_much(study.histogram, len(study.labels)):
        return TOO_MUCH
    table = {profile: _judged(profile, weights) for profile in study.histogram}
    parts, _ = in_whole_numbers(table)
    values = {"fleiss_kappa": _fleiss(study, weights), "brennan_prediger": _even(study, weights)}
    values["gwet_ac"] = _gwet(study, weights)
    cell_of = to_profile(study.labels)
    return {name: Additive(study.histogram, parts, value, cell_of) for name, value in values.items()}


def _judged(profile: Profile, weights: Weights) -> Sequence[Number]:
    """Pairable or not, the share of its pairs that agree, judged or not, the share of each label."""
    size = sum(profile)
    pairs = (1, agreeing(profile, weights)) if size > 1 else (0, 0)
    return (*pairs, int(size > 0), *(Fraction(count, size) if size else 0 for count in profile))


def _mean(sums: Sums) -> Value:
    return Fraction(sums[1], sums[0]) if sums[0] else NO_PAIRABLE_UNIT


def _fleiss(study: Study, weights: Weights) -> Callable[[Sums], Value]:
    def value(sums: Sums) -> Value:
        observed, judged, shares = _mean(sums[:2]), sums[2], sums[3:]
        if isinstance(observed, Undefined):
            return observed
        return beyond_chance(observed, weights(shares, shares) / judged**2, certain(study.labels, shares))

    return value


def _even(study: Study, weights: Weights) -> Callable[[Sums], Value]:
    every = [1] * len(study.labels)
    expected = weights(every, every) / max(len(every), 1) ** 2

    def value(sums: Sums) -> Value:
        observed = _mean(sums[:2])
        return observed if isinstance(observed, Undefined) else beyond_chance(observed, expected, ONE_DECLARED)

    return value


def _gwet(study: Study, weights: Weights) -> Callable[[Sums], Value]:
    labels = len(study.labels)
    every = [1] * labels
    scale = weights(every, every) / max(labels * (labels - 1), 1)

    def value(sums: Sums) -> Value:
        observed, judged, shares = _mean(sums[:2]), sums[2], sums[3:]
        if isinstance(observed, Undefined) or labels == 1:
            return observed if isinstance(observed, Undefined) else ONE_DECLARED
        mixed = Fraction(sum(share * (judged - share) for share in shares), judged**2)
        return beyond_chance(observed, scale * mixed, ONE_DECLARED)

    return value
