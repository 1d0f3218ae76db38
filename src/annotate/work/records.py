"""The whole project as native records, in an order that follows from their content alone."""

from collections.abc import Iterator

from annotate.domain import Decision, Fact, Judgement, Withdrawal, iso
from annotate.formats import record_of
from annotate.formats.wire import Record, Recording
from annotate.store import (
    Reading,
    Texts,
    claims,
    descriptions,
    documents,
    entries,
    fact_by_id,
    facts,
    is_empty,
    scheme,
    text_of,
    versions,
)


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
        yield from (_record(connection, *found) for found in _said(connection, kind, viewer))


def _scheme(connection: Reading, viewer: str | None) -> Iterator[Record]:
    """The scheme. To a reviewer it is told as if nothing was judged by it yet: who did so first is not his."""
    used, current = scheme(connection)
    if used is None or viewer is not None:
        yield record_of(current, "")
    else:
        yield from _plain(connection, "scheme")


def _plain(connection: Reading, kind: str) -> Iterator[Record]:
    return (_record(connection, identity, fact) for identity, fact in facts(connection, kind))


def _documents(connection: Reading) -> Iterator[Record]:
    for row in list(documents(connection, by_content=True, withdrawn_too=True)):
        standing = (row.described, row.description) if row.described else None
        logged = _recordings(connection, row.id)
        yield record_of(row.document, row.id, text=text_of(connection, row.row), standing=standing, entries=logged)
        for identity, description in sorted(descriptions(connection, row.id).items()):
            yield _record(connection, identity, description)


def _claims(connection: Reading) -> Iterator[Record]:
    texts = Texts(connection)
    for row in claims(connection, by_content=True, withdrawn_too=True):
        text = texts.of(row.document_row)
        standing = (row.version_id, row.version) if row.version_id else None
        quote, logged = row.root.span.of(text), _recordings(connection, row.id)
        yield record_of(row.root, row.id, text=quote, standing=standing, entries=logged)
        for identity, version in sorted(versions(connection, row.id).items()):
            logged = _recordings(connection, identity)
            yield record_of(version, identity, text=version.span.of(text), entries=logged)


def _record(connection: Reading, identity: str, fact: Fact) -> Record:
    return record_of(fact, identity, entries=_recordings(connection, identity))


def _recordings(connection: Reading, identity: str) -> list[Recording]:
    return [
        Recording(
            author=entry.author,
            installation=entry.installation,
            at=iso(entry.at),
            version=entry.version,
            previous=entry.previous or "",
            digest=entry.signed,
        )
        for entry in entries(connection, identity)
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
            return target is not None and _own(connection, target, viewer)
    return True
