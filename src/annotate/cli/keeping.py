"""Commands that keep: backup, restore."""

import sys
from pathlib import Path

import click

from annotate.cli.asking import Asked, Verb
from annotate.cli.printing import line, say
from annotate.domain import printable
from annotate.wiring import restored
from annotate.work import backup

_path = click.Path(path_type=Path)


class _Progress:
    """How far a copy is, on a terminal, where there is something to wait for."""

    SOME = 20_000

    def __init__(self) -> None:
        self._told = -1

    def __call__(self, done: int, total: int) -> None:
        """Say it again where it is another hundredth."""
        hundredth = done * 100 // max(total, 1)
        if total >= self.SOME and hundredth != self._told and sys.stderr.isatty():
            self._told = hundredth
            click.echo(f"\r{hundredth:3} % " + ("\n" if done >= total else ""), nl=False, err=True)


@click.command(
    "backup",
    cls=Verb,
    help="Copy the whole project to DEST while others work in it, and look through the copy. It is a project that "
    "annotate restore makes one of again; where DEST ends in .jsonl, every record in the native format. Into a folder, "
    "under the project's name and the time.",
)
@click.argument("dest", type=_path)
@click.option("--force", is_flag=True, help="Also in the place of a file that stands there.")
@click.pass_obj
def backup_command(asked: Asked, dest: Path, force: bool) -> int:
    """A copy."""
    done = backup(asked.desk(), dest, over=force, tell=_Progress())
    if done.unnoted:
        say(f"The project could not note where this copy is, so no redaction will find it. {done.unnoted}")
    line(printable(str(done.path)))
    say("Copied, and looked through: it is whole.")
    return 0


@click.command(
    "restore",
    cls=Verb,
    help="Make a project out of the backup SRC: annotate.db in this folder, or what --project names, a path or the URL "
    "of an empty database. SRC is looked through first; the project is there whole or not at all.",
)
@click.argument("src", type=_path)
@click.option("--force", is_flag=True, help="In the place of what stands there, which is kept beside it.")
@click.pass_obj
def restore_command(asked: Asked, src: Path, force: bool) -> int:
    """A project again."""
    done = restored(asked.as_lead().settings(fresh=True), src, _Progress(), over=force)
    line(done.shown)
    say(f"Restored from {src}." + (f" What stood there is kept at {done.kept}." if done.kept else ""))
    return 0
