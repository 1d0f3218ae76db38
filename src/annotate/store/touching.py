"""What touches a claim or a document: every fact that speaks of it, to the last withdrawal of a withdrawal."""

from typing import Any

from sqlalchemy import CompoundSelect, Select, select, union, union_all

from annotate.store import tables

Rows = Select[Any] | CompoundSelect[Any]

_RELATED = ("version", "description", "withdrawal", "redaction")
"""Kinds of facts that name another fact as what they are about."""


def touching_claim(claim: str) -> Select[Any]:
    """Rows of the facts that touch the claim with that id."""
    return _touching(select(tables.fact.c.row, tables.fact.c.id).where(tables.fact.c.id == claim))


def touching_document(document: str) -> Select[Any]:
    """Rows of the facts that touch the document with that id, or a claim in it."""
    facts = tables.fact.c
    itself = select(facts.row, facts.id).where(facts.id == document)
    row = select(facts.row).where(facts.id == document).scalar_subquery()
    claims = select(facts.row, facts.id).join(tables.claim, tables.claim.c.fact == facts.row)
    return _touching(union_all(itself, claims.where(tables.claim.c.document == row)))


def _touching(roots: Rows) -> Select[Any]:
    """These facts, what was judged, decided and dealt of those that are claims, and what speaks of any of it."""
    facts, root = tables.fact.c, roots.cte()
    said = (
        select(facts.row, facts.id).join(table, table.c.fact == facts.row).join(root, root.c.row == table.c.claim)
        for table in (tables.judgement, tables.decision, tables.assignment)
    )
    spoken = union(select(root.c.row, root.c.id), *said).cte()
    reached = select(spoken.c.row, spoken.c.id).cte(recursive=True)
    further = (
        select(facts.row, facts.id)
        .join(tables.about, tables.about.c.fact == facts.row)
        .join(reached, reached.c.id == tables.about.c.subject)
        .where(tables.about.c.kind.in_(_RELATED))
    )
    reached = reached.union(further)
    return select(reached.c.row)
