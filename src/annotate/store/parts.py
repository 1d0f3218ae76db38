"""A file that appears whole or not at all: written under another name beside its place, and put there when it is done.

What a killed process left under such a name is known by it, and removed by the next one that writes such a file in the
same folder.
"""

import errno
import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from shutil import rmtree
from tempfile import gettempdir, mkdtemp

from annotate.domain import Moment, printable, stamp
from annotate.errors import Refusal
from annotate.store import turns

SIDES = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file while it is in use."""

NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
"""What is said where a file can have no second name: of a file system without such, never of a full disk."""

_END = ".annotate-part"

_LONGEST = 50
"""Characters of a place's name that its part's name has, which would be too long otherwise."""


@contextmanager
def part_of(place: Path, mode: int | None = None) -> Iterator[Path]:
    """An empty file beside `place`, for this process alone; when the block ends, what was not put in place is gone.

    Others may read and write it as `mode` says, and no further; without one, as they may whatever this process makes.
    Refusal where no file can be written there.
    """
    _sweep(place.parent)
    with _making(place):
        part, held = _begun(place, 0o666 if mode is None else 0o600)
    try:
        if mode is not None:
            with _making(place):
                os.fchmod(held, mode & 0o666 | 0o600)
        yield part
    finally:
        _remove(part)
        os.close(held)


@contextmanager
def folder_apart() -> Iterator[Path]:
    """A folder among the temporary files, for this process alone; gone with the block, or where it was killed the next.

    Refusal where none can be made.
    """
    among = Path(gettempdir())
    _sweep(among)
    with _making(among):
        fresh = mkdtemp(prefix="annotate-")
        held = os.open(fresh, os.O_RDONLY)
        with suppress(OSError):
            fcntl.flock(held, fcntl.LOCK_EX)
        # Only once it is locked does it get a name that is swept.
        folder = Path(fresh).rename(f"{fresh}{_END}")
    try:
        yield folder
    finally:
        rmtree(folder, ignore_errors=True)
        os.close(held)


def _begun(place: Path, mode: int) -> tuple[Path, int]:
    """An empty file, and a lock on it; anew where somebody has swept it away before it was locked."""
    while True:
        part = place.with_name(f".{place.name[:_LONGEST]}.{token_hex(4)}{_END}")
        held = os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, mode)
        with suppress(OSError):  # where nothing can be locked, nothing is swept either
            fcntl.flock(held, fcntl.LOCK_EX)
        if part.exists():
            return part, held
        os.close(held)


@contextmanager
def _making(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise unwritable(place, error) from error


def unwritable(place: Path, error: OSError) -> Refusal:
    """What is said where a file cannot be written."""
    name = printable(str(place))
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Refusal(f"There is no folder {printable(str(place.parent))}.", "Make it first, or name another place.")
    return Refusal(f"{name} cannot be written ({error.strerror}).", "Name another place, or make room.")


def put(part: Path, place: Path, *, over: bool) -> None:
    """Give the finished part its place, at once and for good; `over` what stands there, or Refusal.

    What it holds is on the disk before its name is.
    """
    with _making(place):
        sync(part)
        if over:
            os.replace(part, place)
        else:
            _link(part, place)
        sync_names(place.parent)


def _link(part: Path, place: Path) -> None:
    try:
        os.link(part, place)
    except FileExistsError as error:
        raise taken(place) from error
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        # Then one looks first, which is all that can be done there.
        if place.exists():
            raise taken(place) from error
        os.replace(part, place)


def taken(place: Path, step: str = "Name another place.") -> Refusal:
    """What is said where something stands already; the step is for the verb to name."""
    return Refusal(f"There is something at {printable(str(place))} already.", step)


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    held = os.open(path, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


def sync_names(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; of one that may be written but not read, nobody can."""
    with suppress(PermissionError):
        sync(folder)


def identity(path: str | Path) -> tuple[int, int] | None:
    """Which file stands there, by device and inode; None where none does."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def beside(place: Path, why: str, at: Moment) -> Path:
    """A free name for an earlier state of what is at `place`, with the time in it."""
    found = place.with_name(f"{place.name}.before-{why}-{stamp(at)}")
    return found if not found.exists() else beside(place, why, at + 1_000_000)


def drop_other_names(place: Path) -> None:
    """Take away names that killed restores gave the file at `place` beside its own, which it has still.

    Under two names one database would get two logs. The caller holds it by SQLite's locks, so that no living restore
    is about to let that be its only name.
    """
    if place.exists() and place.stat().st_nlink > 1:
        for other in place.parent.iterdir():
            if other.name.startswith(f"{place.name}.before-restore-") and identity(other) == identity(place):
                other.unlink()


def _sweep(folder: Path) -> None:
    """Remove what killed processes left here; what a living one writes is locked by it."""
    with suppress(OSError):
        for part in [item for item in folder.iterdir() if item.name.endswith(_END)]:
            with suppress(OSError):
                _remove_if_left(part)


def _remove_if_left(part: Path) -> None:
    found = part.lstat()
    if stat.S_ISREG(found.st_mode) and found.st_nlink > 1:
        # A kill came between its new name and the end of this one. It may be a project that we have open: to close
        # any descriptor of it, such as one that looks for a lock, would let go of SQLite's own locks on it.
        _remove(part)
        return
    held = os.open(part, os.O_NOFOLLOW | (os.O_RDONLY if stat.S_ISDIR(found.st_mode) else os.O_RDWR))
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _remove(part)
    finally:
        os.close(held)


def _remove(part: Path) -> None:
    if part.is_dir() and not part.is_symlink():
        rmtree(part, ignore_errors=True)
        return
    for side in (*SIDES, turns.SIDE, ""):
        Path(f"{part}{side}").unlink(missing_ok=True)
