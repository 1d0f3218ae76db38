"""Cases: a claim with all that stands of it, for a report that goes through them one by one."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from annotate.domain import Answer, Moment, Status
from annotate.store import Reading, Said, said

Ballot = Mapping[str, str]
"""Reviewer → label."""


@dataclass(frozen=True, slots=True)
class Case:
    """A claim (row) in its document (row): ballots by round, the times of the first, and what was decided, if it was.

    Answers that are no verdict, and reviewers in conflict with themselves, are not among the ballots.
    """

    claim: int
    document: int
    rounds: Mapping[int, Ballot]
    times: Mapping[str, Moment]
    status: Status
    verdict: str | None
    author: str

    @property
    def first(self) -> Ballot:
        """The ballot of the first round, which agreement is measured on."""
        return self.rounds.get(1, {})

    @property
    def label(self) -> str | None:
        """The label that was decided, or else the one that most gave in the first round; None where several did."""
        if self.status.settled:
            return self.verdict
        most = Counter(self.first.values()).most_common(2)
        tied = len(most) == 2 and most[0][1] == most[1][1]
        return None if tied or not most else most[0][0]


def cases(connection: Reading, facet: str, apart: Collection[str] = ()) -> Iterator[Case]:
    """The claims that somebody judged, document by document, without the judgements of those who are kept apart."""
    for (document, claim), group in groupby(said(connection, facet), key=lambda one: (one.document, one.claim)):
        given = list(group)
        humans = [one for one in given if one.reviewer not in apart]
        by_round = {at: _ballot(list(some)) for at, some in groupby(humans, key=lambda one: one.round)}
        times = {one.reviewer: one.at for one in humans if one.round == 1}
        last = given[-1]
        yield Case(claim, document, by_round, times, last.status, last.verdict, last.author)


def _ballot(given: list[Said]) -> Ballot:
    sides: dict[str, set[tuple[Answer, str]]] = {}
    for one in given:
        sides.setdefault(one.reviewer, set()).add((one.answer, one.label))
    sure = {who: next(iter(taken)) for who, taken in sides.items() if len(taken) == 1}
    return {who: label for who, (answer, label) in sure.items() if answer is Answer.VERDICT and label}
