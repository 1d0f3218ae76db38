"""Redaction in the store: every fact passes here before it is kept, and what is kept already is overwritten.

The guards of the tables let only those rows be overwritten that `redacted` names, with the digest of what stands there.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from sqlalchemy import Connection, bindparam, delete, select, update

from annotate.domain import (
    Claim,
    Document,
    Fact,
    Gone,
    Redaction,
    canonical,
    digest,
    fact_of,
    is_touched,
    redacted,
)
from annotate.store import tables
from annotate.store.batches import among, batched, insert_rows
from annotate.store.derived import IN_ORDER, rebuild
from annotate.store.registry import is_known
from annotate.store.search import forget
from annotate.store.whole import Written

EMPTY = sha256(b"").hexdigest()
"""The digest of what stands where a text was."""

NOTHING = "nothing"
"""What is noted of a log entry from which the name of a file was taken: no digest, since nothing is left."""

_REDACTIONS = (
    select(tables.fact.c.content)
    .join(tables.about, tables.about.c.fact == tables.fact.c.row)
    .where(tables.about.c.kind == Redaction.kind)
)
_DOCUMENTS = (
    select(tables.fact.c.id)
    .join(tables.document, tables.document.c.fact == tables.fact.c.row)
    .where(tables.document.c.sha256.in_(bindparam("texts", expanding=True)))
)
_CLAIMS = (
    select(tables.fact.c.id)
    .join(tables.claim, tables.claim.c.fact == tables.fact.c.row)
    .join(tables.document, tables.document.c.fact == tables.claim.c.document)
    .where(tables.document.c.sha256.in_(bindparam("texts", expanding=True)))
)
_KNOWN = select(tables.redacted.c.id)
_OF_KIND = select(tables.fact.c.row, tables.fact.c.id, tables.fact.c.content).where(
    tables.fact.c.kind == bindparam("of")
)


class Redactor:
    """Knows what was redacted, here and in this transaction, and lets nothing of it through."""

    def __init__(self, connection: Connection) -> None:
        self._raw = connection
        self._facts: set[str] = set()
        self._texts: set[str] = set()
        self._documents: set[str] = set()
        self._claims: set[str] = set()
        self.gone = Gone(self._facts, self._texts, frozenset(), self._documents, self._claims)
        for content in connection.execute(_REDACTIONS).scalars().all():
            self.learn("", Redaction(**json.loads(content)))

    def learn(self, identity: str, fact: Fact) -> None:
        """Note a redaction, or a document or claim whose words are gone, before it is written."""
        if isinstance(fact, Redaction):
            self._take(fact)
        elif isinstance(fact, Document) and fact.sha256 in self._texts:
            self._documents.add(identity)
        elif isinstance(fact, Claim) and fact.document in self._documents:
            self._claims.add(identity)

    def covers(self, identity: str, fact: Fact) -> bool:
        """Whether a fact that is not what its id says is so because of a redaction, and says nothing that is gone."""
        return is_touched(identity, fact, self.gone) and redacted(identity, fact, self.gone) == fact

    def kept(self, identity: str, fact: Fact) -> Fact:
        """What is to be kept of a fact."""
        return redacted(identity, fact, self.gone)

    def note(self, changed: Sequence[Written]) -> None:
        """Note that these facts stand, or are about to stand, without their words."""
        note(self._raw, [(item.id, digest(item.kind, item.content)) for item in changed])

    def sweep(self, fresh: Sequence[Redaction]) -> None:
        """Take what these redactions name out of all that is kept, and derive everything anew."""
        _overwrite_facts(self._raw, self)
        _overwrite_texts(self._raw, {one.text for one in fresh if one.text})
        _forget_sources(self._raw, self.gone)
        _forget_writers(self._raw, self.gone)
        _forget_drafts(self._raw, self.gone)
        rebuild(self._raw)

    def _take(self, redaction: Redaction) -> None:
        if redaction.fact:
            self._facts.add(redaction.fact)
        if redaction.name:
            self.gone = replace(self.gone, names=self.gone.names | {(redaction.name, redaction.salt)})
        if redaction.text:
            self._texts.add(redaction.text)
            self._documents.update(self._raw.execute(_DOCUMENTS, {"texts": [redaction.text]}).scalars())
            self._claims.update(self._raw.execute(_CLAIMS, {"texts": [redaction.text]}).scalars())


def note(connection: Connection, digests: Sequence[tuple[str, str]]) -> None:
    """Note what stands now under each of these ids, so that it may be overwritten, and `check` knows of it."""
    known = {identity for (identity,) in among(connection, _KNOWN, tables.redacted.c.id, [one for one, _ in digests])}
    insert_rows(connection, tables.redacted, [one for one in digests if one[0] not in known])
    for identity, now in digests:
        if identity in known:
            connection.execute(update(tables.redacted).where(tables.redacted.c.id == identity).values(digest=now))


def redaction_of(connection: Connection, subject: str) -> str | None:
    """The id of a redaction of that fact (id), text (sha256) or handle (HMAC); None where there is none."""
    wanted = select(tables.fact.c.id).join(tables.about, tables.about.c.fact == tables.fact.c.row)
    about = wanted.where(tables.about.c.kind == Redaction.kind, tables.about.c.subject == subject)
    return connection.execute(about.order_by(tables.fact.c.id).limit(1)).scalar()


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
        for _, identity, content in connection.execute(_OF_KIND, {"of": kind}):
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
        redactor.note(some)
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
    """What somebody whose name is gone was typing, and what anybody was typing of a claim whose words are."""
    table = tables.draft.c
    claims = {*gone.claims, *gone.facts}
    for reviewer, claim in connection.execute(select(table.reviewer, table.claim).distinct()).all():
        if gone.alias(reviewer) != reviewer or claim in claims:
            connection.execute(delete(tables.draft).where(table.reviewer == reviewer, table.claim == claim))
