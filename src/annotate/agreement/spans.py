"""Spans that reviewers marked by themselves: units on the continuum of a document, `[start, end)` in code points."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

MARKED = "marked"
"""The label of a span whatever its label."""


class Unit(NamedTuple):
    """A span that a reviewer marked, and what he marked it as."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Continuum:
    """A document of `length` code points, and what each of those who read it marked there: nothing is an answer too.

    Units are sorted, and the same unit twice is one. Raises ValueError where a unit is empty, not in the document, or
    without a label.
    """

    length: int
    units: Mapping[str, tuple[Unit, ...]]

    @classmethod
    def of(cls, length: int, marked: Mapping[str, Iterable[tuple[int, int, str]]]) -> "Continuum":
        """The document that was marked so: reviewer → (start, end, label), in any order."""
        units = {reviewer: tuple(sorted({Unit(*one) for one in marked[reviewer]})) for reviewer in sorted(marked)}
        for reviewer, his in units.items():
            for unit in his:
                if not 0 <= unit.start < unit.end <= length:
                    raise ValueError(f"{reviewer!r} marked [{unit.start}, {unit.end}) in a document of {length}")
                if not unit.label:
                    raise ValueError(f"{reviewer!r} marked [{unit.start}, {unit.end}) as nothing")
        return cls(length, units)

    def only(self, *readers: str) -> "Continuum":
        """The same document as only these of its readers marked it."""
        return Continuum(self.length, {reader: self.units[reader] for reader in readers})


def merged(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Units of one label of which those that overlap are one; those that only touch stay two."""
    joined: list[Unit] = []
    for unit in sorted(units):
        if joined and unit.start < joined[-1].end:
            joined[-1] = joined[-1]._replace(end=max(joined[-1].end, unit.end))
        else:
            joined.append(unit)
    return tuple(joined)


def by_label(units: Iterable[Unit]) -> dict[str, list[Unit]]:
    """Label → the units that have it."""
    found: dict[str, list[Unit]] = {}
    for unit in units:
        found.setdefault(unit.label, []).append(unit)
    return found


def in_one_row(units: Iterable[Unit]) -> tuple[Unit, ...] | None:
    """The units of one reviewer, those of one label merged; None where such of different labels overlap."""
    row = sorted(unit for same in by_label(units).values() for unit in merged(same))
    return tuple(row) if all(one.end <= next_.start for one, next_ in pairwise(row)) else None


def without_labels(units: Iterable[Unit]) -> tuple[Unit, ...]:
    """The units as if all had one label: those with the same bounds are one."""
    return tuple(sorted({Unit(start, end, MARKED) for start, end, _ in units}))
