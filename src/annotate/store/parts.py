"""A file that appears whole or not at all: written under another name beside its place, and put there when it is done.

What a killed process left under such a name is known by it, and removed by the next one that writes such a file in the
same folder.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from annotate.domain import Moment, printable, stamp
from annotate.errors import Refusal

SIDES = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file while it is in use."""

_END = ".annotate-part"


@contextmanager
def part_of(place: Path, mode: int) -> Iterator[Path]:
    """An empty file beside `place`, for this process alone; when the block ends, what was not put in place is gone.

    Others may read and write it as `mode` says, and no further. Refusal where no file can be written there.
    """
    _sweep(place.parent)
    part = place.with_name(f".{place.name}.{token_hex(4)}{_END}")
    with _making(place):
        held = os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    try:
        with suppress(OSError):  # where nothing can be locked, nothing is swept either
            fcntl.flock(held, fcntl.LOCK_EX)
        with _making(place):
            os.fchmod(held, mode & 0o666 | 0o600)
        yield part
    finally:
        _remove(part)
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
        sync(place.parent)


def _link(part: Path, place: Path) -> None:
    try:
        os.link(part, place)
    except FileExistsError as error:
        raise taken(place) from error
    except OSError as error:
        # A file system without links: then one looks first, which is all that can be done there.
        if place.exists():
            raise taken(place) from error
        os.replace(part, place)


def taken(place: Path) -> Refusal:
    """What is said where something stands already."""
    return Refusal(f"There is something at {printable(str(place))} already.", "Name another place, or add: --force.")


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    held = os.open(path, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


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


def _sweep(folder: Path) -> None:
    """Remove what killed processes left here; what a living one writes is locked by it."""
    with suppress(OSError):
        for part in [item for item in folder.iterdir() if item.name.endswith(_END)]:
            with suppress(OSError):
                _remove_if_left(part)


def _remove_if_left(part: Path) -> None:
    held = os.open(part, os.O_RDWR)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _remove(part)
    finally:
        os.close(held)


def _remove(part: Path) -> None:
    for side in (*SIDES, ""):
        Path(f"{part}{side}").unlink(missing_ok=True)
