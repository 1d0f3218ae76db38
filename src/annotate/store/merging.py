"""Take in what another copy of the project holds: the union of facts by digest, and of log entries by digest."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Select, Table, bindparam, exists, func, not_, null, select

from annotate.domain import LETTERS, Claim, Fact, Redaction, fact_of, printable
from annotate.errors import BadInput
from annotate.store import tables
from annotate.store.arriving import Gate
from annotate.store.batches import batched
from annotate.store.derived import IN_ORDER
from annotate.store.entries import Signed
from annotate.store.gaps import all_gaps
from annotate.store.ledger import BATCH, Ledger
from annotate.store.places import Places
from annotate.store.renaming import renamed
from annotate.store.visiting import Copy
from annotate.store.whole import CHECK_THERE, Written

_FACT = tables.fact.c
_KINDS = select(_FACT.kind, func.min(_FACT.row), func.max(_FACT.row), func.count()).group_by(_FACT.kind)
_WRITTEN = select(_FACT.id, _FACT.kind, _FACT.content, _FACT.row)
_claim = tables.fact.alias("claim_there")


def _of(table: Table | None = None) -> Select[Any]:
    """The facts of a kind as `Written` has them; those of that table each with the claim that it is said of."""
    if table is None:
        wanted = _WRITTEN.add_columns(null(), null())
    else:
        wanted = _WRITTEN.add_columns(_claim.c.id, _claim.c.row).outerjoin(table, table.c.fact == _FACT.row)
        wanted = wanted.outerjoin(_claim, (_claim.c.row == table.c.claim) & (_claim.c.kind == Claim.kind))
    return wanted.where(_FACT.kind == bindparam("of")).order_by(_FACT.row)


_FACTS, _SAID = _of(), {table.name: _of(table) for table in (tables.judgement, tables.assignment)}
_written = partial(tuple.__new__, Written)  # what its `_make` does, in half the time
_ONE = select(_FACT.id, _FACT.kind, _FACT.content).where(_FACT.id == bindparam("wanted"))
_UNSIGNED = select(_FACT.id, _FACT.kind, _FACT.content).where(
    not_(exists(select(tables.log.c.row).where(tables.log.c.fact == _FACT.row)))
)
_NAMING = ("redaction", "reviewer", "assignment", "judgement", "decision", "withdrawal")
"""Kinds of facts that name reviewers, or refer to facts which do."""

_GAPS = select(tables.gap.c.digest)
_ENTRY = select(tables.log.c.row).where(tables.log.c.digest == bindparam("wanted"))

ROOM = 64_000
"""Kilobytes of pages that SQLite keeps in memory while a copy is taken in; of its own accord it keeps 2,000."""

_WRITERS = select(tables.writer.c.row, tables.writer.c.author, tables.writer.c.installation)

Wanted = Callable[[Written], bool]


def _entries(*more: Any) -> Select[Any]:
    entry = tables.log.c
    said = (entry.writer, entry.at, entry.version, entry.previous, entry.source)
    wanted = select(entry.digest, _FACT.id, _FACT.row, *said, *more).join(tables.fact, _FACT.row == entry.fact)
    return wanted.order_by(entry.row)


_ENTRIES, _ENTRIES_OF = _entries(), _entries(_FACT.kind, _FACT.content)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a copy: of facts of these kinds, those that are `wanted`."""

    kinds: frozenset[str]
    wanted: Wanted


def take_in(
    ledger: Ledger, copy: Copy, part: Part | None = None, names: Mapping[str, str] | None = None
) -> Counter[str]:
    """Record everything that the copy holds, or that part of it, and return how many facts it holds of that by kind.

    `names` are handles of reviewers there, and what they are called here: what they said, and what refers to that, gets
    other ids, and entries of our own. Raises BadInput for the first fact or entry that is damaged, or about something
    that is nowhere: the caller's transaction is to be given up then. What is here already stays as it is, so that it
    can be done again.
    """
    _give_room(ledger)
    held, taken = _kinds(copy)
    seen, gate = Counter[str](), Gate(ledger, copy, taken)
    if names:
        _check_signed(copy)
    kinds = [kind for kind in IN_ORDER if kind in held and (part is None or kind in part.kinds)]
    anew = _said_anew(ledger, copy, part, names) if names else {}
    for kind in kinds:
        found = _Counted(_of_kind(copy, kind, part))
        # A redaction is kept as it is besides: what it names may still come under its old id.
        is_kept = kind == Redaction.kind or not anew
        ledger.bring(found if is_kept else (fact for fact in found if fact.id not in anew), gate.admit, taken)
        for some in batched((fact for fact in _of_kind(copy, kind, part) if fact.id in anew) if anew else (), BATCH):
            gate.admit(some)
        seen[kind] = found.number
        _say(ledger, copy.name, [fact for fact in anew.values() if fact.kind == kind])
    before = all_gaps(ledger.raw)
    writers = defaultdict(_nobody, {row: (author, installation) for row, author, installation in copy.read(_WRITERS)})
    signed = _signed(copy, part)
    if names:
        signed = (one for one in signed if one[1] not in anew and writers[one[3]][0] not in names)
    ledger.bring_entries(signed, writers, taken)
    if names:
        _sign(ledger, copy.name)
    elif not taken.all_signed():
        _check_signed(copy)
    _check_gaps(ledger, copy, before, entire=part is None and not names)
    return seen


