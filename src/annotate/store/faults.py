"""What an engine says when it cannot, in words that help."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from annotate.domain import printable
from annotate.errors import BadInput, Busy, Unusable
from annotate.store import tables
from annotate.store.server_faults import refusal_of

_BUSY = "is locked"

_DAMAGED = (
    "Keep a copy of the file, then run: annotate check. If that cannot open it, restore a backup: annotate restore."
)
_LACKING = ("{target} lacks a part of its schema.", "Keep a copy of the file, and go back to a backup of it.")

_CUT_OFF = "SQLITE_READONLY_ROLLBACK"

_SAID = (
    (
        _CUT_OFF,
        "{target} was cut off while it was written, and has to be put right first.",
        "Open it once where it may be written: annotate status --project FILE.",
    ),
    ("readonly", "{target} can only be read.", "Make the file and its folder writable, or name another project."),
    (
        "disk is full",
        "The disk that holds {target} is full; nothing of this was written.",
        "Free some space and repeat it.",
    ),
    ("unable to open", "{target} cannot be opened.", "Check that its folder exists and may be read and written."),
    ("schema has changed", "{target} was changed by another program.", "Quit, and open it again."),
    ("not a database", "{target} is not a database of annotate.", "Name another project, or make one: annotate init."),
    ("malformed", "{target} is damaged.", _DAMAGED),
    ("unsupported file format", "{target} is damaged.", _DAMAGED),
    ("Could not decode", "{target} is damaged.", _DAMAGED),
    ("fts5 file format", "The index of words in {target} is damaged.", "Make it anew: annotate check --rebuild."),
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


_MEANT = {"SQLITE_IOERR_SHMSIZE": "disk is full", _CUT_OFF: _CUT_OFF}
"""What is meant where there is no room for the file that shares its log; and where only writing would undo a half."""


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
    except UnicodeDecodeError as error:
        # SQLite quotes what it cannot read of a schema, and Python cannot read the quotation.
        raise Unusable(f"{target} is damaged.", _DAMAGED) from error
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
    own = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(error, DBAPIError) and not isinstance(own, sqlite3.Error):
        return refusal_of(error, target)
    said = _words(own)
    if _BUSY in said:
        return Busy(f"{target} is being written by another program and did not become free.", "Try again in a moment.")
    for sign, sentence, step in _SAID:
        if sign in said:
            return Unusable(sentence.format(target=target), step)
    return None


def _words(error: BaseException | None) -> str:
    """What SQLite said; where it says less than it knows, what it means."""
    return _MEANT.get(getattr(error, "sqlite_errorname", ""), str(error))
