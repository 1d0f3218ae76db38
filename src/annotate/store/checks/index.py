"""The index of words that search goes by: the passages of the texts that are in it, and their words, and no others."""

import json
from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby

from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DatabaseError

from annotate.domain import Document, Span
from annotate.store import tables
from annotate.store.checks.engine import said_of_damage
from annotate.store.checks.finding import REBUILD, Finding, finding
from annotate.store.search import forget_all, held_words
from annotate.store.slicing import slices

_COPIED = ("data", "idx", "docsize", "config")
"""The tables in which FTS5 keeps an index, but for the texts."""


def search_index(connection: Connection) -> Iterator[Finding]:
    """What somebody finds is what he would find in an index that is made now."""
    before = connection.begin_nested()
    try:
        connection.execute(text("CREATE TEMPORARY TABLE said (row INTEGER PRIMARY KEY, words TEXT NOT NULL)"))
        for document, wrong in _passages(connection):
            if wrong:
                sentence = f"The passages by which the document {document} is found are not those of its text."
                yield finding("search", document, sentence, REBUILD)
        if not _ENGINES[connection.dialect.name](connection):
            sentence = "The index of words that search goes by does not hold the words of the texts."
            yield finding("search", "passage_words", sentence, REBUILD)
    finally:  # also where whoever asks has seen enough
        before.rollback()


def forget_index(connection: Connection) -> None:
    """Empty the index, whatever it holds; it is made again when somebody next searches."""
    if connection.dialect.name == "sqlite":
        _empty_fts5(connection)
    forget_all(connection)


def _passages(connection: Connection) -> Iterator[tuple[str, bool]]:
    """Documents (ids) that are indexed, and whether otherwise than by their passages; notes the words in `said`."""
    passage = tables.passage.c
    document = (tables.fact.c.row == passage.document) & (tables.fact.c.kind == Document.kind)
    wanted = (
        select(passage.document, tables.fact.c.id, passage.row, passage.start, passage.end)
        .outerjoin(tables.fact, document)
        .order_by(passage.document, passage.row)
    )
    passages = connection.execute(wanted, execution_options={"stream_results": True})
    for (row, identity), found in groupby(passages, lambda one: (one.document, one.id)):
        content = _text(connection, row) if identity else None
        spans = list(slices(content)) if content is not None else []
        rows = {one.row: Span(one.start, one.end) for one in found}
        yield identity or f"row {row}", list(rows.values()) != (spans or [Span(0, 0)])
        said = [{"row": at, "words": held_words(connection, span.of(content or ""))} for at, span in rows.items()]
        if spans:
            connection.execute(text("INSERT INTO said (row, words) VALUES (:row, :words)"), said)


def _text(connection: Connection, document: int) -> str:
    """The text of the document in that row, by its fact."""
    written = connection.execute(select(tables.fact.c.content).where(tables.fact.c.row == document)).scalar_one()
    sha256 = json.loads(written)["sha256"]
    held = connection.execute(select(tables.body.c.text).where(tables.body.c.sha256 == sha256)).scalar_one()
    return bytes(held).decode()


def _holds_fts5(connection: Connection) -> bool:
    """Whether FTS5 finds just these words in a copy of the index that is told the texts, as the index itself is not.

    FTS5's own check does not see that a word is changed by a bit where it stands an even number of times; so the copy,
    put in order, has also to be what an index is that is made of these words now.
    """
    for name in ("said_words", "new_words"):
        _lay_fts5(connection, name, "content = 'said', content_rowid = 'row'")
    settings = [f"SELECT k, v FROM {of}_config ORDER BY k" for of in ("main.passage_words", "temp.said_words")]
    if len({tuple(connection.exec_driver_sql(asked).all()) for asked in settings}) > 1:
        return False
    for name in _COPIED:
        connection.exec_driver_sql(f"DELETE FROM temp.said_words_{name}")
        connection.exec_driver_sql(f"INSERT INTO temp.said_words_{name} SELECT * FROM main.passage_words_{name}")
    connection.exec_driver_sql("INSERT INTO temp.new_words (new_words) VALUES ('rebuild')")
    try:
        connection.exec_driver_sql("INSERT INTO temp.said_words (said_words, rank) VALUES ('integrity-check', 1)")
        return _in_order(connection, "said_words") == _in_order(connection, "new_words")
    except DatabaseError as error:
        if said_of_damage(error) is None:
            raise
        return False


def _in_order(connection: Connection, index: str) -> list[bytes]:
    """The digests of the pages of an index, once all its words are in one piece."""
    connection.exec_driver_sql(f"INSERT INTO temp.{index} ({index}) VALUES ('optimize')")
    pages = connection.exec_driver_sql(f"SELECT block FROM temp.{index}_data WHERE id > {_STRUCTURE} ORDER BY id")
    return [sha256(block).digest() for (block,) in pages]


_STRUCTURE = 10
"""The last number in the table of an index's pages that is not a page of words."""


def _lay_fts5(connection: Connection, index: str, content: str) -> None:
    """An index as the project's own is laid, but for its name."""
    (made,) = tables.WORDS_OF_PASSAGES["sqlite"]
    connection.exec_driver_sql(made.replace("passage_words", f"temp.{index}").replace("content = ''", content))


def _empty_fts5(connection: Connection) -> None:
    """Table by table: an index that is damaged need not understand that it is to be empty."""
    _lay_fts5(connection, "said_words", "content = ''")
    for name in _COPIED:
        connection.exec_driver_sql(f"DELETE FROM main.passage_words_{name}")
        connection.exec_driver_sql(f"INSERT INTO main.passage_words_{name} SELECT * FROM temp.said_words_{name}")
    connection.exec_driver_sql("DROP TABLE temp.said_words")


def _holds_tsvector(connection: Connection) -> bool:
    """Whether the server holds just these words."""
    differ = (
        "SELECT count(*) FROM said FULL JOIN passage_words ON passage_words.row = said.row "
        "WHERE CAST(said.words AS tsvector) IS DISTINCT FROM passage_words.words"
    )
    return connection.execute(text(differ)).scalar() == 0


_ENGINES = {"sqlite": _holds_fts5, "postgresql": _holds_tsvector}
