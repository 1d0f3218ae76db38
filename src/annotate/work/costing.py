"""The claims that cost the most agreement, found claim by claim and named at the end."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from heapq import nlargest
from typing import NamedTuple

from annotate.agreement import Coincidences, Profile, unit_costs
from annotate.report import COSTLY, CostlyClaim, Measure
from annotate.store import Reading, Texts, claims_among, titles


class Cost(NamedTuple):
    """What a unit costs, and who said what of it; `unit` is a claim's row, or its name in a table."""

    cost: Fraction
    unit: int | str
    votes: Mapping[str, str]


def costliest(measure: Measure, units: Iterable[tuple[int | str, Mapping[str, str]]]) -> list[Cost]:
    """The units that cost something, the costliest first, of equal ones those that come first."""
    scale = measure.scale
    whole = Coincidences(scale.labels, scale.level)
    whole.add(scale.histogram)
    costs = {profile: cost for profile, cost in unit_costs(scale.histogram, whole).items() if cost > 0}
    return nlargest(COSTLY, _costs(units, scale.labels, costs), key=lambda found: found.cost)


def _costs(
    units: Iterable[tuple[int | str, Mapping[str, str]]], labels: tuple[str, ...], costs: Mapping[Profile, Fraction]
) -> Iterator[Cost]:
    for unit, votes in units:
        counts = Counter(votes.values())
        cost = costs.get(tuple(counts[label] for label in labels))
        if cost is not None:
            yield Cost(cost, unit, votes)


def named(connection: Reading, found: list[Cost]) -> tuple[CostlyClaim, ...]:
    """The claims (rows) with their ids and words."""
    held = claims_among(connection, [cost.unit for cost in found if isinstance(cost.unit, int)])
    called = titles(connection, {claim.document for claim in held.values()})
    texts = Texts(connection)
    quotes = {
        row: claim.span.of(texts.of(claim.document_row))
        for row, claim in sorted(held.items(), key=lambda one: one[1].document_row)
    }
    return tuple(
        CostlyClaim(claim.id, cost, votes, claim.document, called.get(claim.document), quotes[claim.row])
        for cost, unit, votes in found
        if isinstance(unit, int)
        for claim in (held[unit],)
    )
