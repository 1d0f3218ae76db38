"""The facts themselves: each is what its id says, and what it is about and was judged by is there."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from sqlalchemy import Connection, select

from annotate.domain import subject_of
from annotate.store import tables
from annotate.store.checks.finding import Finding, finding
from annotate.store.checks.schemes import Used
from annotate.store.soundness import Soundness
from annotate.store.whole import Written

BATCH = 500
"""Facts read at once."""


def facts_whole(connection: Connection) -> Iterator[Finding]:
    """Every fact is what its id says, and what it is about is there; judgements have labels of their schemes."""
    table = tables.fact.c
    wanted = select(table.id, table.kind, table.content).order_by(table.row)
    found = connection.execute(wanted, execution_options={"stream_results": True})
    sound, used = Soundness(connection), Used()
    for some in found.partitions(BATCH):
        subjects: list[tuple[str, str, str]] = []
        for identity, kind, content in some:
            fact = sound.fact(Written(identity, kind, content))
            if fact is None:
                sentence = f"The {kind} {identity} is not what was recorded: its digest differs."
                yield finding("digest", identity, sentence)
            else:
                subjects += [(identity, kind, about)] if (about := subject_of(fact)) else []
                used.note(identity, fact)
        yield from _orphans(connection, subjects)
    yield from used.amiss()


def _orphans(connection: Connection, subjects: Sequence[tuple[str, str, str]]) -> Iterator[Finding]:
    wanted = select(tables.fact.c.id).where(tables.fact.c.id.in_({about for _, _, about in subjects}))
    there = set(connection.execute(wanted).scalars())
    for identity, kind, about in subjects:
        if about not in there:
            yield finding("orphan", identity, f"What the {kind} {identity} is about is not there.")


def texts_whole(connection: Connection) -> Iterator[Finding]:
    """Every text has its sha256 and its length."""
    table = tables.body.c
    wanted = select(table.sha256, table.text, table.characters)
    sound = Soundness(connection)
    for digest, held, characters in connection.execute(wanted, execution_options={"stream_results": True}):
        if sound.is_emptied(digest) and held == b"":
            continue
        if sha256(held).hexdigest() != digest or sound.is_gone(digest):
            sentence = f"The text {digest[:12]}… is not the one that was recorded: its sha256 differs."
            yield finding("digest", digest, sentence)
        elif len(held.decode()) != characters:
            yield finding("digest", digest, f"The text {digest[:12]}… has another length than is noted with it.")
