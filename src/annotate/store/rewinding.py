"""Rewind: what the derived tables of a past say, brought back from what they say now."""

from collections.abc import Iterator, Set

from sqlalchemy import Connection, select, update

from annotate.domain import Description
from annotate.store import tables
from annotate.store.derived import claim_of, rebuild, standing_about
from annotate.store.known import SAID, Known, bound, in_pieces
from annotate.store.settling import keep_bounds, settle


def rewind(known: Known, past: Connection) -> None:
    """Settle anew what later facts had changed of the rows that were copied; all else follows from the same facts.

    Where something else than claims, and what is said of them, was taken back later, everything is derived anew.
    """
    withdrawn = _withdrawn(known)
    if None in withdrawn:
        rebuild(past)
        return
    _settle(past, {*withdrawn, *_said(known)} - {None})
    _describe(known, past)


def _settle(past: Connection, touched: Set[int | None]) -> None:
    table = tables.claim.c
    there: dict[int, int | None] = dict(in_pieces(past, select(table.fact, table.version), table.fact, touched))
    keep_bounds(past, {row: None for row, version in there.items() if version is not None})
    settle(past, there, bounds=True)


def _said(known: Known) -> Iterator[int]:
    """Claims (rows) of which something was said or corrected later."""
    for table in SAID[:2]:
        yield from (row for (row,) in known.later(select(table.c.claim).distinct(), table.c.fact))
    yield from (row for _, row, _ in known.later(bound(), tables.about.c.fact))


def _withdrawn(known: Known) -> set[int | None]:
    """Claims (rows) of which something was taken back or brought back later; None for what touches no claim."""
    about = tables.about.c
    targets = list(known.later(select(about.subject).where(about.kind == "withdrawal"), about.fact))
    return {claim_of(known.held, target) for (target,) in targets}


def _describe(known: Known, past: Connection) -> None:
    """Call documents what they were called; one that came later is not there to be called anything."""
    documents = {(row, identity) for _, row, identity in known.later(bound(), tables.about.c.fact)}
    for row, identity in documents:
        now = standing_about(past, "description", identity)
        said = now.fact.title if now and isinstance(now.fact, Description) else ""
        changed = update(tables.document).where(tables.document.c.fact == row)
        past.execute(changed.values(title=said, described=now.row if now else None))
