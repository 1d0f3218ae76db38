"""How sure reviewers were: the confidence that they recorded with what they said."""

import json
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, select

from annotate.domain import Answer
from annotate.store import tables


class Sure(NamedTuple):
    """A standing answer of the first round; `label` is its verdict, `confidence` 0 where none was recorded."""

    document: int
    claim: int
    reviewer: str
    answer: Answer
    label: str
    confidence: int


def confidences(connection: Connection) -> Iterator[Sure]:
    """Every standing answer of the first round, claim by claim, reviewer by reviewer."""
    said = tables.judgement.c
    columns = (tables.claim.c.document, said.claim, said.reviewer, said.answer, said.verdict, tables.fact.c.content)
    wanted = (
        select(*columns)
        .join(tables.claim, tables.claim.c.fact == said.claim)
        .join(tables.fact, tables.fact.c.row == said.fact)
        .where(said.stands == 1, said.round == 1)
        .order_by(said.claim, said.reviewer, said.fact)
    )
    for document, claim, who, answer, label, content in connection.execution_options(yield_per=1000).execute(wanted):
        yield Sure(document, claim, who, Answer(answer), label, json.loads(content).get("confidence", 0))
