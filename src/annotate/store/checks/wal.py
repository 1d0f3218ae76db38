"""SQLite's write-ahead log, read without SQLite: whether something was lost in it.

SQLite reads it up to the first frame whose checksum is wrong, and takes the rest for what a power cut left: the commit
that was being written, and that nobody was told of. Behind a place that was damaged later, whole commits would be lost
without a word. They can be told apart: a frame's checksum starts from that which is written in the frame before it, so
that those behind the damaged one still fit one another; and where a whole commit stands behind the one that is damaged,
this was no power cut.
"""

import sys
from array import array
from itertools import pairwise
from pathlib import Path
from struct import unpack
from typing import NamedTuple

_HEADER, _FRAME = 32, 24
_MAGIC = {0x377F0682: "little", 0x377F0683: "big"}
_TRIES = 3

Sums = tuple[int, int]


class _Frame(NamedTuple):
    """The number of pages that a commit leaves (0 within one), the salts, the sums, and the parts that they are of."""

    commit: int
    salts: Sums
    sums: Sums
    head: memoryview
    content: memoryview

    @property
    def page(self) -> bytes:
        """The number of its page, as it is written."""
        return bytes(self.head[:4])

    def summed(self, before: Sums, order: str) -> Sums:
        """What its sums should be behind those of the frame before it."""
        return _summed(self.content, _summed(self.head, before, order), order)


def lost_in(path: str) -> str:
    """A sentence on what is damaged in that log; "" where nothing is, or where there is none.

    Others may be writing on it: what is seen twice alike is there.
    """
    said = [_lost(path) for _ in range(_TRIES)] if _lost(path) else [""]
    return said[0] if len(set(said)) == 1 else ""


def _lost(path: str) -> str:
    try:
        held = Path(path).read_bytes()
    except OSError:
        return ""
    if len(held) <= _HEADER or not any(held[:_HEADER]):
        return ""
    magic, _, size, _, *salts, one, two = unpack(">8I", held[:_HEADER])
    order = _MAGIC.get(magic)
    if order is None or _summed(held[:_FRAME], (0, 0), order) != (one, two):
        return "The write-ahead log beside the file is damaged at its beginning."
    frames = _frames(held, size)
    last = _last_whole(frames, (one, two), (salts[0], salts[1]), order)
    behind = _fitting(_behind_commit(frames, last, (salts[0], salts[1])), (salts[0], salts[1]), order)
    return f"The write-ahead log beside the file is damaged in its frame {last + 1}." if behind else ""


def _frames(log: bytes, size: int) -> list[_Frame]:
    found, held = [], memoryview(log)
    for at in range(_HEADER, len(held) - _FRAME - size + 1, _FRAME + size):
        _, commit, *salts, one, two = unpack(">6I", held[at : at + _FRAME])
        content = held[at + _FRAME : at + _FRAME + size]
        found.append(_Frame(commit, (salts[0], salts[1]), (one, two), held[at : at + 8], content))
    return found


def _last_whole(frames: list[_Frame], sums: Sums, salts: Sums, order: str) -> int:
    """How many frames SQLite reads."""
    for number, frame in enumerate(frames):
        if frame.salts != salts or frame.summed(sums, order) != frame.sums:
            return number
        sums = frame.sums
    return len(frames)


def _behind_commit(frames: list[_Frame], last: int, salts: Sums) -> list[_Frame]:
    """Frames from the end of the commit that is damaged in its frame `last`: which says so, a damaged one as well.

    Where that frame lost its mark, the commit behind it is known by a page that this one has written already: but for
    the last of its frames a commit writes each page once.
    """
    begin = next((place for place in range(last, 0, -1) if frames[place - 1].commit), 0)
    pages: set[bytes] = set()
    for place, frame in enumerate(frames[begin:], begin):
        if frame.commit and place >= last:
            return frames[place:]
        if place > last and frame.salts == salts and frame.page in pages:
            return frames[place - 1 :]
        pages |= {frame.page} if place != last and frame.salts == salts else set()
    return []


def _fitting(frames: list[_Frame], salts: Sums, order: str) -> bool:
    """Whether one of these but the first ends a commit, is of this log, and follows from the frame before it."""
    return any(
        frame.commit and frame.salts == salts and frame.summed(before.sums, order) == frame.sums
        for before, frame in pairwise(frames)
    )


def _summed(held: bytes | memoryview, sums: Sums, order: str) -> Sums:
    """SQLite's checksum of `held`, begun from `sums`."""
    words = array("I")
    words.frombytes(held)
    if order != sys.byteorder:
        words.byteswap()
    one, two = sums
    for first, second in zip(words[::2], words[1::2], strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two
