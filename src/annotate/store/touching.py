"""What touches a claim or a document: every fact that speaks of it, to the last withdrawal of a withdrawal."""

from collections.abc import Mapping

from sqlalchemy import Connection, select

from annotate.store import tables
from annotate.store.known import SAID, in_pieces

Facts = Mapping[int, str]
"""Row → id."""

_RELATED = ("version", "description", "withdrawal", "redaction")
"""Kinds of facts that name another fact as what they are about."""


def touching_claim(connection: Connection, claim: str) -> frozenset[int]:
    """Rows of the facts that touch the claim with that id."""
    wanted = select(tables.fact.c.row, tables.fact.c.id).where(tables.fact.c.id == claim)
    found = {one.row: one.id for one in connection.execute(wanted)}
    return _touching(connection, found, found)


def touching_document(connection: Connection, document: str) -> frozenset[int]:
    """Rows of the facts that touch the document with that id, or a claim in it."""
    facts, claim = tables.fact.c, tables.claim.c
    itself = select(facts.row, facts.id).where(facts.id == document)
    found = {one.row: one.id for one in connection.execute(itself)}
    held = select(facts.row, facts.id).join(tables.claim, claim.fact == facts.row).where(claim.document.in_(found))
    claims = {one.row: one.id for one in connection.execute(held)}
    return _touching(connection, claims, claims | found)


def _touching(connection: Connection, claims: Facts, roots: Facts) -> frozenset[int]:
    """The roots, what was judged, decided and dealt of those that are claims, and what speaks of any of it."""
    facts, about = tables.fact.c, tables.about.c
    found = dict(roots)
    for table in SAID:
        said = select(facts.row, facts.id).join(table, table.c.fact == facts.row)
        found |= {one.row: one.id for one in in_pieces(connection, said, table.c.claim, claims.keys())}
    related = select(facts.row, facts.id).join(tables.about, about.fact == facts.row).where(about.kind.in_(_RELATED))
    reached: Facts = found
    while reached:
        further = in_pieces(connection, related, about.subject, set(reached.values()))
        reached = {row: identity for row, identity in further if row not in found}
        found |= reached
    return frozenset(found)
