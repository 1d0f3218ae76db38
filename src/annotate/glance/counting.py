"""What the lead is told of agreement, counted by the standard library alone: a short report waits for nothing else."""

import sqlite3
from contextlib import closing
from pathlib import Path

from annotate.counting import SQLITE, Count, fresh, way_of
from annotate.domain import Facet
from annotate.glance.looking import is_read_here, opened, scheme_in

CACHE = -8_000
"""Kilobytes (negative, as SQLite has it) of the pages that are gone through."""


def count(file: Path, facet: str | None) -> list[tuple[Facet, Count]] | None:
    """Every facet of the scheme, or the one of that id, with its votes; None where it cannot be read so.

    Why it cannot is for whoever opens the project to say.
    """
    try:
        with closing(opened(file)) as raw:
            if not is_read_here(raw):
                return None
            raw.execute(f"PRAGMA cache_size = {CACHE}")
            raw.execute("BEGIN")
            return _counted(raw, facet)
    except (sqlite3.Error, OSError, ValueError, LookupError, TypeError):
        return None


def _counted(raw: sqlite3.Connection, wanted: str | None) -> list[tuple[Facet, Count]] | None:
    facets = [facet for facet in scheme_in(raw).facets if wanted in (None, facet.id)]
    ways = [(facet, way_of(raw.execute, SQLITE, facet.id, [label.id for label in facet.labels])) for facet in facets]
    return [(facet, fresh(raw.execute, way, 0)) for facet, way in ways] or None
