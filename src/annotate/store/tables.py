"""The tables: immutable facts and their log, small tables derived from them, and what is this copy's own.

Row numbers join tables inside one database and never leave it.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import CreateIndex, CreateTable

REVISION = "0003"
"""The schema that this version reads and writes; migrations lead to it from every released one."""

APPLICATION = 0x66637461
"""Marks a SQLite file as a project of this program ("fcta")."""

metadata = MetaData()

Number = BigInteger().with_variant(Integer, "sqlite")
Words = Text().with_variant(Text(collation="C"), "postgresql")
"""Compared by code point on every engine: SQLite does so by itself, PostgreSQL would ask the locale."""


def _table(name: str, *columns: Column[Any] | UniqueConstraint | PrimaryKeyConstraint) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True)


def _row(name: str = "row") -> Column[int]:
    return Column(name, Number, primary_key=True, autoincrement=False)


def _fact() -> Column[int]:
    return Column("fact", Number, ForeignKey("fact.row"), primary_key=True, autoincrement=False)


def _words(name: str, *more: ForeignKey) -> Column[str]:
    return Column(name, Words, *more, nullable=False)


def _number(name: str, *more: ForeignKey) -> Column[int]:
    return Column(name, Number, *more, nullable=False)


# Facts: written once, never changed.
fact = _table("fact", _row(), Column("id", Words, nullable=False, unique=True), _words("kind"), _words("content"))
# Bytes, since PostgreSQL's text holds no U+0000 and a document may.
body = _table(
    "body",
    Column("sha256", Words, primary_key=True),
    Column("text", LargeBinary, nullable=False),
    _number("characters"),
)
writer = _table(
    "writer",
    _row(),
    _words("author"),
    _words("installation"),
    Column("head", Text),
    _number("entries"),
    UniqueConstraint("author", "installation"),
)
log = _table(
    "log",
    _row(),
    Column("digest", Text, nullable=False, unique=True),
    _number("fact", ForeignKey("fact.row")),
    _number("writer", ForeignKey("writer.row")),
    _number("at"),
    _words("version"),
    Column("previous", Text),
    _words("source"),
)
Index("log_by_fact", log.c.fact)
Index("log_by_writer", log.c.writer, log.c.at)

# Derived: what the facts say now, kept in the same transaction, rebuilt and compared by `check`.
about = _table("about", _fact(), _words("kind"), _words("subject"))
Index("about_by_subject", about.c.kind, about.c.subject)
document = _table(
    "document",
    _fact(),
    _words("sha256", ForeignKey("body.sha256")),
    _words("title"),
    Column("described", Number, ForeignKey("fact.row")),
    _number("stands"),
)
claim = _table(
    "claim",
    _fact(),
    _number("document", ForeignKey("document.fact")),
    _number("start"),
    _number("end"),
    Column("version", Number, ForeignKey("fact.row")),
    _words("status"),
    Column("verdict", Words),
    Column("decision", Number, ForeignKey("fact.row")),
)
Index("claim_in_order", claim.c.document, claim.c.start, claim.c.fact)
Index("claim_by_status", claim.c.status, claim.c.fact)
judgement = _table(
    "judgement",
    _fact(),
    _number("claim", ForeignKey("claim.fact")),
    _words("reviewer"),
    _number("round"),
    _words("answer"),
    _words("verdict"),
    _number("at"),
    _number("milliseconds"),
    _number("evidence"),
    _words("source"),
    _number("stands"),
)
# With all that is counted of a judgement, so that counting never leaves the index.
_counted = ("reviewer", "round", "stands", "answer", "verdict")
Index("judgement_by_claim", judgement.c.claim, *(judgement.c[name] for name in _counted))
# With all that the queue asks of a judgement, so that walking it never leaves the index.
Index("judgement_by_reviewer", judgement.c.reviewer, judgement.c.claim, judgement.c.stands, judgement.c.answer)
Index("judgement_by_time", judgement.c.reviewer, judgement.c.at)
_by_source = Index("judgement_by_source", judgement.c.source, sqlite_where=judgement.c.source != "")
decision = _table(
    "decision",
    _fact(),
    _number("claim", ForeignKey("claim.fact")),
    _words("author"),
    _number("at"),
    _number("stands"),
)
Index("decision_by_claim", decision.c.claim)
Index("decision_by_time", decision.c.author, decision.c.at)
assignment = _table("assignment", _fact(), _number("claim", ForeignKey("claim.fact")), _words("reviewer"))
Index("assignment_by_reviewer", assignment.c.reviewer, assignment.c.claim)
Index("assignment_by_claim", assignment.c.claim)
# Judgements that lack what their scheme demands of the label: recorded, and still owed.
lacking = _table(
    "lacking", Column("judgement", Number, ForeignKey("judgement.fact"), primary_key=True, autoincrement=False)
)
# The sources of judgements, by what two addresses of one page share.
citation = _table(
    "citation",
    _number("judgement", ForeignKey("judgement.fact")),
    _number("place"),
    _words("source"),
    PrimaryKeyConstraint("judgement", "place"),
)
Index("citation_by_source", citation.c.source, citation.c.judgement)

# What a redaction left of a fact (by its id) or a text (by its sha256): the digest of what stands there now. What is
# named here may be overwritten; nothing else ever is. An entry of the log (by its digest) loses its file's name so.
redacted = _table("redacted", Column("id", Words, primary_key=True), _words("digest"))

# This copy's own: no fact, never merged.
local = _table("local", Column("name", Text, primary_key=True), _words("value"))
# Entries of the log that others name as theirs before, and that were never brought here: of what a part of another copy
# holds, say. One that is missing and not noted here was lost.
gap = _table("gap", Column("digest", Text, primary_key=True))
draft = _table(
    "draft",
    Column("reviewer", Text, primary_key=True),
    Column("claim", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    _words("typed"),
    _number("at"),
)
# What can be searched: pieces of documents, `[start, end)` in code points. Their words are kept by each engine's own
# index of words, under the same row.
passage = _table("passage", _row(), _number("document", ForeignKey("fact.row")), _number("start"), _number("end"))
Index("passage_by_document", passage.c.document, passage.c.start)

# Alembic's own, as Alembic lays it: in a project that was upgraded it is there before any of ours.
revision = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)

IMMUTABLE = (fact, body, log)
REDACTABLE = {
    "fact": ("id", ("row", "id", "kind")),
    "body": ("sha256", ("sha256", "characters")),
    "log": ("digest", ("row", "digest", "fact", "writer", "at", "version")),
}
"""Table → by what column `redacted` names its rows, and which columns stay even then."""
DERIVED = (citation, lacking, assignment, decision, judgement, claim, document, about)
"""In the order in which they can be emptied."""


def statements(dialect: Dialect) -> list[str]:
    """What lays the schema on an empty database of that engine, Alembic's own table aside."""
    if dialect.name == "postgresql":
        # Said only where it counts: to hear of it, SQLAlchemy loads all that it knows of PostgreSQL.
        _by_source.dialect_kwargs["postgresql_where"] = text("source <> ''")
    indexes = [index for table in metadata.sorted_tables for index in table.indexes]
    laid = [CreateTable(table) for table in metadata.sorted_tables] + [
        CreateIndex(index) for index in sorted(indexes, key=lambda index: str(index.name))
    ]
    written = [str(statement.compile(dialect=dialect)) for statement in laid]
    guards = [statement for table in IMMUTABLE for statement in _GUARDS[dialect.name](table.name)]
    words = WORDS_OF_PASSAGES[dialect.name]
    return [_trimmed(statement) for statement in written + _NUMBERING[dialect.name] + guards + words]


