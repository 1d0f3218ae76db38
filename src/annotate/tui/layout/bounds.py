"""A span while its bounds are moved by character, word, sentence or paragraph; never inside a cluster."""

from dataclasses import dataclass, replace
from typing import Literal

from annotate.tui.layout.clusters import cluster_at, cluster_end, cluster_start
from annotate.tui.layout.steps import Unit, next_end, next_start, previous_end, previous_start, start_from

Moving = Literal["whole", "start", "end"]
"""Which bound a step moves: both of them together while the place is looked for, else one of them."""

_AFTER: dict[Moving, Moving] = {"whole": "end", "end": "start", "start": "end"}


@dataclass(frozen=True, slots=True)
class Bounds:
    """`text[start:end]`, half-open in code points, never empty where the text is not, and the bound that steps move."""

    text: str
    start: int
    end: int
    moving: Moving = "end"

    @classmethod
    def at(cls, text: str, offset: int, unit: Unit = Unit.WORD) -> "Bounds":
        """The first `unit` that starts at or behind `offset`, else the last one; it is moved as a whole."""
        start = start_from(text, offset, unit)
        return cls(text, start, next_end(text, start, unit), "whole")

    @property
    def quote(self) -> str:
        """What stands between the bounds."""
        return self.text[self.start : self.end]

    @property
    def edge(self) -> int:
        """Where the character starts that a step moves: the span's last one while its end moves, else its first."""
        return cluster_start(self.text, self.end - 1) if self.moving == "end" else self.start

    def turned(self) -> "Bounds":
        """The same span with the other bound to be moved; a whole one has its start kept and its end moved."""
        return replace(self, moving=_AFTER[self.moving])

    def moved(self, unit: Unit, *, back: bool = False) -> "Bounds":
        """A step on or back by that unit; at the ends of the text, and before the other bound, it stops."""
        step = {"whole": self._whole, "start": self._start, "end": self._end}[self.moving]
        return step(unit, back)

    def reaching(self, offset: int, *, back: bool = False) -> "Bounds":
        """The moving bound put to the character at `offset`; a whole is the word there, or the next (last) one."""
        low, high = cluster_at(self.text, min(offset, len(self.text) - 1))
        if self.moving == "start":
            return replace(self, start=min(low, cluster_at(self.text, self.end - 1)[0]))
        if self.moving == "end":
            return replace(self, end=max(high, cluster_at(self.text, self.start)[1]))
        start = previous_start(self.text, high, Unit.WORD)
        if not back and next_end(self.text, start, Unit.WORD) <= low:
            return self.at(self.text, low)
        return replace(self, start=start, end=next_end(self.text, start, Unit.WORD))

    def over(self, start: int, end: int) -> "Bounds":
        """The span `[start, end)`, widened to whole clusters; an empty one is the cluster that it stands in."""
        low, high = cluster_start(self.text, start), cluster_end(self.text, end)
        if low >= high:
            low, high = cluster_at(self.text, min(low, len(self.text) - 1))
        return replace(self, start=low, end=high)

    def _whole(self, unit: Unit, back: bool) -> "Bounds":
        start = previous_start(self.text, self.start, unit) if back else next_start(self.text, self.start, unit)
        if start >= len(self.text):
            return self
        return replace(self, start=start, end=next_end(self.text, start, unit))

    def _start(self, unit: Unit, back: bool) -> "Bounds":
        start = previous_start(self.text, self.start, unit) if back else next_start(self.text, self.start, unit)
        return replace(self, start=min(start, cluster_at(self.text, self.end - 1)[0]))

    def _end(self, unit: Unit, back: bool) -> "Bounds":
        end = previous_end(self.text, self.end, unit) if back else next_end(self.text, self.end, unit)
        return replace(self, end=max(end, cluster_at(self.text, self.start)[1]))
