"""Bundle: a work package for one reviewer, to be judged without network and merged back."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotate.domain import printable
from annotate.errors import Nothing, Refusal, Unknown
from annotate.store import Copy, create_store, is_known, is_url, queue, scheme, take_in
from annotate.work.desk import Desk
from annotate.work.parting import package_for


@dataclass(frozen=True, slots=True)
class Bundled:
    """How many claims and documents a bundle holds, and how many of these claims the reviewer has answered already."""

    claims: int
    documents: int
    answered: int


def bundle(desk: Desk, reviewer: str, dest: Path) -> Bundled:
    """Make a project at `dest` with the reviewer's claims and their documents, and nobody's judgements.

    It is there whole or not at all, and never in the place of something. Raises Unknown for a reviewer whom the project
    does not know, Nothing where he owes no claim.
    """
    if is_url(str(dest)):
        raise Refusal("A bundle is a file.", "Name a path, such as bundle.db.")
    with desk.store.reading() as connection:
        copy = Copy(connection, desk.store.shown)
        _check_known(copy, reviewer)
        owed = dict(queue.owed(connection, reviewer))
        if not owed:
            raise Nothing(f"{printable(reviewer)} has no claim to judge.", "Deal some out: annotate assign.")
        documents = set(owed.values())
        part = package_for(copy, reviewer, owed.keys(), documents)
        with _placed(dest) as target:
            store = create_store(target, scheme(connection)[1], version=desk.store.version, now=desk.now)
            try:
                with store.writing(alone=True) as ledger:
                    take_in(ledger, copy, part)
            finally:
                store.close()
        return Bundled(len(owed), len(documents), queue.answered(connection, reviewer))


def _check_known(copy: Copy, reviewer: str) -> None:
    if not is_known(copy.connection, reviewer):
        raise Unknown(
            f'The project knows no reviewer "{printable(reviewer)}".',
            f"Make the reviewer known: annotate reviewers add {printable(reviewer)}.",
        )


@contextmanager
def _placed(dest: Path) -> Iterator[str]:
    """A path for a new database beside `dest`, which gets that name once the block ends in peace."""
    _check_free(dest)
    part = dest.with_name(f".annotate-{os.getpid()}.part")
    try:
        yield str(part)
        _sync(part)
        _name(part, dest)
        _sync(dest.parent)
    except OSError as error:
        raise Refusal(
            f"{printable(str(dest))} cannot be written ({error.strerror}).", "Name another place, or make room."
        ) from error
    finally:
        for side in ("", "-journal", "-wal", "-shm"):
            Path(f"{part}{side}").unlink(missing_ok=True)


def _check_free(dest: Path) -> None:
    if dest.exists() or dest.is_symlink():
        raise Refusal(f"There is something at {printable(str(dest))} already.", "Name another place.")
    if not dest.parent.is_dir():
        raise Refusal(f"There is no folder {printable(str(dest.parent))}.", "Make it first, or name another place.")
    if not os.access(dest.parent, os.W_OK):
        raise Refusal(f"Nothing may be written in {printable(str(dest.parent))}.", "Name another place.")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _name(part: Path, dest: Path) -> None:
    """Give the file its name unless somebody has taken it meanwhile; memory sticks know no links."""
    try:
        os.link(part, dest)
    except FileExistsError:
        _check_free(dest)
    except OSError:
        dest.touch(exist_ok=False)
        part.replace(dest)
