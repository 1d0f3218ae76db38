"""What a project knows about itself: its scheme, settings, reviewers and pseudonym key."""

import json
from collections.abc import Iterator
from secrets import token_hex

from sqlalchemy import Connection, bindparam, exists, insert, select, update

from annotate.domain import Fact, Key, Reviewer, Scheme, Setting, Status
from annotate.store import tables
from annotate.store.batches import run
from annotate.store.conflicts import is_bare
from annotate.store.derived import read_once, standing_about

MENDED = "mended"
"""Under this name a copy keeps which time its derived tables were last made anew: no fact tells it."""

_LOCAL = select(tables.local.c.value).where(tables.local.c.name == bindparam("called"))
_OF_KIND = (
    select(tables.fact.c.id, tables.fact.c.content)
    .join(tables.about, tables.about.c.fact == tables.fact.c.row)
    .where(tables.about.c.kind == bindparam("of"))
)

_FORMER = "former"


def local(connection: Connection, name: str) -> str | None:
    """Something that is this copy's own."""
    return connection.execute(_LOCAL, {"called": name}).scalar()


def signed_as(connection: Connection) -> list[str]:
    """The names that this copy signed with, its present one last: a restored one was another before."""
    return [*json.loads(local(connection, _FORMER) or "[]"), local(connection, "installation") or ""]


def sign_anew(connection: Connection, name: str) -> None:
    """Let this copy sign with another name from now on."""
    keep_local(connection, _FORMER, json.dumps(signed_as(connection)))
    keep_local(connection, "installation", name)


def keep_local(connection: Connection, name: str, value: str) -> None:
    """Keep something that is this copy's own, in the caller's transaction."""
    known = connection.execute(update(tables.local).where(tables.local.c.name == name).values(value=value))
    if not known.rowcount:
        connection.execute(insert(tables.local).values(name=name, value=value))


def note_mended(connection: Connection) -> None:
    """Let whoever keeps what was counted know that what follows from the facts was made anew."""
    keep_local(connection, MENDED, token_hex(8))


def scheme(connection: Connection) -> tuple[str | None, Scheme]:
    """The project's scheme and its id; the id is None while nothing was judged by it and it may still be changed."""
    found = {identity: fact for identity, fact in _standing(connection, "scheme").items() if isinstance(fact, Scheme)}
    if found:
        return min(found), found[min(found)]
    return None, Scheme.from_content(json.loads(local(connection, "scheme") or "{}"))


def settings(connection: Connection) -> dict[str, tuple[str, Setting]]:
    """Name → id and setting, for those that stand."""
    found = _standing(connection, "setting")
    return {fact.name: (identity, fact) for identity, fact in found.items() if isinstance(fact, Setting)}


def setting(connection: Connection, name: str) -> str:
    """The value of a setting; "" where it is not set. The other settings, guidelines among them, are not read."""
    now = standing_about(connection, "setting", name)
    return now.fact.value if now and isinstance(now.fact, Setting) else ""


def is_known(connection: Connection, reviewer: str) -> bool:
    """Whether the project knows that reviewer (handle)."""
    return standing_about(connection, "reviewer", reviewer) is not None


def reviewers(connection: Connection) -> dict[str, tuple[str, Reviewer]]:
    """Handle → id and reviewer, for all who are known, by handle."""
    found = sorted(_standing(connection, "reviewer").items(), key=lambda one: not is_bare(one[1]))
    known = {fact.handle: (identity, fact) for identity, fact in found if isinstance(fact, Reviewer)}
    return dict(sorted(known.items()))


def key(connection: Connection) -> str | None:
    """The secret that pseudonyms are made with: the smallest where two projects met; None before one was needed."""
    secrets = [fact.secret for fact in _standing(connection, "key").values() if isinstance(fact, Key)]
    return min(secrets, default=None)


def is_empty(connection: Connection) -> bool:
    """Whether nothing at all was recorded."""
    return not connection.execute(select(exists(select(tables.fact.c.row)))).scalar()


def is_judged(connection: Connection) -> bool:
    """Whether something was judged or decided, whatever became of it."""
    said = (select(exists(select(table.c.fact))) for table in (tables.judgement, tables.decision))
    return any(connection.execute(one).scalar() for one in said)


def has_signed(connection: Connection) -> bool:
    """Whether anything was recorded here, rather than in another copy."""
    here = select(
        exists(select(tables.writer.c.row).where(tables.writer.c.installation == local(connection, "installation")))
    )
    return bool(connection.execute(here).scalar())


def disputed_claims(connection: Connection) -> set[str]:
    """Ids of the claims that are disputed."""
    wanted = select(tables.fact.c.id).join(tables.claim, tables.claim.c.fact == tables.fact.c.row)
    return set(connection.execute(wanted.where(tables.claim.c.status == Status.DISPUTED.value)).scalars())


def _standing(connection: Connection, kind: str) -> dict[str, Fact]:
    """The few facts of that kind that nothing supersedes, by id; of several the smallest id comes last and so wins."""
    found = dict(_held(connection, kind))
    superseded = {earlier for fact in found.values() for earlier in getattr(fact, "supersedes", ())}
    return {identity: found[identity] for identity in sorted(found, reverse=True) if identity not in superseded}


def _held(connection: Connection, kind: str) -> Iterator[tuple[str, Fact]]:
    found = run(connection, _OF_KIND, {"of": kind})
    return ((one.id, read_once(kind, one.content)) for one in found)
