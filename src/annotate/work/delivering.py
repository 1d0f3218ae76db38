"""Deliver: a file that is there whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotate.domain import printable
from annotate.errors import Refusal

STDOUT = Path("-")

_DATABASE = b"SQLite format 3\x00"


@contextmanager
def delivered(dest: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes stand at `dest` ("-": stdout) once the block ends in peace, and nowhere otherwise.

    A link is followed; a device or a pipe is written to. Raises Refusal where nothing can be written there, or where a
    database stands: nobody wants a project replaced by an export of it.
    """
    if dest == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.flush()
        return
    try:
        with _direct(dest) if _is_device(dest) else _beside(dest.resolve()) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(dest, error) from error


def _is_device(dest: Path) -> bool:
    return dest.exists() and not dest.is_file() and not dest.is_dir()


@contextmanager
def _direct(dest: Path) -> Iterator[BinaryIO]:
    with dest.open("wb") as stream:
        yield stream


@contextmanager
def _beside(dest: Path) -> Iterator[BinaryIO]:
    _check(dest)
    part = dest.with_name(f".annotate-{os.getpid()}.part")
    try:
        with part.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(dest)
    finally:
        part.unlink(missing_ok=True)


def _check(dest: Path) -> None:
    if dest.is_dir():
        raise Refusal(f"{_shown(dest)} is a folder.", f"Name the file in it, such as {_shown(dest / 'claims.jsonl')}.")
    if dest.is_file():
        with dest.open("rb") as held:
            if held.read(len(_DATABASE)) == _DATABASE:
                raise Refusal(f"{_shown(dest)} is a database, which no export replaces.", "Name another file.")


def _unwritable(dest: Path, error: OSError) -> Refusal:
    if isinstance(error, FileNotFoundError):
        return Refusal(f"There is no folder {_shown(dest.parent)}.", "Make it first, or name another place.")
    return Refusal(f"{_shown(dest)} cannot be written ({error.strerror}).", "Name another place, or make room.")


def _shown(path: Path) -> str:
    return printable(str(path))
