"""Where a span's bounds may move to: the next and previous start and end of a character, word, sentence, paragraph."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from annotate.tui.layout.clusters import cluster_at, cluster_end, cluster_start


class Unit(StrEnum):
    """What a bound moves by. A character is a grapheme cluster, a paragraph what stands between two line ends."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
_NO_WORD = (
    r"\s!-/:-@\[-^`{-~\xa1-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\u2010-\u205e"
    r"\u3001-\u3003\u3008-\u3020\uff01-\uff0f\uff1a-\uff20"
)
_SINGLE = "\u3041-\u309f\u30a0-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"  # scripts without blanks
_LETTERS = rf"[^{_NO_WORD}{_SINGLE}]+"
_CLOSING = r"""["'”’»›)\]】」』）]*"""
# A full stop behind a single letter is an initial, and one before a small letter an abbreviation.
_FULL_STOP = r"(?:(?<!\b[^\W\d_])\.|[.!?…]{2,}|[!?…])" + _CLOSING + r"(?=\s)(?!\s+[a-zß-öø-ÿа-яёα-ω])"
_BODY = {
    Unit.WORD: rf"[{_SINGLE}]|{_LETTERS}(?:['’.,·]{_LETTERS})*",
    Unit.SENTENCE: rf"\S[^{_LINE_ENDS}]*?(?:{_FULL_STOP}|[。！？｡]+{_CLOSING}|(?<=\S)(?=\s*(?:[{_LINE_ENDS}]|\Z)))",
    Unit.PARAGRAPH: rf"[^\s](?:[^{_LINE_ENDS}]*[^\s])?",
}
_NEWLINE = re.compile(f"[{_LINE_ENDS}]")
_GAP = re.compile(rf"[\s{_SINGLE}]")  # no word reaches over it
_FAR = 256  # code points that hardly a word or a cluster has


@cache
def _pattern(unit: Unit) -> re.Pattern[str]:
    """Compiled when a bound is first moved: nobody waits for it before."""
    return re.compile(_BODY[unit])


def start_from(text: str, offset: int, unit: Unit) -> int:
    """The first start of a `unit` at or behind `offset`, or the last one in the text where none is."""
    if unit is Unit.CHARACTER:
        return min(cluster_end(text, offset), _previous_cluster(text, len(text)))
    starts = (start for start, _ in _units_onward(text, offset, unit) if start >= offset)
    found = next(starts, None)
    return previous_start(text, len(text), unit) if found is None else found


def next_start(text: str, offset: int, unit: Unit) -> int:
    """The first start of a `unit` behind `offset`, or the end of the text."""
    if unit is Unit.CHARACTER:
        return _next_cluster(text, offset)
    starts = (start for start, _ in _units_onward(text, offset, unit) if start > offset)
    return next(starts, len(text))


def next_end(text: str, offset: int, unit: Unit) -> int:
    """The first end of a `unit` behind `offset`, or the end of the text."""
    if unit is Unit.CHARACTER:
        return _next_cluster(text, offset)
    ends = (end for _, end in _units_onward(text, offset, unit) if end > offset)
    return next(ends, len(text))


def previous_start(text: str, offset: int, unit: Unit) -> int:
    """The last start of a `unit` before `offset`, or 0."""
    if unit is Unit.CHARACTER:
        return _previous_cluster(text, offset)
    starts = (start for start, _ in _units_back(text, offset, unit) if start < offset)
    return next(starts, 0)


def previous_end(text: str, offset: int, unit: Unit) -> int:
    """The last end of a `unit` before `offset`, or 0."""
    if unit is Unit.CHARACTER:
        return _previous_cluster(text, offset)
    ends = (end for _, end in _units_back(text, offset, unit) if end < offset)
    return next(ends, 0)


def _next_cluster(text: str, offset: int) -> int:
    return cluster_at(text, offset)[1] if offset < len(text) else len(text)


def _previous_cluster(text: str, offset: int) -> int:
    return cluster_start(text, offset - 1) if offset > 0 else 0


def _units_onward(text: str, offset: int, unit: Unit) -> Iterator[tuple[int, int]]:
    """Units from the one before `offset` to the end of the text, widened to whole clusters."""
    # From the start of the line, since a search that begins inside a word or sentence would see only its rest.
    return _units(text, _fresh_start(text, offset, unit)[0], len(text), unit, behind=offset - _FAR)


def _units_back(text: str, offset: int, unit: Unit) -> Iterator[tuple[int, int]]:
    """Units from the one at `offset` back to the start of the text, the last one first."""
    newline = _NEWLINE.search(text, offset)
    high = newline.start() if newline else len(text)
    if unit is not Unit.PARAGRAPH:
        high = min(high, offset + _FAR)  # what is cut off there ends behind `offset` all the same
    while True:
        low, before = _fresh_start(text, min(offset, high), unit)
        # The last few first: of a long line hardly more is ever asked for.
        near = list(_units(text, low, high, unit, behind=offset - _FAR))
        yield from reversed(near)
        first = near[0][0] if near else high
        yield from reversed([found for found in _units(text, low, high, unit) if found[0] < first])
        if low == 0:
            return
        high = before


def _units(text: str, low: int, high: int, unit: Unit, *, behind: int = 0) -> Iterator[tuple[int, int]]:
    """Units between `low` and `high`; those that end before `behind` are passed over."""
    for match in _pattern(unit).finditer(text, low, high):
        if match.end() >= behind:
            yield cluster_start(text, match.start()), cluster_end(text, match.end())


def _fresh_start(text: str, offset: int, unit: Unit) -> tuple[int, int]:
    """Where a search may begin that is to meet whole units before `offset`, and where one that goes on back ends."""
    start = _line_start(text, offset)
    if unit is Unit.WORD:
        gaps = list(_GAP.finditer(text, max(start, offset - 2 * _FAR), max(start, offset - _FAR)))
        if gaps:
            return gaps[-1].end(), gaps[-1].end()
    return start, start - 1


def _line_start(text: str, offset: int) -> int:
    """The offset behind the last line end before `offset`."""
    start = text.rfind("\n", 0, offset) + 1
    return max(text.rfind(end, start, offset) + 1 or start for end in _LINE_ENDS)
