"""Names of keys: as people write them in the config file, and as they come from the terminal."""

import re
import unicodedata

from annotate.tui.keys import NAMES

_PLACED = {"insert", "delete", "backspace", "left", "right", "tab", *(f"f{number}" for number in range(1, 25))}
_NAMED = {shown.lower(): name for name, shown in NAMES.items() if len(shown) > 1} | {
    name: name for name in (*NAMES, *_PLACED)
}
_ARROWS = {"↑": "up", "↓": "down", "←": "left", "→": "right"}
_HELD = re.compile(r"(?:ctrl\+|alt\+|shift\+)+", re.IGNORECASE)
_SAME = {"ctrl+i", "ctrl+m", "ctrl+j", "ctrl+h", "ctrl+["}
"""Sent by terminals as Tab, Enter, Backspace and Esc."""


def key_named(word: str) -> str | None:
    """The key that somebody wrote: `?`, `ctrl+r`, `Space`, `PgDn`, `question_mark`; None where it is none.

    A key that types a character is that character, any other one has the name that Textual knows it by.
    """
    held = _HELD.match(word)
    if held is None:
        return _plain(word)
    base, modifiers = word[held.end() :], held.group().lower()
    named = _plain(base)
    if named is None or f"{modifiers}{named}".lower() in _SAME:
        return None
    if len(named) == 1 and (not named.isascii() or not named.isalnum() or "shift" in modifiers):
        return None  # nothing that a terminal would send; a character with Shift is another character
    return f"{modifiers}{named.lower()}"


def _plain(word: str) -> str | None:
    if word in _ARROWS:
        return _ARROWS[word]
    if len(word) == 1:
        return "space" if word == " " else word if word.isprintable() else None
    return canonical(word) if canonical(word) != word else _NAMED.get(word.lower())


def canonical(key: str) -> str:
    """The one name of a key: its character where it types one that can be seen, else Textual's name."""
    try:
        character = unicodedata.lookup(_LONG.get(key, key).replace("_", " "))
    except KeyError:
        return key
    return character if len(key) > 1 and character.isprintable() and not character.isspace() else key


_LONG = {
    "slash": "solidus",
    "backslash": "reverse_solidus",
    "at": "commercial_at",
    "minus": "hyphen-minus",
    "plus": "plus_sign",
    "underscore": "low_line",
}
"""Names that Textual shortens."""
