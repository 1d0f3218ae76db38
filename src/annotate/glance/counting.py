"""What the lead is told of agreement, counted by the standard library alone: a short report waits for nothing else."""

import sqlite3
from contextlib import closing
from pathlib import Path

from annotate.counting import SQLITE, Count, fresh, way_of
from annotate.domain import Facet
from annotate.glance.looking import is_read_here, opened, scheme_in

_MODELS = """
SELECT count(*) FROM about JOIN fact ON fact.row = about.fact
WHERE about.kind = 'reviewer' AND fact.content LIKE '%"is_model":true%'
"""
"""Models are told of apart, which takes more than is loaded here."""


def count(file: Path, facet: str) -> list[tuple[Facet, Count]] | None:
    """The facet of that id, where the scheme has it, with its votes; None where it cannot be read so.

    Why it cannot is for whoever opens the project to say.
    """
    try:
        with closing(opened(file)) as raw:
            raw.execute("BEGIN")
            if not is_read_here(raw) or raw.execute(_MODELS).fetchone() != (0,):
                return None
            return _counted(raw, facet)
    except (sqlite3.Error, OSError, ValueError, LookupError, TypeError):
        return None


def _counted(raw: sqlite3.Connection, wanted: str) -> list[tuple[Facet, Count]]:
    facets = [facet for facet in scheme_in(raw).facets if facet.id == wanted]
    ways = [(facet, way_of(raw.execute, SQLITE, facet.id, [one.id for one in facet.labels])) for facet in facets]
    return [(facet, fresh(raw.execute, way, 0)) for facet, way in ways]
