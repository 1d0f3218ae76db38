"""What is drawn for a cluster: its own characters where every terminal agrees on them, else a visible stand-in.

Nothing that a terminal would obey, hide or reorder by is ever drawn, and the width is the one that terminals reach
which place text code point by code point (tmux, xterm, VTE): emoji sequences are drawn as their parts without the
joiners, variation selectors and skin tones that make terminals disagree, and a flag as its two letters.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from rich.cells import get_character_cell_size

MAX_CELLS = 16
"""Cells that one cluster may take: the longest emoji sequences in use stay below; hidden messages do not."""

_MAX_MARKS = 8  # combining marks on one base: more than any script stacks, few enough for every terminal

_PRESENTATION = "\ufe0e\ufe0f"  # text and emoji variation selectors
_JOINER = "\u200d"
_SKIN_TONE = re.compile("[\U0001f3fb-\U0001f3ff]")
_SOFT_HYPHEN = "\xad"
_INVISIBLE = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0001\U000e007f\U000e0100-\U000e01ef]"
)
_TAG = re.compile("[\U000e0020-\U000e007e]")
_FLAG_LETTER = re.compile("[\U0001f1e6-\U0001f1ff]")
_VISIBLE_FORMAT = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd]")
_NEVER_CHARACTERS = re.compile("[\u2065\ufdd0-\ufdef\ufff0-\ufff8\U000e0000-\U000e0fff]")
_DIRECTIONS = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
_LINE_ENDS = {"\x0b": "\u240b", "\x0c": "\u240c", "\x85": "\u2424", "\u2028": "\u2424", "\u2029": "\xb6"}


class Part(NamedTuple):
    """Characters to draw, and whether they stand in for others."""

    text: str
    stands_in: bool = False


class Glyph(NamedTuple):
    """What is drawn for one cluster, and how many cells it takes."""

    parts: tuple[Part, ...]
    cells: int


@lru_cache(maxsize=4096)
def glyph(cluster: str) -> Glyph:
    """What is drawn for `cluster`, which is neither a tab nor a line end (see `spaces`, `line_end`)."""
    parts: list[Part] = []
    cells = marks = 0
    for index in range(len(cluster)):
        part = _part(cluster, index, based=bool(parts) and not parts[-1].stands_in)
        width = _width(part.text)
        marks += width == 0
        room = MAX_CELLS - (index + 1 < len(cluster))
        if marks > _MAX_MARKS or cells + width > room:
            return Glyph((*parts, Part("…", True)), cells + 1)
        if part.text:
            parts.append(part)
            cells += width
    return Glyph(tuple(parts), cells)


def spaces(cells: int) -> Glyph:
    """A tab that reaches over `cells` cells."""
    return Glyph((Part(" " * cells),), cells)


def line_end(newline: str) -> Glyph:
    """One cell for a line end: blank for the three usual ones, a sign for the rest."""
    sign = _LINE_ENDS.get(newline)
    return Glyph((Part(" ") if sign is None else Part(sign, True),), 1)


def _part(cluster: str, index: int, based: bool) -> Part:
    """What is drawn for one code point of a cluster; `based`: a mark has something to sit on."""
    character = cluster[index]
    if index and _is_emoji_dressing(cluster, index):
        return Part("")
    sign = _sign(character)
    if sign is not None:
        return Part(sign, True)
    if not based and _width(character) == 0:
        return Part("\u25cc" + character, True)
    return Part(character)


def _is_emoji_dressing(cluster: str, index: int) -> bool:
    """Whether a code point only shapes the emoji before it: presentation, skin tone, joiner."""
    character, before = cluster[index], cluster[index - 1]
    if character in _PRESENTATION:
        return not _INVISIBLE.match(before)
    if _SKIN_TONE.match(character):
        return _is_pictograph(before) or before in _PRESENTATION
    if character != _JOINER or index + 1 == len(cluster):
        return False
    dressed = _is_pictograph(before) or before in _PRESENTATION or _SKIN_TONE.match(before)
    return bool(dressed) and _is_pictograph(cluster[index + 1])


def _is_pictograph(character: str) -> bool:
    # Cn: not yet assigned in this Python's tables, an emoji to come. Sm: some arrows are drawn as emoji.
    return unicodedata.category(character) in ("So", "Sm", "Cn")


def _sign(character: str) -> str | None:
    """The stand-in of a code point, None where it can be drawn itself."""
    code = ord(character)
    if code < 0x20 or code == 0x7F:
        return chr(0x2400 + code) if code < 0x20 else "\u2421"
    if character == _SOFT_HYPHEN:
        return "\xac"
    if _INVISIBLE.match(character):
        return "\xa6"
    if _TAG.match(character):
        return chr(code - 0xE0000)
    if _FLAG_LETTER.match(character):
        return chr(code - 0x1F1E6 + ord("A"))
    if character in _DIRECTIONS:
        return f"‹{_DIRECTIONS[character]}›"
    return f"‹{code:04X}›" if _is_unprintable(character) else None


def _is_unprintable(character: str) -> bool:
    if _NEVER_CHARACTERS.match(character) or ord(character) & 0xFFFE == 0xFFFE or _SKIN_TONE.match(character):
        return True
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and not _VISIBLE_FORMAT.match(character)


def _width(text: str) -> int:
    """Cells of what is drawn, code point by code point; spacing marks of the Indic scripts take one."""
    return sum(
        1 if unicodedata.category(character) == "Mc" else get_character_cell_size(character) for character in text
    )
