"""The log as it is read: who recorded what, when, sifted, from the oldest on or from the newest back.

Entries stand in the order of their authors' clocks, so that what a merge brings late stands where it belongs, alike in
every copy; within one author's chain, entries of one microsecond in the order of recording. No reading sorts a whole
log: each author's chain is in that order already, and the chains are read side by side.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select, tuple_

from annotate.domain import (
    Decision,
    Description,
    Fact,
    Judgement,
    Moment,
    Redaction,
    Status,
    Withdrawal,
    fact_of,
    may_see,
)
from annotate.store import tables
from annotate.store.entries import Entry
from annotate.store.history import entries_wanted
from annotate.store.known import SOME
from annotate.store.touching import touching_claim, touching_document

BATCH = 200
"""Entries for which what they point at is looked up at once."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a withdrawal comes down to: the fact that is no withdrawal, which is undone, or else brought back.

    A redaction of a fact has one, too, and undoes nothing.
    """

    id: str
    fact: Fact
    undone: bool


@dataclass(frozen=True, slots=True)
class Logged:
    """A fact with one entry of the log that speaks of it; `digest` is the entry's own. An undo has a `target`."""

    id: str
    fact: Fact
    entry: Entry
    digest: str
    target: Target | None = None

    @property
    def claim(self) -> str | None:
        """Id of the claim that it is about."""
        identity, fact = self.about
        return identity if fact.kind == "claim" else getattr(fact, "claim", None)

    @property
    def document(self) -> str | None:
        """Id of the document that it is about, where it is about no claim."""
        identity, fact = self.about
        if fact.kind == "document":
            return identity
        return fact.document if isinstance(fact, Description) else None

    @property
    def about(self) -> tuple[str, Fact]:
        """The fact that it speaks of, with its id: itself, or what is withdrawn."""
        return (self.target.id, self.target.fact) if self.target else (self.id, self.fact)


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an entry stands: before and behind it are those with a smaller and a larger one, in every copy."""

    at: Moment
    author: str
    installation: str
    row: int


@dataclass(frozen=True, slots=True)
class Trail:
    """Which entries are wanted: all that is given must hold.

    `claim` and `document` are ids; `authors` are handles, "" for the lead; `since` and `until` are inclusive. `after`
    is the entry behind which to go on, in the direction of reading.
    """

    claim: str | None = None
    document: str | None = None
    authors: frozenset[str] | None = None
    kinds: frozenset[str] = frozenset()
    since: Moment | None = None
    until: Moment | None = None
    after: Mark | None = None
    newest: bool = False


ALL = Trail()
"""Every entry, from the oldest on."""


def history(connection: Connection, trail: Trail = ALL, viewer: str | None = None) -> Iterator[Logged]:
    """The entries that are wanted, in order, as far as the viewer (a reviewer; None for the lead) may see them."""
    found = _sifted(connection, trail)
    while some := list(islice(found, BATCH)):
        yield from visible(connection, some, viewer)


def visible(connection: Connection, some: Sequence[Any], viewer: str | None) -> Iterator[Logged]:
    """Rows of entries with what they point at; to a reviewer only what he may see.

    A withdrawal betrays as much as what it takes back, a decision its votes.
    """
    logged = _with_targets(connection, [_logged(row) for row in some])
    if viewer is None:
        return iter(logged)
    said = {one.claim for one in logged if isinstance(one.about[1], Judgement | Decision)}
    settled = _settled(connection, [claim for claim in said if claim])
    return (one for one in logged if _may_see(viewer, one, settled))


def _may_see(viewer: str, logged: Logged, settled: set[str]) -> bool:
    match logged.about[1]:
        case Judgement(claim=claim, reviewer=author) | Decision(claim=claim, author=author):
            return may_see(viewer, author, settled=claim in settled)
        case Withdrawal() | Redaction() as names if _named(names):  # something that is not here yet
            return False
    return True


def _settled(connection: Connection, claims: Sequence[str]) -> set[str]:
    wanted = select(tables.fact.c.id, tables.claim.c.status).join(
        tables.claim, tables.claim.c.fact == tables.fact.c.row
    )
    found = connection.execute(wanted.where(tables.fact.c.id.in_(claims))) if claims else ()
    return {identity for identity, status in found if Status(status).settled}


def _with_targets(connection: Connection, logged: list[Logged]) -> list[Logged]:
    """The same, each withdrawal with what it comes down to, where that is here."""
    asked = {named for one in logged if (named := _named(one.fact))}
    if not asked:
        return logged
    known: dict[str, Fact] = {}
    while asked:
        found = select(tables.fact.c.id, tables.fact.c.kind, tables.fact.c.content).where(tables.fact.c.id.in_(asked))
        fresh = {identity: fact_of(kind, json.loads(held)) for identity, kind, held in connection.execute(found)}
        known |= fresh
        asked = {named for fact in fresh.values() if (named := _named(fact))} - known.keys()
    return [Logged(one.id, one.fact, one.entry, one.digest, _target(one.fact, known)) for one in logged]


def _named(fact: Fact) -> str:
    """The id of the fact that a withdrawal or a redaction is about; "" for every other fact."""
    return fact.fact if isinstance(fact, Withdrawal | Redaction) else ""


def _target(fact: Fact, known: dict[str, Fact]) -> Target | None:
    identity, undone = "", False
    while named := _named(fact):
        undone = undone != isinstance(fact, Withdrawal)
        if named not in known:
            return None
        identity, fact = named, known[named]
    return Target(identity, fact, undone) if identity else None


def _logged(row: Any) -> Logged:
    identity, kind, content, *rest, digest, _ = row
    return Logged(identity, fact_of(kind, json.loads(content)), Entry(*rest).under(digest, identity), digest)


def _sifted(connection: Connection, trail: Trail) -> Iterator[Any]:
    """Rows of entries in order, read as they are asked for."""
    streams = [connection.execute(wanted, execution_options=_AS_ASKED) for wanted in _statements(connection, trail)]
    return merge(*streams, key=_place, reverse=trail.newest)


_AS_ASKED = {"stream_results": True, "max_row_buffer": BATCH}


def _place(row: Any) -> tuple[Moment, str, str, int]:
    return row.at, row.author, row.installation, row.of


def _statements(connection: Connection, trail: Trail) -> Iterator[Select[Any]]:
    """One statement for each author's chain; where few facts are meant, one for every few of them."""
    wanted = selected().where(*_conditions(trail))
    touching = _touching(connection, trail)
    if touching is None:
        yield from _chains(connection, wanted, trail)
        return
    place = (tables.log.c.at, tables.writer.c.author, tables.writer.c.installation, tables.log.c.row)
    if trail.after is not None:
        after = tuple_(trail.after.at, trail.after.author, trail.after.installation, trail.after.row)
        wanted = wanted.where(tuple_(*place) < after if trail.newest else tuple_(*place) > after)
    ordered = wanted.order_by(*(column.desc() if trail.newest else column for column in place))
    left = iter(sorted(touching))
    while some := list(islice(left, SOME)):
        yield ordered.where(tables.log.c.fact.in_(some))


