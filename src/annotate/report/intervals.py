"""The intervals of a report: every coefficient, label and pair of a facet, in one pass over its documents."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotate.agreement import (
    FEW_DOCUMENTS,
    Additive,
    Interval,
    Study,
    Terms,
    Undefined,
    against_rest,
    alpha_at,
    compared,
    few,
    in_majority,
    intervals,
    kappa_of_pair,
    kappas_of_all,
    of_units,
    unanimous,
)
from annotate.report.additives import additive_of
from annotate.report.coefficients import Coefficient
from annotate.report.interval_words import FAULTS, documents_sentence, few_sentence
from annotate.report.measured import Measured, weights_in

PAIRS = 45
"""Pairs of reviewers, ten reviewers' worth, up to which each kappa has an interval."""

LABELS = 20
"""Labels up to which the kappa and alpha of each have an interval."""

Found = Mapping[Hashable, Interval | Undefined]
"""Intervals by what they are of: a coefficient's name and weights, a label and "kappa" or "alpha", a pair, a share."""

OF_OTHERS = ("gwet", "krippendorff")
"""Methods of other programs, which know coefficients alone."""


def facet_intervals(measured: Measured, coefficients: Sequence[Coefficient], terms: Terms) -> Found:
    """The interval of each coefficient that has a value, and of labels, pairs and shares; or why there is none."""
    if terms.method in OF_OTHERS:
        return {(one.name, one.weights): _of_others(measured, one, terms) for one in coefficients}
    study = measured.whole
    wanted: dict[Hashable, Additive | Undefined] = {}
    for one in coefficients:
        wanted[one.name, one.weights] = additive_of(measured, one.name, one.weights)
    wanted |= {"unanimity": of_units(study, unanimous), "majority_share": of_units(study, in_majority)}
    wanted |= dict(_labels(study)) | dict(_pairs(study))
    known = {key: one for key, one in wanted.items() if isinstance(one, Additive)}
    return {key: one for key, one in wanted.items() if isinstance(one, Undefined)} | dict(
        intervals(known, study, terms)
    )


def told(measured: Measured, coefficients: Sequence[Coefficient], found: Found) -> tuple[Coefficient, ...]:
    """The coefficients with their intervals, and with why these may be too narrow; one without a value has said why."""
    return tuple(
        one if isinstance(one.value, Undefined) else _with(measured, one, found.get((one.name, one.weights)))
        for one in coefficients
    )


def _with(measured: Measured, one: Coefficient, interval: Interval | Undefined | None) -> Coefficient:
    return replace(one, interval=interval, warning=_warning(measured.of(one.weights), interval))


def _warning(study: Study, interval: Interval | Undefined | None) -> str | None:
    """Faults of the method first, then what there is too little of."""
    if not isinstance(interval, Interval):
        return None
    found = few(study)
    said = [FAULTS.get(interval.method), few_sentence(found) if found else None]
    if interval.clusters is not None and interval.clusters < FEW_DOCUMENTS:
        said.append(documents_sentence(interval.clusters))
    return " ".join(filter(None, said)) or None


def _of_others(measured: Measured, one: Coefficient, terms: Terms) -> Interval | Undefined:
    study = measured.of(one.weights)
    weights = weights_in(study, one.name, one.weights)
    if isinstance(weights, Undefined):
        return weights
    if isinstance(one.value, Undefined):
        return one.value
    return compared(study, one.name, weights, one.value, terms)


def _labels(study: Study) -> Iterator[tuple[Hashable, Additive | Undefined]]:
    for label in study.labels if len(study.labels) <= LABELS else ():
        apart = against_rest(study, label)
        kappas = kappas_of_all(apart)
        yield (label, "kappa"), kappas if isinstance(kappas, Undefined) else _told(kappas["fleiss_kappa"], label)
        alpha = alpha_at(apart)
        yield (label, "alpha"), alpha if isinstance(alpha, Undefined) else _told(alpha, label)


def _told(additive: Additive, label: str) -> Additive:
    """The same of the judgements as they were given, of which it only matters whether they gave the label."""
    cell_of = additive.cell_of

    def cell(pattern: tuple[tuple[str, str], ...]) -> object:
        return cell_of(tuple((who, "label" if given == label else "other") for who, given in pattern))

    return replace(additive, cell_of=cell)


def _pairs(study: Study) -> Iterator[tuple[Hashable, Additive | Undefined]]:
    for pair, table in study.pairs.items() if len(study.pairs) <= PAIRS else ():
        yield pair, kappa_of_pair(table, pair, study.labels)
