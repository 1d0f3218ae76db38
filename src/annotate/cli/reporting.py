"""Commands that report: status, export, check."""

from collections.abc import Sequence
from pathlib import Path

import click

from annotate.cli.asking import Asked, Verb
from annotate.cli.differing import conflict_row, conflict_told
from annotate.cli.printing import counted, json_object, line, say, table
from annotate.cli.times import When, as_of_option, desk_as_of
from annotate.work import (
    Checked,
    Finding,
    Overview,
    check_project,
    export,
    list_formats,
    rebuild_project,
    status,
)

as_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.command("status", cls=Verb, help="Show how far the project and each reviewer have come.")
@as_of_option
@as_json_option
@click.pass_obj
def status_command(asked: Asked, as_of: When | None, as_json: bool) -> int:
    """Progress."""
    overview = status(desk_as_of(asked, as_of))
    if as_json:
        differing = [conflict_row(one) for one in overview.conflicts]
        json_object({**_counts(overview), "reviewers": _progress(overview), "conflicts": differing})
        return 0
    line("  ".join(f"{name} {number}" for name, number in _counts(overview).items() if number is not None))
    table(("reviewer", "assigned", "done", "skipped", "left", "median", "to finish"), _people(overview))
    for conflict in overview.conflicts:
        say(conflict_told(conflict))
    return 0


def _counts(overview: Overview) -> dict[str, int | None]:
    names = ("documents", "claims", "judgements", "evidence", "decisions", "disputes")
    return {name: getattr(overview.counts, name) for name in names}


def _progress(overview: Overview) -> list[dict[str, object]]:
    return [
        {
            "name": one.handle,
            "assigned": one.assigned,
            "done": one.work.done,
            "skipped": one.work.skipped,
            "median_seconds": one.work.median_seconds,
        }
        for one in overview.reviewers
    ]


def _people(overview: Overview) -> list[tuple[object, ...]]:
    return [
        (
            one.handle,
            one.assigned,
            one.work.done,
            one.work.skipped,
            one.left,
            _span(one.work.median_seconds),
            _span(one.seconds_left),
        )
        for one in overview.reviewers
    ]


def _span(seconds: float | None) -> str:
    """A time as a person says it."""
    if seconds is None:
        return "-"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


@click.command("export", cls=Verb, help="Write a dataset to DEST (- for stdout): settled claims, or all of them.")
@click.argument("dest", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice([form.name for form in list_formats() if form.writer]),
    default="jsonl",
    show_default=True,
    help="See: annotate formats.",
)
@click.option("--include", type=click.Choice(["settled", "all"]), default="settled", show_default=True)
@click.option("--names", is_flag=True, help="Reviewers under their handles instead of pseudonyms.")
@as_of_option
@click.pass_obj
def export_command(asked: Asked, dest: Path, form: str, include: str, names: bool, as_of: When | None) -> int:
    """Write a dataset."""
    done = export(desk_as_of(asked, as_of), dest, form, everything=include == "all", names=names)
    say(f"Wrote {counted(done.items, 'record' if form == 'annotate' else 'claim')} to {dest}.")
    return 0


@click.command("check", cls=Verb, help="Look for anything that is wrong with the project; exit 1 where something is.")
@click.option("--rebuild", is_flag=True, help="Make the derived tables anew from the facts.")
@as_json_option
@click.pass_obj
def check_command(asked: Asked, rebuild: bool, as_json: bool) -> int:
    """Integrity."""
    desk = asked.desk()
    done = rebuild_project(desk) if rebuild else Checked([], check_project(desk))
    if as_json:
        json_object({"ok": not done.left, "findings": _told(done.left), "mended": _told(done.mended)})
        return 1 if done.left else 0
    for finding in done.left:
        line(finding.sentence)
    for finding in done.mended:
        say(f"Made anew: {finding.where}.")
    say("Everything is as it was recorded." if not done.left else f"{counted(len(done.left), 'finding')}.")
    for step in dict.fromkeys(finding.step for finding in done.left):
        say(step)
    return 1 if done.left else 0


def _told(findings: Sequence[Finding]) -> list[dict[str, str]]:
    return [{"what": one.what, "where": one.where, "sentence": one.sentence, "step": one.step} for one in findings]
