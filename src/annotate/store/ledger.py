"""The ledger: the one way in which a fact is recorded, with its log entry, in one transaction."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from sqlalchemy import Connection, exists, func, insert, select, update

from annotate.domain import Fact, Gone, Moment, Redaction, Scheme, canonical, fact_id, printable
from annotate.errors import Refusal
from annotate.store import tables
from annotate.store.batches import among, batched, insert_rows
from annotate.store.chains import Chains
from annotate.store.derived import Recorded, derive
from annotate.store.entries import Entry
from annotate.store.numbering import Numbers
from annotate.store.redacting import EMPTY, Redactor, note
from annotate.store.whole import Written, entry_of

BATCH = 2_000
"""Facts written at once: large enough to be quick, small enough to hold in memory."""

MOST_TEXT = 1_000_000
"""Characters of texts that wait to be written with them."""

_ROWS = select(tables.fact.c.id, tables.fact.c.row)
_BODIES = select(tables.body.c.sha256)
_BEGINNING = select(
    select(func.max(tables.fact.c.row)).scalar_subquery(),
    exists(select(tables.about.c.fact).where(tables.about.c.kind == Redaction.kind)),
)
"""The last row, and whether anything was redacted: asked at once, since every judgement asks."""


class _Pending(NamedTuple):
    """A fact that is added and not written yet. `entries`: those of another copy; None for one of our own."""

    fact: Fact
    id: str
    written: str
    source: str
    entries: tuple[Entry, ...] | None
    again: bool


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
    _claims: set[str] = field(default_factory=set)
    _texts: dict[str, str] = field(default_factory=dict)
    _waiting: int = 0
    _numbers: Numbers = field(init=False)
    _chains: Chains = field(init=False)
    _before: int = 0
    _redactor: Redactor | None = None

    def __post_init__(self) -> None:
        self._numbers = Numbers(self.raw)
        self._chains = Chains(self.raw, self._numbers, self.author, self.installation, self.version, self.now)
        last, is_redacted = self.raw.execute(_BEGINNING).one()
        self._before = last or 0
        self._numbers.begin(tables.fact, self._before)
        if is_redacted:
            self._redactor = Redactor(self.raw)
            self._refuse_redacted()

    def _refuse_redacted(self) -> None:
        if self.named(self.author) != self.author:
            raise Refusal(
                f"The name {printable(self.author)} was redacted here.", "Go by another one: --reviewer NAME."
            )

    @property
    def connection(self) -> Connection:
        """The transaction's connection, with everything added so far written through it."""
        self.flush()
        return self.raw

    def about(self, subject: str) -> Connection:
        """The same, with everything written that is about that claim, or is that fact; the rest may still wait."""
        if subject in self._ids or subject in self._claims:
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

    def bring(self, facts: Iterable[Written], admit: Callable[[list[Written]], list[Fact]]) -> None:
        """Record facts as they stand in another copy, in an order in which none comes before what it is about.

        They get no entries of our own: bring theirs behind them. Those that are here already are passed over; `admit`
        reads the others, and refuses what is not fit to be taken in.
        """
        for some in batched(facts, BATCH):
            known = self._known({item.id for item in some})
            fresh = [item for item in some if item.id not in known]
            for item, fact in zip(fresh, admit(fresh), strict=True):
                self._add(_Pending(fact, item.id, item.content, "", (), False))
            self.flush()

    def bring_entries(self, entries: Iterable[tuple[str, str, Entry]]) -> None:
        """Record log entries of another copy: digest, id of the fact, entry; those that are here are passed over.

        Their facts must be here. Raises BadInput where an entry is not what its digest says.
        """
        self.flush()
        for some in batched(entries, BATCH):
            rows = self._known({fact for _, fact, _ in some})
            for signed, fact, entry in some:
                self._chains.bring(self._vouched(signed, fact, entry), signed, rows[fact])
            self._chains.flush()

    def named(self, handle: str) -> str:
        """The name under which a reviewer is kept: an alias where the handle was redacted."""
        return self._redactor.gone.alias(handle) if self._redactor else handle

    def covers(self, identity: str, fact: Fact) -> bool:
        """Whether that fact is not what its id says because something of it was redacted, and all of that is gone."""
        return self._redactor is not None and self._redactor.covers(identity, fact)

    def is_gone(self, name: str) -> bool:
        """Whether the text with that sha256, or that of the document or claim with that id, was redacted."""
        gone = self._redactor.gone if self._redactor else Gone()
        return name in gone.texts or name in gone.documents or name in gone.claims

    def knows(self, identity: str) -> bool:
        """Whether there is a fact with that id."""
        return identity in self._ids or self._row_of(identity) is not None

    def is_old(self, identity: str) -> bool:
        """Whether the fact was there before this transaction; what is new has no past to be looked up."""
        if not self._before:
            return False
        row = self._row_of(identity)
        return row is not None and row <= self._before

    def add_text(self, sha256: str, content: str) -> None:
        """Keep the text of a document under its sha256; it must be added before the document.

        Of one that was redacted nothing is kept but how long it was, where that can be seen.
        """
        self._texts[sha256] = content
        self._waiting += len(content)
        if self._waiting > MOST_TEXT:
            self._flush_texts()

    def plan_scheme(self, scheme: Scheme) -> None:
        """Judge by this scheme; it becomes a fact with the first judgement, and until then may be replaced."""
        self.local("scheme", canonical(scheme.content()))

    def local(self, name: str, value: str) -> None:
        """Keep something that is this copy's own."""
        known = self.raw.execute(update(tables.local).where(tables.local.c.name == name).values(value=value))
        if not known.rowcount:
            self.raw.execute(insert(tables.local).values(name=name, value=value))

    def flush(self) -> None:
        """Write what was added: texts and facts that are new, the log, and what follows from them."""
        self._flush_texts()
        if not self._pending:
            return
        pending, self._pending = self._pending, []
        known = self._known(self._ids)
        self._ids, self._claims = set(), set()
        fresh = {item.id: item for item in pending if item.id not in known}
        recorded = self._insert_facts(self._kept(list(fresh.values())))
        self._log(pending, set(fresh), known | {item.id: item.row for item in recorded})
        redactions = [item.fact for item in recorded if isinstance(item.fact, Redaction)]
        if self._redactor and redactions:
            self._redactor.sweep(redactions)
        else:
            derive(self.raw, recorded)
        self.added.update(item.fact.kind for item in recorded)

    def _flush_texts(self) -> None:
        texts, self._texts, self._waiting = self._texts, {}, 0
        here = {found.sha256 for found in among(self.raw, _BODIES, tables.body.c.sha256, texts)}
        gone = [sha256 for sha256 in texts if sha256 not in here and self.is_gone(sha256)]
        note(self.raw, [(sha256, EMPTY) for sha256 in gone])
        rows = [
            (sha256, b"" if sha256 in gone else text.encode(), len(text))
            for sha256, text in texts.items()
            if sha256 not in here
        ]
        insert_rows(self.raw, tables.body, rows)

    def _add(self, item: _Pending) -> None:
        self._pending.append(item)
        self._ids.add(item.id)
        self._claims.add(getattr(item.fact, "claim", ""))
        if self._redactor or isinstance(item.fact, Redaction):
            self._learn(item)
        if len(self._pending) >= BATCH:
            self.flush()

    def _learn(self, item: _Pending) -> None:
        """Note what is gone because of a fact; a redaction may be of what is waiting."""
        self._redactor = self._redactor or Redactor(self.raw)
        self._redactor.learn(item.id, item.fact)
        for waiting in self._pending if isinstance(item.fact, Redaction) else ():
            if not isinstance(waiting.fact, Redaction):
                self._redactor.learn(waiting.id, waiting.fact)

    def _kept(self, fresh: Sequence[_Pending]) -> Sequence[_Pending]:
        """What is kept of facts that are new here: their words, as far as these were not redacted."""
        if self._redactor is None:
            return fresh
        kept = [(item, self._redactor.kept(item.id, item.fact)) for item in fresh]
        stand = [item._replace(fact=fact, written=canonical(fact.content())) for item, fact in kept]
        changed = [item for item in stand if fact_id(item.fact.kind, item.written) != item.id]
        self._redactor.note([Written(item.id, item.fact.kind, item.written) for item in changed])
        return stand

    def _vouched(self, signed: str, fact: str, entry: Entry) -> Entry:
        """An entry that another copy wrote, where it is what was signed; under the name that its author has here.

        Who goes by an alias signed under another name: nobody can tell any more what, and it is taken as it comes.
        """
        if self._redactor is None:
            return entry_of(signed, fact, entry)
        gone = self._redactor.gone
        vouched = entry_of(signed, fact, replace(entry, signed=signed if entry.author in gone.aliases else ""))
        return replace(vouched, author=gone.alias(entry.author), source="" if self.is_gone(fact) else entry.source)

    def _row_of(self, identity: str) -> int | None:
        return self._known({identity}).get(identity)

    def _known(self, ids: set[str]) -> dict[str, int]:
        return dict(among(self.raw, _ROWS, tables.fact.c.id, ids))

    def _insert_facts(self, fresh: Sequence[_Pending]) -> list[Recorded]:
        if not fresh:
            return []
        rows = self._numbers.take(tables.fact, len(fresh))
        recorded = [Recorded(row, item.id, item.fact) for row, item in zip(rows, fresh, strict=True)]
        values = [(row, item.id, item.fact.kind, item.written) for row, item in zip(rows, fresh, strict=True)]
        insert_rows(self.raw, tables.fact, values)
        return recorded

    def _log(self, pending: Sequence[_Pending], fresh: set[str], rows: dict[str, int]) -> None:
        """One entry of our own for each fresh fact that comes without any; others' where they are not here yet."""
        for item in pending:
            if item.entries is None and (item.again or item.id in fresh):
                self._chains.sign(item.id, rows[item.id], "" if self.is_gone(item.id) else item.source)
            for entry in item.entries or ():
                kept = entry if entry.source else replace(entry, source=item.source)
                signed = self._signed(entry, item.id)
                self._chains.bring(self._vouched(signed, item.id, kept), signed, rows[item.id])
            fresh.discard(item.id)
        self._chains.flush()

    def _signed(self, entry: Entry, fact: str) -> str:
        """The digest of an entry: what it says of itself counts only where its author goes by an alias."""
        is_alias = self._redactor is not None and entry.author in self._redactor.gone.aliases
        return (entry if is_alias else replace(entry, signed="")).digest(fact)
