"""Reuse: the evidence of one's own earlier judgements, for another claim."""

from itertools import islice

from annotate.domain import Evidence, Judgement
from annotate.store import newest_by
from annotate.work.desk import Desk, sitting

LOOKED_THROUGH = 500
"""How many of the newest judgements are looked through."""


def own_evidence(desk: Desk, most: int = 40) -> list[Evidence]:
    """Up to `most` pieces of evidence that the asker gave before, the last given first, each once."""
    handle = sitting(desk)
    found: dict[Evidence, None] = {}
    with desk.store.reading() as connection:
        for _, fact in islice(newest_by(connection, handle, (Judgement.kind,)), LOOKED_THROUGH):
            if isinstance(fact, Judgement):
                found |= dict.fromkeys(fact.evidence)
            if len(found) >= most:
                break
    return list(found)[:most]
