"""Commands that report: status, export, log, check."""

from pathlib import Path

import click

from annotate.cli.asking import Asked, Verb, reading
from annotate.cli.differing import conflict_row, conflict_told
from annotate.cli.printing import counted, json_lines, json_object, line, say, table
from annotate.domain import Judgement, Moment, iso, moment_of, printable
from annotate.work import (
    Desk,
    Logged,
    Overview,
    check_project,
    export,
    list_formats,
    read_log,
    rebuild_project,
    status,
)

as_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def _moment(_: click.Context, __: click.Parameter, written: str | None) -> Moment | None:
    """`--as-of TIME` as a moment."""
    try:
        return None if written is None else moment_of(written)
    except (ValueError, OverflowError) as error:
        raise click.UsageError(f'--as-of "{written}" is no time such as 2026-11-20T18:00:00Z.') from error


as_of_option = click.option(
    "--as-of", metavar="TIME", callback=_moment, help="The state at an earlier time, such as 2026-11-20T18:00:00Z."
)


def _desk(asked: Asked, as_of: Moment | None) -> Desk:
    """The project, or what it was."""
    desk = asked.desk()
    if as_of is None:
        return desk
    past = desk.as_of(as_of)
    click.get_current_context().call_on_close(past.store.close)
    return past


@click.command("status", cls=Verb, help="Show how far the project and each reviewer have come.")
@as_of_option
@as_json_option
@click.pass_obj
def status_command(asked: Asked, as_of: Moment | None, as_json: bool) -> int:
    """Progress."""
    overview = status(_desk(asked, as_of))
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
def export_command(asked: Asked, dest: Path, form: str, include: str, names: bool, as_of: Moment | None) -> int:
    """Write a dataset."""
    done = export(_desk(asked, as_of), dest, form, everything=include == "all", names=names)
    say(f"Wrote {counted(done.items, 'record' if form == 'annotate' else 'claim')} to {dest}.")
    return 0


@click.command("log", cls=Verb, help="Show who did what, when; every fact, in the order of recording.")
@click.option("--claim", metavar="C", help="What touches one claim: its id, or a start of it.")
@as_of_option
@as_json_option
@click.pass_obj
def log_command(asked: Asked, claim: str | None, as_of: Moment | None, as_json: bool) -> int:
    """History."""
    logged = reading(read_log(_desk(asked, as_of), claim))
    if as_json:
        json_lines(_entry(one) for one in logged)
        return 0
    rows = ((iso(one.entry.at), one.entry.author or "lead", one.fact.kind, _says(one), one.id) for one in logged)
    if not table(("at", "who", "kind", "what", "id"), rows, widest=44):
        say("Nothing was recorded yet: annotate import FILE…")
    return 0


def _entry(logged: Logged) -> dict[str, object]:
    fact = logged.fact
    return {
        "at": iso(logged.entry.at),
        "reviewer": logged.entry.author,
        "kind": fact.kind,
        "id": logged.id,
        "claim": logged.id if fact.kind == "claim" else getattr(fact, "claim", None),
        "installation": logged.entry.installation,
        "version": logged.entry.version,
        "content": fact.content(),
    }


SAYING = ("verdict", "outcome", "title", "handle", "name", "reviewer", "value", "fact")
"""Fields of facts that say in a word what they are about; the first one that is there does."""


def _says(logged: Logged) -> str:
    """A fact in a few words; an answer that somebody else recorded, with the name of who gave it."""
    fact = logged.fact
    if isinstance(fact, Judgement):
        said = fact.verdict or fact.answer.value
        return said if fact.reviewer == logged.entry.author else f"{fact.reviewer}: {said}"
    return next((word for name in SAYING if (word := getattr(fact, name, ""))), "")


@click.command("check", cls=Verb, help="Look for anything that is wrong with the project; exit 1 where something is.")
@click.option("--rebuild", is_flag=True, help="Make the derived tables anew from the facts.")
@as_json_option
@click.pass_obj
def check_command(asked: Asked, rebuild: bool, as_json: bool) -> int:
    """Integrity."""
    desk = asked.desk()
    found = rebuild_project(desk) if rebuild else check_project(desk)
    if as_json:
        findings = [{"what": one.what, "where": one.where, "sentence": one.sentence} for one in found]
        json_object({"ok": not found, "findings": findings})
    else:
        for finding in found:
            line(printable(finding.sentence))
        say("Everything is as it was recorded." if not found else f"{counted(len(found), 'finding')}.")
    return 1 if found else 0
