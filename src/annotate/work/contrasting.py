"""Contrasting: the claims to which reviewers gave two labels that part them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from annotate.domain import Answer
from annotate.store import Reading, Vote, claims_among, votes
from annotate.work.desk import Desk, lead_only
from annotate.work.leafing import Leaf, before, leaf, place_in_queue

KEPT = 200
"""Claims that are looked for: whoever has looked at so many knows why reviewers part."""


def parted_claims(desk: Desk, facet: str, labels: tuple[str, str]) -> list[Leaf]:
    """The first claims to which reviewers gave both labels of that facet in the first round; for the lead alone.

    In a large project where they are few it takes as long as reading every vote: not for between two keys.
    """
    lead_only(desk, "Where reviewers part")
    with desk.store.reading() as connection:
        rows = list(islice(_with_both(connection, facet, set(labels)), KEPT))
        known = claims_among(connection, rows, None)
    places = [place_in_queue(desk, known[row].id) for row in rows if row in known]
    return [found for at in places for found in leaf(desk, before(at), 1)]


def _with_both(connection: Reading, facet: str, labels: set[str]) -> Iterator[int]:
    for claim, said in groupby(votes(connection, facet), key=lambda vote: vote.claim):
        if labels <= _labels(said):
            yield claim


def _labels(said: Iterable[Vote]) -> set[str]:
    """The labels on one claim, without those of reviewers in conflict with themselves."""
    given: defaultdict[str, set[str]] = defaultdict(set)
    for vote in said:
        given[vote.reviewer].add(vote.label if vote.answer is Answer.VERDICT else "")
    return {label for labels in given.values() if len(labels) == 1 for label in labels if label}
