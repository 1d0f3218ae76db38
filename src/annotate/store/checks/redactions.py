"""What is noted as redacted may be overwritten: it must be there, and be redacted, and nothing else may be noted."""

from collections.abc import Iterator

from sqlalchemy import Connection, exists, select

from annotate.store import tables
from annotate.store.checks.finding import Finding, finding
from annotate.store.soundness import Soundness
from annotate.store.whole import Written, read

_NOTED = tables.redacted.c.id
_NAMED = (tables.fact.c.id, tables.body.c.sha256, tables.log.c.digest)
_FACTS = select(tables.fact.c.id, tables.fact.c.kind, tables.fact.c.content).join(
    tables.redacted, tables.fact.c.id == _NOTED
)
_TEXTS = select(tables.body.c.sha256).join(tables.redacted, tables.body.c.sha256 == _NOTED)


def redacted_there(connection: Connection) -> Iterator[Finding]:
    """Whatever is noted is a fact, a text or an entry of the log, and is not what it was before."""
    if connection.execute(select(_NOTED).limit(1)).first() is None:
        return
    nowhere = select(_NOTED).where(*(~exists().where(name == _NOTED) for name in _NAMED)).order_by(_NOTED)
    for identity in connection.execute(nowhere).scalars():
        yield finding("redacted", identity, f"{identity} is noted as redacted, and is not there.")
    for identity in _untouched(connection):
        sentence = f"{identity} is noted as redacted, so that it could be overwritten, and is not redacted."
        yield finding("redacted", identity, sentence)


def _untouched(connection: Connection) -> Iterator[str]:
    """Of an entry of the log nothing may be gone but from where it was imported, which no digest tells."""
    yield from (one.id for one in connection.execute(_FACTS) if read(Written(*one)) is not None)
    sound = Soundness(connection)
    yield from (sha256 for sha256 in connection.execute(_TEXTS).scalars() if not sound.is_gone(sha256))
