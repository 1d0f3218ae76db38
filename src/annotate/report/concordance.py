"""Coefficients of the units that every reviewer judged: intraclass correlations and Kendall's W."""

from collections.abc import Mapping

from annotate.agreement import (
    Bags,
    ChiSquared,
    Complete,
    Study,
    Undefined,
    as_whole,
    complete,
    icc,
    kendall_test,
    kendall_w,
    number,
)
from annotate.report.coefficients import Coefficient

FORMS = ("icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k")


def complete_of(study: Study | Bags) -> Complete | Undefined:
    """The units that all judged, with the values of a scale: numbers, or places in the declared order."""
    return complete(study.patterns, study.reviewers, _values(study))


def concordance(study: Study | Bags) -> tuple[Coefficient, ...]:
    """Kendall's W where there is an order, the intraclass correlations where there are distances; else nothing."""
    if study.level == "nominal":
        return ()
    table = complete_of(study)
    found = () if study.level == "ordinal" else tuple(_icc(table))
    units = 0 if isinstance(table, Undefined) else table.units
    w = table if isinstance(table, Undefined) else kendall_w(table)
    return (*found, Coefficient("kendall_w", "ordinal", w, units))


def concordance_test(study: Study | Bags) -> tuple[ChiSquared | Undefined, int] | None:
    """The test of Kendall's W and its number of units; None where labels have no order."""
    if study.level == "nominal":
        return None
    table = complete_of(study)
    return (table, 0) if isinstance(table, Undefined) else (kendall_test(table), table.units)


def _icc(table: Complete | Undefined) -> list[Coefficient]:
    if isinstance(table, Undefined):
        return [Coefficient(name, "interval", table, 0) for name in FORMS]
    return [Coefficient(name, "interval", value, table.units) for name, value in icc(table).items()]


def _values(study: Study | Bags) -> Mapping[str, int]:
    if study.level == "ordinal":
        return {label: place for place, label in enumerate(study.labels)}
    found = {label: value for label in study.labels if (value := number(label)) is not None}
    return dict(zip(found, as_whole(list(found.values())), strict=True))
