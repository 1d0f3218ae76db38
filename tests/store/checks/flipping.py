"""Changes of a project's file by bytes, whatever stands there: what a failing disk or a careless copy does."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

PAGE = 4096
HEADER = 100
REGION = 16
FRAME = 24 + PAGE


class Flip(NamedTuple):
    """A changed file, and in words what was changed at which byte of it."""

    what: str
    at: int
    held: bytes


def of_header(whole: bytes) -> Iterator[Flip]:
    """Each byte of the file's header."""
    for at in range(HEADER):
        for bits in (0x01, 0x80, 0xFF):
            yield _xor("header", whole, at, 1, bits)
        if whole[at]:
            yield _put("header", whole, at, b"\x00")


def of_structure(whole: bytes) -> Iterator[Flip]:
    """Each byte of the head of each page, and of its first cell pointers."""
    for page in range(0, len(whole), PAGE):
        start = page + (HEADER if page == 0 else 0)
        for at in range(start, start + 16):
            for bits in (0x01, 0xFF):
                yield _xor("page head", whole, at, 1, bits)


def of_regions(whole: bytes, chance: Random) -> Iterator[Flip]:
    """Each region of sixteen bytes: turned over, emptied, a single bit turned; of empty room an eighth, by a bit."""
    for at in range(0, len(whole), REGION):
        if any(whole[at : at + REGION]):
            yield _xor("region turned over", whole, at, REGION, 0xFF)
            yield _put("region emptied", whole, at, bytes(REGION))
        elif chance.randrange(8):
            continue
        yield _xor("bit", whole, at + chance.randrange(REGION), 1, 1 << chance.randrange(8))


def of_pages(whole: bytes) -> Iterator[Flip]:
    """Each page emptied, and in the place of the next one; the file cut off, and longer than it was."""
    for at in range(0, len(whole), PAGE):
        yield _put("page emptied", whole, at, bytes(PAGE))
        there = (at + PAGE) % len(whole)
        swapped = _put("", whole, at, whole[there : there + PAGE]).held
        yield Flip("pages swapped", at, _put("", swapped, there, whole[at : at + PAGE]).held)
        for more in (0, PAGE // 3):
            yield Flip("cut off", at + more, whole[: at + more])
    for more in (1, 100, PAGE, 10 * PAGE):
        yield Flip("longer", len(whole), whole + b"\xa5" * more)


def last_commits(wal: bytes) -> tuple[int, int]:
    """Where in a write-ahead log the last frame of the last commit but one begins, and where it ends."""
    ends = [at for at in range(32, len(wal), FRAME) if any(wal[at + 4 : at + 8])]
    return ends[-2], ends[-2] + FRAME


def of_log(wal: bytes, chance: Random) -> Iterator[Flip]:
    """The write-ahead log: each byte of its header and of the heads of its frames, some of each page, no page."""
    for at in range(32):
        yield _xor("log header", wal, at, 1, 0x41)
    for frame in range(32, len(wal), FRAME):
        for at in range(frame, frame + 24):
            yield _xor("frame head", wal, at, 1, 0x41)
        for _ in range(4):
            yield _xor("frame page", wal, frame + 24 + chance.randrange(PAGE), 1, 1 << chance.randrange(8))
        yield _put("frame emptied", wal, frame, bytes(FRAME))


def _xor(what: str, whole: bytes, at: int, length: int, bits: int) -> Flip:
    return _put(what, whole, at, bytes(byte ^ bits for byte in whole[at : at + length]))


def _put(what: str, whole: bytes, at: int, put: bytes) -> Flip:
    return Flip(what, at, whole[:at] + put + whole[at + len(put) :])
