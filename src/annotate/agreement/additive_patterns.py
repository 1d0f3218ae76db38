"""The coefficients that ask who gave which label, as functions of sums."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import lcm

from annotate.agreement.additive import TOO_MUCH, Additive, Cell, Sums, in_whole_numbers, to_profile, too_much
from annotate.agreement.light import PAIR_WITHOUT
from annotate.agreement.percent import agreeing
from annotate.agreement.study import Confusion, Pair, Pattern, Study
from annotate.agreement.undefined import (
    NO_COMMON_UNIT,
    NO_PAIRABLE_UNIT,
    Undefined,
    Value,
    beyond_chance,
    certain,
)
from annotate.agreement.weights import Number, Weights, identity

NO_PATTERNS = Undefined("it is not known, or of too many ways to vote, who gave which judgements together")


def kappa_of_pair(
    table: Confusion, pair: Pair, labels: Sequence[str], weights: Weights = identity, *, common: bool = False
) -> Additive | Undefined:
    """Cohen's kappa of a pair, or with `common` frequencies Scott's pi."""
    if too_much(table, 2 * len(labels)):
        return TOO_MUCH
    parts, _ = in_whole_numbers({given: _met(given, labels, weights) for given in table})
    kappa = _pi if common else _kappa

    def value(sums: Sums) -> Value:
        return kappa(sums, labels, weights)

    return Additive(table, {**parts, None: [0] * (2 + 2 * len(labels))}, value, _pair_in(pair, frozenset(labels)))


def sums_of_conger(study: Study, weights: Weights = identity) -> Additive | Undefined:
    """Conger's kappa, of the patterns of a study."""
    labels, team = study.labels, study.reviewers
    if not study.patterns:
        return NO_PATTERNS
    if too_much(study.patterns, len(labels) * len(team)):
        return TOO_MUCH
    profile_of = to_profile(labels)

    def part(pattern: Pattern) -> Sequence[Number]:
        size, given = len(pattern), dict(pattern)
        pairs = (1, agreeing(profile_of(pattern), weights)) if size > 1 else (0, 0)
        return (*pairs, *(int(given.get(who) == label) for who in team for label in labels))

    parts, _ = in_whole_numbers({pattern: part(pattern) for pattern in (*study.patterns, ())})

    def value(sums: Sums) -> Value:
        if not sums[0]:
            return NO_PAIRABLE_UNIT
        counts = [sums[at : at + len(labels)] for at in range(2, len(sums), len(labels))]
        for who, own in zip(team, counts, strict=True):
            if not any(own):
                return Undefined(f'the reviewer "{who}" gave no judgement, and so has no label frequencies')
        whole = [sum(column) for column in zip(*counts, strict=True)]
        return beyond_chance(Fraction(sums[1], sums[0]), _chance(counts, weights), certain(labels, whole))

    return Additive(study.patterns, parts, value, _within(labels))


def sums_of_light(study: Study, weights: Weights = identity) -> Additive | Undefined:
    """Light's kappa, of the patterns of a study: the mean of the kappas of the pairs that have a unit in common."""
    labels, pairs = study.labels, sorted(study.pairs)
    length = 2 + 2 * len(labels)
    if not study.patterns:
        return NO_PATTERNS
    if too_much(study.patterns, length * len(pairs)):
        return TOO_MUCH
    met = {pair: [(given, _met(given, labels, weights)) for given in table] for pair, table in study.pairs.items()}
    known = {pair: dict(rows) for pair, rows in met.items()}

    def part(pattern: Pattern) -> Sequence[Number]:
        given = dict(pattern)
        row: list[Number] = [int(len(pattern) > 1)]
        for a, b in pairs:
            both = a in given and b in given
            row += known[a, b][given[a], given[b]] if both else (0,) * length
        return row

    parts, _ = in_whole_numbers({pattern: part(pattern) for pattern in (*study.patterns, ())})

    def value(sums: Sums) -> Value:
        found = [_kappa(sums[at : at + length], labels, weights) for at in range(1, len(sums), length) if sums[at]]
        numbers = [kappa for kappa in found if isinstance(kappa, Fraction)]
        if len(numbers) < len(found) or not found:
            return PAIR_WITHOUT if found else NO_PAIRABLE_UNIT
        return sum(numbers, Fraction()) / len(numbers)

    return Additive(study.patterns, parts, value, _within(labels))


def _met(given: tuple[str, str], labels: Sequence[str], weights: Weights) -> Sequence[Number]:
    """One unit of a pair: 1, how far the two agree, and the label of either."""
    first, second = ([int(label == own) for label in labels] for own in given)
    return (1, weights(first, second), *first, *second)


def _kappa(sums: Sums, labels: Sequence[str], weights: Weights) -> Value:
    units, agreed, first, second = _pair_sums(sums, labels)
    if not units:
        return NO_COMMON_UNIT
    expected = weights(first, second) / units**2
    return beyond_chance(Fraction(agreed, units), expected, certain(labels, first))


def _pi(sums: Sums, labels: Sequence[str], weights: Weights) -> Value:
    units, agreed, first, second = _pair_sums(sums, labels)
    if not units:
        return NO_COMMON_UNIT
    both = [a + b for a, b in zip(first, second, strict=True)]
    return beyond_chance(Fraction(agreed, units), weights(both, both) / (2 * units) ** 2, certain(labels, both))


def _pair_sums(sums: Sums, labels: Sequence[str]) -> tuple[int, int, Sums, Sums]:
    return sums[0], sums[1], sums[2 : 2 + len(labels)], sums[2 + len(labels) :]


def _chance(counts: Sequence[Sums], weights: Weights) -> Fraction:
    """The mean over all pairs of reviewers of what their own frequencies give."""
    unit = lcm(*map(sum, counts))
    shares = [[count * (unit // sum(own)) for count in own] for own in counts]
    whole = [sum(column) for column in zip(*shares, strict=True)]
    alone = sum(weights(own, own) for own in shares)
    return (weights(whole, whole) - alone) / (unit**2 * len(shares) * (len(shares) - 1))


def _pair_in(pair: Pair, labels: frozenset[str]) -> Callable[[Pattern], Cell]:
    a, b = pair

    def cell(pattern: Pattern) -> Cell:
        given = dict(pattern)
        both = given.get(a), given.get(b)
        return both if labels.issuperset(both) else None

    return cell


def _within(labels: Sequence[str]) -> Callable[[Pattern], Cell]:
    known = frozenset(labels)
    return lambda pattern: tuple((who, label) for who, label in pattern if label in known)
