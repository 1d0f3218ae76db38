"""What a key press is: a press, the repeat of a held key, or too quick behind another key to be a finger."""

from enum import Enum, auto

REPEAT = 0.060
"""Seconds within which the same key again is a repeat: nobody presses one key twice so quickly."""

QUICK = 0.015
"""Seconds within which another key cannot have been meant by itself."""

DELAY = 0.700
"""Seconds that a keyboard may wait before it begins to repeat a held key."""

BURST = 3
"""Characters that make a burst of input a paste."""


class Press(Enum):
    """What became of a key."""

    FRESH = auto()
    REPEAT = auto()
    HELD = auto()
    """A repeat which shows that the press before it was one too: the first that a held key sends, after the delay."""
    QUICK = auto()


class Presses:
    """Tells presses apart by character and time (seconds of one clock)."""

    def __init__(self) -> None:
        self._character = ""
        self._at = float("-inf")
        self._after_itself = False
        self._goes_on = False

    @property
    def went_on(self) -> bool:
        """Whether the last key may have been the one before it, held until its keyboard repeated it."""
        return self._goes_on

    def goes_on(self, character: str, at: float) -> bool:
        """Whether that key, coming then, may be the last one, held."""
        return character == self._character and at - self._at < DELAY

    def of(self, character: str, at: float) -> Press:
        """What the key that sends `character` is, now that it comes at that time."""
        gap, same = at - self._at, character == self._character
        self._goes_on = self.goes_on(character, at)
        self._character, self._at = character, at
        if same and gap < REPEAT:
            held, self._after_itself = self._after_itself, False
            return Press.HELD if held else Press.REPEAT
        if not same and gap < QUICK:
            return Press.QUICK
        self._after_itself = same and gap < DELAY
        return Press.FRESH

    def just_before(self, at: float) -> str:
        """The character whose key came too shortly before `at` to be no part of what comes then; "" for none."""
        return self._character if at - self._at < QUICK else ""
