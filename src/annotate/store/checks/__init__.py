"""What an auditor would look at: the engine's own check, every digest, every anchor, every derived row."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from annotate.store.checks.anew import differing
from annotate.store.checks.engine import damage, said_of_damage, tolerant
from annotate.store.checks.facts import facts_whole, texts_whole
from annotate.store.checks.finding import Finding, finding
from annotate.store.checks.index import forget_index, search_index
from annotate.store.checks.laid import laid, lay_anew, tables_laid
from annotate.store.checks.log import chains, entries_whole, predecessors
from annotate.store.checks.numbers import count_on, numbers_free
from annotate.store.checks.orphans import orphans
from annotate.store.checks.own import own
from annotate.store.checks.places import anchors
from annotate.store.checks.redactions import redacted_there
from annotate.store.derived import rebuild
from annotate.store.registry import note_mended

__all__ = ["Finding", "check", "check_file", "check_recorded", "look", "mend"]

MOST = 200
"""Findings of one look: whoever has that many has seen enough."""

Look = Callable[[Connection], Iterator[Finding]]

_FACTS: tuple[tuple[Look, ...], ...] = (
    (damage,),
    (tables_laid,),
    (
        laid,
        numbers_free,
        orphans,
        facts_whole,
        texts_whole,
        redacted_there,
        entries_whole,
        predecessors,
        chains,
        own,
    ),
    (anchors,),
)
"""What is looked at, each level only where the one before it holds nothing but what can be made anew."""

_DERIVED: tuple[Look, ...] = (differing, search_index)
"""What is looked at where all tables are there, and the facts are whole."""


def check(connection: Connection) -> list[Finding]:
    """Everything that is wrong with the project; an empty list is a clean bill.

    One consistent view is read, nothing of the project is written: others go on. What is damaged is not built upon: a
    file that SQLite finds damaged is not read any further, and nothing is derived from facts that are not whole.
    """
    found: list[Finding] = []
    with tolerant(connection):
        for looks in _FACTS:
            found += _seen(looks, connection)
            if not all(one.mends for one in found):
                return found
        return found if any(one.what == "table" for one in found) else found + _seen(_DERIVED, connection)


def check_recorded(connection: Connection) -> list[Finding]:
    """What is wrong with what was recorded, and cannot be made anew from it."""
    found: list[Finding] = []
    with tolerant(connection):
        for looks in _FACTS:
            found += [one for one in _seen(looks, connection) if not one.mends]
            if found:
                break
    return found


def check_file(connection: Connection) -> list[Finding]:
    """What the engine itself finds damaged, in a project of whatever schema."""
    with tolerant(connection):
        return [one for one in _seen((damage,), connection) if not one.mends]


def look(connection: Connection) -> list[Finding]:
    """The same, as the first that is asked in a reading: what is made to be compared is a server's to write."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ WRITE")
    return check(connection)


def mend(connection: Connection) -> None:
    """Make anew what follows from the facts, which must be whole: guards, indexes, derived tables.

    The search index, this copy's own, is forgotten; it is made again when somebody next searches.
    """
    lay_anew(connection)
    count_on(connection)
    rebuild(connection)
    note_mended(connection)
    forget_index(connection)


def _seen(looks: Sequence[Look], connection: Connection) -> list[Finding]:
    """What is found; that a look cannot be finished for damage is a finding too."""
    found: list[Finding] = []
    try:
        for look in looks:
            found.extend(islice(look(connection), MOST))
    except (DatabaseError, UnicodeDecodeError) as error:
        said = said_of_damage(error)
        if said is None:
            raise
        found.append(finding("damage", "database", f"The database cannot be read through: {said}."))
    return found
