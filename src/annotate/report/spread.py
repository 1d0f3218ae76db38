"""How values that are numbers spread, where they are too many to be listed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from annotate.agreement import Bags, totals


@dataclass(frozen=True, slots=True)
class Spread:
    """The number of different values among the judgements, and where they lie."""

    distinct: int
    lowest: Fraction
    median: Fraction
    highest: Fraction
    mean: Fraction


def spread_of(bags: Bags, places: Sequence[Fraction]) -> Spread | None:
    """The spread over the numbers that the labels are; None where they are none in their order, or nobody gave one."""
    counts = totals(bags.histogram)
    if bags.level == "nominal" or not counts or not places or any(low > high for low, high in pairwise(places)):
        return None
    given = bags.judgements
    middle = [_ranked(counts, rank) for rank in ((given - 1) // 2, given // 2)]
    return Spread(
        distinct=len(counts),
        lowest=places[min(counts)],
        median=(places[middle[0]] + places[middle[1]]) / 2,
        highest=places[max(counts)],
        mean=sum((n * places[place] for place, n in counts.items()), Fraction()) / given,
    )


def _ranked(counts: dict[int, int], rank: int) -> int:
    """The place of the judgement with that many before it."""
    return next(place for place, upto in _running(counts) if rank < upto)


def _running(counts: dict[int, int]) -> Iterator[tuple[int, int]]:
    upto = 0
    for place, n in counts.items():
        upto += n
        yield place, upto
