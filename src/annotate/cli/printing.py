"""Lines and JSON on stdout, speech on stderr."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence

import click
from rich.cells import cell_len, set_cell_size

from annotate.domain import printable


def say(sentence: str) -> None:
    """Something that is not data."""
    click.echo(sentence, err=True)


def table(headers: Sequence[str], rows: Iterable[Sequence[object]], *, widest: int = 60) -> None:
    """A table as wide as its cells; no cell wider than `widest` where a person reads it, uncut where a program does."""
    cells = [[printable(str("" if cell is None else cell)) for cell in row] for row in rows]
    limit = widest if sys.stdout.isatty() else 1_000_000
    shown = [[_cut(cell, limit) for cell in row] for row in [list(headers), *cells]]
    widths = [max(map(cell_len, column)) for column in zip(*shown, strict=True)]
    for row in shown:
        line = "  ".join(set_cell_size(cell, width) for cell, width in zip(row, widths, strict=True))
        click.echo(line.rstrip())


def _cut(cell: str, limit: int) -> str:
    return cell if cell_len(cell) <= limit else set_cell_size(cell, limit - 1).rstrip() + "…"


def json_list(items: Iterable[Mapping[str, object]]) -> None:
    """A JSON array, an item a line, written as the items come."""
    between = "[\n"
    for item in items:
        click.echo(between + _dumped(item), nl=False)
        between = ",\n"
    click.echo("\n]" if between != "[\n" else "[]")


def json_object(item: Mapping[str, object]) -> None:
    """One JSON object on one line."""
    click.echo(_dumped(item))


def _dumped(item: Mapping[str, object]) -> str:
    return json.dumps(item, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def json_lines(items: Iterable[Mapping[str, object]]) -> None:
    """JSON Lines: one object a line, as the items come."""
    for item in items:
        click.echo(_dumped(item))
