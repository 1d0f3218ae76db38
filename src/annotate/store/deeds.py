"""What reviewers did, for a report on them: when, how fast, beside what was decided, and in later rounds."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, exists, func, select

from annotate.domain import VERDICT, Answer, Moment, Status
from annotate.store import tables

_judged = tables.judgement.c
_FIRST = (_judged.stands == 1, _judged.round == 1, _judged.answer == Answer.VERDICT.value)


class Said(NamedTuple):
    """A standing answer; `label` is "" where none was given, of a set all joined by +.

    `status` and `verdict` are the claim's, `author` who decided it ("" while nobody has).
    """

    claim: int
    document: int
    round: int
    reviewer: str
    answer: Answer
    label: str
    at: Moment
    status: Status
    verdict: str | None
    author: str


def has_judged(connection: Connection, reviewer: str) -> bool:
    """Whether a verdict of the reviewer stands."""
    wanted = select(exists(select(_judged.fact).where(_judged.reviewer == reviewer, *_FIRST)))
    return bool(connection.execute(wanted).scalar())


def said(connection: Connection, facet: str) -> Iterator[Said]:
    """Every standing answer of every round: document by document, claim by claim, by round and reviewer."""
    found = connection.execution_options(yield_per=1000).execute(_said(facet != VERDICT))
    for claim, document, round_, reviewer, answer, label, at, status, verdict, author, *content in found:
        given = "+".join(json.loads(content[0]).get("facets", {}).get(facet, ())) if content else label
        decided = (Status(status), verdict, author or "")
        yield Said(claim, document, round_, reviewer, Answer(answer), given, at, *decided)


def boundaries(connection: Connection, reviewer: str, parts: int) -> tuple[Moment, ...]:
    """The times at which each of `parts` equal parts of a reviewer's verdicts ends, but the last; those with no time
    aside. Empty where none has one."""
    mine = (_judged.reviewer == reviewer, _judged.at > 0, *_FIRST)
    count: int = connection.execute(select(func.count()).where(*mine)).scalar_one()
    ends = [-(-count * part // parts) - 1 for part in range(1, parts)] if count else []
    return tuple(connection.execute(_nth(), {"who": reviewer, "before": end}).scalar_one() for end in ends)


def timings(connection: Connection, reviewer: str, places: Sequence[int]) -> list[int]:
    """The milliseconds that stand at these places (from 0) among those of a reviewer's standing judgements, sorted."""
    given = ({"who": reviewer, "before": place} for place in places)
    return [connection.execute(_timing(), one).scalar_one() for one in given]


def timed(connection: Connection, reviewer: str) -> int:
    """How many standing judgements of a reviewer were timed."""
    wanted = select(func.count()).where(_judged.reviewer == reviewer, *_TIMED)
    return connection.execute(wanted).scalar_one()


def types_of(connection: Connection) -> dict[int, tuple[str, ...]]:
    """Claim (row) → its types, for the claims that have any."""
    table = tables.claim.c
    wanted = select(table.fact, tables.fact.c.content).join(tables.fact, tables.fact.c.row == table.version)
    found = ((claim, json.loads(content).get("types", ())) for claim, content in connection.execute(wanted))
    return {claim: tuple(dict.fromkeys(types)) for claim, types in found if types}


def document_names(connection: Connection) -> dict[int, tuple[str, str]]:
    """Document (row) → its id, and its title (or the id where it has none)."""
    wanted = select(tables.document.c.fact, tables.fact.c.id, tables.document.c.title)
    found = connection.execute(wanted.join(tables.fact, tables.fact.c.row == tables.document.c.fact))
    return {row: (identity, title or identity) for row, identity, title in found}


_TIMED = (_judged.stands == 1, _judged.milliseconds > 0)


@cache
def _nth() -> Select[Any]:
    mine = (_judged.reviewer == bindparam("who"), _judged.at > 0, *_FIRST)
    return select(_judged.at).where(*mine).order_by(_judged.at).offset(bindparam("before")).limit(1)


@cache
def _timing() -> Select[Any]:
    mine = select(_judged.milliseconds).where(_judged.reviewer == bindparam("who"), *_TIMED)
    return mine.order_by(_judged.milliseconds).offset(bindparam("before")).limit(1)


@cache
def _said(with_content: bool) -> Select[Any]:
    columns = (
        _judged.claim,
        tables.claim.c.document,
        _judged.round,
        _judged.reviewer,
        _judged.answer,
        _judged.verdict,
        _judged.at,
        tables.claim.c.status,
        tables.claim.c.verdict.label("decided"),
        tables.decision.c.author,
    )
    wanted = select(*columns).join(tables.claim, tables.claim.c.fact == _judged.claim).where(_judged.stands == 1)
    wanted = wanted.outerjoin(tables.decision, tables.decision.c.fact == tables.claim.c.decision)
    if with_content:
        wanted = wanted.add_columns(tables.fact.c.content).join(tables.fact, tables.fact.c.row == _judged.fact)
    return wanted.order_by(tables.claim.c.document, _judged.claim, _judged.round, _judged.reviewer, _judged.fact)