def _touching(connection: Connection, trail: Trail) -> frozenset[int] | None:
    """Rows of the facts that are meant; None for all."""
    meant = None if trail.claim is None else touching_claim(connection, trail.claim)
    if trail.document is None:
        return meant
    found = touching_document(connection, trail.document)
    return found if meant is None else found & meant


def selected() -> Select[Any]:
    """Entries as they are read here."""
    return entries_wanted().add_columns(tables.log.c.digest, tables.log.c.row.label("of"))


def _conditions(trail: Trail) -> Iterator[ColumnElement[bool]]:
    if trail.authors is not None:
        yield tables.writer.c.author.in_(sorted(trail.authors))
    if trail.kinds:
        yield tables.fact.c.kind.in_(sorted(trail.kinds))
    if trail.since is not None:
        yield tables.log.c.at >= trail.since
    if trail.until is not None:
        yield tables.log.c.at <= trail.until


def authors(connection: Connection) -> set[str]:
    """Everybody who ever recorded something."""
    return set(connection.execute(select(tables.writer.c.author)).scalars())


def _chains(connection: Connection, wanted: Select[Any], trail: Trail) -> Iterator[Select[Any]]:
    found = select(tables.writer.c.row, tables.writer.c.author, tables.writer.c.installation)
    entry = tables.log.c
    order = (entry.at.desc(), entry.row.desc()) if trail.newest else (entry.at, entry.row)
    for row, author, installation in connection.execute(found).all():
        if trail.authors is None or author in trail.authors:
            behind = _behind(trail, (author, installation))
            yield wanted.where(entry.writer == row, *behind).order_by(*order)


def _behind(trail: Trail, writer: tuple[str, str]) -> Iterator[ColumnElement[bool]]:
    """What lies behind the mark in one author's chain: of entries of the same microsecond, their authors decide."""
    if trail.after is None:
        return
    at, row, mark = tables.log.c.at, tables.log.c.row, trail.after
    marked = (mark.author, mark.installation)
    if writer == marked:
        yield at <= mark.at if trail.newest else at >= mark.at
        yield or_(at != mark.at, row < mark.row if trail.newest else row > mark.row)
    elif (writer < marked) is trail.newest:
        yield at <= mark.at if trail.newest else at >= mark.at
    else:
        yield at < mark.at if trail.newest else at > mark.at
