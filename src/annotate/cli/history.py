"""The command that shows who did what, when."""

import sys
from collections.abc import Callable, Iterator
from itertools import chain, islice
from shutil import get_terminal_size
from typing import Any, TypeVar

import click

from annotate.cli.asking import Asked, Verb, reading
from annotate.cli.deeds import in_words
from annotate.cli.paging import paged
from annotate.cli.printing import json_lines, say, table_lines
from annotate.cli.times import as_of_option, begun, desk_as_of, ended, moment
from annotate.domain import LETTERS, iso
from annotate.work import EVERYTHING, Desk, Logged, Sifting, Told, read_log, tell_log

SHORT = 11
"""Characters of an id that are enough to name it by."""

ROOMY = 100
"""Columns of a terminal on which there is room for a second id."""


@click.command("log", cls=Verb, help="Show who did what, when; every fact, in the order of their authors' clocks.")
@click.option("--claim", metavar="C", help="What touches one claim: its id, or a start of it.")
@click.option("--document", metavar="D", help="What touches one document or a claim in it: its id, title or source.")
@click.option("--by", metavar="NAME", help="What one reviewer recorded; lead: what the lead did.")
@click.option(
    "--kind",
    "kinds",
    metavar="KIND",
    type=click.Choice(list(LETTERS)),
    multiple=True,
    help=f"Of one kind: {', '.join(LETTERS)}. Can be repeated.",
)
@click.option("--since", metavar="TIME", callback=begun, help="From a time, or the beginning of a day, on.")
@click.option("--until", metavar="TIME", callback=ended, help="Up to a time, or the end of a day.")
@click.option("--newest", is_flag=True, help="The newest first.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), help="No more than N.")
@click.option("--after", metavar="ID", help="Go on behind that one (its `entry` or `id` under --json) in that order.")
@as_of_option
@click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, an entry a line.")
@click.pass_obj
def log_command(asked: Asked, /, limit: int | None, as_json: bool, **given: Any) -> int:
    """History."""
    desk = desk_as_of(asked, given.pop("as_of"))
    sifting = _sifting(desk, given)
    if as_json:
        json_lines(_entry(one) for one in _limited(reading(read_log(desk, sifting)), limit, lambda one: one))
        return 0
    rows = _limited(reading(tell_log(desk, sifting)), limit, lambda one: one.logged)
    first = next(rows, None)
    if first is None:
        say(_nothing(sifting, desk))
        return 0
    paged(table_lines(*_columns(chain([first], rows)), elastic=2))
    return 0


def _nothing(sifting: Sifting, desk: Desk) -> str:
    if sifting == EVERYTHING and desk.present is None:
        return "Nothing was recorded yet: annotate import FILE…"
    if sifting.by not in (None, "lead"):
        return f"{sifting.by} recorded nothing of that himself; what was imported stands under whoever imported it."
    return "Nothing of that was recorded."


def _sifting(desk: Desk, given: dict[str, Any]) -> Sifting:
    """What is asked for, in the project's own time."""
    since, until = (moment(desk, given.pop(name)) for name in ("since", "until"))
    return Sifting(kinds=frozenset(given.pop("kinds")), since=since, until=until, **given)


Row = TypeVar("Row", Logged, Told)


def _limited(rows: Iterator[Row], limit: int | None, logged: Callable[[Row], Logged]) -> Iterator[Row]:
    """The first of them; where there are more, it is said how to go on."""
    last: Row | None = None
    for last in islice(rows, limit):
        yield last
    if limit is not None and last is not None and next(rows, None) is not None:
        mark = logged(last).digest[:SHORT]
        # Said at the end, when a pager has given the screen back.
        click.get_current_context().call_on_close(lambda: say(f"There is more: add --after {mark}"))


def _columns(rows: Iterator[Told]) -> tuple[tuple[str, ...], Iterator[tuple[object, ...]]]:
    """A line for each entry: cut to what fits where a person reads it, whole where a program does."""
    headers = ("at (UTC)", "who", "what", "on", "id")
    if not sys.stdout.isatty():
        return headers, (_row(told) for told in rows)
    shown = 5 if get_terminal_size().columns >= ROOMY else 4
    return headers[:shown], (_short(_row(told))[:shown] for told in rows)


def _row(told: Told) -> tuple[str, ...]:
    logged = told.logged
    return (
        iso(logged.entry.at),
        logged.entry.author or "lead",
        in_words(told),
        logged.claim or logged.document or "",
        logged.id,
    )


def _short(row: tuple[str, ...]) -> tuple[str, ...]:
    at, who, what, on, identity = row
    return at[:19].replace("T", " "), who, what, on[:SHORT], identity[:SHORT]


def _entry(logged: Logged) -> dict[str, object]:
    entry, target = logged.entry, logged.target if logged.fact.kind == "withdrawal" else None
    return {
        "at": iso(entry.at),
        "reviewer": entry.author,
        "kind": logged.fact.kind,
        "id": logged.id,
        "claim": logged.claim,
        "installation": entry.installation,
        "version": entry.version,
        "content": logged.fact.content(),
        "entry": logged.digest,
        "previous": entry.previous,
        "undone": target.id if target and target.undone else None,
        "redone": target.id if target and not target.undone else None,
    }
