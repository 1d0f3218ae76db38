"""What is kept of a project before it is led to another schema: a copy of it as it was, of which the last few stay."""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from annotate.domain import Moment
from annotate.errors import Refusal, Unusable
from annotate.store import opening, tables
from annotate.store.backups import known_backups, mode_of, note_backups, read_only
from annotate.store.before_schema import keep_schema
from annotate.store.checks import check_file
from annotate.store.copying import copy_pages, reader, tally
from annotate.store.faults import refusing, refusing_file
from annotate.store.kept_schemas import KEPT
from annotate.store.parts import beside, part_of, put

_STAMPED = re.compile(r"\.before-\d{4}-\d{8}T\d{6}Z")


@contextmanager
def kept_before(connection: Connection, target: str, at: Moment) -> Iterator[None]:
    """Keep a copy of what `connection` sees before the block changes it and commits; where it fails, none is needed.

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
    engine = connection.engine
    try:
        note_backups(connection, [*known_backups(connection), *_unknown(connection, place)])
        yield
    except BaseException:
        if not _may_be_led_on(engine):
            place.unlink(missing_ok=True)
        raise
    _rotate(engine, opening.shown(target), place)


def _may_be_led_on(engine: Engine) -> bool:
    """Whether the change was committed all the same, or nobody can tell: one may be interrupted just behind it."""
    try:
        with engine.connect() as connection:
            return opening.revision_of(connection) == tables.REVISION
    except SQLAlchemyError:
        return True


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


def _unknown(connection: Connection, place: Path) -> list[str]:
    """The copies that the project does not know of: the new one, and any before which an upgrade was killed."""
    known = known_backups(connection)
    return [str(item) for item in _copies(place) if str(item) not in known]


def _rotate(engine: Engine, name: str, place: Path) -> None:
    """Of the copies only the newest stay; the others go only now that the new one is known for good.

    Where the project cannot be told, it knows of one that is gone, which does no harm.
    """
    gone = _copies(place)[:-KEPT]
    for item in gone:
        with suppress(OSError):
            item.unlink()
    if gone:
        with suppress(Unusable), refusing(name), engine.connect().execution_options(writing=True) as connection:
            note_backups(connection, [path for path in known_backups(connection) if not _is_gone(path, gone)])
            connection.commit()


def _is_gone(path: str, gone: Sequence[Path]) -> bool:
    return Path(path) in gone and not os.path.exists(path)


def _copies(place: Path) -> list[Path]:
    """All copies from before upgrades that are beside this one, itself among them, the oldest first."""
    stem = place.name.rpartition(".before-")[0]
    kept = [item for item in place.parent.iterdir() if item.name.startswith(stem) and _is_copy(item.name, stem)]
    return sorted(kept, key=lambda item: item.name.rpartition("-")[2])


def _is_copy(name: str, stem: str) -> bool:
    return _STAMPED.fullmatch(name[len(stem) :]) is not None
