"""Purge: what was overwritten is gone from the file too, and not only from what is read of it."""

from typing import Any

from sqlalchemy import Engine

_TOUCHED = "fact, body, log, writer, draft, passage, passage_words, about, document, claim, judgement, decision"


def purge(engine: Engine) -> bool:
    """Make the engine let go of all that was overwritten or deleted; whether it did so entirely.

    A SQLite file is written anew and its log emptied, which somebody who is just reading can hinder. PostgreSQL frees
    the room, and fills it in its own time.
    """
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"VACUUM {_TOUCHED}")
        return True
    raw: Any = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("VACUUM")
        busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    finally:
        raw.close()
