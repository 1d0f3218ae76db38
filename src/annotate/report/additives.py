"""The coefficients of a report as functions of sums over units, from which their intervals come."""

from annotate.agreement import (
    Additive,
    Study,
    Undefined,
    Weights,
    agreement_by,
    alpha_at,
    alpha_by,
    kappa_of_pair,
    kappas_of_all,
    of_units,
    sums_of_conger,
    sums_of_light,
)
from annotate.report.measured import LEVEL, Measured, weights_of

ENGINE = {"gwet_ac1": "gwet_ac", "gwet_ac2": "gwet_ac"}
"""Names that are one in the engine."""


def additive_of(measured: Measured, name: str, weights: str) -> Additive | Undefined:
    """The coefficient of that name with these weights, or for alpha at this level; or why it has no interval."""
    study = measured.of(weights)
    if name == "krippendorff_alpha":
        return alpha_at(study, LEVEL[weights])
    found = weights_of(weights, study)
    return found if isinstance(found, Undefined) else additive_by(study, name, found)


def additive_by(study: Study, name: str, weights: Weights) -> Additive | Undefined:
    """The coefficient of that name with these weights, also alpha."""
    if name == "krippendorff_alpha":
        return alpha_by(study, weights)
    if name.startswith("percent_agreement"):
        return _percent(study, name, weights)
    return _of_people(study, name, weights) or _of_all(study, ENGINE.get(name, name), weights)


def _percent(study: Study, name: str, weights: Weights) -> Additive:
    share = agreement_by(weights)
    if name == "percent_agreement_pairs":
        return of_units(study, share, lambda judgements: judgements * (judgements - 1))
    if name == "percent_agreement_ratings":
        return of_units(study, share, lambda judgements: judgements)
    return of_units(study, share)


def _of_people(study: Study, name: str, weights: Weights) -> Additive | Undefined | None:
    """Those that ask who judged; None for any other."""
    if name in ("cohen_kappa", "scott_pi"):
        pair = (study.reviewers[0], study.reviewers[1])
        return kappa_of_pair(study.pairs.get(pair, {}), pair, study.labels, weights, common=name == "scott_pi")
    if name == "conger_kappa":
        return sums_of_conger(study, weights)
    return sums_of_light(study, weights) if name == "light_kappa" else None


def _of_all(study: Study, name: str, weights: Weights) -> Additive | Undefined:
    found = kappas_of_all(study, weights)
    return found if isinstance(found, Undefined) else found[name]
