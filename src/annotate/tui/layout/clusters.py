"""Where one user-perceived character ends and the next begins (extended grapheme clusters, UAX #29)."""

import re
from collections.abc import Iterator

NEWLINE = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
"""What ends a line of a document, in one of the eight ways in which text files do it."""

_PLAIN = (
    "\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482"
    "\u048a-\u052f\u05d0-\u05ea\u0620-\u064a\u1e00-\u1eff\u2007\u2010-\u2027\u202f-\u205e\u20a0-\u20bf"
)
_STARTERS = _PLAIN + "\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff"

_PLAIN_RUN = re.compile(f"[{_PLAIN}]*")
# The second of two starters begins a cluster whatever stands around them, and so does what follows a line feed.
_CERTAIN = re.compile(f"[{_STARTERS}](?=[{_STARTERS}])|\n")


def is_plain(text: str, start: int, end: int) -> bool:
    """Whether each code point of `text[start:end]` is a cluster of its own, one cell wide, drawn as it is.

    A quick test that may say no too often: Latin, Greek, Cyrillic, Hebrew and Arabic letters and the usual
    punctuation are plain, everything that combines, steers or is wide is not.
    """
    match = _PLAIN_RUN.match(text, start, end)
    return match is not None and match.end() == end


def clusters(text: str, start: int, end: int) -> Iterator[str]:
    """The clusters of `text[start:end]` in order; `start` must be a boundary."""
    # Loading the Unicode tables takes a third of a start-up, and most documents never need them.
    from wcwidth import iter_graphemes

    return iter_graphemes(text, start, end)


def cluster_at(text: str, offset: int) -> tuple[int, int]:
    """`(start, end)` of the cluster that the code point at `offset` belongs to, `0 <= offset < len(text)`."""
    if is_plain(text, max(0, offset - 1), offset + 2):
        return offset, offset + 1
    start = _certain_boundary(text, offset)
    for cluster in clusters(text, start, len(text)):
        if start + len(cluster) > offset:
            return start, start + len(cluster)
        start += len(cluster)
    return start, len(text)


def cluster_start(text: str, offset: int) -> int:
    """The last boundary at or before `offset`."""
    return cluster_at(text, offset)[0] if 0 < offset < len(text) else max(0, min(offset, len(text)))


def cluster_end(text: str, offset: int) -> int:
    """The first boundary at or after `offset`."""
    start = cluster_start(text, offset)
    return start if start >= offset else cluster_at(text, offset)[1]


def _certain_boundary(text: str, offset: int) -> int:
    """A boundary at or before `offset`, and near it unless the text is very odd."""
    reach = 64
    while reach < offset:
        low = offset - reach
        found = [match.end() for match in _CERTAIN.finditer(text, low, offset + 1)]
        boundaries = [end for end in found if end <= offset]
        if boundaries:
            return boundaries[-1]
        reach *= 8
    return 0
