"""Seeking: a queue looked through a stretch at a time, for the claims that answer to what is wanted.

A stretch takes no longer than its length, however few claims answer: who looks through a million can show in between
what was found, and stop.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, Subquery, exists, func, not_, select, tuple_

from annotate.domain import Answer, Status
from annotate.store import tables
from annotate.store.claims import stored
from annotate.store.judgements import IS_DONE, SETTLED
from annotate.store.queue import KEY, Place, narrowed, position

DOCUMENTS = 200
"""Documents whose texts are asked for by one statement."""

FLAGGED = '"flagged":true'
"""As it stands in the canonical form of a flagged judgement, and in no text that somebody wrote: quotes are escaped."""


class Kind(StrEnum):
    """What a claim is to the asker: for a reviewer by his own answer, for the lead by where it stands."""

    ALL = "all"
    OWED = "owed"
    SKIPPED = "skipped"
    DONE = "done"
    FLAGGED = "flagged"
    OPEN = "open"
    DISPUTED = "disputed"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims are wanted: of a kind, with a verdict (own, or the settled one for the lead), of a document (row),
    with all these words, in whatever case, in the quote or in the document's title."""

    kind: Kind = Kind.ALL
    verdict: str = ""
    document: int | None = None
    words: tuple[str, ...] = ()

    @property
    def is_all(self) -> bool:
        """Whether every claim answers."""
        return self == Wanted()


class Found(NamedTuple):
    """A claim that answers: its place, how many claims of the queue further on it is, and where its span ends."""

    place: Place
    steps: int
    end: int


def stretch(
    connection: Connection, reviewer: str | None, here: Place, most: int, *, back: bool = False, document: int | None
) -> Place | None:
    """The last place of a stretch of `most` claims behind `here` (before it with `back`); None where it ends sooner."""
    wanted = _beyond(_queue(connection, reviewer, document, *KEY), here, back=back)
    found = connection.execute(wanted.order_by(*_order(back=back)).offset(most - 1).limit(1)).first()
    return Place(*found) if found else None


def within(
    connection: Connection, reviewer: str | None, wanted: Wanted, here: Place, last: Place | None, *, back: bool = False
) -> Iterator[Found]:
    """The claims behind `here` up to `last` (None: to the end) that answer, in the order in which one comes to them."""
    ordered = _order(back=back)
    columns = (*KEY, tables.claim.c.end, tables.claim.c.status)
    numbered = func.row_number().over(order_by=ordered).label("number")
    asked = _beyond(_queue(connection, reviewer, wanted.document, *columns, numbered), here, back=back)
    if last is not None:
        asked = asked.where(tuple_(*KEY) >= tuple_(*last) if back else tuple_(*KEY) <= tuple_(*last))
    if wanted.kind is Kind.ALL and not wanted.verdict:
        rows = connection.execute(asked.with_only_columns(*KEY, tables.claim.c.end).order_by(*ordered))
        found = (Found(Place(*place), steps, end) for steps, (*place, end) in enumerate(rows, 1))
    else:
        looked = asked.subquery()
        wished = select(looked.c.document, looked.c.start, looked.c.fact, looked.c.end, looked.c.number)
        rows = connection.execute(wished.where(*_conditions(looked, reviewer, wanted)).order_by(looked.c.number))
        found = (Found(Place(*place), steps, end) for *place, end, steps in rows)
    return _holding(connection, list(found), wanted.words) if wanted.words else found


def number_of(connection: Connection, reviewer: str | None, place: Place) -> int:
    """How many claims of the queue stand up to and including `place`."""
    if reviewer is not None:
        return position(connection, reviewer, place)
    counted = _queue(connection, None, None, func.count()).where(tuple_(*KEY) <= tuple_(*place))
    return connection.execute(counted).scalar() or 0


def holds(connection: Connection, reviewer: str | None, place: Place) -> bool:
    """Whether the claim at that place is in the queue: dealt to its reviewer, and not withdrawn."""
    wanted = _queue(connection, reviewer, None, tables.claim.c.fact).where(tables.claim.c.fact == place.claim)
    return connection.execute(wanted).first() is not None


def numbered(connection: Connection, reviewer: str | None, number: int) -> Place | None:
    """The place with that number in the queue, from 1; None where there are fewer."""
    wanted = _queue(connection, reviewer, None, *KEY).order_by(*KEY).offset(number - 1).limit(1)
    found = connection.execute(wanted).first()
    return Place(*found) if found else None