def _nobody() -> tuple[str, str]:
    """Who wrote an entry whose writer is not there: its digest says otherwise, and it is refused for that."""
    return "", ""


def fact_in(copy: Copy, identity: str) -> Fact | None:
    """The fact with that id in the copy; None where it is not there, BadInput where it is damaged."""
    found = list(copy.read(_ONE, {"wanted": identity}))
    return copy.whole(Written(*found[0])) if found else None


def _said_anew(ledger: Ledger, copy: Copy, part: Part | None, names: Mapping[str, str]) -> dict[str, Fact]:
    """Old id → fact as it is said here, of what is not here under its old id."""
    facts: dict[str, Fact] = {}
    for kind in _NAMING:
        if part is None or kind in part.kinds:
            found = (written for written in _of_kind(copy, kind, part) if not ledger.knows(written.id))
            facts |= {written.id: ledger.redactor.kept(written.id, copy.whole(written)) for written in found}
    return renamed(facts, names)


def _say(ledger: Ledger, source: str, facts: Sequence[Fact]) -> None:
    for fact in facts:
        ledger.add(fact, source=source)
    ledger.flush()


def _sign(ledger: Ledger, source: str) -> None:
    """Sign what came with no entry but those of a reviewer who is called otherwise here."""
    for identity, kind, content in ledger.connection.execute(_UNSIGNED).all():
        ledger.add(fact_of(kind, json.loads(content)), source=source, again=True, known_as=identity)
    ledger.flush()


def _give_room(ledger: Ledger) -> None:
    """Ids come in no order, so that each row touches another page of every index: keep more of those pages at hand."""
    if ledger.raw.dialect.name == "sqlite":
        ledger.raw.exec_driver_sql(f"PRAGMA cache_size = -{ROOM}")


@dataclass(slots=True)
class _Counted:
    facts: Iterator[Written]
    number: int = 0

    def __iter__(self) -> Iterator[Written]:
        for fact in self.facts:
            self.number += 1
            yield fact


def _kinds(copy: Copy) -> tuple[Set[str], Places]:
    """The kinds of facts that the copy holds, each of them known here, and room to note where the facts stand here."""
    found = {kind: rows for kind, *rows in copy.read(_KINDS)}
    for kind in sorted(found.keys() - LETTERS.keys(), key=str):
        raise BadInput(f'{copy.name} holds facts of the unknown kind "{printable(str(kind))}".', CHECK_THERE)
    firsts, lasts, numbers = zip(*found.values(), strict=True) if found else ((0,), (0,), (0,))
    return found.keys(), Places.of(min(firsts), max(lasts), sum(numbers))


def _check_signed(copy: Copy) -> None:
    for identity, *_ in copy.read(_UNSIGNED.limit(1)):
        raise BadInput(f"No log entry says who recorded {identity} in {copy.name}.", CHECK_THERE)


def _of_kind(copy: Copy, kind: str, part: Part | None) -> Iterator[Written]:
    found = map(_written, copy.read(_SAID.get(kind, _FACTS), {"of": kind}))
    return found if part is None else filter(part.wanted, found)


def _signed(copy: Copy, part: Part | None) -> Iterator[Signed]:
    """The entries of the facts, in the order in which they were recorded there."""
    if part is None:
        yield from copy.read(_ENTRIES)
        return
    for *entry, kind, content in copy.read(_ENTRIES_OF):
        signed: Signed = tuple(entry)
        if kind in part.kinds and part.wanted(Written(signed[1], kind, content)):
            yield signed


def _check_gaps(ledger: Ledger, copy: Copy, before: set[str], *, entire: bool) -> None:
    """Refuse a copy that has lost entries: what is missing now it must have noted as a gap, or not been asked for."""
    fresh = all_gaps(ledger.raw) - before
    known = {digest for (digest,) in copy.read(_GAPS)} if fresh else set()
    for digest in sorted(fresh - known):
        if entire or not any(copy.read(_ENTRY, {"wanted": digest})):
            raise BadInput(f"Entries are missing from the log of {copy.name}.", CHECK_THERE)
