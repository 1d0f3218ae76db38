"""Sources: which judgements cite an address, and what a reviewer gave as evidence before."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, select

from annotate.domain import same_source
from annotate.store import tables
from annotate.store.judgements import may_be_seen_by

LOOKED_AT = 200
"""Judgements that are looked at of those that cite one source."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A standing judgement that cites a source: its claim (row), its reviewer, the stance that it gives the source."""

    claim: int
    reviewer: str
    stance: str


def cited(connection: Connection, url: str, viewer: str) -> list[Cited]:
    """Who cites the page at `url`, as far as the viewer may know: he himself, and all on claims that are settled."""
    table, wanted_source = tables.citation.c, same_source(url)
    wanted = (
        select(tables.judgement.c.claim, tables.judgement.c.reviewer, table.place, tables.fact.c.content)
        .join(tables.judgement, tables.judgement.c.fact == table.judgement)
        .join(tables.claim, tables.claim.c.fact == tables.judgement.c.claim)
        .join(tables.fact, tables.fact.c.row == table.judgement)
        .where(table.source == wanted_source, tables.judgement.c.stands == 1)
        .where(may_be_seen_by(viewer))
        .order_by(table.judgement.desc())
        .limit(LOOKED_AT)
    )
    return [
        Cited(claim, reviewer, json.loads(content)["evidence"][place].get("stance", ""))
        for claim, reviewer, place, content in connection.execute(wanted)
    ]
