"""Leave one out: what alpha is without a reviewer, or without a unit."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from annotate.agreement.coincidence import Coincidences
from annotate.agreement.ratio import Ratio
from annotate.agreement.study import Pattern, Profile
from annotate.agreement.undefined import Undefined, Value

PROFILES = 5000
"""Profiles up to which units are left out: more of them come from labels that are numbers, or from hundreds of votes
on one unit, and no unit is then like another."""


@dataclass(slots=True)
class Leaving:
    """What goes with one reviewer: `changes` are the units that there would be more (or fewer) of each profile without
    him, `agreed` his comparisons with the others, by the units that he judged together with them."""

    agreed: Ratio = field(default_factory=Ratio)
    changes: Counter[Profile] = field(default_factory=Counter)


def leavings(patterns: Iterable[tuple[Pattern, int]], labels: Sequence[str]) -> Mapping[str, Leaving]:
    """Reviewer → what goes with him, in one pass over (who gave which label to a unit, number of such units)."""
    place = {label: at for at, label in enumerate(labels)}
    found: defaultdict[str, Leaving] = defaultdict(Leaving)
    for pattern, units in patterns:
        profile = [0] * len(labels)
        for _, label in pattern:
            profile[place[label]] += 1
        for reviewer, label in pattern:
            _leave(found[reviewer], tuple(profile), place[label], units)
    return dict(found)


def _leave(leaving: Leaving, profile: Profile, own: int, units: int) -> None:
    if sum(profile) < 2:
        return
    leaving.agreed.add(profile[own] - 1, sum(profile) - 1, units)
    leaving.changes[profile] -= units
    leaving.changes[(*profile[:own], profile[own] - 1, *profile[own + 1 :])] += units


def alpha_without(coincidences: Coincidences, leaving: Leaving) -> Value:
    """Alpha of the units as they would be without the reviewer; `coincidences` are those with him."""
    return coincidences.without({profile: -units for profile, units in leaving.changes.items()})


def gain(without: Value, whole: Value) -> Value:
    """By how much alpha is greater without the part: positive for one that costs agreement."""
    if isinstance(without, Undefined):
        return without
    return whole if isinstance(whole, Undefined) else without - whole


def unit_costs(histogram: Mapping[Profile, int], coincidences: Coincidences) -> Mapping[Profile, Fraction]:
    """Profile → by how much alpha would rise if one unit of that profile were not there; only where that is a number.

    The jackknife's leave-one-out difference, exact. Efron, B. and Tibshirani, R. J. (1993), An Introduction to the
    Bootstrap, chapter 11.
    """
    if len(histogram) > PROFILES:
        return {}
    whole = coincidences.alpha()
    costs = {p: gain(coincidences.without({p: 1}), whole) for p, units in histogram.items() if units and sum(p) >= 2}
    return {profile: cost for profile, cost in costs.items() if isinstance(cost, Fraction)}
