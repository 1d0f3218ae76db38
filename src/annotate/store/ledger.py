"""The ledger: the one way in which a fact is recorded, with its log entry, in one transaction."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, bindparam, func, insert, select, text, update

from annotate.domain import Fact, Moment, Scheme, canonical, digest, fact_id
from annotate.store import tables
from annotate.store.derived import Recorded, derive
from annotate.store.registry import keep_local

BATCH = 2_000
"""Facts written at once: large enough to be quick, small enough to hold in memory."""


_LAST = {table.name: select(func.max(table.c.row)) for table in (tables.fact, tables.log)}
_ROWS = select(tables.fact.c.id, tables.fact.c.row).where(tables.fact.c.id.in_(bindparam("ids", expanding=True)))
_FACTS, _LOG = insert(tables.fact), insert(tables.log)
_WRITER = select(tables.writer.c.row, tables.writer.c.head).where(
    tables.writer.c.author == bindparam("author"), tables.writer.c.installation == bindparam("installation")
)
_HEAD = (
    update(tables.writer)
    .where(tables.writer.c.row == bindparam("of"))
    .values(head=bindparam("newest"), entries=tables.writer.c.entries + bindparam("more"))
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Who recorded a fact, in which copy, when (microseconds UTC), with which version, after which entry of his."""

    author: str
    installation: str
    at: Moment
    version: str
    previous: str | None = None
    source: str = ""

    def digest(self, fact: str) -> str:
        """What the author's next entry names as its `previous`. `source` is this copy's own and not part of it."""
        named = {"fact": fact, "author": self.author, "installation": self.installation, "at": self.at}
        return digest("entry", canonical(named | {"version": self.version, "previous": self.previous}))


@dataclass(frozen=True, slots=True)
class _Pending:
    fact: Fact
    id: str
    written: str
    source: str
    entries: tuple[Entry, ...]
    again: bool


@dataclass(slots=True)
class _Writer:
    """An author's chain of entries in one installation, as far as this transaction has carried it."""

    row: int
    head: str | None


