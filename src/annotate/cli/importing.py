"""The command that takes in files."""

from collections.abc import Sequence
from pathlib import Path

import click

from annotate.cli.asking import Asked, Verb
from annotate.cli.printing import counted, json_object, line, say
from annotate.work import Imported, RefusedRow, import_files, list_formats

SHOWN = 20
"""Refused rows that are named one by one; the rest is counted."""


@click.command(
    "import",
    cls=Verb,
    help="Take in files: articles as plain text or Markdown, documents, claims and judgements as JSON Lines. "
    "The format is found from the content; the same input twice changes nothing.",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice([form.name for form in list_formats() if form.reader]),
    help="See: annotate formats.",
)
@click.option("--dry-run", is_flag=True, help="Say what would come of it, and keep nothing.")
@click.option("--strict", is_flag=True, help="Keep nothing if any row is refused.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def import_command(
    asked: Asked, paths: tuple[Path, ...], form: str | None, dry_run: bool, strict: bool, as_json: bool
) -> int:
    """Take in files; 3 where a part was refused, 1 where everything was."""
    done = import_files(asked.desk(), paths, form=form, dry_run=dry_run, strict=strict)
    for notice in done.notices:
        say(notice)
    tell_refused(done.refused, "--json lists them all")
    for name, number in sorted(done.ignored.items()):
        say(f'The field "{name}" means nothing here and was passed over ({counted(number, "time")}).')
    if as_json:
        refused = [{"file": row.file, "line": row.line, "reason": row.reason} for row in done.refused]
        json_object({"added": dict(done.added), "rows": done.rows, "refused": refused, "dry_run": dry_run})
    else:
        line(_told(done, dry_run=dry_run, strict=strict))
    if not done.refused:
        return 0
    return 1 if strict or not done.rows else 3


def tell_refused(refused: Sequence[RefusedRow], more: str) -> None:
    """Name each refused row with its place and reason; of very many the first, and how many `more` there are."""
    for row in refused[:SHOWN]:
        place = row.file if row.line is None else f"{row.file}:{row.line}"
        say(f"annotate: {place}: {row.reason}")
    if len(refused) > SHOWN:
        say(f"annotate: {counted(len(refused) - SHOWN, 'more row')} refused; {more}.")


def _told(done: Imported, *, dry_run: bool, strict: bool) -> str:
    if strict and done.refused and not dry_run:
        return f"Took in nothing: {counted(len(done.refused), 'refusal')}, and --strict."
    said = ", ".join(counted(number, kind) for kind, number in sorted(done.added.items()))
    return f"{'Would take in' if dry_run else 'Took in'}: {said or 'nothing new'}."