def _queue(connection: Connection, reviewer: str | None, document: int | None, *columns: Any) -> Select[Any]:
    """The reviewer's queue; for the lead every claim."""
    whole = narrowed(connection, reviewer, *columns)
    return whole if document is None else whole.where(tables.claim.c.document == document)


def _beyond(wanted: Select[Any], here: Place, *, back: bool) -> Select[Any]:
    return wanted.where(tuple_(*KEY) < tuple_(*here) if back else tuple_(*KEY) > tuple_(*here))


def _order(*, back: bool) -> list[ColumnElement[Any]]:
    return [column.desc() if back else column.asc() for column in KEY]


def _conditions(looked: Subquery, reviewer: str | None, wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.kind in (Kind.OPEN, Kind.DISPUTED):
        found.append(looked.c.status.in_(stored(Status(wanted.kind.value), reviewer)))
    elif wanted.kind is Kind.SETTLED:
        found.append(looked.c.status.in_(SETTLED))
    elif wanted.kind is not Kind.ALL:
        found.append(_own(looked, reviewer or "", wanted.kind))
    if wanted.verdict:
        found.append(_verdict(looked, reviewer, wanted.verdict))
    return found


def _own(looked: Subquery, reviewer: str, kind: Kind) -> ColumnElement[bool]:
    judged = _judged(looked, reviewer)
    answered = exists(judged.where(IS_DONE))
    if kind is Kind.FLAGGED:
        content = tables.fact.c.content.contains(FLAGGED)
        return exists(judged.join(tables.fact, tables.fact.c.row == tables.judgement.c.fact).where(content))
    if kind is Kind.SKIPPED:
        return exists(judged.where(tables.judgement.c.answer == Answer.SKIPPED.value))
    return answered if kind is Kind.DONE else not_(answered)


def _verdict(looked: Subquery, reviewer: str | None, verdict: str) -> ColumnElement[bool]:
    if reviewer is not None:
        return exists(_judged(looked, reviewer).where(tables.judgement.c.verdict == verdict))
    return exists(
        select(tables.claim.c.fact).where(tables.claim.c.fact == looked.c.fact, tables.claim.c.verdict == verdict)
    )


def _judged(looked: Subquery, reviewer: str) -> Select[Any]:
    table = tables.judgement.c
    return select(table.fact).where(table.claim == looked.c.fact, table.reviewer == reviewer, table.stands == 1)


def _holding(connection: Connection, found: Sequence[Found], words: Sequence[str]) -> Iterator[Found]:
    """Those of `found` that hold all the words, in the order in which they come."""
    folded = [_folded(word) for word in words]
    listed = {document: list(some) for document, some in groupby(found, key=lambda item: item.place.document)}
    documents = list(listed)
    for at in range(0, len(documents), DOCUMENTS):
        some = documents[at : at + DOCUMENTS]
        kept = {row: _in_text(listed[row], title, text, folded) for row, title, text in _texts(connection, some)}
        for document in some:
            yield from kept.get(document, ())


def _texts(connection: Connection, documents: Sequence[int]) -> Iterator[tuple[int, str, str]]:
    """Row, title and text of each; not more than a few are held at once."""
    wanted = select(tables.document.c.fact, tables.document.c.title, tables.body.c.text)
    wanted = wanted.join(tables.body, tables.body.c.sha256 == tables.document.c.sha256)
    rows = connection.execute(wanted.where(tables.document.c.fact.in_(documents)).execution_options(yield_per=8))
    return ((row, title, text.decode()) for row, title, text in rows)


def _in_text(claims: Sequence[Found], title: str, text: str, words: Sequence[str]) -> Sequence[Found]:
    """Those claims of one document that hold all the words, some of which its title may hold."""
    heading = _folded(title)
    left = [word for word in words if word not in heading]
    if not left:
        return claims
    whole = _folded(text)
    if any(word not in whole for word in left):
        return ()
    quoted = ((item, _folded(text[item.place.start : item.end])) for item in claims)
    return [item for item, quote in quoted if all(word in quote for word in left)]


def _folded(text: str) -> str:
    """Text as it is compared: in one case, with single blanks."""
    return " ".join(text.split()).casefold()
