"""A text in the pieces that are found by their words: paragraphs, and parts of long ones."""

import re
from collections.abc import Iterator

from annotate.domain import Span

LONGEST = 800
"""Code points of a passage; a longer paragraph is cut at a line's end, else a sentence's, else a word's."""

_LINE_END = r"(?:\r\n|\r(?!\n)|[\n\x0b\x0c\x85\u2028\u2029])"
_GAP = rf"{_LINE_END}[^\S\n\r\x0b\x0c\x85\u2028\u2029]*{_LINE_END}\s*"
_CUTS = (
    r".*[\n\r\x0b\x0c\x85\u2028\u2029]",
    r".*(?:[.!?…][\"'”’»›)\]]*(?=\s)|[。！？｡])",
    r".*\s",
)


def slices(text: str) -> Iterator[Span]:
    """The passages of a text in their order; none overlap, and between them is only white space."""
    start = 0
    for gap in re.finditer(_GAP, text):
        yield from _pieces(text, start, gap.start())
        start = gap.end()
    yield from _pieces(text, start, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST:
        cut = _cut(text, start)
        yield from _whole(text, start, cut)
        start = cut
    yield from _whole(text, start, end)


def _cut(text: str, start: int) -> int:
    """Where the passage that begins at `start` ends: as late as may be, but not in its first half."""
    for pattern in _CUTS:
        match = re.compile(pattern, re.DOTALL).match(text, start, start + LONGEST)
        if match and match.end() > start + LONGEST // 2:
            return match.end()
    return start + LONGEST


def _whole(text: str, start: int, end: int) -> Iterator[Span]:
    """The span without white space around it, unless that is all."""
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    last = start + len(words.rstrip())
    if first < last:
        yield Span(first, last)
