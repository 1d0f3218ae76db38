"""The labels of a table of votes, as its level of measurement needs them."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from annotate.agreement import Level, number, spelling
from annotate.domain import excerpt, printable
from annotate.errors import BadInput

NUMERIC = ("interval", "ratio")
"""Levels at which a label is a number."""


class Labels(dict[str, str]):
    """Label as it is written → as it counts: at a numeric level with one spelling for each number.

    Raises BadInput for a label that is no such number, for a negative one at the level ratio, and for one that is not
    in the declared order, where there is one.
    """

    def __init__(self, level: Level, order: Sequence[str], file: Path) -> None:
        super().__init__()
        self._level, self._order, self._file = level, frozenset(order), file

    def __missing__(self, label: str) -> str:
        told = _spelled(label, self._level, self._file) if self._level in NUMERIC else label
        if self._order and told not in self._order:
            raise BadInput(
                f'The label "{printable(told)}" is not in --order.', "Name every label there.", file=self._file
            )
        self[label] = told
        return told


def by_number(labels: Sequence[str], level: Level, file: Path) -> tuple[str, ...]:
    """The labels from the lowest up, where nobody declared their order.

    Raises BadInput where they are no numbers, since nothing else would say which is lower.
    """
    return tuple(sorted(labels, key=lambda label: (_number(label, level, file), label)))


def _spelled(label: str, level: Level, file: Path) -> str:
    found = spelling(label)
    if found is None:
        raise _no_number(label, level, file)
    if level == "ratio" and found.startswith("-"):
        raise BadInput(
            f"The label {printable(excerpt(label))} is negative, and a ratio scale starts at 0.",
            "Try --level interval.",
            file=file,
        )
    return found


def _number(label: str, level: Level, file: Path) -> Fraction:
    found = number(label)
    if found is None:
        raise _no_number(label, level, file)
    return found


def _no_number(label: str, level: Level, file: Path) -> BadInput:
    way_out = "Name the labels from the lowest up with --order a,b,c." if level == "ordinal" else "Try --level ordinal."
    return BadInput(
        f"The label {printable(excerpt(label))} is no number, as --level {level} needs.", way_out, file=file
    )
