"""Redaction in the store: every fact, text and log entry passes here before it is kept.

The guards of the tables let only those rows be overwritten that `redacted` names, with the digest of what stands there.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from sqlalchemy import Connection, bindparam, select, update

from annotate.domain import (
    Claim,
    Document,
    Fact,
    Gone,
    Redaction,
    digest,
    fact_id,
    is_touched,
    printable,
    redacted,
)
from annotate.errors import Refusal
from annotate.store import tables
from annotate.store.batches import among, insert_rows
from annotate.store.entries import Entry, Signed, Writers
from annotate.store.whole import entry_of

EMPTY = sha256(b"").hexdigest()
"""The digest of what stands where a text was."""

_REDACTIONS = (
    select(tables.fact.c.content)
    .join(tables.about, tables.about.c.fact == tables.fact.c.row)
    .where(tables.about.c.kind == Redaction.kind)
)
_OF_DOCUMENTS = select(tables.fact.c.id).join(tables.document, tables.document.c.fact == tables.fact.c.row)
_OF_CLAIMS = (
    select(tables.fact.c.id)
    .join(tables.claim, tables.claim.c.fact == tables.fact.c.row)
    .join(tables.document, tables.document.c.fact == tables.claim.c.document)
)
_DOCUMENTS, _CLAIMS = (of.where(tables.document.c.sha256 == bindparam("text")) for of in (_OF_DOCUMENTS, _OF_CLAIMS))
_IS_GONE = tables.document.c.sha256.in_(select(tables.about.c.subject).where(tables.about.c.kind == Redaction.kind))
_GONE_DOCUMENTS, _GONE_CLAIMS = (of.where(_IS_GONE) for of in (_OF_DOCUMENTS, _OF_CLAIMS))
_KNOWN = select(tables.redacted.c.id)


class Redactor:
    """Knows what was redacted, here and in this transaction, and lets nothing of it through.

    Without `knows`, nothing was redacted here so far, and nothing has to be looked up.
    """

    def __init__(self, connection: Connection, *, knows: bool = True) -> None:
        self._raw = connection
        self._is_idle = True
        self._facts: set[str] = set()
        self._texts: set[str] = set()
        self._documents: set[str] = set()
        self._claims: set[str] = set()
        self.gone = Gone(self._facts, self._texts, frozenset(), self._documents, self._claims)
        if knows:
            for content in connection.execute(_REDACTIONS).scalars().all():
                self._take(Redaction(**json.loads(content)))
            self._documents.update(connection.execute(_GONE_DOCUMENTS).scalars())
            self._claims.update(connection.execute(_GONE_CLAIMS).scalars())

    def learn(self, identity: str, fact: Fact) -> None:
        """Note a redaction, or a document or claim whose words are gone, before it is written."""
        if isinstance(fact, Redaction):
            self._take(fact)
            if fact.text:
                self._documents.update(self._raw.execute(_DOCUMENTS, {"text": fact.text}).scalars())
                self._claims.update(self._raw.execute(_CLAIMS, {"text": fact.text}).scalars())
        elif self._is_idle:
            return
        elif isinstance(fact, Document) and fact.sha256 in self._texts:
            self._documents.add(identity)
        elif isinstance(fact, Claim) and fact.document in self._documents:
            self._claims.add(identity)

    def admit(self, author: str) -> None:
        """Refuse an author whose name was redacted: nothing can be signed with it any more."""
        if self.gone.alias(author) != author:
            raise Refusal(f"The name {printable(author)} was redacted here.", "Go by another one: --reviewer NAME.")

    def covers(self, identity: str, fact: Fact) -> bool:
        """Whether a fact that is not what its id says is so because of a redaction, and says nothing that is gone."""
        return is_touched(identity, fact, self.gone) and redacted(identity, fact, self.gone) == fact

    def is_gone(self, name: str) -> bool:
        """Whether the text with that sha256 was redacted, or that in which a document or claim (id) stands."""
        return name in self._texts or name in self._documents or name in self._claims

    @property
    def is_idle(self) -> bool:
        """Whether nothing was ever redacted here."""
        return self._is_idle

    def kept(self, identity: str, fact: Fact) -> Fact:
        """What is to be kept of a fact."""
        return fact if self._is_idle else redacted(identity, fact, self.gone)

    def text(self, sha256: str, text: str) -> bytes:
        """What is to be kept of a text."""
        return b"" if sha256 in self._texts else text.encode()

    def note(self, recorded: Iterable[tuple[str, str, str]]) -> None:
        """Note which of these facts (id, kind, content) stand without their words."""
        if self._is_idle:
            return
        left = [(identity, digest(kind, now)) for identity, kind, now in recorded if fact_id(kind, now) != identity]
        note(self._raw, left)

    def note_texts(self, texts: Iterable[str]) -> None:
        """Note which of these texts (sha256) are empty."""
        if self._is_idle:
            return
        note(self._raw, [(text, EMPTY) for text in texts if text in self._texts])

    def signed(self, entry: Entry) -> Entry:
        """An entry of another copy: the digest that comes with it counts only where its author goes by an alias."""
        return entry if entry.author in self.gone.aliases else entry._replace(signed="")

    def vouched(self, signed: str, fact: str, entry: Entry) -> Entry:
        """An entry of another copy, where it is what was signed; under the name that its author has here.

        Who goes by an alias signed under another name: nobody can tell any more what, and it is taken as it comes.
        """
        if self._is_idle:
            return entry_of(signed, fact, entry)
        named = self.signed(entry._replace(signed=signed))
        source = "" if self.is_gone(fact) else entry.source
        return entry_of(signed, fact, named)._replace(author=self.gone.alias(entry.author), source=source)

    def all_vouched(self, entries: Sequence[Signed], writers: Writers) -> Iterator[tuple[str, int, Entry]]:
        """The same of many, whose writers these are, each with its digest and the row of its fact there."""
        for signed, fact, there, writer, *said in entries:
            yield signed, there, self.vouched(signed, fact, Entry(*writers[writer], *said))  # type: ignore[arg-type]

    def _take(self, redaction: Redaction) -> None:
        self._is_idle = False
        if redaction.fact:
            self._facts.add(redaction.fact)
        if redaction.name:
            self.gone = replace(self.gone, names=self.gone.names | {(redaction.name, redaction.salt)})
        if redaction.text:
            self._texts.add(redaction.text)


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
