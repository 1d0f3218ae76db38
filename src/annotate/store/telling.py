"""What an export tells, read for many documents or facts at once: a million claims are not asked after one by one."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, ColumnElement, Connection, Select, bindparam, exists, select

from annotate.domain import Decision, Fact, Judgement, Status, fact_of
from annotate.store import tables
from annotate.store.batches import run_listed
from annotate.store.claims import seen
from annotate.store.entries import Entry
from annotate.store.judgements import SETTLED, Held, may_be_seen_by

_SOME: BindParameter[Any] = bindparam("documents", expanding=True)
_VIEWER: BindParameter[str] = bindparam("viewer")
_of_version = tables.fact.alias("of_version")


class Told(NamedTuple):
    """A claim where it stands now; `status` and `verdict` as the asker may know them."""

    row: int
    id: str
    document: int
    start: int
    end: int
    status: Status
    verdict: str | None
    wording: str
    claimant: str


def told(connection: Connection, documents: Sequence[int], viewer: str | None, *, settled: bool) -> list[Told]:
    """The claims of documents (rows) but for withdrawn ones, by start, end and id; with `settled`, those alone."""
    statuses = {status.value: seen(status.value, viewer) for status in Status}
    return run_listed(connection, _told(settled), {"documents": documents}, partial(_claim, statuses))


def is_told(connection: Connection, *, settled: bool) -> bool:
    """Whether there is a claim to be told of; with `settled`, a settled one."""
    return connection.execute(select(exists(select(tables.claim.c.fact).where(_kept(settled))))).scalar_one()


def judgements_in(connection: Connection, documents: Sequence[int], viewer: str | None) -> dict[int, list[Held]]:
    """Claim (row) → the standing judgements on it that the viewer may see, for the claims of documents (rows)."""
    held: dict[int, list[Held]] = defaultdict(list)
    given = {"documents": list(documents), "viewer": viewer}
    for claim, identity, content in connection.execute(_judged(viewer is not None), given):
        fact = fact_of("judgement", json.loads(content))
        if isinstance(fact, Judgement):
            held[claim].append(Held(identity, fact))
    return held


def decisions_in(connection: Connection, documents: Sequence[int]) -> dict[int, Decision]:
    """Claim (row) → the decision that settles it, for the settled claims of documents (rows)."""
    found = connection.execute(_decided(), {"documents": list(documents)})
    read = ((claim, fact_of("decision", json.loads(content))) for claim, content in found)
    return {claim: fact for claim, fact in read if isinstance(fact, Decision)}


def entries_of(connection: Connection, facts: Sequence[str]) -> dict[str, list[Entry]]:
    """Fact (id) → its log entries, in the order of `entries`, for some hundred facts."""
    found: dict[str, list[Entry]] = {identity: [] for identity in facts}
    for identity, *said, signed in connection.execute(_entries(), {"facts": list(facts)}):
        found[identity].append(Entry(*said).under(signed, identity))
    return found


def facts_about(connection: Connection, kind: str, subjects: Sequence[str]) -> dict[str, list[tuple[str, Fact]]]:
    """Subject (id) → the facts of that kind about it with their ids, by id, for some hundred subjects."""
    found: dict[str, list[tuple[str, Fact]]] = defaultdict(list)
    given = {"kind": kind, "subjects": list(subjects)}
    for subject, identity, content in connection.execute(_about(), given):
        found[subject].append((identity, fact_of(kind, json.loads(content))))
    return found


def _claim(statuses: Mapping[str, Status], found: Any) -> Told:
    row, identity, document, start, end, status, verdict, content, version = found
    wording = claimant = ""
    if version or '"wording":' in content:  # of most claims nothing need be read
        said = json.loads(version) if version else {}
        wording = said.get("wording") or json.loads(content).get("wording", "")
        claimant = said.get("claimant", "")
    return Told(row, identity, document, start, end, statuses[status], verdict, wording, claimant)


@cache
def _told(settled: bool) -> Select[Any]:
    table = tables.claim.c
    wanted = select(
        table.fact,
        tables.fact.c.id,
        table.document,
        table.start,
        table.end,
        table.status,
        table.verdict,
        tables.fact.c.content,
        _of_version.c.content,
    )
    joined = wanted.join(tables.fact, tables.fact.c.row == table.fact)
    joined = joined.outerjoin(_of_version, _of_version.c.row == table.version)
    return joined.where(table.document.in_(_SOME), _kept(settled)).order_by(table.start, table.end, tables.fact.c.id)


def _kept(settled: bool) -> ColumnElement[bool]:
    status = tables.claim.c.status
    return status.in_(SETTLED) if settled else status != Status.WITHDRAWN.value


@cache
def _judged(blind: bool) -> Select[Any]:
    table = tables.judgement.c
    wanted = (
        select(table.claim, tables.fact.c.id, tables.fact.c.content)
        .join(tables.fact, tables.fact.c.row == table.fact)
        .join(tables.claim, tables.claim.c.fact == table.claim)
        .where(tables.claim.c.document.in_(_SOME), table.stands == 1)
    )
    return wanted.where(may_be_seen_by(_VIEWER)) if blind else wanted


@cache
def _entries() -> Select[Any]:
    entry, writer = tables.log.c, tables.writer.c
    said = (writer.author, writer.installation, entry.at, entry.version, entry.previous, entry.source)
    wanted = select(tables.fact.c.id, *said, entry.digest)
    joined = wanted.join(tables.log, entry.fact == tables.fact.c.row).join(tables.writer, writer.row == entry.writer)
    some: BindParameter[Any] = bindparam("facts", expanding=True)
    return joined.where(tables.fact.c.id.in_(some)).order_by(entry.at, writer.installation, entry.digest)


@cache
def _about() -> Select[Any]:
    about = tables.about.c
    wanted = select(about.subject, tables.fact.c.id, tables.fact.c.content)
    some: BindParameter[Any] = bindparam("subjects", expanding=True)
    kept = (about.kind == bindparam("kind"), about.subject.in_(some))
    return wanted.join(tables.fact, tables.fact.c.row == about.fact).where(*kept).order_by(tables.fact.c.id)


@cache
def _decided() -> Select[Any]:
    table = tables.claim.c
    wanted = select(table.fact, tables.fact.c.content).join(tables.fact, tables.fact.c.row == table.decision)
    return wanted.where(table.document.in_(_SOME), table.status.in_(SETTLED))
