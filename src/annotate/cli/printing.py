"""Lines and JSON on stdout, speech on stderr; neither steers a terminal."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from shutil import get_terminal_size

import click
from rich.cells import cell_len, set_cell_size

from annotate.domain import printable

GAP = "  "
PLAIN_MARKS = str.maketrans("·–…●│├┤─", ".-~o|||-")

LOOKED_AT = 500
"""Rows from which the widths of a table are taken, so that a long one is printed while it is still being read."""


def say(sentence: str) -> None:
    """Something that is not data."""
    click.echo(printable(sentence), err=True)


def counted(number: int, noun: str) -> str:
    """1 claim, 2 claims."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def votes_told(votes: Mapping[str, int]) -> str:
    """2 supported, 1 refuted."""
    return ", ".join(f"{number} {side}" for side, number in votes.items())


def line(text: str = "") -> None:
    """A line of data, which the end of the command flushes."""
    sys.stdout.write(f"{text}\n")


def drawn(text: str) -> str:
    """The text with the marks that our tables and plots draw in ASCII, where stdout cannot encode them."""
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        return text.translate(PLAIN_MARKS)
    return text


def table(headers: Sequence[str], rows: Iterable[Sequence[object]], *, widest: int = 60) -> bool:
    """A table with columns up to `widest` cells wide; returns whether it had any row, and prints nothing if not.

    What is wider is cut where a person reads it, and stands uncut where a program does.
    """
    printed = False
    for row in table_lines(headers, rows, widest=widest):
        line(row)
        printed = True
    return printed


def table_lines(
    headers: Sequence[str], rows: Iterable[Sequence[object]], *, widest: int = 60, elastic: int | None = None
) -> Iterator[str]:
    """The lines of such a table; none where there is no row. The `elastic` column takes what a terminal has left."""
    shown = (tuple(map(_told, row)) for row in rows)
    first = list(islice(shown, LOOKED_AT))
    if not first:
        return
    widths = [min(widest, max(map(cell_len, column))) for column in zip(headers, *first, strict=True)]
    if elastic is not None and sys.stdout.isatty():
        others = sum(widths) - widths[elastic] + len(GAP) * (len(widths) - 1)
        widths[elastic] = max(cell_len(headers[elastic]), get_terminal_size().columns - others)
    fit = _cut if sys.stdout.isatty() else _padded
    for row in chain([tuple(headers)], first, shown):
        yield GAP.join(map(fit, row, widths)).rstrip()


def _told(value: object) -> str:
    """A value as a cell: yes or nothing for a truth, the words of a list, nothing for None."""
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case list() | tuple():
            return printable(" ".join(map(str, value)))
    return printable(str(value))


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - cell_len(cell))


def _cut(cell: str, width: int) -> str:
    return _padded(cell, width) if cell_len(cell) <= width else set_cell_size(cell, width - 1).rstrip() + "…"


def json_list(items: Iterable[Mapping[str, object]]) -> None:
    """A JSON array, an item a line, written as the items come."""
    between = "[\n"
    for item in items:
        sys.stdout.write(between + _written(item))
        between = ",\n"
    line("[]" if between == "[\n" else "\n]")


def json_object(item: Mapping[str, object]) -> None:
    """One JSON object on one line."""
    line(_written(item))


def json_lines(items: Iterable[Mapping[str, object]]) -> None:
    """JSON Lines: one object a line, as the items come."""
    for item in items:
        json_object(item)


def _written(item: Mapping[str, object]) -> str:
    """JSON in which everything that a terminal would obey, or that stdout cannot encode, stays escaped."""
    plain = sys.stdout.encoding.lower().replace("-", "") != "utf8"
    text = json.dumps(item, ensure_ascii=plain, separators=(",", ":"), allow_nan=False)
    return text if printable(text) == text else "".join(map(_escaped, text))


def _escaped(character: str) -> str:
    return character if printable(character) == character else f"\\u{ord(character):04x}"
