"""Deliver: a file that is there whole or not at all."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from annotate.domain import printable
from annotate.errors import Refusal
from annotate.store import is_database, part_of, put, unwritable

STDOUT = Path("-")

AT_ONCE = 2**18
"""Bytes written at once: in pieces as Python has them by itself a large file takes twice the time to write."""


@contextmanager
def delivered(dest: Path, like: str = "claims.jsonl") -> Iterator[BinaryIO]:
    """A stream whose bytes stand at `dest` ("-": stdout) once the block ends in peace, and nowhere otherwise.

    A link is followed; a device or a pipe is written to. Raises Refusal where nothing can be written there, or where a
    database stands: nobody wants a project replaced by an export of it. `like` names a file for whom names a folder.
    """
    if dest == STDOUT:
        yield sys.stdout.buffer
        sys.stdout.flush()
        return
    try:
        with _direct(dest) if _is_device(dest) else _beside(dest.resolve(), like) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritable(dest, error) from error


def _is_device(dest: Path) -> bool:
    return dest.exists() and not dest.is_file() and not dest.is_dir()


@contextmanager
def _direct(dest: Path) -> Iterator[BinaryIO]:
    with dest.open("wb") as stream:
        yield stream


@contextmanager
def _beside(dest: Path, like: str) -> Iterator[BinaryIO]:
    """Who may read what stands there may read what takes its place, and nobody else."""
    _check(dest, like)
    with part_of(dest, dest.stat().st_mode if dest.exists() else None) as part:
        with part.open("wb", AT_ONCE) as stream:
            yield stream
        put(part, dest, over=True)


def _check(dest: Path, like: str) -> None:
    if dest.is_dir():
        raise Refusal(f"{_shown(dest)} is a folder.", f"Name the file in it, such as {_shown(dest / like)}.")
    if dest.is_file() and is_database(dest):
        raise Refusal(f"{_shown(dest)} is a database, which no export replaces.", "Name another file.")


def _shown(path: Path) -> str:
    return printable(str(path))
