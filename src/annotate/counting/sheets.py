"""Sheets: documents side by side with the votes on their units, as they are read and counted."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from annotate.counting.coding import UNITS, VERDICT, written
from annotate.counting.ways import Way
from annotate.counting.wording import EACH_VOTE, SQLITE, Ask, in_numbers, in_words

SHEET = 8_192
"""Characters from which on the documents of a sheet are enough: what is read again after a change is a sheet."""

MOST_PATTERNS = 1 << 16
"""Different votes of units that are kept: a small team has no more, and of a large one few units have the same."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Documents from the one in row `first` up to the next sheet: a line each, of its units."""

    first: int
    text: str

    @property
    def lines(self) -> list[str]:
        """The units of each document."""
        return self.text.split("\n") if self.text else []

    @property
    def units(self) -> list[str]:
        """Each unit's votes, as they are coded."""
        return self.text.replace("\n", UNITS).split(UNITS) if self.text else []


@dataclass(slots=True)
class Counting:
    """Reads sheets, and counts their units by their votes; of a crowd, whose votes are too many, it stops counting."""

    ask: Ask
    way: Way
    units: Counter[str]
    crowded: bool = False
    _known: set[str] = field(default_factory=set)

    @property
    def counted(self) -> Mapping[str, int] | None:
        """How many units have which votes; None of a crowd."""
        return None if self.crowded else +self.units

    def sheets(self, first: int, last: int) -> Iterator[Sheet]:
        """The documents in these rows; the first sheet begins at the first of them, whether or not it was judged."""
        between = {"least": first, "most": last}
        held: list[tuple[int, str]] = []
        length = 0
        for document, line in self._packed(between) if self.way.packs else self._told(between):
            if length >= SHEET:
                yield self._sheet(first, held)
                first, held, length = document, [], 0
            if line is not None:
                held.append((document, line))
                length += len(line)
        yield self._sheet(first, held)

    def _sheet(self, first: int, held: list[tuple[int, str]]) -> Sheet:
        """These documents, their units counted. Whoever gave two answers, or an unknown one, has it told in words."""
        sheet = Sheet(first, "\n".join([line for _, line in held]))
        units = sheet.units
        if self.way.packs and not self._known.issuperset(units):
            unknown = {unit for unit in units if unit not in self._known and self.way.code.unpacked(unit) is None}
            if unknown:
                sheet = Sheet(first, "\n".join(self._mended(held, unknown)))
                units = sheet.units
            self._known.update(units)
        if not self.crowded:
            self.units.update(units)
            if len(self.units) > MOST_PATTERNS:
                self.crowded = True
                self.units.clear()
        return sheet

    def _mended(self, held: list[tuple[int, str]], unknown: set[str]) -> Iterator[str]:
        for document, line in held:
            if unknown.isdisjoint(line.split(UNITS)):
                yield line
            else:
                yield from (told for _, told in self._told({"least": document, "most": document}) if told)

    def _packed(self, between: Mapping[str, int]) -> Iterator[tuple[int, str | None]]:
        text, named = in_numbers(self.way.engine, self.way.code)
        return self.ask(text, {**named, **between})

    def _told(self, between: Mapping[str, int]) -> Iterator[tuple[int, str | None]]:
        way = self.way
        if way.facet != VERDICT and (way.engine != SQLITE or '"' in way.facet):
            return _gathered(self.ask(EACH_VOTE, between), way.facet)
        text, named = in_words(way.engine, way.facet)
        return self.ask(text, {**named, **between})


def _gathered(rows: Iterable[tuple[int, int, str, str, str]], facet: str) -> Iterator[tuple[int, str]]:
    """Documents with their units, out of every vote with all that was said."""
    for document, of_document in groupby(rows, key=itemgetter(0)):
        units = [
            written((who, answer, _label(content, facet)) for _, _, who, answer, content in of_claim)
            for _, of_claim in groupby(of_document, key=itemgetter(1))
        ]
        yield document, UNITS.join(units)


def _label(content: str, facet: str) -> str:
    return "+".join(json.loads(content).get("facets", {}).get(facet, ()))
