"""The backups that a project knows of: what is redacted in it is redacted there too."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from annotate.domain import printable
from annotate.errors import Refusal
from annotate.store import (
    PRIVATE,
    Store,
    drop_schemas,
    entries,
    fact_by_id,
    known_backups,
    left_over,
    open_store,
    part_of,
    put,
    scheme,
    store_in,
)
from annotate.work.desk import Desk
from annotate.work.importing import import_files
from annotate.work.native_copies import NATIVE, write_records


@dataclass(frozen=True, slots=True)
class BackupRedacted:
    """Where a backup is, and why it could not be redacted ("" where it was)."""

    path: str
    why_not: str = ""


def redact_backups(desk: Desk, redaction: str) -> tuple[BackupRedacted, ...]:
    """Redact in every known backup what that redaction (id) names; each is opened, and looked through afterwards.

    What a server keeps of earlier schemas is dropped.
    """
    with desk.store.writing(desk.author, alone=True) as ledger:
        dropped = [BackupRedacted(f"schema {name}") for name in drop_schemas(ledger.raw)]
        places = known_backups(ledger.raw)
    return (*dropped, *(BackupRedacted(place, redact_backup(desk, Path(place), redaction)) for place in places))


def redact_backup(desk: Desk, place: Path, redaction: str) -> str:
    """Redact in a backup what that redaction (id) names; returns why it could not be done, "" where it was."""
    if not place.exists():
        return "It is not there, any more or yet."
    try:
        with _opened(desk, place) as store:
            _bring(desk, store, redaction)
    except (Refusal, OSError) as refusal:
        return str(refusal)
    return ""


@contextmanager
def _opened(desk: Desk, place: Path) -> Iterator[Store]:
    """The project in a backup; records are made a project, and written anew at the end."""
    if place.suffix.lower() in NATIVE:
        with _made(desk, place) as store:
            yield store
    else:
        with closing(open_store(str(place), version=desk.store.version, now=desk.now, keep=False)) as store:
            yield store


@contextmanager
def _made(desk: Desk, place: Path) -> Iterator[Store]:
    """A project of the records in a file, for this process alone; what it holds at the end takes the file's place."""
    with part_of(place, place.stat().st_mode) as part, part_of(place, PRIVATE) as file:
        with desk.store.reading() as connection:
            planned = scheme(connection)[1]
        with closing(store_in(file, planned, version=desk.store.version, now=desk.now)) as store:
            for row in import_files(replace(desk, store=store), [place], form="annotate").refused:
                raise Refusal(f"{printable(str(place))} cannot be read: {row.reason}")
            yield store
            with store.reading() as connection:
                write_records(connection, part, place)
        put(part, place, over=True)


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
