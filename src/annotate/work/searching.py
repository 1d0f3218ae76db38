"""Search: passages of the project's documents by their words, and the index that they are found by."""

from dataclasses import dataclass

from annotate.domain import Span
from annotate.store import (
    DocumentRow,
    documents_at,
    find,
    find_documents,
    found_in,
    index_more,
    query_of,
    text_of,
    unindexed,
)
from annotate.work.desk import Desk

MOST = 40
"""Passages that a search finds at most: who wants more adds a word."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found: its document, its span there, its words, and which of them were looked for.

    `places` are `[start, end)` in `words`.
    """

    document: DocumentRow
    span: Span
    words: str
    places: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Indexed:
    """How many documents were indexed, and the row of the last one, behind which it goes on."""

    documents: int
    row: int


def search(desk: Desk, typed: str, most: int = MOST) -> list[Hit]:
    """Passages that hold all of what was typed, the best first: words, the last as far as typed, "phrases in quotes".

    Only documents are looked through, never what anybody said of them.
    """
    query = query_of(typed)
    with desk.store.reading() as connection:
        found = find(connection, query, most)
        documents = documents_at(connection, {passage.document for passage in found})
    hits = []
    for passage in found:
        document, text = documents[passage.document]
        words = passage.span.of(text)
        hits.append(Hit(document, passage.span, words, tuple(found_in(words, query))))
    return hits


def unindexed_documents(desk: Desk) -> int:
    """How many documents cannot be found yet."""
    with desk.store.reading() as connection:
        return unindexed(connection)


def index_documents(desk: Desk, after: int = 0) -> Indexed | None:
    """Make some more documents findable, in a moment; None where all behind the row `after` are."""
    with desk.store.writing() as ledger:
        done = index_more(ledger.raw, after)
    return Indexed(*done) if done else None


def where_stands(desk: Desk, document: str, start: int) -> str:
    """Where `start` is in a document (id), as one would say it: "Border figures, par. 3"."""
    with desk.store.reading() as connection:
        found = find_documents(connection, document)
        if not found:
            return document
        before = text_of(connection, found[0].row)[:start]
    lines = [line for line in (before + "x").splitlines() if line.strip()]
    return f"{found[0].name}, par. {len(lines)}"


def text_in(desk: Desk, document: int) -> str:
    """The text of the document in that row."""
    with desk.store.reading() as connection:
        return text_of(connection, document)
