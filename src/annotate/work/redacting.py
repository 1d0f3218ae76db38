"""Redact: words or a name are gone for good, here, in the backups that are known, and after every later merge."""

import hmac
from dataclasses import dataclass
from typing import Literal

from annotate.domain import (
    LETTERS,
    Document,
    Fact,
    Key,
    Redaction,
    Reviewer,
    excerpt,
    has_words,
    is_alias,
    name_of,
    printable,
)
from annotate.errors import Refusal, Unknown
from annotate.store import Ledger, Reading, document_at, facts_begun, find_documents, is_named, key, redaction_of
from annotate.work.desk import Desk, lead_alone
from annotate.work.redacting_backups import BackupRedacted, redact_backups


@dataclass(frozen=True, slots=True)
class Aim:
    """What is to be redacted: the words of a fact (id), a text (sha256), or a name (handle); `told` says it."""

    what: Literal["fact", "text", "name"]
    subject: str
    told: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """The redaction's id, whether the file itself has let go of everything, and what became of the backups."""

    id: str
    purged: bool
    backups: tuple[BackupRedacted, ...]


def aim(desk: Desk, name: str) -> Aim:
    """What `name` means: a reviewer's handle, or an id of a fact (or a start of one); of a document, its text.

    For the lead alone. Raises Unknown, or Refusal where it names something that has no words.
    """
    lead_alone(desk, "Redacting")
    with desk.store.reading() as connection:
        if is_named(connection, name):
            return _name(name)
        identity, fact = _the_fact(connection, name)
        if isinstance(fact, Document):
            return _text(connection, identity, fact)
    if isinstance(fact, Reviewer):
        return _name(fact.handle)
    if not has_words(fact):
        raise Refusal(f"A {fact.kind} has no words that could be redacted.")
    return Aim("fact", identity, f"The words of the {fact.kind} {identity}")


def redact(desk: Desk, at: Aim, reason: str = "") -> Redacted:
    """Take it out for good: facts, search, drafts, the file itself, and the backups that the project knows of.

    What is redacted already is looked through again, say after a backup was out of reach. Cannot be undone.
    """
    lead_alone(desk, "Redacting")
    # Nobody who does not know of it yet may be in the middle of writing the very words.
    with desk.store.writing(desk.author, alone=True) as ledger:
        identity = _record(desk, ledger, at, reason)
    purged = desk.store.purge()
    return Redacted(identity, purged, redact_backups(desk, identity))


def _record(desk: Desk, ledger: Ledger, at: Aim, reason: str) -> str:
    fact, text = (at.subject if at.what == what else "" for what in ("fact", "text"))
    name, salt = "", ""
    if at.what == "name":
        salt = _salt(desk, ledger)
        name = name_of(at.subject, salt)
    held = redaction_of(ledger.connection, fact or text or name)
    if held is None:
        return ledger.add(Redaction(fact, text, name, salt, reason, desk.author, desk.now()))
    ledger.redact_again()
    return held


def _salt(desk: Desk, ledger: Ledger) -> str:
    """From the project's key, so that one name gets one alias, in whichever copy it is redacted."""
    secret = key(ledger.connection)
    if secret is None:
        secret = desk.draw(32).hex()
        ledger.add(Key(secret))
    return hmac.digest(bytes.fromhex(secret), b"redaction", "sha256").hex()[:32]


def _name(handle: str) -> Aim:
    if is_alias(handle):
        raise Refusal(f"{printable(handle)} is an alias already.")
    return Aim("name", handle, f"The name {printable(handle)}, for which an alias will stand,")


def _text(connection: Reading, identity: str, fact: Document) -> Aim:
    (found,) = find_documents(connection, identity)
    row = document_at(connection, found.row)
    return Aim("text", fact.sha256, f"The text {excerpt(printable(row.name))} with its description and all its claims")


def _the_fact(connection: Reading, name: str) -> tuple[str, Fact]:
    found = [one for kind in LETTERS for one in facts_begun(connection, kind, name)] if name else []
    if not found:
        raise Unknown(
            f'Nobody is called "{printable(name)}", and nothing has an id that begins so.',
            "See: annotate reviewers, annotate documents, annotate log.",
        )
    if len(found) > 1:
        raise Unknown(f'Several ids begin with "{printable(name)}".', "Give more of the id.")
    return found[0]
