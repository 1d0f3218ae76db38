"""Purge: what was overwritten is gone from the file too, and not only from what is read of it."""

from typing import Any

from sqlalchemy import Engine

from annotate.store import tables

_TOUCHED = ", ".join(sorted([*tables.metadata.tables, "passage_words"]))


def purge(engine: Engine) -> bool:
    """Make the engine let go of all that was overwritten or deleted; whether it did so entirely.

    A SQLite file is written anew and its log emptied, which somebody who is just reading can hinder. PostgreSQL frees
    the room, and fills it in its own time. What an engine refuses is not done, and no reason to stop.
    """
    raw: Any = engine.raw_connection()  # in no transaction, on either engine
    try:
        cursor = raw.cursor()
        if engine.dialect.name == "postgresql":
            cursor.execute(f"VACUUM {_TOUCHED}")
            return True
        cursor.execute("VACUUM")
        busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    except engine.dialect.loaded_dbapi.Error:
        return False
    finally:
        raw.close()