def _trimmed(statement: str) -> str:
    return "\n".join(line.rstrip() for line in statement.strip().splitlines())


def _sqlite_guards(name: str) -> list[str]:
    but_for = {"update": f" WHEN NOT ({_is_redaction(name)})"} if name in REDACTABLE else {}
    return [
        f"CREATE TRIGGER {name}_no_{act} BEFORE {act} ON {name}{but_for.get(act, '')} "
        f"BEGIN SELECT RAISE(ABORT, 'a recorded {name} is never changed'); END"
        for act in ("update", "delete")
    ]


def _postgresql_guards(name: str) -> list[str]:
    allowed, each = "", {}
    if name in REDACTABLE:
        allowed = f"IF TG_OP = 'UPDATE' THEN IF {_is_redaction(name)} THEN RETURN NEW; END IF; END IF; "
        each = {"update": "ROW"}
    function = (
        f"CREATE FUNCTION {name}_stays() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {allowed}RAISE integrity_constraint_violation "
        f"USING MESSAGE = 'a recorded {name} is never changed'; END $$"
    )
    return [function] + [
        f"CREATE TRIGGER {name}_no_{act} BEFORE {act} ON {name} "
        f"FOR EACH {each.get(act, 'STATEMENT')} EXECUTE FUNCTION {name}_stays()"
        for act in ("update", "delete", "truncate")
    ]


def _is_redaction(name: str) -> str:
    """Whether an update of a row is one that a redaction calls for."""
    key, kept = REDACTABLE[name]
    same = " AND ".join(f'NEW."{column}" = OLD."{column}"' for column in kept)
    return f"{same} AND EXISTS (SELECT 1 FROM redacted WHERE redacted.id = OLD.{key})"


WORDS_OF_PASSAGES = {
    # No content: the texts are in `body` already. The words come folded and a blank apart, so that all else is a word.
    "sqlite": [
        "CREATE VIRTUAL TABLE passage_words USING fts5(words, content = '', prefix = '2 3', "
        """tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'")"""
    ],
    "postgresql": [
        'CREATE TABLE passage_words ("row" BIGINT NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL)',
        "CREATE INDEX passage_by_word ON passage_words USING gin (words)",
    ],
}
"""Each engine's own index of the words of passages."""

# SQLite has one writer at a time, who counts on; PostgreSQL has many.
_NUMBERING = {"sqlite": [], "postgresql": [f"CREATE SEQUENCE {name}_row" for name in ("fact", "log", "writer")]}
_GUARDS = {"sqlite": _sqlite_guards, "postgresql": _postgresql_guards}
