"""Which coefficients a report holds, and with which weights: the level's own first, then the others."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from annotate.agreement import (
    Interval,
    Level,
    Paradox,
    Study,
    Undefined,
    Value,
    Weights,
    brennan_prediger,
    cohen_kappa,
    conger_kappa,
    fleiss_kappa,
    gwet_ac,
    krippendorff_alpha,
    light_kappa,
    paradox,
    percent_agreement,
    percent_agreement_pairs,
    percent_agreement_ratings,
    scott_pi,
)
from annotate.report.measured import LEVELS, WEIGHTS, Measured, of_all, of_pair

OF_PAIRS: Mapping[str, Callable[..., Value]] = {"cohen_kappa": cohen_kappa, "scott_pi": scott_pi}
"""Coefficients of two reviewers."""

OF_ALL: Mapping[str, Callable[[Study, Weights], Value]] = {
    "fleiss_kappa": fleiss_kappa,
    "conger_kappa": conger_kappa,
    "brennan_prediger": brennan_prediger,
    "gwet_ac": gwet_ac,
}

CORRECTED = ("krippendorff_alpha", "cohen_kappa", "scott_pi", "fleiss_kappa", "conger_kappa", "light_kappa")
"""Those that one dominant label makes low at high agreement."""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A coefficient over all reviewers; `weights` is identity, linear or quadratic, or for alpha its level.

    `units` is the number of units on which agreement was looked for; `paradox` says which label makes the value low
    though agreement is high, where that is so; `interval` is where the agreement of other units may lie, or why that
    cannot be told, and `warning` why it may be too narrow.
    """

    name: str
    weights: str
    value: Value
    units: int
    paradox: Paradox | None = None
    interval: Interval | Undefined | None = None
    warning: str | None = None


def own_coefficients(measured: Measured) -> tuple[Coefficient, ...]:
    """Percent agreement, and every chance-corrected coefficient with the weights of the level."""
    level = measured.whole.level
    found = [_percent(measured, "identity"), _alpha(measured, level), *_kappas(measured, WEIGHTS[level][0])]
    return tuple(found)


def other_coefficients(measured: Measured) -> tuple[Coefficient, ...]:
    """The other definitions of percent agreement, Light's kappa, and all with the weights that are not the level's."""
    level, study = measured.whole.level, measured.whole
    own, *others = WEIGHTS[level]
    found = [
        Coefficient("percent_agreement_pairs", "identity", percent_agreement_pairs(study), study.pairable_units),
        Coefficient("percent_agreement_ratings", "identity", percent_agreement_ratings(study), study.pairable_units),
        *_light(measured, own),
        *(_alpha(measured, other) for other in LEVELS[level][1:]),
        *(_percent(measured, weights) for weights in WEIGHTS[level] if weights != "identity"),
    ]
    for weights in others:
        found += [*_kappas(measured, weights), *_light(measured, weights)]
    return tuple(found)


def _kappas(measured: Measured, weights: str) -> Iterator[Coefficient]:
    study = measured.of(weights)
    if len(study.reviewers) == 2:
        a, b = study.reviewers
        table = study.pairs.get((a, b), {})
        for name, of_two in OF_PAIRS.items():
            yield _noted(study, name, weights, of_pair(of_two, table, weights, study))
    for name, coefficient in OF_ALL.items():
        full = {"gwet_ac": "gwet_ac1" if weights == "identity" else "gwet_ac2"}.get(name, name)
        yield _noted(study, full, weights, of_all(coefficient, study, weights))


def _light(measured: Measured, weights: str) -> Iterator[Coefficient]:
    """Light's kappa; for two reviewers it would be Cohen's once more."""
    study = measured.of(weights)
    if len(study.reviewers) > 2:
        yield _noted(study, "light_kappa", weights, of_all(light_kappa, study, weights))


def _percent(measured: Measured, weights: str) -> Coefficient:
    study = measured.of(weights)
    return Coefficient("percent_agreement", weights, of_all(percent_agreement, study, weights), study.pairable_units)


def _alpha(measured: Measured, level: Level) -> Coefficient:
    study = measured.of(level)
    return _noted(study, "krippendorff_alpha", level, krippendorff_alpha(study, level))


def _noted(study: Study, name: str, weights: str, value: Value) -> Coefficient:
    """The coefficient, with the paradox where it is one."""
    counts = dict(zip(study.labels, study.label_counts, strict=True))
    found = paradox(percent_agreement(study), value, counts) if name in CORRECTED else None
    return Coefficient(name, weights, value, study.pairable_units, found)
