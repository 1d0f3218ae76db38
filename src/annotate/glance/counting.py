"""What the lead is told of agreement, counted by the standard library alone: a short report waits for nothing else."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from annotate.counting import SQLITE, Count, Way, fresh, fresh_apart, way_of
from annotate.domain import Facet
from annotate.glance.looking import is_read_here, opened, scheme_in

CACHE = -4_000
"""Kilobytes (negative, as SQLite has it) of the pages that are gone through."""

MANY = 50_000
"""Claims from which on two count, each half of the documents."""

_STATE = "SELECT (SELECT max(row) FROM fact), (SELECT value FROM local WHERE name = 'mended')"
"""The same for two who see the same."""

_MODELS = """
SELECT count(*) FROM about JOIN fact ON fact.row = about.fact
WHERE about.kind = 'reviewer' AND fact.content LIKE '%"is_model":true%'
"""
"""Models are told of apart, which takes more than is loaded here."""

_EXTENT = "SELECT count(*), (min(document) + max(document)) / 2 FROM claim"


def count(file: Path, facet: str) -> list[tuple[Facet, Count]] | None:
    """The facet of that id, where the scheme has it, with its votes; None where it cannot be read so.

    Why it cannot is for whoever opens the project to say.
    """
    try:
        with _reading(file) as raw, _reading(file) as other:
            if not is_read_here(raw) or raw.execute(_MODELS).fetchone() != (0,):
                return None
            if raw.execute(_STATE).fetchone() != other.execute(_STATE).fetchone():
                return None
            return _counted((raw, other), facet)
    except (sqlite3.Error, OSError, ValueError, LookupError, TypeError):
        return None


@contextmanager
def _reading(file: Path) -> Iterator[sqlite3.Connection]:
    with closing(opened(file)) as raw:
        raw.execute(f"PRAGMA cache_size = {CACHE}")
        raw.execute("BEGIN")
        yield raw


def _counted(raws: tuple[sqlite3.Connection, sqlite3.Connection], wanted: str) -> list[tuple[Facet, Count]]:
    ask = raws[0].execute
    facets = [facet for facet in scheme_in(raws[0]).facets if facet.id == wanted]
    ways = [(facet, way_of(ask, SQLITE, facet.id, [label.id for label in facet.labels])) for facet in facets]
    return [(facet, _of(raws, way)) for facet, way in ways]


def _of(raws: tuple[sqlite3.Connection, sqlite3.Connection], way: Way) -> Count:
    claims, middle = raws[0].execute(_EXTENT).fetchone()
    if claims < MANY:
        return fresh(raws[0].execute, way, 0)
    return fresh_apart((raws[0].execute, raws[1].execute), way, 0, middle)
