"""Where a span's bounds may move to: the next and previous start and end of a character, word, sentence, paragraph."""

import re
from collections.abc import Iterator
from enum import StrEnum

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
_PATTERNS = {unit: re.compile(body) for unit, body in _BODY.items()}


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
    """Units from the line of `offset` to the end of the text, widened to whole clusters."""
    # From the start of the line, since a search that begins inside a word or sentence would see only its rest.
    return _units(text, _line_start(text, offset), len(text), unit)


def _units_back(text: str, offset: int, unit: Unit) -> Iterator[tuple[int, int]]:
    """Units from the line of `offset` back to the start of the text, the last one first."""
    newline = _NEWLINE.search(text, offset)
    high = newline.start() if newline else len(text)
    while True:
        low = _line_start(text, min(offset, high))
        yield from reversed(list(_units(text, low, high, unit)))
        if low == 0:
            return
        high = low - 1


def _units(text: str, low: int, high: int, unit: Unit) -> Iterator[tuple[int, int]]:
    for match in _PATTERNS[unit].finditer(text, low, high):
        yield cluster_start(text, match.start()), cluster_end(text, match.end())


def _line_start(text: str, offset: int) -> int:
    """The offset behind the last line end before `offset`."""
    start = text.rfind("\n", 0, offset) + 1
    return max(text.rfind(end, start, offset) + 1 or start for end in _LINE_ENDS)
