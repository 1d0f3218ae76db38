"""Slices of the units: how far the reviewers agree in each part, and what each part costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from annotate.agreement import Coincidences, Profile, Study, Undefined, Value, gain, percent_agreement
from annotate.report.reviewers import CHOICES, TOO_MANY, Measure

By = Literal["document", "label", "type", "period", "round"]
"""What the units are told apart by."""

SLICES = 1000
"""Slices that are told: those that cost the most."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of the units; `cost` is by how much alpha of the whole would be greater without it.

    `id` is that of the document where the units are told apart by it.
    """

    name: str
    units: int
    pairable_units: int
    judgements: int
    percent_agreement: Value
    alpha: Value
    cost: Value
    id: str | None = None


@dataclass(frozen=True, slots=True)
class SlicesAgreement:
    """The slices that cost the most, the costliest first; `left` more are not told."""

    by: By
    slices: tuple[Slice, ...]
    left: int


ZERO = Fraction()
APART = Undefined("a later round is no part of what alpha is measured on")


def slice_of(measure: Measure, name: str, histogram: Mapping[Profile, int], whole: Coincidences | None) -> Slice:
    """One slice, from its units by profile over the study's labels; `whole` is None where it is no part of the whole.

    Judgements off the scale count only for percent agreement.
    """
    study = Study(measure.study.facet, measure.study.level, measure.study.labels, histogram, {}, {})
    kept = [place for place, label in enumerate(study.labels) if label in measure.scale.labels]
    on_scale: dict[Profile, int] = {}
    for profile, units in histogram.items():
        cut = tuple(profile[place] for place in kept)
        on_scale[cut] = on_scale.get(cut, 0) + units
    few = len(kept) <= CHOICES
    return Slice(
        name=name,
        units=study.units,
        pairable_units=study.pairable_units,
        judgements=study.judgements,
        percent_agreement=percent_agreement(study),
        alpha=_alpha(measure, on_scale) if few else TOO_MANY,
        cost=(APART if whole is None else gain(whole.without(on_scale), whole.alpha())) if few else TOO_MANY,
    )


def ranked(by: By, slices: list[Slice]) -> SlicesAgreement:
    """The costliest first; those without a cost last, by name."""

    def key(one: Slice) -> tuple[bool, Fraction, str, str]:
        cost = one.cost
        return (False, -cost, one.name, one.id or "") if isinstance(cost, Fraction) else (True, ZERO, one.name, "")

    order = sorted(slices, key=key)
    return SlicesAgreement(by, tuple(order[:SLICES]), max(0, len(order) - SLICES))


def _alpha(measure: Measure, histogram: Mapping[Profile, int]) -> Value:
    own = Coincidences(measure.scale.labels, measure.study.level)
    own.add(histogram)
    return own.alpha()
