"""A backup becomes a project again: looked through, led to this schema, and put in place whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

from sqlalchemy import delete

from annotate.domain import Moment
from annotate.errors import Refusal, Unusable
from annotate.store import opening, tables
from annotate.store.backups import PRIVATE, note_backup, read_only
from annotate.store.checks import check_recorded, mend
from annotate.store.copying import Tell, copy_pages, copy_rows, filling, raw_of, tally
from annotate.store.faults import refusing, refusing_file
from annotate.store.parts import SIDES, folder_apart, part_of, put
from annotate.store.registry import sign_anew
from annotate.store.replacing import replace


@contextmanager
def place_for(target: str, source: Path) -> Iterator[Path]:
    """An empty file to make the project for `target` in; when the block ends, it is gone unless it was put in place."""
    if opening.is_url(target):
        with folder_apart() as folder, part_of(folder / "restored.db", PRIVATE) as part:
            yield part
    else:
        place = Path(os.path.realpath(target))
        with part_of(place, (place if place.is_file() else source).stat().st_mode) as part:
            yield part


def copy_backup(source: Path, part: Path, tell: Tell) -> None:
    """Copy a backup that is a SQLite project into the part; Unusable where it is damaged, or no project of ours."""
    opening.look(str(source))
    with read_only(source) as connection:
        opening.revision_of(connection)  # from here on all is of one moment
        with refusing_file(opening.shown(str(source))):
            copy_pages(raw_of(connection), part, tell)


def make_sound(part: Path, source: Path) -> None:
    """Look through a copy of a backup, lead it to this schema, and let what follows from its facts follow.

    The copy gets a name of its own to sign with: what the lost project wrote after the backup was taken may still turn
    up in a merge, and of two entries that one copy wrote after the same one, nobody could say which is missing what.
    Unusable where it is not whole.
    """
    from annotate.store.revisions import lay_as  # Alembic takes longer to import than all the rest
    from annotate.store.upgrading import is_older

    name = opening.shown(str(source))
    with refusing(name), filling(part) as connection:
        if is_older(connection, name):
            lay_as(connection, tables.REVISION)
        found = check_recorded(connection)
        if found:
            raise Unusable(f"{name} is damaged: {found[0].sentence}", "Restore another backup.")
        mend(connection)
        sign_anew(connection, token_hex(8))
        note_backup(connection, Path(os.path.realpath(source)))


def put_in_place(part: Path, target: str, *, over: bool, at: Moment) -> Path | None:
    """Make what is in the part the project at `target`; returns where the one that stood there is kept.

    Refusal where something stands there and it is not to be put `over` it, or where others have it open.
    """
    if opening.is_url(target):
        _put_in_database(part, target)
        return None
    place = Path(os.path.realpath(target))
    left = [side for side in ("", *SIDES) if os.path.lexists(f"{place}{side}")]
    if left and over:
        return replace(place, part, at)
    if left and "" not in left:
        raise Refusal(
            f"{opening.shown(str(place))}{left[0]} is left there of a project that is gone.",
            "Move it away, or add: --force.",
        )
    put(part, place, over=False)
    return None


def _put_in_database(part: Path, target: str) -> None:
    name = opening.shown(target)
    engine = opening.engine_of(target)
    try:
        with (
            refusing(name),
            engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
            read_only(part) as held,
        ):
            opening.lay(connection, name)
            connection.execute(delete(tables.local))
            copy_rows(held, connection, lambda done, total: None)
            if tally(connection) != tally(held):
                raise Unusable(f"{name} does not hold what was restored.", "Nothing was kept there; repeat it.")
    finally:
        engine.dispose()
