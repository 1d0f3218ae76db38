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
    """Label as it is written → as it counts: at a numeric level with one spelling for each number; with a `joint`, a
    set of the labels that it joins, without blanks around them, and none twice.

    Raises BadInput for a label that is no such number, for a negative one at the level ratio, and for one that is not
    in the declared order, where there is one.
    """

    def __init__(self, level: Level, order: Sequence[str], file: Path, joint: str = "") -> None:
        super().__init__()
        self._level, self._order, self._file, self._joint = level, frozenset(order), file, joint

    def __missing__(self, label: str) -> str:
        if self._joint:
            parts = dict.fromkeys(part.strip() for part in label.split(self._joint))
            told = self._joint.join(self._declared(part) for part in parts if part)
        else:
            told = self._declared(_spelled(label, self._level, self._file) if self._level in NUMERIC else label)
        self[label] = told
        return told

    def _declared(self, label: str) -> str:
        if self._order and label not in self._order:
            raise BadInput(
                f'The label "{printable(label)}" is not in --order.', "Name every label there.", file=self._file
            )
        return label


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
