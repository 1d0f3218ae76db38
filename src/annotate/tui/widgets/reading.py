"""Something to read in rows, with headings to go to."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from annotate.tui.widgets.rows import Row


class Section(NamedTuple):
    """A heading: the row on which it stands, how deep it is (1 uppermost), its words."""

    row: int
    level: int
    title: str


class Reading(NamedTuple):
    """Rows for a width, and their headings in order."""

    rows: Sequence[Row]
    sections: Sequence[Section] = ()

    def at(self, row: int) -> int | None:
        """Which section (by number from 0) a row is in; None above the first heading."""
        place = bisect_right(self.sections, row, key=attrgetter("row")) - 1
        return place if place >= 0 else None

    def find(self, names: Iterable[str]) -> Section | None:
        """The first section called by one of the names, whatever the case; else the first that has one in its title."""
        wanted = [words for name in names if (words := _words(name))]
        titled = [(f" {_words(section.title)} ", section) for section in self.sections]
        for name in wanted:
            named = f" {name} "
            exact = [section for title, section in titled if title == named]
            for section in exact or [section for title, section in titled if named in title]:
                return section
        return None


def _words(name: str) -> str:
    """A name or an id as its words alone: `Not enough evidence` and `not_enough_evidence` are the same."""
    return " ".join(re.findall(r"[^\W_]+", name.casefold()))
