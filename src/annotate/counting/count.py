"""Count: how many units have which votes, kept by document, so that after a change only its document is read again."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotate.counting.changes import touched
from annotate.counting.coding import UNITS, Pattern, ballot, read
from annotate.counting.sheets import Counting, Sheet
from annotate.counting.ways import Way
from annotate.counting.wording import Ask

EVERYTHING = (0, (1 << 63) - 1)
"""All rows."""

FEW = 200
"""Sheets up to which they are read again one by one."""


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted up to the fact in row `upto`: sheets in the order of documents, and units by their votes.

    `units` is None of a crowd, where hardly two units have the same votes.
    """

    way: Way
    upto: int
    sheets: tuple[Sheet, ...]
    units: Mapping[str, int] | None

    def ballot(self, token: str) -> tuple[Pattern, Mapping[str, int]]:
        """The votes of a unit, by how they are coded: who gave which label, and what is left out."""
        packed = self.way.code.unpacked(token) if token.isdigit() else None
        return ballot(read(token) if packed is None else packed)

    def documents(self) -> Iterator[list[str]]:
        """The units of each document."""
        return (line.split(UNITS) for sheet in self.sheets for line in sheet.lines)

    @property
    def largest(self) -> int:
        """The most units of a document."""
        return max((line.count(UNITS) + 1 for sheet in self.sheets for line in sheet.lines), default=0)


def fresh(ask: Ask, way: Way, upto: int) -> Count:
    """Count everything; `ask` sees one consistent view, with all facts up to the row `upto` and maybe later ones."""
    counting = Counting(ask, way, Counter())
    sheets = tuple(counting.sheets(*EVERYTHING))
    return Count(way, upto, sheets, counting.counted)


def renewed(ask: Ask, count: Count, way: Way, upto: int) -> Count:
    """The same after what was recorded since; `way` is how one would count now."""
    changed = touched(ask, count.upto) if way == count.way else None
    if changed is None:
        return fresh(ask, way, upto)
    firsts = [sheet.first for sheet in count.sheets]
    places = {bisect_right(firsts, document) - 1 for document in changed}
    if len(places) > FEW:
        return fresh(ask, way, upto)
    counting, sheets = Counting(ask, way, Counter(count.units), count.units is None), list(count.sheets)
    for place in sorted(places, reverse=True):
        last = firsts[place + 1] - 1 if place + 1 < len(firsts) else EVERYTHING[1]
        counting.units.subtract(() if counting.crowded else sheets[place].units)
        sheets[place : place + 1] = counting.sheets(firsts[place], last)
    return Count(way, upto, tuple(sheets), counting.counted)
