"""Who asks, of which project: the options that stand before a command, or after it."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from annotate.settings import Settings
    from annotate.work import Desk


@dataclass(frozen=True)
class Asked:
    """What the flags say, before the environment and the files are asked."""

    project: str | None = None
    reviewer: str | None = None
    lead: bool = False

    def settings(self, *, fresh: bool = False) -> Settings:
        """What holds for this call. A `fresh` project stands in this folder unless it is said where."""
        from annotate.settings import FILE_NAME, resolve

        folder = Path.cwd()
        project = self.project or (os.environ.get("ANNOTATE_PROJECT") or str(folder / FILE_NAME) if fresh else None)
        return resolve(project, self.reviewer, lead=self.lead, environment=os.environ, folder=folder)

    def desk(self) -> Desk:
        """The project, opened."""
        from annotate.wiring import open_desk

        return open_desk(self.settings())


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
        """Let what stands behind the command's name hold over what stands before it."""
        said = {
            name: value for name in ("project", "reviewer", "lead") if (value := ctx.params.pop(f"also_{name}", None))
        }
        ctx.obj = replace(ctx.obj or Asked(), **said)
        return super().invoke(ctx)


def _again() -> Sequence[click.Option]:
    return (
        click.Option(["--project", "also_project"], hidden=True),
        click.Option(["--reviewer", "also_reviewer"], hidden=True),
        click.Option(["--lead", "also_lead"], is_flag=True, hidden=True),
    )


def pairs(given: Sequence[str], what: str) -> dict[str, str]:
    """`k=v` words as a mapping; a usage error that names the word which is none."""
    found: dict[str, str] = {}
    for word in given:
        key, mark, value = word.partition("=")
        if not mark or not key:
            raise click.UsageError(f'{what} "{word}" is not of the form NAME=VALUE.')
        found[key] = value
    return found


def columns(_: click.Context, __: click.Parameter, given: str | None) -> dict[str, str]:
    """`--columns claim=item,verdict=label` as a mapping."""
    return pairs([word for word in (given or "").split(",") if word], "The column")
