"""Who gave which label to a unit, as often as it is gone through: from the study, or anew where that forgot it."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from annotate.agreement import Pattern, Study
from annotate.domain import Answer
from annotate.store import Reading, Vote, votes

Patterns = Iterable[tuple[Pattern, int]]
"""Patterns with their numbers of units."""


class Streamed:
    """Patterns that are read from where they came, one unit after the other: a crowd's would fill memory."""

    def __init__(self, again: Callable[[], Iterator[tuple[Pattern, int]]]) -> None:
        self._again = again

    def __iter__(self) -> Iterator[tuple[Pattern, int]]:
        return self._again()


def patterns_of(study: Study, again: Callable[[], Iterator[tuple[Pattern, int]]]) -> Patterns:
    """The patterns of a study; `again` reads them, for a study that has too many to keep."""
    return study.patterns.items() if study.patterns else Streamed(again)


def patterns_in(connection: Reading, facet: str) -> Iterator[tuple[Pattern, int]]:
    """Those of a project, claim by claim."""
    for _, said in groupby(votes(connection, facet), key=lambda vote: vote.claim):
        yield tuple(sorted(ballot_of(list(said), Counter()).items())), 1


def patterns_among(rows: Iterable[tuple[str, str, str]]) -> Iterator[tuple[Pattern, int]]:
    """Those of a table whose rows (unit, reviewer, label) are sorted by unit."""
    for _, said in groupby(rows, key=itemgetter(0)):
        yield tuple(sorted([(reviewer, label) for _, reviewer, label in said])), 1


def ballot_of(said: Collection[Vote], left_out: Counter[str]) -> Mapping[str, str]:
    """Reviewer → label on one claim, without those who gave none or two, who are counted in `left_out`."""
    ballot: dict[str, str] = {}
    for reviewer, group in groupby(said, key=lambda vote: vote.reviewer):
        given = list(group)
        labels = {vote.label for vote in given}
        if len(labels) > 1:
            left_out["in conflict with oneself"] += 1
        elif given[0].answer is not Answer.VERDICT:
            left_out[given[0].answer.value.replace("_", " ")] += 1
        elif given[0].label:
            ballot[reviewer] = given[0].label
    return ballot
