"""Coding: the votes on a unit as one short text, the same for the same votes, so that a database can count it.

Of a small team it is a number of at most 63 bits: a few bits for each reviewer, and above them how many votes there
are. Of any other it is the votes themselves, in JSON.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

KINDS = ("skipped", "cannot_judge", "not_a_claim")
"""Answers that are no verdict, as stored."""

VERDICT = "verdict"
"""The answer that is one, as stored."""

UNITS, VOTES = "\x1e", "\x1f"
"""What stands between the units of a document, and between the votes of a unit. JSON writes both another way."""

MOST_BITS = 48
"""What the reviewers may take of a number: 32,767 votes on one unit still have their place above them."""

Said = tuple[str, str, str]
"""A vote: reviewer, answer, label ("" where none was given)."""

Pattern = tuple[tuple[str, str], ...]
"""(reviewer, label), by reviewer."""


@dataclass(frozen=True)
class Code:
    """How the votes of these reviewers (by code point), with these labels, are packed into a number.

    A reviewer's answer is a digit from 1 on; 0 is any that has no digit of its own. A sum never has more digits other
    than 0 than its terms have, and two answers of one reviewer have a single one, since twice the highest is still a
    digit: so that where anybody gave two, there are fewer digits than votes.
    """

    reviewers: tuple[str, ...]
    labels: tuple[str, ...]

    @cached_property
    def bits(self) -> int:
        """How many a reviewer has."""
        return (2 * (len(self.labels) + len(KINDS)) + 1).bit_length()

    @cached_property
    def votes_at(self) -> int:
        """Above which bit the number of votes stands."""
        return self.bits * len(self.reviewers)

    @property
    def fits(self) -> bool:
        """Whether the team is small enough."""
        return self.votes_at <= MOST_BITS

    @cached_property
    def _answers(self) -> tuple[tuple[str, str], ...]:
        return (*((VERDICT, label) for label in self.labels), *((kind, "") for kind in KINDS))

    def unpacked(self, token: str) -> tuple[Said, ...] | None:
        """The votes in a number; None where somebody gave two, or an answer that has no number."""
        votes, packed = divmod(int(token), 1 << self.votes_at)
        said = []
        for reviewer in self.reviewers:
            packed, answer = divmod(packed, 1 << self.bits)
            if answer > len(self._answers):
                return None
            if answer:
                said.append((reviewer, *self._answers[answer - 1]))
        return tuple(said) if len(said) == votes else None


def written(said: Iterable[Said]) -> str:
    """Votes as a text that is no number."""
    return VOTES.join(json.dumps(vote) for vote in said)


def read(token: str) -> list[Said]:
    """The votes in such a text; several labels of one vote are joined by +."""
    votes = json.loads(f"[{token.replace(VOTES, ',')}]")
    return [(who, answer, label if isinstance(label, str) else "+".join(label or ())) for who, answer, label in votes]


def ballot(said: Iterable[Said]) -> tuple[Pattern, Mapping[str, int]]:
    """Who gave which label, and how much of what kind is no such vote.

    Whoever stands by two different answers gave none, and is counted as in conflict with himself; two that are equal
    count once.
    """
    given: dict[str, tuple[str, str]] = {}
    torn: set[str] = set()
    for reviewer, answer, label in said:
        if given.setdefault(reviewer, (answer, label)) != (answer, label):
            torn.add(reviewer)
    left_out = Counter({"in conflict with oneself": len(torn)} if torn else {})
    pattern = []
    for reviewer, (answer, label) in sorted(given.items()):
        if reviewer in torn:
            continue
        if answer != VERDICT:
            left_out[answer.replace("_", " ")] += 1
        elif label:
            pattern.append((reviewer, label))
        else:
            left_out["not answered"] += 1
    return tuple(pattern), left_out
