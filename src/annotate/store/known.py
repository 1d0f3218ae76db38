"""What was known at a moment: what had been logged, had been said by its own time, and spoke of what was known.

The clocks of two copies may disagree, so that a fact can have been logged before what it is about.
"""

import json
from collections.abc import Iterator, Set
from functools import cached_property
from itertools import islice
from typing import Any, get_args

from sqlalchemy import Column, ColumnElement, Connection, Select, select

from annotate.domain import Decision, Fact, Judgement, Moment, Redaction
from annotate.store import tables

SOME = 500
"""Values that an IN list can hold on every engine."""

_subject = tables.fact.alias("subject")

SAID = (tables.judgement, tables.decision, tables.assignment)
"""Tables of what is said of claims."""

BOUND = ("version", "description")
"""Kinds of facts that mean nothing before the claim or document that they name."""

_ELSEWHERE = (Judgement, Decision, Redaction)
TIMED = tuple(fact.kind for fact in get_args(Fact) if "at" in fact.__slots__ and fact not in _ELSEWHERE)
"""Kinds of facts that bear a time of their own in their content alone; a redaction holds at every time."""
REDACTIONS = select(tables.about.c.fact).where(tables.about.c.kind == Redaction.kind)
"""What is gone is gone from the past, too, so that these (rows) were always known."""


class Known:
    """The facts that are held, seen from a moment."""

    def __init__(self, held: Connection, moment: Moment) -> None:
        self.held = held
        self.moment = moment
        self._logged = select(tables.log.c.fact).where(tables.log.c.at <= moment).union(REDACTIONS)

    def logged(self, fact: Column[Any]) -> ColumnElement[bool]:
        """Whether a fact (row) had been logged by then; those that `waited` were not known all the same."""
        return fact.in_(self._logged)

    @cached_property
    def waited(self) -> frozenset[int]:
        """Rows of the facts that had been logged by then, and yet were not known: few, or none."""
        claims = self._waiting_claims()
        return frozenset({*claims, *self._about_nothing(claims), *self._by_a_later_scheme(), *self._said_later()})

    def later(self, wanted: Select[Any], fact: Column[Any]) -> Iterator[Any]:
        """What is `wanted` of the facts that were not known, its condition put on their rows' column."""
        yield from self.held.execute(wanted.where(fact.not_in(self._logged)))
        yield from in_pieces(self.held, wanted, fact, self.waited)

    def _waiting_claims(self) -> set[int]:
        table = tables.claim.c
        wanted = select(table.fact).where(self.logged(table.fact), table.document.not_in(self._logged))
        return set(self.held.execute(wanted).scalars())

    def _about_nothing(self, claims: set[int]) -> Iterator[int]:
        """What is said of a claim, or corrects or describes something, that was not known."""
        parents = [(select(table.c.fact), table.c.fact, table.c.claim) for table in SAID]
        for wanted, fact, parent in [*parents, (bound(), tables.about.c.fact, _subject.c.row)]:
            logged = wanted.where(self.logged(fact))
            yield from (row for row, *_ in self.held.execute(logged.where(parent.not_in(self._logged))))
            yield from (row for row, *_ in in_pieces(self.held, logged, parent, claims))

    def _by_a_later_scheme(self) -> Iterator[int]:
        """What was judged or decided by a scheme that was not known: nobody could have told what its labels mean."""
        about, facts = tables.about.c, tables.fact.c
        schemes = select(facts.id).join(tables.about, about.fact == facts.row).where(about.kind == "scheme")
        later = set(self.held.execute(schemes.where(about.fact.not_in(self._logged))).scalars())
        for table in (tables.judgement, tables.decision) if later else ():
            wanted = select(facts.row, facts.content).join(table, table.c.fact == facts.row)
            for row, content in self.held.execute(wanted.where(self.logged(table.c.fact))):
                if json.loads(content).get("scheme") in later:
                    yield row

    def _said_later(self) -> Iterator[int]:
        """What bears a later time of its own than that at which it was logged."""
        for table in (tables.judgement, tables.decision):
            wanted = select(table.c.fact).where(self.logged(table.c.fact), table.c.at > self.moment)
            yield from self.held.execute(wanted).scalars()
        about, facts = tables.about.c, tables.fact.c
        others = select(about.fact, facts.content).join(tables.fact, facts.row == about.fact)
        others = others.where(about.kind.in_(TIMED), self.logged(about.fact))
        for row, content in self.held.execute(others):
            if json.loads(content).get("at", 0) > self.moment:
                yield row


def in_pieces(connection: Connection, wanted: Select[Any], column: Column[Any], values: Set[Any]) -> Iterator[Any]:
    """What is `wanted` where the column has one of these values, however many they are."""
    left = iter(values)
    while some := list(islice(left, SOME)):
        yield from connection.execute(wanted.where(column.in_(some)))


def bound() -> Select[Any]:
    """Facts (rows) that correct or describe something, each with the row and the id of that."""
    wanted = select(tables.about.c.fact, _subject.c.row, _subject.c.id)
    return wanted.join(_subject, _subject.c.id == tables.about.c.subject).where(tables.about.c.kind.in_(BOUND))
