"""What a part of a report says, before it is told: sentences and tables, the same in every telling."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import floor


@dataclass(frozen=True, slots=True)
class Mark:
    """A value on the scale of a forest plot with the ends of its interval; None where there is none."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Forest:
    """A table drawn as a forest plot: a mark for each row, on one scale from `floor` to 1."""

    marks: tuple[Mark, ...]

    @property
    def floor(self) -> float:
        """The lower end of the scale: 0, or the tenth below all that is drawn."""
        drawn = [end for mark in self.marks for end in (mark.value, mark.low) if end is not None]
        return min(floor(min(drawn, default=0) * 10) / 10, 0)


@dataclass(frozen=True, slots=True)
class Heat:
    """A table drawn as a heat map: for each cell that is no word a shade from 0 to 1; None where it has none."""

    shades: tuple[tuple[float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of told cells under a head; the first `texts` columns are words, the others numbers.

    `notes` are sentences that belong below it; `sources` names for each row the work that defines its numbers;
    `picture` is how a telling that can draw draws it, so that behind each picture there is its table.
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
    """The table with a last column that names each row's source by its number, where it has sources."""
    if not table.sources:
        return table
    cited = zip(table.rows, table.sources, strict=True)
    rows = tuple((*row, f"[{numbers[source]}]") for row, source in cited)
    return replace(table, head=(*table.head, "Source"), rows=rows, sources=())
