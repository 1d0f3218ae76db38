"""What a PostgreSQL server says when it cannot, in words that help: by its codes, or by its words where none come."""

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from annotate.domain import printable
from annotate.errors import Busy, Unusable
from annotate.store import tables

_TRY_AGAIN = "Check that the server runs and lets you in, then try again."

_BUSY = ("55P03", "40P01", "40001")
"""SQLSTATE of a lock that was not given in time, of two writers who wait for one another, of one who came too late."""

_CUT_OFF = ("08", "28", "3D", "53", "57P")
"""How the SQLSTATE of a server begins that cannot be reached, lets nobody in, has no room, or shuts down."""

_NO_TABLE = "42P01"

_BY_CODE = (
    (
        "25006",
        "{target} can only be read.",
        "Name the server that is written to: this one is a copy of it, or lets this user only read.",
    ),
    ("3F000", "There is no project at {target}.", "Make one with: annotate init."),
    (_NO_TABLE, "There is no project at {target}.", "Make one with: annotate init."),
    (
        "42501",
        "{target} does not let this user do that ({why}).",
        "Ask the database's owner for the right to it: its owner may do everything, others need grants.",
    ),
    (
        "53100",
        "The disk of the server that holds {target} is full; nothing of this was written.",
        "Have some space freed there and repeat it.",
    ),
    ("57014", "The server of {target} broke this off ({why}); nothing of it was written.", "Try again."),
    ("XX00", "{target} is damaged ({why}).", "Have it restored from a backup, then run: annotate check."),
)
_BY_WORDS = (
    (
        ("password authentication failed", "fe_sendauth: no password"),
        "{target} cannot be opened: the server does not take the password.",
        "Keep the right one in ~/.pgpass or in PGPASSWORD, where no list of programs shows it.",
    ),
    (
        ('database "',),
        "{target} cannot be opened ({why}).",
        "Have the database made (createdb NAME), then make the project in it: annotate init.",
    ),
)


def refusal_of(error: DBAPIError, target: str) -> Unusable | None:
    """What is said of a server's error about `target`; None of a defect."""
    code, why = _state(error), _why(error)
    if code in _BUSY:
        return Busy(f"{target} is being written by another program and did not become free.", "Try again in a moment.")
    if code == _NO_TABLE and f'"{tables.revision.name}"' not in why:
        return Unusable(f"{target} lacks a part of its schema ({why}).", "Make it anew: annotate check --rebuild.")
    for sign, sentence, step in _BY_CODE:
        if code.startswith(sign):
            return Unusable(sentence.format(target=target, why=why), step)
    if error.connection_invalidated:
        return Unusable(f"The connection to {target} was lost ({why}); nothing of this was written.", "Try again.")
    if isinstance(error, OperationalError | InterfaceError) and (code or _CUT_OFF[0]).startswith(_CUT_OFF):
        return _kept_out(target, why)
    return None


def _kept_out(target: str, why: str) -> Unusable:
    """Before a server lets one in it gives no codes, only words, in whatever language it speaks."""
    for signs, sentence, step in _BY_WORDS:
        if why.startswith(signs):
            return Unusable(sentence.format(target=target, why=why), step)
    return Unusable(f"{target} cannot be reached ({why}).", _TRY_AGAIN)


def _why(error: DBAPIError) -> str:
    """The server's own reason stands last in the first line: "connection to … failed: Connection refused"."""
    said = printable(str(error.orig).partition("\n")[0].rpartition("failed: ")[2])
    return " ".join(said.removeprefix("FATAL:").split()) or "no answer"


def _state(error: DBAPIError) -> str:
    """The SQLSTATE that the server gave; "" where none came."""
    return getattr(error.orig, "sqlstate", None) or ""
