"""The votes of a table sorted by claim, in memory that does not grow with the table."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO, Literal

from annotate.domain import excerpt, printable
from annotate.errors import BadInput, Refusal
from annotate.formats.votes import RefusedRow, Vote, read_votes

Repeats = Literal["last", "first", "refuse"]
"""Of several votes of one reviewer on one claim, which one counts; or that the file is refused."""


@dataclass(frozen=True, slots=True)
class VoteTable:
    """The votes of a file, one for each reviewer and claim, and what was met on the way.

    Iterating, any number of times while the table is open, gives (claim, reviewer, verdict) by claim, then reviewer.
    `missing` counts empty verdicts, `repeats` the votes that another of the same reviewer on the same claim took out.
    """

    missing: int
    repeats: int
    refused: tuple[RefusedRow, ...]
    _kept: sqlite3.Connection
    _query: str

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        return ((claim, reviewer, verdict) for claim, reviewer, verdict, _ in self._kept.execute(self._query))

    def document_of(self, claim: str) -> str:
        """The document of a claim, by the first of its votes that names one; "" where none does."""
        found = self._kept.execute(_DOCUMENT, (claim,)).fetchone()
        return str(found[0]) if found else ""


_DOCUMENT = "SELECT document FROM vote WHERE claim = ? AND document <> '' ORDER BY line LIMIT 1"


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

    def votes(self, rows: Iterable[Vote | RefusedRow]) -> Iterator[Vote]:
        for row in rows:
            if isinstance(row, RefusedRow):
                self.refused.append(row)
            elif row.verdict:
                yield row
            else:
                self.missing += 1


def _sorted(kept: sqlite3.Connection, rows: Iterable[Vote | RefusedRow], file: str, repeats: Repeats) -> VoteTable:
    apart = _Apart(0, [])
    try:
        given = _keep(kept, apart.votes(rows))
        counting = _one(kept, "SELECT count(*) FROM (SELECT 1 FROM vote GROUP BY claim, reviewer)")[0]
    except sqlite3.Error as error:
        raise Refusal(
            f"The votes of {file} cannot be sorted on disk ({error}).",
            "Make room in the temporary folder, or name another in SQLITE_TMPDIR.",
        ) from error
    if apart.refused and not given and not apart.missing:
        row = apart.refused[0]
        raise BadInput(f"Every row is refused, the first because {row.reason}.", file=file, line=row.line)
    if repeats == "refuse" and given > counting:
        _refuse_repeat(kept, file)
    chosen = "min" if repeats == "first" else "max"
    query = f"SELECT claim, reviewer, verdict, {chosen}(line) FROM vote GROUP BY claim, reviewer"
    return VoteTable(apart.missing, given - counting, tuple(apart.refused), kept, query)


def _keep(kept: sqlite3.Connection, votes: Iterable[Vote]) -> int:
    """The number of votes kept. One sort at the end is quicker than keeping an index in order row by row."""
    kept.execute("PRAGMA journal_mode = OFF")
    kept.execute("PRAGMA cache_size = -8000")
    kept.execute("CREATE TABLE vote (claim TEXT, reviewer TEXT, verdict TEXT, line INTEGER, document TEXT)")
    kept.execute("BEGIN")
    given = kept.executemany("INSERT INTO vote VALUES (?, ?, ?, ?, ?)", votes).rowcount
    kept.execute("CREATE INDEX by_claim ON vote (claim, reviewer, line, verdict, document)")
    return max(given, 0)


def _refuse_repeat(kept: sqlite3.Connection, file: str) -> None:
    """Refuses the file, naming the first vote that is a second one."""
    claim, reviewer, line, before = _one(
        kept,
        """SELECT claim, reviewer, line, before FROM (
               SELECT claim, reviewer, line, lag(line) OVER (PARTITION BY claim, reviewer ORDER BY line) AS before
               FROM vote)
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
