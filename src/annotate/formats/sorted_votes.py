"""The votes of a table sorted by claim, in memory that does not grow with the table."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from annotate.domain import excerpt, printable
from annotate.errors import BadInput, Refusal
from annotate.formats.vote_table import Repeats, VoteTable
from annotate.formats.votes import RefusedRow, Vote, read_votes

TOGETHER = 64
"""Votes on one claim that are kept in one row."""

_NAMELESS = "INSERT INTO unit SELECT '', group_concat(said, '.') FROM vote GROUP BY claim"
# SQLite takes `document` from the row that has the least of these lines.
_NAMED = """
INSERT INTO unit SELECT document, token FROM (
    SELECT document, min(CASE WHEN document <> '' THEN line END), group_concat(said, '.') AS token
    FROM vote GROUP BY claim)
"""


@contextmanager
def open_votes(
    stream: BinaryIO, *, file: str, columns: Mapping[str, str] | None = None, repeats: Repeats = "last"
) -> Iterator[VoteTable]:
    """The table in `stream`, which `file` names in refusals; `columns` as for `read_votes`.

    The votes are sorted in a temporary file that nobody else sees, so that memory stays flat whatever the order and
    number of rows. Raises BadInput where `read_votes` does, where no row at all could be taken, and for a second vote
    where `repeats` is "refuse".
    """
    with closing(sqlite3.connect("", isolation_level=None)) as kept:
        yield _sorted(kept, read_votes(stream, file=file, columns=columns), file, repeats)


@dataclass(slots=True)
class _Apart:
    """The rows that are no votes."""

    missing: int
    refused: list[RefusedRow]
    silent: set[str] = field(default_factory=set)

    def votes(self, rows: Iterable[Vote | RefusedRow]) -> Iterator[Vote]:
        for row in rows:
            if isinstance(row, RefusedRow):
                self.refused.append(row)
            elif row.verdict:
                yield row
            else:
                self.missing += 1
                self.silent.add(row.reviewer)


def _sorted(kept: sqlite3.Connection, rows: Iterable[Vote | RefusedRow], file: str, repeats: Repeats) -> VoteTable:
    apart, hands = _Apart(0, []), _Hands()
    try:
        _keep(kept, hands.written(apart.votes(rows), together=repeats != "refuse"))
        _group(kept, documented=hands.documented)
    except sqlite3.Error as error:
        raise Refusal(
            f"The votes of {file} cannot be sorted on disk ({error}).",
            "Make room in the temporary folder, or name another in SQLITE_TMPDIR.",
        ) from error
    if apart.refused and not hands.numbers and not apart.missing:
        row = apart.refused[0]
        raise BadInput(f"Every row is refused, the first because {row.reason}.", file=file, line=row.line)
    said = tuple(hands.numbers)
    reviewers = tuple(sorted(apart.silent.union(who for who, _ in said)))
    table = VoteTable(apart.missing, tuple(apart.refused), hands.documented, reviewers, kept, said, repeats)
    if repeats == "refuse" and table.repeats:
        _refuse_repeat(kept, said, file)
    return table


@dataclass(slots=True)
class _Hands:
    """What was said by whom, numbered as it comes."""

    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    documented: bool = False

    def written(self, votes: Iterable[Vote], *, together: bool) -> Iterator[tuple[str, str, int, str]]:
        """The rows that are kept: claim, what was said, line, document.

        With `together`, a row for some votes on one claim that follow one another, as they do in most tables.
        """
        numbers, at, since, of = self.numbers, "", 0, ""
        said: list[str] = []
        for claim, reviewer, verdict, line, document in votes:
            if claim != at or not together or len(said) >= TOGETHER:
                if said:
                    yield at, ".".join(said), since, of
                at, since, of, said = claim, line, "", []
            of = of or document
            said.append(str(numbers.setdefault((reviewer, verdict), len(numbers))))
            if document:
                self.documented = True
        if said:
            yield at, ".".join(said), since, of


def _keep(kept: sqlite3.Connection, rows: Iterable[tuple[str, str, int, str]]) -> None:
    """One sort at the end is quicker than keeping an index in order row by row."""
    kept.execute("PRAGMA journal_mode = OFF")
    kept.execute("PRAGMA cache_size = -8000")
    kept.execute("CREATE TABLE vote (claim TEXT, said TEXT, line INTEGER, document TEXT)")
    kept.execute("BEGIN")
    kept.executemany("INSERT INTO vote VALUES (?, ?, ?, ?)", rows)
    kept.execute("CREATE INDEX by_claim ON vote (claim, line, said, document)")


def _group(kept: sqlite3.Connection, *, documented: bool) -> None:
    """The claims, each with its document and its votes in the order of their lines."""
    kept.execute("CREATE TABLE unit (document TEXT, token TEXT)")
    kept.execute(_NAMED if documented else _NAMELESS)
    if documented:
        kept.execute("CREATE INDEX by_document ON unit (document, token)")


def _refuse_repeat(kept: sqlite3.Connection, said: Sequence[tuple[str, str]], file: str) -> None:
    """Refuses the file, naming the first vote that is a second one."""
    kept.execute("CREATE TABLE hand (said TEXT PRIMARY KEY, reviewer TEXT)")
    kept.executemany("INSERT INTO hand VALUES (?, ?)", ((str(place), who) for place, (who, _) in enumerate(said)))
    claim, reviewer, line, before = _one(
        kept,
        """SELECT claim, reviewer, line, before FROM (
               SELECT claim, reviewer, line, lag(line) OVER (PARTITION BY claim, reviewer ORDER BY line) AS before
               FROM vote JOIN hand USING (said))
           WHERE before IS NOT NULL ORDER BY line LIMIT 1""",
    )
    raise BadInput(
        printable(f"A second vote of {excerpt(reviewer)} on claim {excerpt(claim)}; the first is on line {before}."),
        "Remove one, or let the last or the first one count (--repeats last, --repeats first).",
        file=file,
        line=line,
    )


def _one(kept: sqlite3.Connection, query: str) -> tuple[Any, ...]:
    row: tuple[Any, ...] = kept.execute(query).fetchone()
    return row
