"""What two copies set differently, neither knowing of the other: one value holds until somebody sets it again."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select

from annotate.domain import DESCRIBED, Description, Fact, Reviewer, Setting, fact_of
from annotate.store import tables

_SEVERAL = (
    select(tables.about.c.kind, tables.about.c.subject)
    .where(tables.about.c.kind.in_(("setting", "reviewer", "description")))
    .group_by(tables.about.c.kind, tables.about.c.subject)
    .having(func.count() > 1)
    .order_by(tables.about.c.kind, tables.about.c.subject)
)
_SAID = (
    select(tables.fact.c.id, tables.fact.c.content)
    .join(tables.about, tables.about.c.fact == tables.fact.c.row)
    .where(tables.about.c.kind == bindparam("of"), tables.about.c.subject == bindparam("about"))
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A setting, reviewer or description (of the document `subject`) that stands in several ways.

    `values` are they, in words; the first one holds until it is set again.
    """

    kind: str
    subject: str
    values: tuple[str, ...]


def conflicts(connection: Connection) -> list[Conflict]:
    """All of them, by kind and subject."""
    several = connection.execute(_SEVERAL).all()
    found = (Conflict(kind, subject, _values(connection, kind, subject)) for kind, subject in several)
    return [conflict for conflict in found if len(conflict.values) > 1]


def _values(connection: Connection, kind: str, subject: str) -> tuple[str, ...]:
    held = stand(connection, kind, subject).values()
    telling = [fact for fact in held if not is_bare(fact)] or held
    return tuple(dict.fromkeys(map(_told, telling)))


def stand(connection: Connection, kind: str, subject: str) -> dict[str, Fact]:
    """Id → fact of that kind about that subject, of those that nothing supersedes; the first is the one that holds."""
    asked = connection.execute(_SAID, {"of": kind, "about": subject})
    found = {identity: fact_of(kind, json.loads(content)) for identity, content in asked}
    superseded = {earlier for fact in found.values() for earlier in getattr(fact, "supersedes", ())}
    left = [identity for identity in found if identity not in superseded]
    return {identity: found[identity] for identity in sorted(left, key=lambda one: (is_bare(found[one]), one))}


def is_bare(fact: Fact) -> bool:
    """Whether it says of a reviewer no more than that there is one; whatever says more holds."""
    return isinstance(fact, Reviewer) and not fact.name and not fact.is_model


def _told(fact: Fact) -> str:
    match fact:
        case Setting():
            return fact.value
        case Reviewer():
            return f"{fact.name or fact.handle} ({'model' if fact.is_model else 'human'})"
        case Description():
            return ", ".join(f"{name} {value}" for name in DESCRIBED if (value := getattr(fact, name)))
    return ""
