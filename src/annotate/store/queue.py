"""A reviewer's queue: documents in the order in which they came in, claims by where they start.

A place in it is a key, not a number, so that a million claims are walked as quickly as ten.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    Tuple,
    and_,
    bindparam,
    exists,
    func,
    not_,
    select,
    true,
    tuple_,
)

from annotate.domain import Answer, Status
from annotate.store import tables
from annotate.store.judgements import IS_DONE

Owed = Literal["all", "untouched", "skipped"]
Part = Literal["behind", "up to", "before"]
Counted = Literal["all", "to", "between"]


class Place(NamedTuple):
    """Where a claim stands in every queue: rows of document and claim, and the claim's start."""

    document: int
    start: int
    claim: int


START = Place(0, 0, 0)
"""Before every claim: rows begin at 1."""

KEY = (tables.claim.c.document, tables.claim.c.start, tables.claim.c.fact)
_MINE: BindParameter[str] = bindparam("reviewer")


def _at(name: str) -> Tuple:
    """A place whose parts are the parameters `name_document`, `name_start` and `name_claim`."""
    return tuple_(*(bindparam(f"{name}_{part}", type_=tables.Number) for part in Place._fields))


def _given(reviewer: str, **places: Place) -> dict[str, object]:
    """The parameters of a statement: who asks, and places by name."""
    parts = {f"{name}_{part}": at for name, place in places.items() for part, at in place._asdict().items()}
    return {"reviewer": reviewer, **parts}


def place_of(connection: Connection, claim: int) -> Place:
    """The place of the claim in that row."""
    return Place(*connection.execute(select(*KEY).where(tables.claim.c.fact == claim)).one())


def size(connection: Connection, reviewer: str) -> int:
    """How many claims the reviewer's queue holds, done ones too."""
    return _number(connection, "all", _given(reviewer))


def position(connection: Connection, reviewer: str, place: Place) -> int:
    """How many claims of the queue stand up to and including `place`."""
    return _number(connection, "to", _given(reviewer, to=place))


def apart(connection: Connection, reviewer: str, here: Place, there: Place) -> int:
    """How many claims further on in the queue `there` is than `here`; negative where it is further back."""
    low, high = min(here, there), max(here, there)
    steps = _number(connection, "between", _given(reviewer, behind=low, to=high))
    return steps if there >= here else -steps


def following(connection: Connection, reviewer: str, place: Place, *, back: bool = False) -> Place | None:
    """The next claim of the queue behind `place`, or the one before it."""
    wanted = _next(has_assignments(connection), "all", "before" if back else "behind")
    return _first(connection, wanted, _given(reviewer, here=place))


def next_owed(connection: Connection, reviewer: str, place: Place) -> Place | None:
    """The next claim behind `place` that the reviewer has not answered, then those before it, then what he skipped
    or gave less than the scheme demands."""
    dealt, given = has_assignments(connection), _given(reviewer, here=place)
    for owed in ("untouched", "skipped"):
        for part in ("behind", "up to"):
            found = _first(connection, _next(dealt, owed, part), given)
            if found is not None:
                return found
    return None


def answered(connection: Connection, reviewer: str) -> int:
    """How many claims of the queue need no more of the reviewer."""
    wanted = _said_of(has_assignments(connection), "answered")
    return int(connection.execute(wanted, _given(reviewer)).scalar_one())


def skipped(connection: Connection, reviewer: str) -> int:
    """How many claims of the queue the reviewer skipped."""
    wanted = _said_of(has_assignments(connection), "skipped")
    return int(connection.execute(wanted, _given(reviewer)).scalar_one())


def narrowed(connection: Connection, reviewer: str | None, *columns: Any) -> Select[Any]:
    """The reviewer's queue, or for the lead (None) every claim, less those withdrawn; to be narrowed further."""
    dealt = reviewer is not None and has_assignments(connection)
    return _mine(dealt, *columns).where(_THERE).params(reviewer=reviewer)


