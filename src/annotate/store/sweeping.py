"""Sweep: take what was redacted out of all that is kept already."""

import json
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, bindparam, delete, select, update

from annotate.domain import Document, Fact, Gone, Redaction, canonical, digest, fact_of
from annotate.store import tables
from annotate.store.batches import batched
from annotate.store.derived import IN_ORDER, rebuild
from annotate.store.redacting import EMPTY, Redactor, note
from annotate.store.registry import is_known, note_mended
from annotate.store.search import forget
from annotate.store.whole import Written

NOTHING = "nothing"
"""What is noted of a log entry from which the name of a file was taken: no digest, since nothing is left."""

_OF_KIND = select(tables.fact.c.id, tables.fact.c.content).where(tables.fact.c.kind == bindparam("of"))


def sweep(connection: Connection, redactor: Redactor, fresh: Sequence[Redaction]) -> None:
    """Take what these redactions name out of everything, and derive all anew."""
    _overwrite_facts(connection, redactor)
    _overwrite_texts(connection, {one.text for one in fresh if one.text})
    _forget_sources(connection, redactor.gone)
    _forget_writers(connection, redactor.gone)
    _forget_drafts(connection, redactor.gone)
    rebuild(connection)
    note_mended(connection)


def is_named(connection: Connection, handle: str) -> bool:
    """Whether anybody goes by that handle here: a reviewer, or an author of the log."""
    author = connection.execute(select(tables.writer.c.row).where(tables.writer.c.author == handle)).first()
    return bool(handle) and (author is not None or is_known(connection, handle))


def left_over(connection: Connection) -> Iterator[str]:
    """Ids of facts and digests of texts that hold what was redacted."""
    redactor = Redactor(connection)
    for identity, fact in _all(connection, redactor):
        if redactor.kept(identity, fact) != fact:
            yield identity
    held = select(tables.body.c.sha256).where(tables.body.c.sha256.in_(sorted(redactor.gone.texts)))
    yield from connection.execute(held.where(tables.body.c.text != b"")).scalars()


def _all(connection: Connection, redactor: Redactor) -> Iterator[tuple[str, Fact]]:
    for kind in IN_ORDER:
        for identity, content in connection.execute(_OF_KIND, {"of": kind}):
            fact = fact_of(kind, json.loads(content))
            if not isinstance(fact, Redaction):
                redactor.learn(identity, fact)
            yield identity, fact


def _overwrite_facts(connection: Connection, redactor: Redactor) -> None:
    """Look at every fact: what names whom, and what quotes what, stands in the contents alone."""
    changed: list[Written] = []
    for identity, fact in _all(connection, redactor):
        kept = redactor.kept(identity, fact)
        if kept != fact:
            changed.append(Written(identity, kept.kind, canonical(kept.content())))
    for some in batched(changed, 500):
        note(connection, [(item.id, digest(item.kind, item.content)) for item in some])
        for item in some:
            row = update(tables.fact).where(tables.fact.c.id == item.id)
            connection.execute(row.values(content=item.content))


def _overwrite_texts(connection: Connection, texts: set[str]) -> None:
    """Empty these texts, and forget their words in the index of the search."""
    wanted = tables.document.c.sha256.in_(sorted(texts))
    for document in connection.execute(select(tables.document.c.fact).where(wanted)).scalars().all():
        forget(connection, document)
    texts_held = select(tables.body.c.sha256).where(tables.body.c.sha256.in_(sorted(texts)))
    held = set(connection.execute(texts_held).scalars())
    note(connection, [(text, EMPTY) for text in sorted(held)])
    connection.execute(update(tables.body).where(tables.body.c.sha256.in_(sorted(held))).values(text=b""))


def _forget_sources(connection: Connection, gone: Gone) -> None:
    """Names of the files that redacted texts came from, which are this copy's own, in the log.

    Of a file that held other documents too, they are forgotten with the document and its claims alone.
    """
    own = [source for source in _sources(connection, gone) if not _holds_others(connection, source, gone)]
    for wanted in (
        *(tables.fact.c.id.in_(some) for some in batched(sorted({*gone.documents, *gone.claims}), 500)),
        *(tables.log.c.source == source for source in own),
    ):
        entries = select(tables.log.c.digest).join(tables.fact, tables.fact.c.row == tables.log.c.fact)
        found = connection.execute(entries.where(wanted, tables.log.c.source != "")).scalars().all()
        for some in batched(found, 500):
            note(connection, [(signed, NOTHING) for signed in some])
            connection.execute(update(tables.log).where(tables.log.c.digest.in_(some)).values(source=""))


def _sources(connection: Connection, gone: Gone) -> list[str]:
    """The files that the redacted documents came from."""
    wanted = select(tables.log.c.source).distinct().join(tables.fact, tables.fact.c.row == tables.log.c.fact)
    wanted = wanted.where(tables.fact.c.kind == Document.kind, tables.log.c.source != "")
    found = (connection.execute(wanted.where(tables.fact.c.id.in_(some))) for some in batched(gone.documents, 500))
    return sorted({source for rows in found for source in rows.scalars()})


def _holds_others(connection: Connection, source: str, gone: Gone) -> bool:
    """Whether a document that was not redacted came from that file too."""
    wanted = select(tables.fact.c.id).join(tables.log, tables.log.c.fact == tables.fact.c.row)
    found = connection.execute(wanted.where(tables.fact.c.kind == Document.kind, tables.log.c.source == source))
    return any(identity not in gone.documents for identity in found.scalars())


def _forget_writers(connection: Connection, gone: Gone) -> None:
    """Authors in the log. Their entries keep the digests that they were signed with."""
    table = tables.writer.c
    for row, author in connection.execute(select(table.row, table.author)).all():
        if gone.alias(author) != author:
            connection.execute(update(tables.writer).where(table.row == row).values(author=gone.alias(author)))


def _forget_drafts(connection: Connection, gone: Gone) -> None:
    """What somebody whose name is gone was typing, what anybody was of a claim whose words are, or quoting a text."""
    table = tables.draft.c
    claims = {*gone.claims, *gone.facts}
    for reviewer, claim, typed in connection.execute(select(table.reviewer, table.claim, table.typed)).all():
        quotes = any(document in typed for document in gone.documents)
        if quotes or claim in claims or gone.alias(reviewer) != reviewer:
            connection.execute(delete(tables.draft).where(table.reviewer == reviewer, table.claim == claim))
