"""Whether what points into a text points at something: claims, their versions, passages given as evidence."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from annotate.domain import Claim, Decision, Document, Evidence, Judgement, Span, Version, anchor
from annotate.store import tables
from annotate.store.history import fact_by_id, facts
from annotate.store.soundness import Soundness


def misplaced(connection: Connection, sound: Soundness) -> Iterator[tuple[str, str]]:
    """Ids of the facts that point at nothing, each with a sentence; asked of the facts alone, nothing derived.

    Of texts that were redacted nothing can be said.
    """
    texts = {identity: fact.sha256 for identity, fact in facts(connection, "document") if isinstance(fact, Document)}
    sizes = connection.execute(select(tables.body.c.sha256, tables.body.c.characters))
    lengths = dict(sizes.all())
    for identity, sha256 in texts.items():
        if sha256 not in lengths:
            yield identity, f"The text of the document {identity} is missing."
    for identity, document, span in _spans(connection):
        if not sound.is_gone(document) and not 0 <= span.start < span.end <= lengths.get(
            texts.get(document, ""), span.end
        ):
            yield identity, f"{identity} lies outside the text of {document}."
    for identity, piece in _pieces(connection):
        if sound.is_gone(piece.document) and not piece.quote:
            continue
        if piece.document not in texts or not _stands(connection, piece, texts[piece.document]):
            yield identity, f"A passage that {identity} rests on does not stand in {piece.document}."


def _spans(connection: Connection) -> Iterator[tuple[str, str, Span]]:
    for identity, fact in facts(connection, Claim.kind):
        if isinstance(fact, Claim):
            yield identity, fact.document, fact.span
    for identity, fact in facts(connection, Version.kind):
        root = fact_by_id(connection, fact.claim) if isinstance(fact, Version) else None
        if isinstance(fact, Version) and isinstance(root, Claim):
            yield identity, root.document, fact.span


def _pieces(connection: Connection) -> Iterator[tuple[str, Evidence]]:
    for kind in (Judgement.kind, Decision.kind):
        for identity, fact in facts(connection, kind):
            if isinstance(fact, Judgement | Decision):
                yield from ((identity, piece) for piece in fact.evidence if piece.document)


def _stands(connection: Connection, piece: Evidence, sha256: str) -> bool:
    held = connection.execute(select(tables.body.c.text).where(tables.body.c.sha256 == sha256)).scalar()
    place = anchor((held or b"").decode(), start=piece.start, end=piece.end, quote=piece.quote or None)
    return isinstance(place, Span)
