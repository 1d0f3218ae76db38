"""Back up: a copy of the project as it is now, while others work in it."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotate.domain import Redaction, printable, stamp
from annotate.errors import Refusal, Unusable
from annotate.store import (
    PRIVATE,
    SIDES,
    back_up,
    begin_moment,
    check_recorded,
    facts,
    held_in,
    mode_of,
    note_backup,
    part_of,
    put,
    read_only,
    taken,
)
from annotate.work.desk import Desk, lead_alone
from annotate.work.native_copies import NATIVE, write_records
from annotate.work.redacting_backups import redact_backup
from annotate.work.restoring import OR_FORCE, take_in


def silent(done: int, total: int) -> None:
    """Says nothing of how far a copy is."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Where the copy is, and why the project could not note that ("" where it did): a redaction will not find it."""

    path: Path
    unnoted: str


def backup(desk: Desk, dest: Path, *, over: bool = False, tell: Callable[[int, int], None] = silent) -> BackedUp:
    """Copy the whole project to `dest`, and look through the copy; into a folder under a name with the time in it.

    A SQLite project; where the name ends in .jsonl, every record in the native format. It stands there whole or not at
    all, in the place of another file only with `over`. `tell` is told how far it is. Raises Refusal where there is no
    place for it, Unusable where the project is damaged.
    """
    lead_alone(desk, "A backup, which holds what everybody judged,")
    place = _place(desk, dest)
    _check(desk, place, over=over)
    unnoted, redacted = _note(desk, place), _redactions(desk)
    if place.suffix.lower() in NATIVE:
        _write(desk, place, over=over)
    else:
        back_up(desk.store, place, over=over, tell=tell)
    for redaction in _redactions(desk) - redacted:
        _redact(desk, place, redaction)
    return BackedUp(place, unnoted)


def _redactions(desk: Desk) -> set[str]:
    with desk.store.reading() as connection:
        return {identity for identity, _ in facts(connection, Redaction.kind)}


def _redact(desk: Desk, place: Path, redaction: str) -> None:
    """Redact in the copy what was redacted while it was made: whoever did so found no copy there yet."""
    why_not = redact_backup(desk, place, redaction)
    if why_not:
        place.unlink(missing_ok=True)
        raise Refusal(f"Something was redacted meanwhile, and could not be in the copy: {why_not}", "Copy it again.")


def _place(desk: Desk, dest: Path) -> Path:
    if not dest.is_dir():
        return Path(os.path.realpath(dest))
    return Path(os.path.realpath(dest)) / f"{desk.store.name}-{stamp(desk.now())}.db"


def _check(desk: Desk, place: Path, *, over: bool) -> None:
    """Refuse a place that no copy can have, before anything is copied."""
    name, project = printable(str(place)), desk.store.file
    if project and (place == project or place in [Path(f"{project}{side}") for side in SIDES]):
        raise Refusal(f"{name} is the project itself.", "Name another file.")
    if place.exists() and not place.is_file():
        raise Refusal(f"{name} is not a file.", "Name a file, or a folder to put one in.")
    if place.exists() and not over:
        raise taken(place, OR_FORCE)
    for side in SIDES:
        if os.path.lexists(f"{place}{side}"):
            raise Refusal(f"{name} is in use: {name}{side} stands beside it.", "Name another file.")


def _note(desk: Desk, place: Path) -> str:
    """Note the copy before it is made, so that no crash leaves one that nobody knows of; returns why it cannot be."""
    try:
        with desk.store.writing(desk.author) as ledger:
            note_backup(ledger.raw, place)
    except Unusable as refusal:
        return refusal.sentence
    return ""


def _write(desk: Desk, place: Path, *, over: bool) -> None:
    """Write every record, and read it in again to see that nothing is missing."""
    with part_of(place, mode_of(desk.store.target)) as part, part_of(place, PRIVATE) as again:
        with desk.store.reading() as connection:
            begin_moment(connection)
            held = held_in(connection)
            write_records(connection, part, place)
        take_in(part, again, version=desk.store.version, now=desk.now)
        with read_only(again) as copy:
            if held_in(copy) != held or check_recorded(copy):
                raise Unusable(
                    f"What was written of {desk.store.shown} is not the whole of it.", "Run: annotate check."
                )
        put(part, place, over=over)
