"""Words as they are searched for: folded alike in every text, query and engine, so that all of them agree.

Case, accents and the points of Hebrew and Arabic are folded away. In scripts that put no blanks between words each
character is a word, so that any part of a line is found as a phrase.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

LONGEST = 64
"""Characters of a word that count: beyond them it is a number that nobody types."""

_SINGLE = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
    "\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
# Diacritics that a reader leaves out when he types; the vowel signs of Indic scripts and kana's voicing are none.
_LEFT_OUT = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
_SIGNS = "\u0900-\u0963\u0966-\u0dff"
_LETTER = rf"[^\W_{_SINGLE}]"
# Patterns are compiled when they are first used: that takes as long as all else of opening a project.
_WORD = rf"[{_SINGLE}]|{_LETTER}+(?:[{_SIGNS}]+{_LETTER}*)*"
_WRITTEN = rf"[{_SINGLE}][{_LEFT_OUT}\u3099\u309a]*|{_LETTER}+(?:[{_SIGNS}{_LEFT_OUT}]+{_LETTER}*)*"
_MARKS = f"[{_LEFT_OUT}]+"


def words(text: str) -> list[str]:
    """The words of `text`, folded, in their order."""
    return [word[:LONGEST] for word in re.findall(_WORD, _folded(text))]


class Placed(NamedTuple):
    """A folded word, and the `[start, end)` at which it is written."""

    word: str
    start: int
    end: int


def placed(text: str) -> Iterator[Placed]:
    """The words of `text` with their places; one that is folded into several stands for them all at its place."""
    for match in re.finditer(_WRITTEN, text):
        for word in words(match.group()):
            yield Placed(word, match.start(), match.end())


class Query(NamedTuple):
    """What is looked for: phrases of folded words, all of which must be there; with `open_end`, the last word may be
    only the start of one."""

    phrases: tuple[tuple[str, ...], ...]
    open_end: bool


MOST_WORDS = 24
"""Words of a query that count."""

_QUOTED = r'["“”„«»]([^"“”„«»]*)(["“”„«»]?)|[^\s"“”„«»]+'


def query_of(typed: str) -> Query:
    """What somebody looks for who typed that: any text is some query, though it may ask for nothing.

    What stands in quotation marks is a phrase, and so is what blanks do not part ("it's", or a line of Chinese).
    """
    phrases: list[tuple[str, ...]] = []
    open_end, left = False, MOST_WORDS
    for match in re.finditer(_QUOTED, typed[:2000]):
        phrase = tuple(words(match[1] if match[1] is not None else match[0]))[:left]
        if phrase:
            phrases.append(phrase)
            left -= len(phrase)
            open_end = match.end() == len(typed) and not match[2] and _can_go_on(phrase[-1])
        if not left:
            break
    return Query(tuple(phrases), open_end)


def _can_go_on(word: str) -> bool:
    """Whether more letters may follow: one letter alone would be the start of half of all words."""
    return 1 < len(word) < LONGEST


def found_in(text: str, query: Query) -> list[tuple[int, int]]:
    """The places in `text` of what is looked for, each `[start, end)`, in their order."""
    held = list(placed(text))
    spans: set[tuple[int, int]] = set()
    for number, phrase in enumerate(query.phrases):
        open_end = query.open_end and number == len(query.phrases) - 1
        for first in range(len(held) - len(phrase) + 1):
            if _matches([item.word for item in held[first : first + len(phrase)]], phrase, open_end):
                spans.add((held[first].start, held[first + len(phrase) - 1].end))
    return sorted(spans)


def _matches(held: list[str], phrase: tuple[str, ...], open_end: bool) -> bool:
    *before, last = held
    ends = last.startswith(phrase[-1]) if open_end else last == phrase[-1]
    return ends and tuple(before) == phrase[:-1]


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    # Twice, since taking a sign apart can bring out capitals, and folding them marks.
    apart = normalize("NFKD", normalize("NFKD", text).casefold())
    return normalize("NFC", re.sub(_MARKS, "", apart))
