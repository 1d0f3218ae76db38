"""Whether what a redaction left is what it says, so that an auditor can tell it from damage."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from annotate.domain import Claim, Document, Fact, Redaction, digest
from annotate.store import tables
from annotate.store.redacting import EMPTY, Redactor
from annotate.store.whole import Written, read, shaped


class Soundness:
    """What was redacted, by the facts alone, and what is noted to stand in its place."""

    def __init__(self, connection: Connection) -> None:
        table = tables.redacted.c
        noted = connection.execute(select(table.id, table.digest)).all()
        self._noted: dict[str, str] = {one.id: one.digest for one in noted}
        # By the facts alone: the table by which others look redactions up may be gone.
        self._redactor = Redactor(connection, knows=False)
        for kind in (Redaction.kind, Document.kind, Claim.kind) if self._noted else ():
            for written in _facts(connection, kind):
                fact = read(written) or shaped(written)
                if fact is not None:
                    self._redactor.learn(written.id, fact)

    def fact(self, written: Written) -> Fact | None:
        """The fact, where it is what was recorded, or all of that but what was redacted; None otherwise."""
        fact, now = read(written), self._noted.get(written.id)
        if not self._noted:
            return fact
        if now is not None and now != digest(written.kind, written.content):
            return None
        left = fact or shaped(written)
        if left is None or self._redactor.kept(written.id, left) != left:
            return None
        return left if fact or (now and self._redactor.covers(written.id, left)) else None

    def is_gone(self, name: str) -> bool:
        """Whether the text with that sha256, or that of the document or claim with that id, was redacted."""
        gone = self._redactor.gone
        return name in gone.texts or name in gone.documents or name in gone.claims

    def is_emptied(self, sha256: str) -> bool:
        """Whether it is noted that a text was redacted."""
        return self.is_gone(sha256) and self._noted.get(sha256) == EMPTY

    def is_alias(self, name: str) -> bool:
        """Whether a name stands for one that was redacted."""
        return name in self._redactor.gone.aliases


def _facts(connection: Connection, kind: str) -> Iterator[Written]:
    table = tables.fact.c
    wanted = select(table.id, table.kind, table.content).where(table.kind == kind)
    return (Written(*row) for row in connection.execute(wanted))
