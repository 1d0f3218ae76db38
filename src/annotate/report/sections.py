"""What a part of a report says, before it is told: sentences and tables, the same in every telling."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import floor

FIFTHS = 5
"""Parts of 1 that the scale of a forest plot is ruled into."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A named value on the scale of a forest plot with the ends of its interval; None where there is none."""

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None

    @property
    def ends(self) -> tuple[float, float] | None:
        """The interval, where there is one."""
        return None if self.low is None or self.high is None else (self.low, self.high)

    @property
    def told(self) -> str:
        """The value with its interval, in three decimals."""
        if self.value is None:
            return "undefined"
        value, *ends = (f"{round(number, 3) + 0.0:.3f}" for number in (self.value, *(self.ends or ())))
        return f"{value} ({ends[0]} to {ends[1]})" if ends else value


@dataclass(frozen=True, slots=True)
class Forest:
    """A table drawn as a forest plot: a mark for each row, on one scale that ends at 1."""

    marks: tuple[Mark, ...]

    @property
    def floor(self) -> float:
        """The lower end of the scale: 0, or the fifth below all that is drawn."""
        drawn = [end for mark in self.marks for end in (mark.value, mark.low) if end is not None]
        return min(floor(min(drawn, default=0) * FIFTHS) / FIFTHS, 0.0)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The fifths from the floor to 1."""
        return tuple(fifth / FIFTHS for fifth in range(round(self.floor * FIFTHS), FIFTHS + 1))

    def along(self, value: float) -> float:
        """How far along the scale a value stands, from 0 to 1; what lies beyond an end stands at it."""
        return min(1.0, max(0.0, (value - self.floor) / (1 - self.floor)))


@dataclass(frozen=True, slots=True)
class Heat:
    """A table drawn as a heat map: for each cell that is no word a shade from 0 to 1; None where it has none."""

    shades: tuple[tuple[float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of told cells under a head; the first `texts` columns are words, the others numbers.

    `notes` are sentences that belong below it; `sources` names for each row the work that defines its numbers, or one
    for all of them; `picture` is how a telling that can draw draws it, so that behind each picture there is its table.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    texts: int = 1
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    picture: Forest | Heat | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report under a title of its own: what it says in sentences, then its tables.

    `sources` are the works that its numbers are defined in, besides those that its tables name.
    """

    title: str
    sentences: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    sources: tuple[str, ...] = ()


def numbered_sources(sections: Iterable[Section]) -> dict[str, int]:
    """Every source that is named → its number, by first appearance, from 1."""
    named = dict.fromkeys(source for section in sections for source in _named(section))
    return {source: place for place, source in enumerate(named, 1)}


def _named(section: Section) -> Iterator[str]:
    for table in section.tables:
        yield from table.sources
    yield from section.sources


def with_sources(table: Table, numbers: Mapping[str, int]) -> Table:
    """The table with its sources named by their numbers: in a last column, or one for all behind the caption."""
    if not table.sources:
        return table
    if len(table.sources) == 1 < len(table.rows):
        return replace(table, caption=f"{table.caption} [{numbers[table.sources[0]]}]", sources=())
    cited = zip(table.rows, table.sources, strict=True)
    rows = tuple((*row, f"[{numbers[source]}]") for row, source in cited)
    return replace(table, head=(*table.head, "Source"), rows=rows, sources=())


def cited(section: Section, numbers: Mapping[str, int]) -> tuple[str, ...]:
    """The sentence that names a section's own sources by their numbers, where it has any."""
    named = [f"[{numbers[source]}]" for source in section.sources]
    return (f"See {', '.join(named)}.",) if named else ()
