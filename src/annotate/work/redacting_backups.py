"""The backups that a project knows of: what is redacted in it is redacted there too."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from annotate.domain import printable
from annotate.errors import Refusal
from annotate.store import Store, create_store, entries, fact_by_id, left_over, local, open_store, scheme
from annotate.work.desk import Desk
from annotate.work.exporting import export
from annotate.work.importing import import_files

NATIVE = (".jsonl", ".ndjson")
"""How the name of a backup ends that is no database but records."""


@dataclass(frozen=True, slots=True)
class BackupRedacted:
    """Where a backup is, and why it could not be redacted ("" where it was)."""

    path: str
    why_not: str = ""


def redact_backups(desk: Desk, redaction: str) -> tuple[BackupRedacted, ...]:
    """Redact in every known backup what that redaction (id) names; each is opened, and looked through afterwards."""
    with desk.store.reading() as connection:
        places = [str(place) for place in json.loads(local(connection, "backups") or "[]")]
    return tuple(BackupRedacted(place, _why_not(desk, Path(place), redaction)) for place in places)


def _why_not(desk: Desk, place: Path, redaction: str) -> str:
    if not place.exists():
        return "It is not there any more."
    try:
        with _opened(desk, place) as store:
            _bring(desk, store, redaction)
    except (Refusal, OSError) as refusal:
        return str(refusal)
    return ""


@contextmanager
def _opened(desk: Desk, place: Path) -> Iterator[Store]:
    """The project in a backup; records are made a project, and written anew at the end."""
    if place.suffix.lower() not in NATIVE:
        with closing(open_store(str(place), version=desk.store.version, now=desk.now)) as store:
            yield store
        return
    with TemporaryDirectory(dir=place.parent, prefix=".annotate-") as folder, desk.store.reading() as connection:
        target = str(Path(folder) / "records.db")
        made = create_store(target, scheme(connection)[1], version=desk.store.version, now=desk.now)
        with closing(made) as store:
            there = replace(desk, store=store)
            for row in import_files(there, [place], form="annotate").refused:
                raise Refusal(f"{printable(str(place))} cannot be read: {row.reason}")
            yield store
            export(there, place, "annotate")


def _bring(desk: Desk, store: Store, redaction: str) -> None:
    with desk.store.reading() as connection:
        fact, signed = fact_by_id(connection, redaction), entries(connection, redaction)
    if fact is None:
        raise TypeError(f"{redaction} is no redaction")
    with store.writing() as ledger:
        ledger.add(fact, entries=signed, known_as=redaction)
    purged = store.purge()
    with store.reading() as connection:
        left = next(left_over(connection), None)
    if left is not None or not purged:
        raise Refusal("It is in use, or what was redacted is still there.", "Close it, and redact again.")
