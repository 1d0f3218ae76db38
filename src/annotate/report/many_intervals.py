"""The intervals of a facet with more labels than a profile can hold."""

from collections.abc import Iterator
from dataclasses import replace

from annotate.agreement import Additive, Interval, Terms, Undefined, interval_alpha_of_bags, intervals, percent_of_bags
from annotate.report.coefficients import Coefficient
from annotate.report.intervals import OF_OTHERS
from annotate.report.many import Many

Key = tuple[str, str]
"""Name and weights of a coefficient."""

TOO_MANY = Undefined("with so many labels only percent agreement and alpha at the level interval have an interval")
ELSEWHERE = Undefined("with so many labels the methods of other programs are not offered")


def with_many_intervals(many: Many, coefficients: tuple[Coefficient, ...], terms: Terms) -> tuple[Coefficient, ...]:
    """The coefficients with the intervals of those that have few sums, and why the others have none."""
    if terms.method in OF_OTHERS:
        return tuple(_with(one, ELSEWHERE) for one in coefficients)
    wanted = dict(_additives(many))
    known = {key: one for key, one in wanted.items() if isinstance(one, Additive)}
    found = {key: one for key, one in wanted.items() if isinstance(one, Undefined)}
    told = found | dict(intervals(known, many.bags, terms))
    return tuple(_with(one, told.get((one.name, one.weights), TOO_MANY)) for one in coefficients)


def _with(one: Coefficient, interval: Interval | Undefined) -> Coefficient:
    return one if isinstance(one.value, Undefined) else replace(one, interval=interval)


def _additives(many: Many) -> Iterator[tuple[Key, Additive | Undefined]]:
    yield ("percent_agreement", "identity"), percent_of_bags(many.bags)
    if many.numbers:
        yield ("krippendorff_alpha", "interval"), interval_alpha_of_bags(many.bags, many.numbers)
