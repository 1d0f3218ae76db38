"""The ledger: the one way in which a fact is recorded, with its log entry, in one transaction."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, exists, func, select
from sqlalchemy import Sequence as Numbering

from annotate.domain import Claim, Fact, Moment, Redaction, Scheme, canonical, fact_id, subject_of
from annotate.store import tables
from annotate.store.batches import KEEP, among, batched, insert_rows, run
from annotate.store.chains import Chains
from annotate.store.derived import Recorded, derive
from annotate.store.entries import Entry, Signed, Writers
from annotate.store.numbering import Numbers
from annotate.store.places import Places
from annotate.store.redacting import Redactor
from annotate.store.registry import keep_local
from annotate.store.server import is_shared, key_of, wait_for
from annotate.store.sweeping import sweep
from annotate.store.whole import Written, check_entries

BATCH = 2_000
"""Facts written at once: large enough to be quick, small enough to hold in memory."""

FEW = 20_000
"""Facts whose ids are held in memory while others are brought."""

MOST_TEXT = 1_000_000
"""Characters of texts that wait to be written with them."""

_ROWS = select(tables.fact.c.id, tables.fact.c.row)


def _beginning() -> Select[Any]:
    """The last row, whether anything was redacted, and the author's chain here: asked at once, since every judgement
    asks."""
    writer = tables.writer.c
    chain = (writer.author == bindparam("author"), writer.installation == bindparam("installation"))
    return select(
        select(func.max(tables.fact.c.row)).scalar_subquery().label("last"),
        exists(select(tables.about.c.fact).where(tables.about.c.kind == Redaction.kind)).label("redacted"),
        *(select(writer[name]).where(*chain).scalar_subquery().label(name) for name in ("row", "head")),
    )


_BEGINNING = _beginning()
_AND_NUMBERS = _BEGINNING.add_columns(*(Numbering(f"{name}_row").next_value().label(name) for name in Numbers.AHEAD))
"""The same, and numbers for one fact: where several write at once. Who is alone may have come to mend the sequences."""


class _Pending(NamedTuple):
    """A fact that is added and not written yet. `entries`: those of another copy; None for one of our own."""

    fact: Fact
    id: str
    written: str
    source: str
    entries: tuple[Entry, ...] | None
    again: bool


_Kept = tuple[Fact, str]
"""What is to be kept of a fact, as an object and as it is written."""


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
    _ids: set[str] = field(default_factory=set)
    _said_of: set[str] = field(default_factory=set)
    _rows: dict[str, int] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    _waiting: int = 0
    _numbers: Numbers = field(init=False)
    _chains: Chains = field(init=False)
    _before: int | None = None
    _own: set[str] = field(default_factory=set)
    _few: dict[str, int] | None = None
    redactor: Redactor = field(init=False)

    def __post_init__(self) -> None:
        self._numbers = Numbers(self.raw)
        self._chains = Chains(self.raw, self._numbers, self.author, self.installation, self.version, self.now)
        who = {"author": self.author, "installation": self.installation}
        shared = is_shared(self.raw)
        (begun,) = run(self.raw, _AND_NUMBERS if shared else _BEGINNING, who)
        self._numbers.begin(tables.fact, begun.last or 0, begun[4:])
        if begun.row is not None:
            self._chains.go_on(begun.row, begun.head)
        self._before = None if shared else begun.last or 0
        self.redactor = Redactor(self.raw, knows=bool(begun.redacted))
        self.redactor.admit(self.author)

    @property
    def connection(self) -> Connection:
        """The transaction's connection, with everything added so far written through it."""
        self.flush()
        return self.raw

    @property
    def signed(self) -> str | None:
        """The digest of the last entry that was written."""
        return self._chains.newest

    def about(self, subject: str) -> Connection:
        """The same, with everything written that is that document or claim, or is said of it; the rest may still wait.

        That a document has claims is not said of it.
        """
        if subject in self._ids or subject in self._said_of:
            self.flush()
        return self.raw

    def add(
        self, fact: Fact, *, source: str = "", entries: Sequence[Entry] = (), again: bool = False, known_as: str = ""
    ) -> str:
        """Record a fact and return its id; one that is there already stays as it is.

        With `again`, the log says of that one, too, that it was recorded now. `source` says where an import found it.
        `entries` are the log entries that another copy wrote of it: they are kept instead of a new one. `known_as` is
        the id of a fact of which something was redacted, so that its content would give another.
        """
        written = canonical(fact.content())
        identity = known_as or fact_id(fact.kind, written)
        self._add(_Pending(fact, identity, written, source, tuple(entries) or None, again))
        return identity

    def bring(self, facts: Iterable[Written], admit: Callable[[list[Written]], list[Fact]], places: Places) -> None:
        """Record facts of one kind as they stand in another copy; what they are about comes before them.

        They get no entries of our own: bring theirs behind them. Those that are here already are passed over; `admit`
        reads the others, and refuses what is not fit to be taken in. Where each stands here is noted in `places`.
        """
        self.flush()
        here = places.here
        for some in batched(facts, BATCH):
            rows = self._held({item.id for item in some})
            fresh = [item for item in some if item.id not in rows] if rows else some
            if fresh:
                rows |= self._take(fresh, admit(fresh))
            for item in some:
                here[item.row] = rows[item.id]

    def bring_entries(self, entries: Iterable[Signed], writers: Writers, places: Places) -> None:
        """Record log entries of another copy, by these writers; those that are here are passed over.

        Their facts must be here, in their `places`. Raises BadInput where an entry is not what its digest says.
        """
        self.flush()
        for some in batched(entries, BATCH):
            if self.redactor.is_idle:
                check_entries(some, writers)
                self._chains.bring_all(some, writers, places)
            else:
                for signed, there, entry in self.redactor.all_vouched(some, writers):
                    places.signed[there] = 1
                    self._chains.bring(entry, signed, places.here[there])
            self._chains.flush()

    def redact_again(self) -> None:
        """Look for all that was ever redacted: a server may have let somebody write who did not know of it yet."""
        sweep(self.connection, self.redactor, [Redaction(text=text) for text in sorted(self.redactor.gone.texts)])

    def knows(self, identity: str) -> bool:
        """Whether there is a fact with that id."""
        return identity in self._ids or self.row_of(identity) is not None

    def is_old(self, identity: str) -> bool:
        """Whether the fact was there before this transaction; what is new has no past to be looked up."""
        if self._before == 0:
            return False
        row = self.row_of(identity)
        return row is not None and (identity not in self._own if self._before is None else row <= self._before)

    def row_of(self, identity: str) -> int | None:
        """The row of a fact that is written; None where there is none. What was asked lately is remembered."""
        if identity not in self._rows:
            found = self._known({identity}).get(identity)
            if found is None:
                return None
            self._rows = {} if len(self._rows) >= BATCH else self._rows
            self._rows[identity] = found
        return self._rows[identity]

    def remember(self, identity: str, row: int) -> None:
        """The row of a fact, where somebody has just looked it up."""
        self._rows[identity] = row

    def remember_only(self, rows: Mapping[str, int]) -> None:
        """The rows of those facts alone that are about to be asked for, where they have been looked up."""
        self._rows = dict(rows)

    def add_text(self, sha256: str, content: str) -> None:
        """Keep the text of a document under its sha256, unless it was redacted; it comes before the document."""
        self._texts[sha256] = content
        self._waiting += len(content)
        if self._waiting > MOST_TEXT:
            self._flush_texts()

    def take_turn(self, about: str) -> None:
        """Wait until nobody else is about the same; what was read before may be changed by then.

        An author's own transactions, and in a SQLite file all of them, come one after the other by themselves.
        """
        wait_for(self.raw, key_of(about))

    def plan_scheme(self, scheme: Scheme) -> None:
        """Judge by this scheme; it becomes a fact with the first judgement, and until then may be replaced."""
        self.local("scheme", canonical(scheme.content()))

    def local(self, name: str, value: str) -> None:
        """Keep something that is this copy's own."""
        keep_local(self.raw, name, value)

    def flush(self) -> None:
        """Write what was added: texts and facts that are new, the log, and what follows from them."""
        if self._texts:
            self._flush_texts()
        if self._pending:
            self._write()

    def _write(self) -> None:
        """Write the facts that wait, and sign them."""
        pending, self._pending = self._pending, []
        self._ids, self._said_of = set(), set()
        kept = {item.id: self._kept(item.id, item.fact, item.written) for item in pending}
        recorded, rows = self._insert_facts(kept)
        self._log(pending, {item.id for item in recorded}, rows)
        self._follow(recorded, kept)

    def _take(self, fresh: Sequence[Written], facts: Sequence[Fact]) -> dict[str, int]:
        """Write facts of another copy, which come without entries of ours; the row in which each stands."""
        if self._texts:
            self._flush_texts()
        if self.redactor.is_idle and not isinstance(facts[0], Redaction):
            kept = {item.id: (fact, item.content) for item, fact in zip(fresh, facts, strict=True)}
        else:
            for item, fact in zip(fresh, facts, strict=True):
                self.redactor.learn(item.id, fact)
            brought = zip(fresh, facts, strict=True)
            kept = {item.id: self._kept(item.id, fact, item.content) for item, fact in brought}
        recorded, rows = self._insert_facts(kept)
        self._follow(recorded, kept)
        return rows

    def _follow(self, recorded: list[Recorded], kept: Mapping[str, _Kept]) -> None:
        """Derive what follows from facts that were just written."""
        if self._before is None:
            self._own.update(item.id for item in recorded)
        self.redactor.note((item.id, item.fact.kind, kept[item.id][1]) for item in recorded)
        redactions = [item.fact for item in recorded if isinstance(item.fact, Redaction)]
        if redactions:
            sweep(self.raw, self.redactor, redactions)
        else:
            derive(self.raw, recorded, self._rows)
        self.added.update(item.fact.kind for item in recorded)

    def _flush_texts(self) -> None:
        texts, self._texts, self._waiting = self._texts, {}, 0
        self.redactor.note_texts(texts)
        rows = [(sha256, self.redactor.text(sha256, text), len(text)) for sha256, text in texts.items()]
        insert_rows(self.raw, tables.body, rows, KEEP)

    def _add(self, item: _Pending) -> None:
        self._pending.append(item)
        self._ids.add(item.id)
        if not isinstance(item.fact, Claim):
            self._said_of.add(subject_of(item.fact) or "")
        self.redactor.learn(item.id, item.fact)
        if isinstance(item.fact, Redaction):
            for waiting in self._pending[:-1]:
                self.redactor.learn(waiting.id, waiting.fact)
        if len(self._pending) >= BATCH:
            self.flush()

    def _kept(self, identity: str, fact: Fact, written: str) -> _Kept:
        kept = self.redactor.kept(identity, fact)
        return (fact, written) if kept is fact else (kept, canonical(kept.content()))

    def _held(self, ids: set[str]) -> dict[str, int]:
        """Rows of those of these facts that were here before others are brought, and of some that came since.

        Where few were here, a million others are not looked up for their sake: what is there all the same is kept.
        """
        if self._few is None and self._numbers.last(tables.fact) <= FEW and not is_shared(self.raw):
            self._few = dict(run(self.raw, _ROWS, {}))
        return self._known(ids) if self._few is None else {one: self._few[one] for one in ids & self._few.keys()}

    def _known(self, ids: set[str]) -> dict[str, int]:
        return dict(among(self.raw, _ROWS, tables.fact.c.id, ids))

    def _insert_facts(self, kept: Mapping[str, _Kept]) -> tuple[list[Recorded], dict[str, int]]:
        """Insert those that are new: these, and the rows of all. What has another row than it was given was there."""
        rows = dict(zip(kept, self._numbers.take(tables.fact, len(kept)), strict=True))
        numbered = zip(rows.items(), kept.values(), strict=True)
        values = [(row, identity, fact.kind, written) for (identity, row), (fact, written) in numbered]
        if self.raw.dialect.name == "postgresql":
            # In one order, so that two who record the same things wait for one another, and never in a circle.
            values.sort(key=itemgetter(1))
        if insert_rows(self.raw, tables.fact, values, KEEP) == len(values):
            return [Recorded(row, identity, kept[identity][0]) for identity, row in rows.items()], rows
        held = self._known(set(rows))
        fresh = [(identity, row) for identity, row in rows.items() if held[identity] == row]
        return [Recorded(row, identity, kept[identity][0]) for identity, row in fresh], held

    def _log(self, pending: Sequence[_Pending], fresh: set[str], rows: dict[str, int]) -> None:
        """One entry of our own for each fresh fact that comes without any; others' where they are not here yet."""
        for item in pending:
            if item.entries is None and (item.again or item.id in fresh):
                self._chains.sign(item.id, rows[item.id], "" if self.redactor.is_gone(item.id) else item.source)
            for entry in item.entries or ():
                kept = entry if entry.source else entry._replace(source=item.source)
                signed = self.redactor.signed(entry).digest(item.id)
                self._chains.bring(self.redactor.vouched(signed, item.id, kept), signed, rows[item.id])
            fresh.discard(item.id)
        self._chains.flush()
