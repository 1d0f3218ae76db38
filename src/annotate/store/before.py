"""What is kept of a project before it is led to another schema: a copy of it as it was, of which the last few stay."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection

from annotate.domain import Moment
from annotate.errors import Refusal, Unusable
from annotate.store import opening, tables
from annotate.store.backups import known_backups, mode_of, note_backups, read_only
from annotate.store.before_schema import keep_schema
from annotate.store.checks import check_file
from annotate.store.copying import copy_pages, reader, tally
from annotate.store.faults import refusing_file
from annotate.store.kept_schemas import KEPT
from annotate.store.parts import beside, part_of, put

_STAMPED = re.compile(r"\.before-\d{4}-\d{8}T\d{6}Z")


@contextmanager
def kept_before(connection: Connection, target: str, at: Moment) -> Iterator[None]:
    """Keep a copy of what `connection` sees before the block changes it; where the block fails, it is not needed.

    The connection is in a transaction that nobody else can write beside. Unusable where no copy can be kept.
    """
    if opening.is_url(target):
        keep_schema(connection, opening.shown(target), at)
        yield
        return
    place = beside(Path(os.path.realpath(target)), tables.REVISION, at)
    try:
        _keep_file(connection, target, place)
    except Refusal as refusal:
        raise Unusable(
            f"{opening.shown(target)} is of an earlier schema, and no copy of it can be kept before it is upgraded. "
            f"{refusal.sentence}",
            "It is as it was. Put that right, and open it again.",
        ) from refusal
    try:
        yield
    except BaseException:
        place.unlink(missing_ok=True)
        raise
    _rotate(connection, place)


def _keep_file(connection: Connection, target: str, place: Path) -> None:
    with part_of(place, mode_of(target)) as part:
        # Through a connection of its own, since SQLite copies nothing through one that is about to write.
        with refusing_file(opening.shown(str(place))), reader(Path(target)) as held:
            copy_pages(held, part, lambda done, total: None)
        with read_only(part) as copy:
            damage = check_file(copy)
            if damage or tally(copy) != tally(connection):
                why = damage[0].sentence if damage else "The copy does not hold what was copied."
                raise Unusable(why)
        put(part, place, over=False)


def _rotate(connection: Connection, place: Path) -> None:
    """Note the copy in the project; of earlier ones only the newest stay."""
    stem = place.name.rpartition(".before-")[0]
    kept = [item for item in place.parent.iterdir() if item.name.startswith(stem) and _is_copy(item.name, stem)]
    gone = sorted(kept, key=lambda item: item.name.rpartition("-")[2])[:-KEPT]
    for item in gone:
        with suppress(OSError):
            item.unlink()
    left = [path for path in known_backups(connection) if Path(path) not in gone]
    note_backups(connection, [*left, str(place)])


def _is_copy(name: str, stem: str) -> bool:
    return _STAMPED.fullmatch(name[len(stem) :]) is not None
