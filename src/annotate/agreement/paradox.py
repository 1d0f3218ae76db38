"""The paradox of kappa: agreement is high, and the coefficient low, because one label is given almost always."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from annotate.agreement.undefined import Undefined, Value

HIGH = Fraction(3, 4)
"""Percent agreement from which on agreement is called high."""

LOW = Fraction(1, 2)
"""What two equally frequent labels give a coefficient at HIGH percent agreement: a lower one is called low."""

DOMINANT = Fraction(1, 2)
"""Share of the judgements above which a label is called dominant; a low coefficient at high agreement needs one."""


@dataclass(frozen=True, slots=True)
class Paradox:
    """The label at fault, and its share of the judgements."""

    label: str
    share: Fraction


def paradox(percent: Value, coefficient: Value, counts: Mapping[str, int]) -> Paradox | None:
    """The paradox, where it is one: HIGH agreement, a LOW coefficient, and a DOMINANT label by the `counts` of labels.

    Feinstein, A. R. and Cicchetti, D. V. (1990), High agreement but low kappa: I. The problems of two paradoxes,
    Journal of Clinical Epidemiology 43(6), 543-549. The bounds are ours: chance agreement is no greater than the share
    of the most frequent label, so that with complete votes the first two never hold without the third.
    """
    if isinstance(percent, Undefined) or isinstance(coefficient, Undefined):
        return None
    label = max(counts, key=counts.__getitem__)
    share = Fraction(counts[label], sum(counts.values()))
    found = percent >= HIGH and coefficient < LOW and share > DOMINANT
    return Paradox(label, share) if found else None
