"""Projects of released schemas, each as the code of its time left it (released/README.md)."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from tests import engines, servers

FOLDER = Path(__file__).parent / "released"
REVISIONS = sorted(file.stem for file in FOLDER.glob("*.db"))


@contextmanager
def released(revision: str, folder: Path) -> Iterator[str]:
    """A project of that schema, on the engine of the running test; its path or URL."""
    if not engines.on_postgresql():
        yield str(shutil.copy(FOLDER / f"{revision}.db", folder / "annotate.db"))
        return
    with servers.database(servers.server()) as url:
        fill(url, revision)
        yield url


def fill(url: str, revision: str) -> None:
    """Lay and fill an empty database with the project of that schema."""
    with psycopg.connect(url, autocommit=True) as raw:
        raw.execute((FOLDER / f"{revision}.sql").read_bytes())


def told_then(revision: str) -> dict[str, Any]:
    """Command → what it printed of the project at the time."""
    engine = engines.POSTGRESQL if engines.on_postgresql() else engines.SQLITE
    lines = (FOLDER / f"{revision}.{engine}.jsonl").read_text(encoding="utf-8").splitlines()
    return dict(json.loads(line) for line in lines)
