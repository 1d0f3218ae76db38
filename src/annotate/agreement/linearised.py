"""Gwet's analytic standard errors, as irrCAC computes them: kept to compare with, not to rely on.

A unit with one judgement enters the variance of percent agreement, AC1, AC2 and Brennan-Prediger (and a little that of
Fleiss' and Conger's kappa) as if its reviewers had disagreed wholly: where judgements are missing the interval comes
out up to three times too wide. With every judgement there, it is the jackknife's but for terms that vanish with size.
Gwet, K. L. (2008), British Journal of Mathematical and Statistical Psychology 61(1), 29-48; Gwet, K. L. (2014),
Handbook of Inter-Rater Reliability, 4th ed., chapters 5 and 6.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import sqrt
from operator import mul

from annotate.agreement.additive import Cell, to_profile
from annotate.agreement.cohen import marginals
from annotate.agreement.fleiss import label_shares
from annotate.agreement.percent import agreeing, percent_agreement
from annotate.agreement.study import Confusion, Profile, Study, label_totals
from annotate.agreement.undefined import Undefined
from annotate.agreement.weights import Number, Weights

NO_FORMULA = Undefined("the method has no formula for it")

Values = Mapping[Cell, Number]


def gwet_se(study: Study, name: str, weights: Weights, value: Fraction) -> float | Undefined:
    """The standard error of the coefficient of that name (as in the report) whose `value` is this."""
    if study.pairable_units < 2:
        return Undefined("it takes two units with two judgements")
    if name == "cohen_kappa":
        return cohen_se(next(iter(study.pairs.values())), study.labels, weights)
    if name == "krippendorff_alpha":
        return _alpha_se(study, weights)
    if name == "conger_kappa" and study.patterns:
        of_profile = to_profile(study.labels)
        known = {cell: of_profile(cell) for cell in study.patterns}
        return _se(study.patterns, _values(study, known, weights, value, _conger_chances(study, weights)))
    chances = _chances(study, name, weights)
    if chances is None:
        return NO_FORMULA
    judged = {profile: units for profile, units in study.histogram.items() if any(profile)}
    return _se(judged, _values(study, {profile: profile for profile in judged}, weights, value, chances))


def _chances(study: Study, name: str, weights: Weights) -> Values | None:
    """What each unit says of agreement by chance."""
    labels, shares = len(study.labels), label_shares(study)
    every = [1] * labels
    judged = [profile for profile in study.histogram if any(profile)]
    whole = weights(every, every)
    if name == "percent_agreement":
        return dict.fromkeys(judged, 0)
    if name == "brennan_prediger":
        return dict.fromkeys(judged, whole / labels**2)
    if name in ("gwet_ac1", "gwet_ac2"):
        others = [1 - share for share in shares]
        scale = whole / (labels * (labels - 1))
        return {profile: scale * sum(map(mul, profile, others)) / sum(profile) for profile in judged}
    return {p: weights(p, shares) / sum(p) for p in judged} if name in ("fleiss_kappa", "scott_pi") else None


def _values(study: Study, known: Mapping[Cell, Profile], weights: Weights, value: Fraction, chances: Values) -> Values:
    """Each unit's own coefficient, less twice what the units' chances drag along."""
    observed, units = percent_agreement(study, weights), study.units
    if isinstance(observed, Undefined):
        raise TypeError(f"there is no value: {observed.reason}")
    left = (1 - observed) / (1 - value) if value != 1 else Fraction(1)  # one less agreement by chance
    found: dict[Cell, Number] = {}
    for cell, profile in known.items():
        own = agreeing(profile, weights) - (1 - left) if sum(profile) > 1 else Fraction()
        dragged = 2 * (1 - value) * (chances[cell] - (1 - left)) / left
        found[cell] = Fraction(units, study.pairable_units) * own / left - dragged - value
    return found


def _conger_chances(study: Study, weights: Weights) -> Values:
    """What each unit says of Conger's agreement by chance; a reviewer who did not judge it, what he does at large."""
    team, units = study.reviewers, study.units
    given = {who: sum(study.marginals[who]) for who in team}
    shares = {who: [Fraction(count, given[who]) for count in study.marginals[who]] for who in team}
    rest = {
        who: [sum(column) - own for column, own in zip(zip(*shares.values(), strict=True), shares[who], strict=True)]
        for who in team
    }
    at_large = {who: weights(rest[who], shares[who]) for who in team}
    pairs = len(team) * (len(team) - 1)
    places = {label: place for place, label in enumerate(study.labels)}

    def chance(pattern: Sequence[tuple[str, str]]) -> Fraction:
        total = sum(at_large.values(), Fraction())
        for who, label in pattern:
            unit = [int(place == places[label]) for place in range(len(places))]
            total += Fraction(units, given[who]) * (weights(rest[who], unit) - at_large[who])
        return total / pairs

    return {pattern: chance(pattern) for pattern in study.patterns}


def cohen_se(table: Confusion, labels: Sequence[str], weights: Weights) -> float:
    """The large-sample standard error of Cohen's kappa, which must be defined; irrCAC's for tables is the same.

    Fleiss, J. L., Cohen, J. and Everitt, B. S. (1969), Large sample standard errors of kappa and weighted kappa,
    Psychological Bulletin 72(5), 323-327.
    """
    n, own = sum(table.values()), [[int(place == one) for place in range(len(labels))] for one in range(len(labels))]
    rows, columns = ([Fraction(count, n) for count in counts] for counts in marginals(table, labels))
    to_columns = {label: weights(own[place], columns) for place, label in enumerate(labels)}
    to_rows = {label: weights(rows, own[place]) for place, label in enumerate(labels)}
    unit = dict(zip(labels, own, strict=True))
    near = {(a, b): weights(unit[a], unit[b]) for a, b in table}
    expected = weights(rows, columns)
    missed = 1 - sum((near[given] * units for given, units in table.items()), Fraction()) / n
    left = missed / (1 - expected)  # one less kappa
    squares = sum(
        (units * (near[a, b] - (to_columns[a] + to_rows[b]) * left) ** 2 for (a, b), units in table.items()), Fraction()
    )
    return sqrt((squares / n - (1 - left - expected * left) ** 2) / n) / float(1 - expected)


def _alpha_se(study: Study, weights: Weights) -> float:
    """Alpha's, over the pairable units, each weighing its judgements; the correction for few units is in one place."""
    pairable, n = study.pairable, study.pairable_units
    counts = label_totals(pairable, len(study.labels))
    mean = Fraction(sum(counts), n)
    shares = [Fraction(count, sum(counts)) for count in counts]
    agreed = (units * sum(p) * agreeing(p, weights) for p, units in pairable.items())
    observed = sum(agreed, Fraction()) / sum(counts)
    expected = weights(shares, shares)
    if expected == 1:
        return 0.0
    alpha = (observed - expected) / (1 - expected)
    corrected = observed + (1 - observed) / sum(counts)
    values: dict[Cell, Number] = {}
    for profile in pairable:
        more = (sum(profile) - mean) / mean
        own = agreeing(profile, weights) * sum(profile) / mean - corrected * more
        chance = weights(profile, shares) / mean - expected * more
        values[profile] = (own - expected - 2 * (1 - alpha) * (chance - expected)) / (1 - expected) - alpha
    return _se(pairable, values)


def _se(units: Mapping[Cell, int], values: Values) -> float:
    n = sum(units.values())
    return sqrt(sum(n_ * Fraction(values[cell]) ** 2 for cell, n_ in units.items()) / (n * (n - 1)))
