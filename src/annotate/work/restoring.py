"""Restore: a backup becomes a project again."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotate.domain import DEFAULT, PRESETS, Moment, printable
from annotate.errors import Refusal, Unusable
from annotate.store import (
    check_place,
    copy_backup,
    is_database,
    is_url,
    make_sound,
    place_for,
    put_in_place,
    shown,
    store_in,
    taken,
)
from annotate.work.desk import Desk
from annotate.work.importing import import_files

OR_FORCE = "Name another place, or add: --force."
"""What can be done where something stands already that may be replaced."""


@dataclass(frozen=True, slots=True)
class Restorer:
    """What makes a project out of a backup: the tool's `version`, and the clock; `tell` is told how far it is."""

    version: str
    now: Callable[[], Moment]
    tell: Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was made, as it may be shown; where the project that stood there before is kept, if one did."""

    shown: str
    kept: Path | None


def restore(target: str, source: Path, by: Restorer, *, over: bool = False) -> Restored:
    """Make the project at `target`, a path or the URL of an empty database, out of a backup.

    `source` is a SQLite project, of this or an earlier schema, or a file in the native format. It is looked through
    first; the project is there whole or not at all. `over` puts it in the place of what stands there, which is kept.
    Raises Refusal or Unusable where that cannot be.
    """
    _check(target, source, over=over)
    with place_for(target, source) as part:
        if is_database(source):
            copy_backup(source, part, by.tell)
        else:
            take_in(source, part, version=by.version, now=by.now)
        make_sound(part, source)
        kept = put_in_place(part, target, over=over, at=by.now())
    return Restored(shown(target), kept)


def _check(target: str, source: Path, *, over: bool) -> None:
    """Refuse what cannot be restored from, or to, before anything is read."""
    name = printable(str(source))
    if not source.exists():
        raise Refusal(f"There is no backup at {name}.", "Name the file that annotate backup wrote.")
    if not source.is_file():
        raise Refusal(f"{name} is not a file.", "Name the file that annotate backup wrote.")
    if is_url(target):
        return
    check_place(target)
    place = Path(os.path.realpath(target))
    if place == source.resolve():
        raise Refusal(f"{name} is the project itself.", "Name a backup of it, or another project with --project.")
    if place.exists() and not (over and place.is_file()):
        raise taken(place, OR_FORCE)


def take_in(source: Path, part: Path, *, version: str, now: Callable[[], Moment]) -> None:
    """Make a project of native records in an empty file; Unusable where a record of them cannot be taken in."""
    store = store_in(part, PRESETS[DEFAULT], version=version, now=now)
    try:
        done = import_files(Desk(store, None, now, os.urandom), [source], form="annotate", strict=True)
    finally:
        store.close()
    if done.refused:
        row = done.refused[0]
        place = f"{printable(row.file)}:{row.line}" if row.line else printable(row.file)
        raise Unusable(f"{place} is no whole backup: {row.reason}", "Restore another backup.")
