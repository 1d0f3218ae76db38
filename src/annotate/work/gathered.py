"""Who gave which label to a unit, kept while there are few such patterns, and read anew once there are many."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from annotate.agreement import Pattern

KEPT = 1 << 16
"""Patterns that are kept: a small team repeats its own, a crowd seldom does."""


class Gathered:
    """Patterns with their numbers of units, as often as they are gone through.

    `again` reads them from where they came, one unit after the other: for a crowd, whose patterns would fill memory.
    """

    def __init__(self, again: Callable[[], Iterator[tuple[Pattern, int]]]) -> None:
        self._again = again
        self._kept: Counter[Pattern] | None = Counter()

    def add(self, ballot: Mapping[str, str]) -> None:
        """One more unit."""
        if self._kept is not None:
            self._kept[tuple(sorted(ballot.items()))] += 1
            if len(self._kept) > KEPT:
                self._kept = None

    def __iter__(self) -> Iterator[tuple[Pattern, int]]:
        return self._again() if self._kept is None else iter(self._kept.items())
