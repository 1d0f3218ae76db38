"""The command that takes in files."""

from pathlib import Path

import click

from annotate.cli.asking import Asked, Verb
from annotate.cli.printing import json_object, say
from annotate.domain import printable
from annotate.work import Imported, import_files

SHOWN = 20
"""Refused rows that are named one by one; the rest is counted."""


@click.command(
    "import",
    cls=Verb,
    help="Take in files: articles as plain text or Markdown, documents, claims and judgements as JSON Lines. "
    "The format is found from the content; the same input twice changes nothing.",
)
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", metavar="F", help="See: annotate formats.")
@click.option("--dry-run", is_flag=True, help="Say what would come of it, and keep nothing.")
@click.option("--strict", is_flag=True, help="Keep nothing if any row is refused.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def import_command(
    asked: Asked, paths: tuple[Path, ...], form: str | None, dry_run: bool, strict: bool, as_json: bool
) -> int:
    """Take in files; 3 where a part was refused, 1 where everything was."""
    done = import_files(asked.desk(), paths, form=form, dry_run=dry_run, strict=strict)
    _tell(done)
    if as_json:
        refused = [{"file": row.file, "line": row.line, "reason": row.reason} for row in done.refused]
        json_object({"added": dict(done.added), "rows": done.rows, "refused": refused, "dry_run": dry_run})
    else:
        said = ", ".join(f"{number} {kind}{'s' if number > 1 else ''}" for kind, number in done.added.items())
        click.echo(f"{'Would take in' if dry_run else 'Took in'}: {said or 'nothing new'}.")
    if not done.refused:
        return 0
    return 1 if strict or not done.rows else 3


def _tell(done: Imported) -> None:
    for notice in done.notices:
        say(notice)
    for row in done.refused[:SHOWN]:
        place = row.file if row.line is None else f"{row.file}:{row.line}"
        say(f"annotate: {printable(place)}: {row.reason}")
    if len(done.refused) > SHOWN:
        say(f"annotate: {len(done.refused) - SHOWN} more rows were refused; --json lists them all.")
    for name, number in sorted(done.ignored.items()):
        say(f'The field "{printable(name)}" means nothing here and was passed over ({number} times).')
