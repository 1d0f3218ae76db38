"""Count: how many units have which votes, kept by document, so that after a change only its document is read again."""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

from annotate.counting.changes import touched
from annotate.counting.coding import UNITS, VERDICT, Code, Pattern, ballot, read, written
from annotate.counting.wording import EACH_VOTE, REVIEWERS, SCHEMES, SQLITE, Ask, in_numbers, in_words

SHEET = 8_192
"""Characters from which on the documents of a sheet are enough: what is read again after a change is a sheet."""

EVERYTHING = (0, (1 << 63) - 1)
"""All rows."""

MOST_PATTERNS = 1 << 16
"""Different votes of units that are kept: a small team has no more, and of a large one few units have the same."""

FEW = 200
"""Sheets up to which they are read again one by one."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a facet is counted on an engine; without a `code` that fits, the votes are told in words."""

    engine: str
    facet: str
    code: Code

    @property
    def packs(self) -> bool:
        """Whether votes are packed into numbers."""
        return self.facet == VERDICT and bool(self.code.reviewers and self.code.labels) and self.code.fits


@dataclass(frozen=True, slots=True)
class Sheet:
    """Documents from the one in row `first` up to the next sheet: a line each, of its units."""

    first: int
    text: str

    @property
    def units(self) -> list[str]:
        """Each unit's votes, as they are coded."""
        return self.text.replace("\n", UNITS).split(UNITS) if self.text else []


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
        return (line.split(UNITS) for sheet in self.sheets for line in sheet.text.split("\n") if line)


def way_of(ask: Ask, engine: str, facet: str, declared: Iterable[str]) -> Way:
    """How a facet is best counted now: with these labels, and all others that any scheme of the project has."""
    reviewers = sorted(name for (name,) in ask(REVIEWERS, {}))
    labels = dict.fromkeys(declared)
    for (content,) in ask(SCHEMES, {}) if facet == VERDICT else ():
        labels |= dict.fromkeys(label["id"] for one in json.loads(content)["facets"][:1] for label in one["labels"])
    return Way(engine, facet, Code(tuple(reviewers), tuple(labels)))


def fresh(ask: Ask, way: Way, upto: int) -> Count:
    """Count everything; `ask` sees one consistent view, with all facts up to the row `upto` and maybe later ones."""
    counting = _Counting(ask, way, Counter())
    return counting.count(upto, tuple(counting.sheets(*EVERYTHING)))


def fresh_apart(asks: tuple[Ask, Ask], way: Way, upto: int, middle: int) -> Count:
    """The same by two who see the same, at once: one the documents in rows up to `middle`, the other the rest."""
    ranges = (EVERYTHING[0], middle), (middle + 1, EVERYTHING[1])
    with ThreadPoolExecutor(1) as apart:
        parts = [_Counting(ask, way, Counter()) for ask in asks]
        later = apart.submit(lambda: tuple(parts[1].sheets(*ranges[1])))
        sheets = (*parts[0].sheets(*ranges[0]), *later.result())
    crowded = any(part.crowded for part in parts)
    return _Counting(asks[0], way, parts[0].units + parts[1].units, crowded).count(upto, sheets)


def renewed(ask: Ask, count: Count, way: Way, upto: int) -> Count:
    """The same after what was recorded since; `way` is how one would count now."""
    changed = touched(ask, count.upto) if way == count.way else None
    if changed is None:
        return fresh(ask, way, upto)
    firsts = [sheet.first for sheet in count.sheets]
    places = {bisect_right(firsts, document) - 1 for document in changed}
    if len(places) > FEW:
        return fresh(ask, way, upto)
    counting, sheets = _Counting(ask, way, Counter(count.units), count.units is None), list(count.sheets)
    for place in sorted(places, reverse=True):
        last = firsts[place + 1] - 1 if place + 1 < len(firsts) else EVERYTHING[1]
        counting.units.subtract(() if counting.crowded else sheets[place].units)
        sheets[place : place + 1] = counting.sheets(firsts[place], last)
    return counting.count(upto, tuple(sheets))


@dataclass(slots=True)
class _Counting:
    ask: Ask
    way: Way
    units: Counter[str]
    crowded: bool = False
    _known: set[str] = field(default_factory=set)

    def count(self, upto: int, sheets: tuple[Sheet, ...]) -> Count:
        return Count(self.way, upto, sheets, None if self.crowded else +self.units)

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
