"""What an engine says when it cannot, in words that help."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from annotate.domain import printable
from annotate.errors import BadInput, Busy, Unusable
from annotate.store import tables

_BUSY = "is locked"

_LOCKED = ("55P03", "40P01")
"""SQLSTATE of a lock that was not given in time, and of two writers who wait for one another."""

_CUT_OFF = ("08", "28", "3D", "53", "57P")
"""How the SQLSTATE of a server begins that cannot be reached, lets nobody in, has no room, or shuts down."""

_LACKING = ("{target} lacks a part of its schema.", "Keep a copy of the file, and go back to a backup of it.")

_SAID = (
    ("readonly", "{target} can only be read.", "Make the file and its folder writable, or name another project."),
    (
        "disk is full",
        "The disk that holds {target} is full; nothing of this was written.",
        "Free some space and repeat it.",
    ),
    ("unable to open", "{target} cannot be opened.", "Check that its folder exists and may be read and written."),
    ("schema has changed", "{target} was changed by another program.", "Quit, and open it again."),
    ("not a database", "{target} is not a database of annotate.", "Name another project, or make one: annotate init."),
    ("malformed", "{target} is damaged.", "Keep a copy of the file, then run: annotate check."),
    ("unsupported file format", "{target} is damaged.", "Keep a copy of the file, then run: annotate check."),
    (
        "disk I/O error",
        "{target} could not be read or written (disk error).",
        "Check the disk, then run: annotate check.",
    ),
    (
        "no such module: fts5",
        "This Python's SQLite cannot search texts, so {target} cannot be used with it.",
        "Use a Python whose SQLite has FTS5, as those of python.org and of the distributions do.",
    ),
    (
        f"no such table: {tables.revision.name}",
        "{target} is a database of another program.",
        "Name another project, or make one: annotate init.",
    ),
    ("no such table", *_LACKING),
    ("no such column", *_LACKING),
    ("has no column", *_LACKING),
)


@contextmanager
def refusing(target: str) -> Iterator[None]:
    """Turn the engine's errors about `target` into refusals; anything else is a defect and stays what it is."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        refusal = _refusal(error, target)
        if refusal is None:
            raise
        raise refusal from error
    except UnicodeEncodeError as error:
        # Half of a surrogate pair: how Python keeps a byte of the command line that is not UTF-8.
        around = printable(error.object[max(0, error.start - 20) : error.end])
        raise BadInput(f'"{around}" ends in something that is no character.', "Give it as UTF-8.") from error


@contextmanager
def refusing_file(name: str) -> Iterator[None]:
    """The same for what SQLite says about a file that is written beside the project; the rest is another's to tell."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        if not isinstance(error.orig if isinstance(error, DBAPIError) else error, sqlite3.Error):
            raise
        with refusing(name):
            raise


def _refusal(error: DBAPIError | sqlite3.Error, target: str) -> Unusable | None:
    """What is said of an error that is none of ours; None of a defect."""
    said = _words(error)
    if _BUSY in said or _state(error) in _LOCKED:
        return Busy(f"{target} is being written by another program and did not become free.", "Try again in a moment.")
    if _is_cut_off(error):
        # The server's own reason is what stands last in the first line: "connection to … failed: Connection refused".
        why = " ".join(printable(said.partition("\n")[0].rpartition("failed: ")[2]).split())
        return Unusable(
            f"{target} cannot be reached ({why or 'no answer'}).",
            "Check that the server runs and lets you in, then try again.",
        )
    for sign, sentence, step in _SAID:
        if sign in said:
            return Unusable(sentence.format(target=target), step)
    return None


def _words(error: DBAPIError | sqlite3.Error) -> str:
    """What the engine said; where there is no room for the file that shares SQLite's log, that the disk is full."""
    own = error.orig if isinstance(error, DBAPIError) else error
    return "disk is full" if getattr(own, "sqlite_errorname", "") == "SQLITE_IOERR_SHMSIZE" else str(own)


def _is_cut_off(error: DBAPIError | sqlite3.Error) -> bool:
    """Whether a server refused the connection, or it was lost."""
    if not isinstance(error, DBAPIError) or isinstance(error.orig, sqlite3.Error):
        return False
    cut = isinstance(error, OperationalError | InterfaceError) and (_state(error) or _CUT_OFF[0]).startswith(_CUT_OFF)
    return error.connection_invalidated or cut


def _state(error: DBAPIError | sqlite3.Error) -> str:
    """The SQLSTATE that PostgreSQL gave; "" where none came from it."""
    return getattr(error.orig, "sqlstate", None) or "" if isinstance(error, DBAPIError) else ""
