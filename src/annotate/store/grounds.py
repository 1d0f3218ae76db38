"""What standing verdicts rest on, claim by claim."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, select

from annotate.domain import Answer, Judgement, Status, fact_of
from annotate.store import tables


@dataclass(frozen=True, slots=True)
class Grounded:
    """A claim (its id, and the row of its document) and the standing verdicts of the first round that give evidence."""

    document: int
    claim: str
    judgements: tuple[Judgement, ...]


def grounded_claims(connection: Connection) -> Iterator[Grounded]:
    """Every claim in the work on which such a verdict stands; in the order of rows, its verdicts by reviewer."""
    # A look at the table alone: a project of a million bare verdicts is not gone through in the order of its claims.
    if (
        connection.execute(select(tables.judgement.c.fact).where(tables.judgement.c.evidence > 0).limit(1)).first()
        is None
    ):
        return
    found = connection.execute(_wanted(), execution_options={"stream_results": True})
    for (_, document, claim), said in groupby(found, key=lambda row: (row[0], row[1], row[2])):
        read = [fact_of(Judgement.kind, json.loads(row[3])) for row in said]
        yield Grounded(document, claim, tuple(fact for fact in read if isinstance(fact, Judgement)))


_root = tables.fact.alias("root")


def _wanted() -> Select[Any]:
    judged, claim = tables.judgement.c, tables.claim.c
    counting = (judged.stands == 1, judged.round == 1, judged.answer == Answer.VERDICT.value, judged.evidence > 0)
    return (
        select(judged.claim, claim.document, _root.c.id, tables.fact.c.content)
        .join(tables.claim, claim.fact == judged.claim)
        .join(_root, _root.c.row == judged.claim)
        .join(tables.fact, tables.fact.c.row == judged.fact)
        .where(*counting, claim.status != Status.WITHDRAWN.value)
        .order_by(judged.claim, judged.reviewer, judged.fact)
    )
