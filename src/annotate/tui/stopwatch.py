"""A stopwatch that stops by itself: how long somebody worked on what, by the times of what he did."""

from collections import defaultdict

IDLE = 60.0
"""Seconds of sitting still that count as work; of a longer pause no more than these."""


class Stopwatch:
    """Times are seconds of one clock. What is worked on is named by its id, None where nothing is open."""

    def __init__(self, idle: float = IDLE) -> None:
        self._idle = idle
        self._spent: defaultdict[str, float] = defaultdict(float)
        self._seen: float | None = None

    def seen(self, at: float, on: str | None) -> None:
        """Somebody did something: the time since he last did was spent on this, as far as it counts."""
        if self._seen is not None and on is not None:
            self._spent[on] += min(max(0.0, at - self._seen), self._idle)
        self._seen = at

    def away(self, at: float, on: str | None) -> None:
        """He turned to something else; until he does something here again, no time is counted."""
        self.seen(at, on)
        self._seen = None

    def back(self, at: float) -> None:
        """He is here again, whenever he went away."""
        self._seen = at

    def spent(self, on: str) -> float:
        """Seconds spent on that since it was last forgotten."""
        return self._spent[on]

    def forget(self, on: str) -> None:
        """What was spent on that is noted down; begin anew."""
        self._spent.pop(on, None)