def owed(connection: Connection, reviewer: str) -> Iterator[tuple[str, str]]:
    """Ids of the claims of the reviewer's queue, done ones too, each with that of its document."""
    root, document = tables.fact.alias("root"), tables.fact.alias("of_document")
    wanted = narrowed(connection, reviewer, root.c.id, document.c.id)
    wanted = wanted.join(root, root.c.row == tables.claim.c.fact).join(
        document, document.c.row == tables.claim.c.document
    )
    return ((claim, text) for claim, text in connection.execute(wanted))


def has_assignments(connection: Connection) -> bool:
    """Whether claims were dealt out; with no assignment at all, every reviewer owes every claim."""
    return bool(connection.execute(_IS_DEALT).scalar())


_IS_DEALT = select(exists(select(tables.assignment.c.fact)))

# A statement is built once: to build one takes seven times as long as to run it.


def _number(connection: Connection, which: Counted, given: dict[str, object]) -> int:
    """How many claims of that part of the queue there are. All are counted, over an index, less the few withdrawn."""
    dealt = has_assignments(connection)
    number, withdrawn = (
        connection.execute(_counted(dealt, which, only_withdrawn), given).scalar_one()
        for only_withdrawn in (False, True)
    )
    return int(number - withdrawn)


@cache
def _counted(dealt: bool, which: Counted, only_withdrawn: bool) -> Select[Any]:
    wanted = _mine(dealt, func.count())
    if which != "all":
        wanted = wanted.where(tuple_(*KEY) <= _at("to"))
    if which == "between":
        wanted = wanted.where(tuple_(*KEY) > _at("behind"))
    return wanted.where(tables.claim.c.status == Status.WITHDRAWN.value) if only_withdrawn else wanted


@cache
def _next(dealt: bool, owed: Owed, part: Part) -> Select[Any]:
    """The first claim of that kind on one side of `here`, the nearest before it for "before"."""
    wanted = _mine(dealt, *KEY).where(_THERE, _OWED[owed]).limit(1)
    if part == "before":
        return wanted.where(tuple_(*KEY) < _at("here")).order_by(*(column.desc() for column in KEY))
    behind = tuple_(*KEY) > _at("here") if part == "behind" else tuple_(*KEY) <= _at("here")
    return wanted.where(behind).order_by(*KEY)


@cache
def _said_of(dealt: bool, said: Literal["answered", "skipped"]) -> Select[Any]:
    """Counted over what he has answered, not over all that there is."""
    table = tables.judgement.c
    which = IS_DONE if said == "answered" else table.answer == Answer.SKIPPED.value
    claims = select(func.count(table.claim.distinct())).where(table.reviewer == _MINE, table.stands == 1, which)
    return claims.where(_dealt(table.claim)) if dealt else claims


def _mine(dealt: bool, *columns: Any) -> Select[Any]:
    wanted = select(*columns).select_from(tables.claim)
    return wanted.where(_dealt(tables.claim.c.fact)) if dealt else wanted


_withdrawn = tables.claim.alias("withdrawn")
# As a list, which the engine makes once, and not as a look at every claim that is passed over.
_THERE = tables.claim.c.fact.not_in(select(_withdrawn.c.fact).where(_withdrawn.c.status == Status.WITHDRAWN.value))


def _dealt(claim: ColumnElement[int]) -> ColumnElement[bool]:
    table = tables.assignment.c
    return exists(select(table.fact).where(table.claim == claim, table.reviewer == _MINE))


def _judged() -> Select[Any]:
    table = tables.judgement.c
    return select(table.fact).where(
        and_(table.claim == tables.claim.c.fact, table.reviewer == _MINE, table.stands == 1)
    )


_ANSWERED = exists(_judged().where(IS_DONE))
_OWED: dict[Owed, ColumnElement[bool]] = {
    "all": true(),
    "untouched": not_(exists(_judged())),
    "skipped": and_(exists(_judged()), not_(_ANSWERED)),
}


def _first(connection: Connection, wanted: Select[Any], given: dict[str, object]) -> Place | None:
    found = connection.execute(wanted, given).first()
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
