"""Search: passages of any document in the project, to be evidence or to be read."""

from dataclasses import dataclass

from annotate.domain import Span
from annotate.store import DocumentRow, document_at, index_more, is_indexed, search, text_of
from annotate.work.desk import Desk

AROUND = 60
"""Characters shown before and behind a passage."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a document, with what it says and what stands around it."""

    document: DocumentRow
    span: Span
    quote: str
    before: str
    behind: str


def make_searchable(desk: Desk) -> None:
    """Index what is not indexed yet, in short transactions that let others write in between."""
    with desk.store.reading() as connection:
        more = not is_indexed(connection)
    while more:
        with desk.store.writing(desk.author) as ledger:
            more = index_more(ledger.connection)


def search_passages(desk: Desk, words: str, *, limit: int = 50) -> list[Passage]:
    """Passages that hold all the words, the best first; the last word may be just begun."""
    make_searchable(desk)
    with desk.store.reading() as connection:
        found = search(connection, words, limit=limit)
        documents = {hit.document: document_at(connection, hit.document) for hit in found}
        texts = {row: text_of(connection, row) for row in documents}
    return [_passage(documents[hit.document], texts[hit.document], Span(hit.start, hit.end)) for hit in found]


def _passage(document: DocumentRow, text: str, span: Span) -> Passage:
    before = text[max(0, span.start - AROUND) : span.start]
    return Passage(document, span, span.of(text), before, text[span.end : span.end + AROUND])
