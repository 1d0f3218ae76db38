"""Search: the words of all documents, indexed when somebody first looks for some.

The index is this copy's own. It lags behind the documents until `index_more` has caught up, so that no import waits
for it, and holds no text: passages are read from their documents.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, func, insert, select, text

from annotate.domain import Span
from annotate.store import tables
from annotate.store.documents import text_of
from annotate.store.server import INDEX, wait_for
from annotate.store.slicing import slices
from annotate.store.words import Query, words

BATCH = 40_000
"""Bytes of text that are indexed at once: other writers wait for no more than that."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that was found: row of its document, and where it stands there."""

    document: int
    span: Span


def unindexed(connection: Connection) -> int:
    """How many documents cannot be found yet."""
    return connection.execute(select(func.count()).select_from(tables.document).where(_missing())).scalar() or 0


def index_more(connection: Connection, after: int) -> tuple[int, int] | None:
    """Index some documents behind the row `after`; their number and the last one's row, None where none is left."""
    wait_for(connection, INDEX)
    sizes = select(tables.document.c.fact, func.length(tables.body.c.text)).join(
        tables.body, tables.body.c.sha256 == tables.document.c.sha256
    )
    wanted = sizes.where(_missing(), tables.document.c.fact > after).order_by(tables.document.c.fact).limit(200)
    size = count = 0
    for row, length in connection.execute(wanted).all():
        if count and size + length > BATCH:
            break
        _index(connection, row)
        size, count, after = size + length, count + 1, row
    return (count, after) if count else None


def find(connection: Connection, query: Query, most: int) -> list[Found]:
    """Up to `most` passages that hold what is looked for, the best first."""
    if not query.phrases:
        return []
    engine = _ENGINES[connection.dialect.name]
    asked = {"query": engine.asked(query), "ranked": engine.ranked, "most": most}
    found = connection.execute(text(engine.find), asked)
    return [Found(document, Span(start, end)) for document, start, end in found]


def forget(connection: Connection, document: int) -> None:
    """Take a document (row) out of the index, say because its text is to be gone."""
    if connection.dialect.name == "postgresql":
        rows = connection.execute(select(tables.passage.c.row).where(tables.passage.c.document == document)).scalars()
        connection.execute(text("DELETE FROM passage_words WHERE row = ANY(:rows)"), {"rows": list(rows)})
        connection.execute(delete(tables.passage).where(tables.passage.c.document == document))
    else:
        # An index without content can take words out only if it is told them; it is soon made again instead.
        forget_all(connection)


def forget_all(connection: Connection) -> None:
    """Take every document out of the index, which is made again when somebody next searches."""
    connection.execute(text(_ENGINES[connection.dialect.name].empty))
    connection.execute(delete(tables.passage))


def held_words(connection: Connection, passage: str) -> str:
    """The words of a passage as the engine is given them to keep."""
    return _ENGINES[connection.dialect.name].held(words(passage))


def _missing() -> ColumnElement[bool]:
    """Of a document in the work: whether it is not indexed yet."""
    return and_(
        ~exists().where(tables.passage.c.document == tables.document.c.fact),
        tables.document.c.stands == 1,
    )


def _index(connection: Connection, document: int) -> None:
    content = text_of(connection, document)
    first = (connection.execute(select(func.max(tables.passage.c.row))).scalar() or 0) + 1
    spans = list(enumerate(slices(content), first))
    # A document without a word has one empty passage, and so is not looked at again.
    kept = [(row, span.start, span.end) for row, span in spans] or [(first, 0, 0)]
    connection.execute(
        insert(tables.passage),
        [{"row": row, "document": document, "start": start, "end": end} for row, start, end in kept],
    )
    engine = _ENGINES[connection.dialect.name]
    values = [{"row": row, "words": engine.held(words(span.of(content)))} for row, span in spans]
    if values:
        connection.execute(text(engine.write), values)


class _Engine(NamedTuple):
    """How an engine keeps words and is asked for them. Words hold letters, digits and signs only: nothing is quoted.

    `ranked` is the number of passages that it compares in a moment; of more than that, it ranks some.
    """

    ranked: int
    empty: str
    write: str
    held: Callable[[Sequence[str]], str]
    find: str
    asked: Callable[[Query], str]


def _fts5(query: Query) -> str:
    phrases = " AND ".join('"' + " ".join(phrase) + '"' for phrase in query.phrases)
    return phrases + " *" * query.open_end


def _tsvector(held: Sequence[str]) -> str:
    return " ".join(f"'{word}':{place}" for place, word in enumerate(held, 1))


def _tsquery(query: Query) -> str:
    phrases = " & ".join("(" + " <-> ".join(f"'{word}'" for word in phrase) + ")" for phrase in query.phrases)
    return phrases[:-1] + ":*)" if query.open_end else phrases


_ENGINES = {
    "sqlite": _Engine(
        4_000,
        "INSERT INTO passage_words (passage_words) VALUES ('delete-all')",
        "INSERT INTO passage_words (rowid, words) VALUES (:row, :words)",
        " ".join,
        """
        SELECT passage.document, passage.start, passage."end"
        FROM (
            SELECT rowid AS found, bm25(passage_words) AS score FROM passage_words
            WHERE passage_words MATCH :query LIMIT :ranked
        ) JOIN passage ON passage."row" = found
        JOIN document ON document.fact = passage.document AND document.stands = 1
        ORDER BY score, found LIMIT :most
        """,
        _fts5,
    ),
    "postgresql": _Engine(
        1_000,
        "DELETE FROM passage_words",
        "INSERT INTO passage_words (row, words) VALUES (:row, CAST(:words AS tsvector))",
        _tsvector,
        """
        SELECT passage.document, passage.start, passage."end"
        FROM (
            SELECT row, ts_rank(words, CAST(:query AS tsquery)) AS score FROM passage_words
            WHERE words @@ CAST(:query AS tsquery) LIMIT :ranked
        ) AS found JOIN passage ON passage.row = found.row
        JOIN document ON document.fact = passage.document AND document.stands = 1
        ORDER BY found.score DESC, found.row LIMIT :most
        """,
        _tsquery,
    ),
}
