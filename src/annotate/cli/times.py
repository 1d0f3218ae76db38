"""Times on the command line: a time, a day, or what was recorded then; and the project as it was."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from annotate.cli.asking import Asked
from annotate.domain import Moment, day_of, moment_of

if TYPE_CHECKING:
    from annotate.work import Desk

When = Moment | str
"""A moment, or the id of a fact or of a log entry (or a start of one), which only the project can date."""

_ID = re.compile(r"[a-z][0-9]_[0-9a-f]+|[0-9a-f]{8,32}")


def begun(ctx: click.Context, param: click.Parameter, written: str | None) -> When | None:
    """An ISO 8601 time, in UTC unless it says otherwise; of a bare date its beginning."""
    return _when(ctx, param, written, 0)


def ended(ctx: click.Context, param: click.Parameter, written: str | None) -> When | None:
    """The same; of a bare date its end."""
    return _when(ctx, param, written, 1)


def _when(ctx: click.Context, param: click.Parameter, written: str | None, end: int) -> When | None:
    if written is None:
        return None
    with suppress(ValueError):
        return day_of(written)[end]
    with suppress(ValueError, OverflowError):
        return moment_of(written)
    if _ID.fullmatch(written):
        return written
    raise click.UsageError(
        f'{param.opts[0]} "{written}" is no time such as 2026-11-20T18:00:00Z, no day such as 2026-11-20, and no id.',
        ctx,
    )


as_of_option = click.option(
    "--as-of",
    metavar="TIME",
    callback=ended,
    help="The state at an earlier time (2026-11-20T18:00:00Z), at the end of a day (2026-11-20; UTC), or once what "
    "bears that id was recorded.",
)


def moment(desk: Desk, when: When | None) -> Moment | None:
    """The moment that is meant in that project."""
    from annotate.work import moment_after

    return moment_after(desk, when) if isinstance(when, str) else when


def desk_as_of(asked: Asked, when: When | None) -> Desk:
    """The project, or what it was; let go of at the end of the command."""
    desk = asked.desk()
    then = moment(desk, when)
    if then is None:
        return desk
    past = desk.as_of(then)
    click.get_current_context().call_on_close(past.store.close)
    return past
