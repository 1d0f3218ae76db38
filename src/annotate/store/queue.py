"""A reviewer's queue: documents in the order in which they came in, claims by where they start.

A place in it is a key, not a number, so that a million claims are walked as quickly as ten.
"""

from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, func, not_, select, tuple_

from annotate.domain import Status
from annotate.store import tables


class Place(NamedTuple):
    """Where a claim stands in every queue: rows of document and claim, and the claim's start."""

    document: int
    start: int
    claim: int


START = Place(0, 0, 0)
"""Before every claim: rows begin at 1."""

_key = (tables.claim.c.document, tables.claim.c.start, tables.claim.c.fact)


def place_of(connection: Connection, claim: int) -> Place:
    """The place of the claim in that row."""
    return Place(*connection.execute(select(*_key).where(tables.claim.c.fact == claim)).one())


def size(connection: Connection, reviewer: str) -> int:
    """How many claims the reviewer's queue holds, done ones too."""
    return _number(connection, reviewer)


def position(connection: Connection, reviewer: str, place: Place) -> int:
    """How many claims of the queue stand up to and including `place`."""
    return _number(connection, reviewer, tuple_(*_key) <= tuple_(*place))


def apart(connection: Connection, reviewer: str, here: Place, there: Place) -> int:
    """How many claims further on in the queue `there` is than `here`; negative where it is further back."""
    low, high = min(here, there), max(here, there)
    steps = _number(connection, reviewer, and_(tuple_(*_key) > tuple_(*low), tuple_(*_key) <= tuple_(*high)))
    return steps if there >= here else -steps


def following(connection: Connection, reviewer: str, place: Place, *, back: bool = False) -> Place | None:
    """The next claim of the queue behind `place`, or the one before it."""
    wanted = _mine(connection, reviewer, *_key).where(_there)
    if back:
        wanted = wanted.where(tuple_(*_key) < tuple_(*place)).order_by(*(column.desc() for column in _key))
    else:
        wanted = wanted.where(tuple_(*_key) > tuple_(*place)).order_by(*_key)
    return _first(connection, wanted)


def next_owed(connection: Connection, reviewer: str, place: Place) -> Place | None:
    """The next claim behind `place` that the reviewer has not answered, then those before it, then what he skipped."""
    for owed in (_untouched(reviewer), _skipped(reviewer)):
        wanted = _mine(connection, reviewer, *_key).where(_there, owed).order_by(*_key)
        for part in (tuple_(*_key) > tuple_(*place), tuple_(*_key) <= tuple_(*place)):
            found = _first(connection, wanted.where(part))
            if found is not None:
                return found
    return None


def owed(connection: Connection, reviewer: str) -> int:
    """How many claims of the queue wait for an answer, skipped ones among them."""
    table = tables.judgement.c
    # Counted over what he has answered, not over all that there is.
    answered = select(func.count(table.claim.distinct())).where(
        table.reviewer == reviewer, table.stands == 1, table.answer != "skipped"
    )
    if has_assignments(connection):
        answered = answered.where(_dealt(reviewer, table.claim))
    return size(connection, reviewer) - connection.execute(answered).scalar_one()


def has_assignments(connection: Connection) -> bool:
    """Whether claims were dealt out; with no assignment at all, every reviewer owes every claim."""
    return bool(connection.execute(select(exists(select(tables.assignment.c.fact)))).scalar())


def _mine(connection: Connection, reviewer: str, *columns: Any) -> Select[Any]:
    wanted = select(*columns).select_from(tables.claim)
    # No condition at all where there is none: SQLite counts a whole index four times as quickly then.
    return wanted.where(_dealt(reviewer, tables.claim.c.fact)) if has_assignments(connection) else wanted


def _number(connection: Connection, reviewer: str, *part: ColumnElement[bool]) -> int:
    """How many claims of that part of the queue there are. All are counted, over an index, less the few withdrawn."""
    counted = _mine(connection, reviewer, func.count()).where(*part)
    less = _mine(connection, reviewer, func.count()).where(*part, _is_withdrawn(tables.claim.c.status))
    number, withdrawn = (connection.execute(wanted).scalar_one() for wanted in (counted, less))
    return int(number - withdrawn)


def _is_withdrawn(status: ColumnElement[str]) -> ColumnElement[bool]:
    return status == Status.WITHDRAWN.value


_withdrawn = tables.claim.alias("withdrawn")
# As a list, which the engine makes once, and not as a look at every claim that is passed over.
_there = tables.claim.c.fact.not_in(select(_withdrawn.c.fact).where(_is_withdrawn(_withdrawn.c.status)))


def _dealt(reviewer: str, claim: ColumnElement[int]) -> ColumnElement[bool]:
    table = tables.assignment.c
    return exists(select(table.fact).where(table.claim == claim, table.reviewer == reviewer))


def _judged(reviewer: str) -> Select[Any]:
    table = tables.judgement.c
    return select(table.fact).where(
        and_(table.claim == tables.claim.c.fact, table.reviewer == reviewer, table.stands == 1)
    )


def _answered(reviewer: str) -> ColumnElement[bool]:
    return exists(_judged(reviewer).where(tables.judgement.c.answer != "skipped"))


def _untouched(reviewer: str) -> ColumnElement[bool]:
    return not_(exists(_judged(reviewer)))


def _skipped(reviewer: str) -> ColumnElement[bool]:
    return and_(exists(_judged(reviewer)), not_(_answered(reviewer)))


def _first(connection: Connection, wanted: Select[Any]) -> Place | None:
    found = connection.execute(wanted.limit(1)).first()
    return Place(*found) if found else None


def assignments(connection: Connection) -> dict[str, set[str]]:
    """Claim (id) → handles of those who owe it a judgement."""
    wanted = select(tables.fact.c.id, tables.assignment.c.reviewer).join(
        tables.assignment, tables.assignment.c.claim == tables.fact.c.row
    )
    dealt: dict[str, set[str]] = {}
    for claim, reviewer in connection.execute(wanted):
        dealt.setdefault(claim, set()).add(reviewer)
    return dealt
