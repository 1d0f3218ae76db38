"""Contrasting: which two labels reviewers gave to one and the same claim, on how many claims, and on which."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations, groupby

from annotate.domain import Answer, Facet
from annotate.store import Reading, Vote, claims_among, votes
from annotate.work.desk import Desk, lead_only
from annotate.work.leafing import Leaf, before, leaf, place_in_queue

KEPT = 200
"""Claims of two labels that are held ready to be opened; whoever has looked at so many knows why."""


@dataclass(frozen=True, slots=True)
class Parting:
    """Two labels (ids, in declared order) given to one claim, on how many claims, and the first of these (rows)."""

    labels: tuple[str, str]
    claims: int
    first: tuple[int, ...]


def partings(connection: Reading, facet: Facet) -> tuple[Parting, ...]:
    """Every two labels that reviewers gave to one claim in the first round, those on most claims first."""
    counted: Counter[tuple[str, str]] = Counter()
    first: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    order = [label.id for label in facet.labels]
    for claim, said in groupby(votes(connection, facet.id), key=lambda vote: vote.claim):
        for pair in combinations(sorted(_labels(said), key=_place(order)), 2):
            counted[pair] += 1
            if counted[pair] <= KEPT:
                first[pair].append(claim)
    return tuple(Parting(pair, claims, tuple(first[pair])) for pair, claims in counted.most_common())


def _place(order: list[str]) -> Callable[[str], tuple[int, str]]:
    """Where a label stands: as declared, and one that is not behind all, by its name."""
    places = {label: place for place, label in enumerate(order)}
    return lambda label: (places.get(label, len(order)), label)


def _labels(said: Iterable[Vote]) -> set[str]:
    """The labels on one claim, without those of reviewers in conflict with themselves."""
    given: defaultdict[str, set[str]] = defaultdict(set)
    for vote in said:
        given[vote.reviewer].add(vote.label if vote.answer is Answer.VERDICT else "")
    return {label for labels in given.values() if len(labels) == 1 for label in labels if label}


def parted_claims(desk: Desk, parting: Parting) -> list[Leaf]:
    """The first claims on which reviewers part so, to be opened; for the lead alone."""
    lead_only(desk, "Where reviewers part")
    with desk.store.reading() as connection:
        known = claims_among(connection, list(parting.first), None)
    places = [place_in_queue(desk, known[row].id) for row in parting.first if row in known]
    return [found for at in places for found in leaf(desk, before(at), 1)]
