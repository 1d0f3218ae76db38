"""Rewind: what the derived tables of a past say, brought back from what they say now."""

import json
from collections.abc import Iterator

from sqlalchemy import Connection, delete, select, update

from annotate.domain import Description
from annotate.store import tables
from annotate.store.derived import claim_of, standing_about
from annotate.store.known import SAID, Known, bound
from annotate.store.settling import keep_bounds, settle


def rewind(known: Known, past: Connection) -> None:
    """Settle anew what later facts had changed of the rows that were copied; all else follows from the same facts."""
    touched = set(_touched(known)) & set(past.execute(select(tables.claim.c.fact)).scalars())
    corrected = past.execute(select(tables.claim.c.fact).where(tables.claim.c.version.is_not(None))).scalars().all()
    keep_bounds(past, {claim: None for claim in corrected if claim in touched})
    settle(past, touched, bounds=True)
    _describe(known, past)
    _release(known, past)


def _touched(known: Known) -> Iterator[int]:
    """Claims (rows) of which something was said, corrected or taken back later."""
    for table in SAID[:2]:
        yield from (row for (row,) in known.later(select(table.c.claim).distinct(), table.c.fact))
    for _, row, _ in known.later(bound(), tables.about.c.fact):
        yield row
    about = tables.about.c
    withdrawn = select(about.subject).where(about.kind == "withdrawal")
    for (target,) in known.later(withdrawn, about.fact):
        claim = claim_of(known.held, target)
        if claim is not None:
            yield claim


def _describe(known: Known, past: Connection) -> None:
    """Call documents what they were called; one that came later is not there to be called anything."""
    documents = {(row, identity) for _, row, identity in known.later(bound(), tables.about.c.fact)}
    for row, identity in documents:
        now = standing_about(past, "description", identity)
        said = now.fact.title if now and isinstance(now.fact, Description) else ""
        changed = update(tables.document).where(tables.document.c.fact == row)
        past.execute(changed.values(title=said, described=now.row if now else None))


def _release(known: Known, past: Connection) -> None:
    """A judgement by a scheme that was not there lacks nothing that it demands."""
    about, facts = tables.about.c, tables.fact.c
    schemes = select(facts.id).join(tables.about, about.fact == facts.row).where(about.kind == "scheme")
    later = {identity for (identity,) in known.later(schemes, about.fact)}
    if not later:
        return
    held = select(facts.row, facts.content).join(tables.lacking, tables.lacking.c.judgement == facts.row)
    for row, content in past.execute(held).all():
        if json.loads(content)["scheme"] in later:
            past.execute(delete(tables.lacking).where(tables.lacking.c.judgement == row))
