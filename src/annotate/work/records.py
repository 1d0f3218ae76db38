"""The whole project as native records, in an order that follows from their content alone."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from annotate.domain import Claim, Decision, Document, Fact, Judgement, Version, Withdrawal, iso
from annotate.formats import record_of
from annotate.formats.wire import Record, Recording
from annotate.store import (
    Entry,
    Reading,
    Texts,
    claims,
    documents,
    entries_of,
    fact_by_id,
    facts,
    facts_about,
    is_empty,
    is_out,
    scheme,
    text_of,
)

Item = TypeVar("Item")

AT_ONCE = 500
"""Facts whose log is read at once."""


def records(connection: Reading, viewer: str | None) -> Iterator[Record]:
    """Every fact with its log entries: the project's own, then documents, claims, and what was said of them.

    For a `viewer` who is a reviewer: no judgement, withdrawal or decision but his own, and not the key for pseudonyms,
    which would undo them. Nothing at all where nothing was recorded.
    """
    if is_empty(connection):
        return
    yield from _scheme(connection, viewer)
    for kind in ("redaction", "setting", "key", "reviewer"):
        if kind != "key" or viewer is None:
            yield from _plain(connection, kind)
    yield from _documents(connection)
    yield from _claims(connection)
    for kind in ("assignment", "judgement", "decision", "withdrawal"):
        yield from _records(connection, _said(connection, kind, viewer))


def _scheme(connection: Reading, viewer: str | None) -> Iterator[Record]:
    """The scheme. To a reviewer it is told as if nothing was judged by it yet: who did so first is not his."""
    used, current = scheme(connection)
    if used is None or viewer is not None:
        yield record_of(current, "")
    else:
        yield from _plain(connection, "scheme")


def _plain(connection: Reading, kind: str) -> Iterator[Record]:
    return _records(connection, facts(connection, kind))


def _documents(connection: Reading) -> Iterator[Record]:
    for some in _batched(documents(connection, by_content=True, withdrawn_too=True)):
        ids = [row.id for row in some]
        logged = entries_of(connection, ids)
        said = facts_about(connection, "description", ids)
        for row in some:
            standing = (row.described, row.description) if row.described else None
            text = text_of(connection, row.row)
            yield record_of(row.document, row.id, text=text, standing=standing, entries=_told(logged[row.id]))
            yield from _records(connection, said.get(row.id, ()))


def _claims(connection: Reading) -> Iterator[Record]:
    texts = Texts(connection)
    for some in _batched(claims(connection, by_content=True, withdrawn_too=True)):
        corrected = facts_about(connection, "version", [row.id for row in some])
        logged = entries_of(connection, [row.id for row in some])
        for row in some:
            text = texts.of(row.document_row)
            standing = (row.version_id, row.version) if row.version_id else None
            quote = row.root.span.of(text)
            yield record_of(row.root, row.id, text=quote, standing=standing, entries=_told(logged[row.id]))
            yield from _records(connection, corrected.get(row.id, ()), text)


def _records(connection: Reading, found: Iterable[tuple[str, Fact]], text: str = "") -> Iterator[Record]:
    """The records of facts with their ids; `text` is the one that versions among them are spans of."""
    for some in _batched(found):
        logged = entries_of(connection, [identity for identity, _ in some])
        for identity, fact in some:
            quote = fact.span.of(text) if isinstance(fact, Version) else ""
            yield record_of(fact, identity, text=quote, entries=_told(logged[identity]))


def _batched(found: Iterable[Item]) -> Iterator[list[Item]]:
    """`found` in lists of as many as are asked after at once."""
    rest = iter(found)
    while some := list(islice(rest, AT_ONCE)):
        yield some


def _told(entries: Iterable[Entry]) -> list[Recording]:
    return [
        Recording(
            author=entry.author,
            installation=entry.installation,
            at=iso(entry.at),
            version=entry.version,
            previous=entry.previous or "",
            digest=entry.signed,
        )
        for entry in entries
    ]


def _said(connection: Reading, kind: str, viewer: str | None) -> Iterator[tuple[str, Fact]]:
    return (found for found in facts(connection, kind) if viewer is None or _own(connection, found[1], viewer))


def _own(connection: Reading, fact: Fact, viewer: str) -> bool:
    match fact:
        case Judgement():
            return fact.reviewer == viewer
        case Decision():
            return False
        case Withdrawal():
            target = fact_by_id(connection, fact.fact)
            if isinstance(target, Claim | Document):
                return is_out(connection, fact.fact)  # else it is back by what others said, which is not told
            return target is not None and _own(connection, target, viewer)
    return True
