"""Full-text search over the documents' passages: an index of this copy's own, brought up to date when one searches."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from annotate.store import tables
from annotate.store.documents import text_of

STEP = 200
"""Documents indexed in one transaction, so that a large project never keeps other writers waiting."""

# Without the texts themselves: they are in `body`, and a hit is read from there.
_TABLES = (
    'CREATE TABLE IF NOT EXISTS passage ("row" INTEGER PRIMARY KEY, document INTEGER NOT NULL, '
    'start INTEGER NOT NULL, "end" INTEGER NOT NULL) STRICT',
    "CREATE VIRTUAL TABLE IF NOT EXISTS passage_words USING fts5"
    "(words, content='', tokenize=\"unicode61 remove_diacritics 2\")",
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage `[start, end)` (code points) of the document in that row."""

    document: int
    start: int
    end: int


def passages(content: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of a text, `[start, end)` without the white space around them."""
    at = 0
    for line in content.splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + line.index(words)
            yield start, start + len(words)
        at += len(line)


def index_more(connection: Connection) -> bool:
    """Index some documents that are not yet; False where all are. To be called in writing transactions of its own."""
    for statement in _TABLES:
        connection.exec_driver_sql(statement)
    last = connection.exec_driver_sql("SELECT coalesce(max(document), 0) FROM passage").scalar_one()
    wanted = select(tables.document.c.fact).where(tables.document.c.fact > last).order_by(tables.document.c.fact)
    fresh = connection.execute(wanted.limit(STEP)).scalars().all()
    for document in fresh:
        _index(connection, document, text_of(connection, document))
    return len(fresh) == STEP


def _index(connection: Connection, document: int, content: str) -> None:
    found = list(passages(content)) or [(0, len(content))]
    first = connection.exec_driver_sql('SELECT coalesce(max("row"), 0) + 1 FROM passage').scalar_one()
    rows = [(row, document, start, end) for row, (start, end) in enumerate(found, first)]
    words = [(row, content[start:end].replace("\0", " ")) for row, _, start, end in rows]
    connection.exec_driver_sql("INSERT INTO passage VALUES (?, ?, ?, ?)", rows)
    connection.exec_driver_sql("INSERT INTO passage_words (rowid, words) VALUES (?, ?)", words)


def is_indexed(connection: Connection) -> bool:
    """Whether every document can be found."""
    known = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'passage_words'").first()
    if known is None:
        return False
    last = connection.exec_driver_sql("SELECT coalesce(max(document), 0) FROM passage").scalar_one()
    newest = connection.exec_driver_sql("SELECT coalesce(max(fact), 0) FROM document").scalar_one()
    return bool(last >= newest)


def search(connection: Connection, words: str, *, limit: int = 50) -> list[Hit]:
    """Passages that hold all the words, the last of which may be just begun; the best ones first."""
    terms = ['"' + word.replace('"', '""') + '"' for word in words.split()]
    if not terms:
        return []
    found = text(
        'SELECT document, start, "end" FROM passage_words JOIN passage ON passage."row" = passage_words.rowid '
        "WHERE passage_words MATCH :terms ORDER BY rank LIMIT :limit"
    )
    return [Hit(*row) for row in connection.execute(found, {"terms": " ".join(terms) + "*", "limit": limit})]
