"""The intervals of a facet whose judgements are sets of labels."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotate.agreement import (
    Additive,
    Interval,
    Pattern,
    Sets,
    Terms,
    Undefined,
    Weights,
    alpha_at,
    compared,
    identity,
    intervals,
    kappas_of_all,
)
from annotate.report.additives import additive_by
from annotate.report.coefficients import Coefficient
from annotate.report.intervals import LABELS, OF_OTHERS, Found


def set_intervals(sets: Sets, near: Mapping[str, Weights], coefficients: Sequence[Coefficient], terms: Terms) -> Found:
    """The interval of each coefficient that has a value, and of each label; `near` are the weights by name."""
    defined = [one for one in coefficients if not isinstance(one.value, Undefined)]
    by = {one: near.get(one.weights, identity) for one in defined}
    if terms.method in OF_OTHERS:
        return {(one.name, one.weights): _compared(sets, one, by[one], terms) for one in defined}
    wanted: dict[Hashable, Additive | Undefined] = {
        (one.name, one.weights): additive_by(sets.study, one.name, by[one]) for one in defined
    }
    wanted |= dict(_labels(sets))
    known = {key: one for key, one in wanted.items() if isinstance(one, Additive)}
    unknown = {key: one for key, one in wanted.items() if isinstance(one, Undefined)}
    return unknown | dict(intervals(known, sets.study, terms))


def _compared(sets: Sets, one: Coefficient, weights: Weights, terms: Terms) -> Interval | Undefined:
    return one.value if isinstance(one.value, Undefined) else compared(sets.study, one.name, weights, one.value, terms)


def _labels(sets: Sets) -> Iterator[tuple[Hashable, Additive | Undefined]]:
    for label in sets.choices if len(sets.choices) <= LABELS else ():
        apart = sets.choosing(label)
        kappas = kappas_of_all(apart)
        yield (label, "kappa"), kappas if isinstance(kappas, Undefined) else _told(sets, kappas["fleiss_kappa"], label)
        alpha = alpha_at(apart)
        yield (label, "alpha"), alpha if isinstance(alpha, Undefined) else _told(sets, alpha, label)


def _told(sets: Sets, additive: Additive, label: str) -> Additive:
    """The same of the sets as they were given, of which it only matters whether they hold the label."""
    names, cell_of = sets.choosing_names(label), additive.cell_of

    def cell(pattern: Pattern) -> object:
        return cell_of(tuple((who, names[given]) for who, given in pattern))

    return replace(additive, cell_of=cell)
