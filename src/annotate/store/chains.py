"""The log's chains: each author's entries in an installation, every one naming the one before it."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from annotate.domain import Moment
from annotate.store import tables
from annotate.store.batches import KEEP, among, insert_rows, run, run_many
from annotate.store.entries import Entry, Pen, Signed, Writers
from annotate.store.gaps import note_gaps
from annotate.store.numbering import Numbers
from annotate.store.places import Places

_ROWS = select(tables.log.c.digest, tables.log.c.row)
_WRITER = select(tables.writer.c.row, tables.writer.c.head).where(
    tables.writer.c.author == bindparam("by"), tables.writer.c.installation == bindparam("within")
)
_HEAD = (
    update(tables.writer)
    .where(tables.writer.c.row == bindparam("of"))
    .values(head=bindparam("newest"), entries=tables.writer.c.entries + bindparam("more"))
)


@dataclass(slots=True)
class _Writer:
    """An author's chain of entries in one installation: its last one, as far as this transaction has carried it, and
    the one that is noted as the last."""

    row: int
    head: str | None
    noted: str | None


class _Line(NamedTuple):
    """A row of the log but for its number."""

    digest: str
    fact: int
    writer: int
    at: Moment
    version: str
    previous: str | None
    source: str


_WRITER_OF = attrgetter("writer")


@dataclass(slots=True)
class Chains:
    """Entries that are about to be written, and the chains that they belong to.

    `author` signs in `installation`, with `version` and the time that `now` gives. `newest` is the digest of the last
    entry that was written.
    """

    raw: Connection
    numbers: Numbers
    author: str
    installation: str
    version: str
    now: Callable[[], Moment]
    newest: str | None = None
    _writers: dict[tuple[str, str], _Writer] = field(default_factory=dict)
    _lines: dict[str, _Line] = field(default_factory=dict)
    _brought: bool = False

    def go_on(self, row: int, head: str | None) -> None:
        """The author's own chain here, in that row of writers, where that has been looked up."""
        self._writers[self.author, self.installation] = _Writer(row, head, head)

    def sign(self, fact: str, row: int, source: str) -> None:
        """An entry of our own, at the end of the author's chain here."""
        writer = self._writer(self.author, self.installation)
        at, previous = self.now(), writer.head
        pen = Pen.of(self.author, self.installation, self.version)
        writer.head = signed = pen.digest(fact, at, previous)
        self._lines[signed] = _Line(signed, row, writer.row, at, self.version, previous, source)

    def bring(self, entry: Entry, signed: str, row: int) -> None:
        """An entry that another copy wrote, with its digest; if it is here already it stays as it is."""
        self._brought = True
        writer = self._writer(entry.author, entry.installation)
        if writer.head in (None, entry.previous):
            writer.head = signed
        self._lines[signed] = _Line(signed, row, writer.row, entry.at, entry.version, entry.previous, entry.source)

    def bring_all(self, entries: Iterable[Signed], writers: Writers, places: Places) -> None:
        """The same with many, by these writers, whose facts stand in these places."""
        self._brought = True
        here, signs, hands = places.here, places.signed, dict[int, _Writer]()
        lines, make = self._lines, partial(tuple.__new__, _Line)  # what its `_make` does, in half the time
        for signed, _, there, by, at, version, previous, source in entries:
            writer = hands.get(by)
            if writer is None:
                writer = hands[by] = self._writer(*writers[by])
            if writer.head is None or writer.head == previous:
                writer.head = signed
            signs[there] = 1
            lines[signed] = make((signed, here[there], writer.row, at, version, previous, source))

    def flush(self) -> None:
        """Write the entries; of those that were brought from elsewhere, the ones that are not here yet."""
        lines = self._insert(list(self._lines.values()))
        self._keep_heads(lines)
        self.newest = lines[-1].digest if lines else self.newest
        if self._brought:
            note_gaps(self.raw, {line.digest: line.previous for line in lines})
        self._lines, self._brought = {}, False

    def _insert(self, lines: list[_Line]) -> list[_Line]:
        """Insert those that are new, and return them: what has another row than it was given was there."""
        numbers = self.numbers.take(tables.log, len(lines)) if lines else ()
        rows = [(row, *line) for row, line in zip(numbers, lines, strict=True)]
        if insert_rows(self.raw, tables.log, rows, KEEP if self._brought else "") == len(rows):
            return lines
        here = dict(among(self.raw, _ROWS, tables.log.c.digest, self._lines))
        return [line for row, line in zip(numbers, lines, strict=True) if here[line.digest] == row]

    def _keep_heads(self, lines: Sequence[_Line]) -> None:
        written = Counter(map(_WRITER_OF, lines))
        changed = [one for one in self._writers.values() if one.row in written or one.head != one.noted]
        values = [{"of": one.row, "newest": one.head, "more": written[one.row]} for one in changed]
        run_many(self.raw, _HEAD, values)
        for one in changed:
            one.noted = one.head

    def _writer(self, author: str, installation: str) -> _Writer:
        key = (author, installation)
        if key not in self._writers:
            found = run(self.raw, _WRITER, {"by": author, "within": installation})
            row, head = found[0] if found else (self._new_writer(author, installation), None)
            self._writers[key] = _Writer(row, head, head)
        return self._writers[key]

    def _new_writer(self, author: str, installation: str) -> int:
        (row,) = self.numbers.take(tables.writer, 1)
        insert_rows(self.raw, tables.writer, [(row, author, installation, None, 0)])
        return row