@dataclass(slots=True)
class Ledger:
    """One open writing transaction.

    `add` buffers, and whatever reads through `connection` sees everything added before. `author` is whom the log will
    name ("" for the lead), `now` gives the time of recording.
    """

    raw: Connection
    author: str
    installation: str
    version: str
    now: Callable[[], Moment]
    added: Counter[str] = field(default_factory=Counter)
    _pending: list[_Pending] = field(default_factory=list)
    _writers: dict[tuple[str, str], _Writer] = field(default_factory=dict)
    _last: dict[str, int] = field(default_factory=dict)
    _before: int = 0

    def __post_init__(self) -> None:
        self._before = self.raw.execute(_LAST["fact"]).scalar() or 0
        self._last["fact"] = self._before

    @property
    def connection(self) -> Connection:
        """The transaction's connection, with everything added so far written through it."""
        self.flush()
        return self.raw

    def add(self, fact: Fact, *, source: str = "", entries: Sequence[Entry] = (), again: bool = False) -> str:
        """Record a fact and return its id; one that is there already stays as it is.

        With `again`, the log says of that one, too, that it was recorded now. `source` says where an import found it.
        `entries` are the log entries that another copy wrote of it: they are kept instead of a new one.
        """
        written = canonical(fact.content())
        identity = fact_id(fact.kind, written)
        self._pending.append(_Pending(fact, identity, written, source, tuple(entries), again))
        if len(self._pending) >= BATCH:
            self.flush()
        return identity

    def knows(self, identity: str) -> bool:
        """Whether there is a fact with that id."""
        return any(item.id == identity for item in self._pending) or self._row_of(identity) is not None

    def is_old(self, identity: str) -> bool:
        """Whether the fact was there before this transaction; what is new has no past to be looked up."""
        row = self._row_of(identity)
        return row is not None and row <= self._before

    def add_text(self, sha256: str, content: str) -> None:
        """Keep the text of a document under its sha256; it must be there before the document is flushed."""
        known = select(tables.body.c.sha256).where(tables.body.c.sha256 == sha256)
        if self.raw.execute(known).first() is None:
            values = {"sha256": sha256, "text": content.encode(), "characters": len(content)}
            self.raw.execute(insert(tables.body).values(values))

    def plan_scheme(self, scheme: Scheme) -> None:
        """Judge by this scheme; it becomes a fact with the first judgement, and until then may be replaced."""
        self.local("scheme", canonical(scheme.content()))

    def local(self, name: str, value: str) -> None:
        """Keep something that is this copy's own."""
        keep_local(self.raw, name, value)

    def flush(self) -> None:
        """Write what was added: facts that are new, the log, and what follows from them."""
        if not self._pending:
            return
        pending, self._pending = self._pending, []
        known = self._known({item.id for item in pending})
        fresh = list({item.id: item for item in pending if item.id not in known}.values())
        rows = self._rows("fact", len(fresh))
        recorded = [Recorded(row, item.id, item.fact) for row, item in zip(rows, fresh, strict=True)]
        if fresh:
            self._insert_facts(recorded, fresh)
        known |= {item.id: item.row for item in recorded}
        self._log(pending, {item.id for item in fresh}, known)
        derive(self.raw, recorded)
        self.added.update(item.fact.kind for item in recorded)

    def _row_of(self, identity: str) -> int | None:
        return self._known({identity}).get(identity)

    def _known(self, ids: set[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for some in chunks(sorted(ids)):
            found |= {item.id: item.row for item in self.raw.execute(_ROWS, {"ids": list(some)})}
        return found

    def _rows(self, table: str, count: int) -> Sequence[int]:
        """Unused row numbers: in SQLite this transaction is the only writer, PostgreSQL has a sequence for it."""
        if self.raw.dialect.name == "postgresql":
            drawn = text(f"SELECT nextval('{table}_row') FROM generate_series(1, :count)")
            return [row for (row,) in self.raw.execute(drawn, {"count": count})]
        if table not in self._last:
            self._last[table] = self.raw.execute(_LAST[table]).scalar() or 0
        first = self._last[table] + 1
        self._last[table] += count
        return range(first, first + count)

    def _insert_facts(self, recorded: Sequence[Recorded], fresh: Sequence[_Pending]) -> None:
        values = [
            {"row": item.row, "id": item.id, "kind": item.fact.kind, "content": pending.written}
            for item, pending in zip(recorded, fresh, strict=True)
        ]
        self.raw.execute(_FACTS, values)

    def _log(self, pending: Sequence[_Pending], fresh: set[str], rows: dict[str, int]) -> None:
        """One entry of our own for each fresh fact that comes without any; others' where they are not here yet."""
        entries: dict[str, dict[str, object]] = {}
        brought: list[str] = []
        for item in pending:
            own = (item.again or item.id in fresh) and not item.entries
            fresh.discard(item.id)
            for entry in [self._entry(item.source)] if own else item.entries:
                signed = entry.digest(item.id)
                writer = self._writer(entry)
                if writer.head in (None, entry.previous):
                    writer.head = signed
                if not own:
                    brought.append(signed)
                entries[signed] = {
                    "digest": signed,
                    "fact": rows[item.id],
                    "writer": writer.row,
                    "at": entry.at,
                    "version": entry.version,
                    "previous": entry.previous,
                    "source": entry.source or item.source,
                }
        if entries:
            self._insert_entries(entries, brought)

    def _entry(self, source: str) -> Entry:
        blank = Entry(self.author, self.installation, self.now(), self.version, None, source)
        previous = self._writer(blank).head
        return Entry(blank.author, blank.installation, blank.at, blank.version, previous, source)

    def _writer(self, entry: Entry) -> _Writer:
        key = (entry.author, entry.installation)
        if key not in self._writers:
            found = self.raw.execute(_WRITER, {"author": key[0], "installation": key[1]}).first()
            self._writers[key] = _Writer(*found) if found else self._new_writer(*key)
        return self._writers[key]

    def _new_writer(self, author: str, installation: str) -> _Writer:
        row = (self.raw.execute(select(func.max(tables.writer.c.row))).scalar() or 0) + 1
        self.raw.execute(insert(tables.writer).values(row=row, author=author, installation=installation, entries=0))
        return _Writer(row, None)

    def _insert_entries(self, entries: dict[str, dict[str, object]], brought: Sequence[str]) -> None:
        """Write entries (by digest); of those that were brought from elsewhere, the ones that are not here yet."""
        here: set[str] = set()
        for some in chunks(brought):
            here |= set(self.raw.execute(select(tables.log.c.digest).where(tables.log.c.digest.in_(some))).scalars())
        values = [entry for signed, entry in entries.items() if signed not in here]
        for row, value in zip(self._rows("log", len(values)), values, strict=True):
            value["row"] = row
        if values:
            self.raw.execute(_LOG, values)
        written = Counter(value["writer"] for value in values)
        for writer in self._writers.values():
            self.raw.execute(_HEAD, {"of": writer.row, "newest": writer.head, "more": written[writer.row]})


def chunks(items: Sequence[str], size: int = 500) -> Iterable[Sequence[str]]:
    """`items` in pieces that an IN list can hold on every engine."""
    return (items[at : at + size] for at in range(0, len(items), size))
