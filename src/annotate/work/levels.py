"""The labels of a table of votes, as its level of measurement needs them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

from annotate.agreement import Level, number, spelling
from annotate.domain import excerpt, printable
from annotate.errors import BadInput

NUMERIC = ("interval", "ratio")
"""Levels at which a label is a number."""


def on_level(votes: Iterator[tuple[str, str, str]], level: Level, file: Path) -> Iterator[tuple[str, str, str]]:
    """The votes, at a numeric level with one spelling for each number.

    Raises BadInput for a label that is none, and for a negative one at the level ratio.
    """
    return ((c, r, _spelled(label, level, file)) for c, r, label in votes) if level in NUMERIC else votes


def one_by_one(votes: Iterator[tuple[str, str, str]], joint: str) -> Iterator[tuple[str, str, str]]:
    """The votes, each verdict a set of the labels that `joint` joins: no blanks around them, and none twice."""
    for claim, reviewer, verdict in votes:
        labels = dict.fromkeys(label.strip() for label in verdict.split(joint))
        yield claim, reviewer, joint.join(filter(None, labels))


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
