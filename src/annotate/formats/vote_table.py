"""A table of votes that was sorted: its claims and documents, a batch at a time."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from annotate.formats.votes import RefusedRow

Repeats = Literal["last", "first", "refuse"]
"""Of several votes of one reviewer on one claim, which one counts; or that the file is refused."""

Token = str
"""The votes on a claim in the order of their lines: numbers of what was said by whom, a point apart."""

SOME = 1 << 16
"""Different tokens that are counted together: a small team has no more of them in all."""


@dataclass(frozen=True, slots=True)
class VoteTable:
    """The votes of a file by claim, and what was met on the way.

    `reviewers` are all who gave a vote or left one empty, by name;
    `missing` counts empty verdicts, `repeats` the votes that another of the same reviewer on the same claim took out;
    `documented` says whether any vote names a document. All can be gone through again while the table is open.
    """

    missing: int
    refused: tuple[RefusedRow, ...]
    documented: bool
    reviewers: tuple[str, ...]
    _kept: sqlite3.Connection
    _said: Sequence[tuple[str, str]]
    _chosen: Repeats

    def votes(self, token: Token) -> dict[str, str]:
        """Reviewer → verdict on a claim; of several by one reviewer, the one that counts."""
        said = [self._said[int(number)] for number in token.split(".")]
        return dict(said[::-1] if self._chosen == "first" else said)

    def units(self) -> Iterator[tuple[Token, int]]:
        """Tokens, each with a number of claims that have it: a small team's once, a crowd's again and again."""
        tokens = (token for (token,) in self._kept.execute("SELECT token FROM unit"))
        while some := Counter(islice(tokens, 16 * SOME)):
            yield from some.items()

    def documents(self) -> Iterator[list[Token]]:
        """The claims of each document, by the first vote on each that names one; a claim without stands alone."""
        for document, tokens in self._kept.execute(_DOCUMENTS) if self.documented else ():
            yield from [tokens.split(" ")] if document else ([token] for token in tokens.split(" "))

    @property
    def largest(self) -> int:
        """The most claims of a document."""
        counted = "SELECT coalesce(max(claims), 1) FROM (SELECT count(*) AS claims FROM unit WHERE document <> ''"
        return int(self._kept.execute(f"{counted} GROUP BY document)").fetchone()[0])

    @property
    def repeats(self) -> int:
        """How many votes do not count."""
        return sum(times * (token.count(".") + 1 - len(self.votes(token))) for token, times in self.units())


_DOCUMENTS = "SELECT document, group_concat(token, ' ') FROM unit GROUP BY document"
