"""Who asks, of which project: the options that stand before a command, or after it."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from annotate.errors import Unusable, Usage

if TYPE_CHECKING:
    from annotate.settings import Settings
    from annotate.work import Desk

Row = TypeVar("Row")

DESK = "annotate.desk"
"""Where a call keeps the project that it opened."""

WAIT = 300.0
"""Seconds for which a command waits for other writers: a long import takes its minutes."""

ENTER_WAIT = 10.0
"""The same to be known to the project: whoever only read something is not kept as long."""


@dataclass(frozen=True)
class Asked:
    """What the flags say, before the environment and the files are asked."""

    project: str | None = None
    reviewer: str | None = None
    lead: bool = False

    def settings(self, *, fresh: bool = False) -> Settings:
        """What holds for this call. A `fresh` project stands in this folder unless it is said where."""
        from annotate.settings import FILE_NAME, resolve

        if self.lead and self.reviewer:
            raise Usage("--reviewer and --lead exclude one another.", "Give one of them.")
        folder = _here()
        project = self.project or (os.environ.get("ANNOTATE_PROJECT") or str(folder / FILE_NAME) if fresh else None)
        for name in ("ANNOTATE_PROJECT", "ANNOTATE_REVIEWER"):
            check_text(name, os.environ.get(name))
        check_text("the name of this folder", str(folder))
        return resolve(project, self.reviewer, lead=self.lead, environment=os.environ, folder=folder)

    def as_lead(self) -> Asked:
        """The same project, asked as the lead."""
        return replace(self, reviewer=None, lead=True)

    def desk(self) -> Desk:
        """The project, opened until the end of the command."""
        from annotate.wiring import open_desk

        context = click.get_current_context()
        desk = open_desk(self.settings())
        desk.store.wait = WAIT
        # A command may write more than once, and says it once.
        desk.store.waits = cache(partial(_say_waiting, desk.store.shown))
        context.call_on_close(desk.store.close)
        context.meta[DESK] = desk
        return desk


def _here() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        raise Unusable("The folder that you are in is gone.", "Go to another one, and repeat the command.") from error


def _say_waiting(name: str) -> None:
    click.echo(f"annotate: waiting for another writer of {name} …", err=True)


def reading(rows: Generator[Row, None, None]) -> Iterator[Row]:
    """Rows that are read from the project as they are printed; given up before it is closed, if nobody wants more."""
    click.get_current_context().call_on_close(rows.close)
    return rows


def terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


class Verb(click.Command):
    """A command that also takes `--project`, `--reviewer` and `--lead` behind its name, where people type them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = {option for parameter in self.params for option in parameter.opts}
        self.params += [option for option in _again() if not taken & set(option.opts)]

    def invoke(self, ctx: click.Context) -> Any:
        """Let what stands behind the command's name hold over what stands before it.

        A reviewer who asked is known from then on; a command that refuses leaves everything as it was.
        """
        check_words(ctx)
        said = {
            name: value for name in ("project", "reviewer", "lead") if (value := ctx.params.pop(f"also_{name}", None))
        }
        ctx.obj = replace(ctx.obj or Asked(), **said)
        result = super().invoke(ctx)
        if DESK in ctx.meta:
            from annotate.work import enter

            desk = ctx.meta.pop(DESK)
            desk.store.wait = ENTER_WAIT
            enter(desk)
        return result


class VerbGroup(Verb, click.Group):
    """A group that is also a command."""


def _again() -> Sequence[click.Option]:
    return (
        click.Option(["--project", "also_project"], hidden=True),
        click.Option(["--reviewer", "also_reviewer"], hidden=True),
        click.Option(["--lead", "also_lead"], is_flag=True, hidden=True),
    )


def check_words(ctx: click.Context) -> None:
    """Refuse words of the command line that are not UTF-8, except as names of files."""
    for parameter in ctx.command.params:
        check_text(max(parameter.opts, key=len), ctx.params.get(parameter.name or ""))


def check_text(name: str, value: object) -> None:
    """Refuse a text, or a tuple of them, that is not UTF-8: Python hands such bytes on as lone surrogates."""
    for word in value if isinstance(value, tuple) else (value,):
        if isinstance(word, str) and any("\ud800" <= character <= "\udfff" for character in word):
            raise Usage(f"What is given as {name} is not UTF-8.", "Write it in UTF-8.")


def pairs(given: Iterable[str], what: str) -> Iterator[tuple[str, str]]:
    """`k=v` words as pairs; a usage error that names the word which is none."""
    for word in given:
        key, mark, value = word.partition("=")
        if not mark or not key:
            raise click.UsageError(f'{what} "{word}" is not of the form NAME=VALUE.')
        yield key, value


def columns(_: click.Context, __: click.Parameter, given: str | None) -> dict[str, str]:
    """`--columns claim=item,verdict=label` as a mapping."""
    return dict(pairs([word for word in (given or "").split(",") if word], "The column"))
