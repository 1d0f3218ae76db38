"""Commands that report: agreement, status, export, log, check."""

import sys
from pathlib import Path
from typing import Any

import click

from annotate.cli.asking import Asked, Verb, columns
from annotate.cli.printing import json_lines, json_object, say, table
from annotate.domain import iso, moment_of, printable
from annotate.report import AgreementFacts, agreement_json, agreement_text
from annotate.work import (
    Desk,
    Logged,
    Overview,
    check_project,
    export,
    project_agreement,
    read_log,
    rebuild_project,
    status,
    table_agreement,
)

as_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
as_of_option = click.option(
    "--as-of", metavar="TIME", help="The state at an earlier time, such as 2026-11-20T18:00:00Z."
)


def _desk(asked: Asked, as_of: str | None) -> Desk:
    """The project, or what it was."""
    desk = asked.desk()
    if as_of is None:
        return desk
    try:
        return desk.as_of(moment_of(as_of))
    except (ValueError, OverflowError) as error:
        raise click.UsageError(f'--as-of "{as_of}" is no time such as 2026-11-20T18:00:00Z.') from error


@click.command(
    "agreement",
    cls=Verb,
    help="Report how far reviewers agree, in the project or in a table of VOTES (CSV or TSV) with no project at all.",
)
@click.argument("votes", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--facet", metavar="F", help="One facet of the scheme; all by default.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write it there.")
@click.option("--columns", callback=columns, metavar="k=v,…", help="The table's columns: claim=…,reviewer=…,verdict=…")
@click.option("--level", type=click.Choice(["nominal"]), default="nominal", show_default=True)
@click.option("--order", metavar="a,b,c", help="The table's labels in order, lowest first; unused ones count too.")
@click.option("--repeats", type=click.Choice(["last", "first", "refuse"]), default="last", show_default=True)
@click.pass_obj
def agreement_command(
    asked: Asked, /, votes: Path | None, facet: str | None, form: str, as_json: bool, output: Path | None, **terms: Any
) -> int:
    """Agreement; 3 where rows of the table were refused."""
    code, facts = (0, project_agreement(asked.desk(), facet)) if votes is None else _of_table(votes, terms)
    told = (agreement_json if as_json or form == "json" else agreement_text)(facts).rstrip("\n")
    if output is None:
        click.echo(told)
    else:
        output.write_text(told + "\n", encoding="utf-8")
    return code


def _of_table(votes: Path, terms: dict[str, Any]) -> tuple[int, AgreementFacts]:
    order = tuple(word for word in (terms["order"] or "").split(",") if word)
    found = table_agreement(votes, terms["columns"], level=terms["level"], order=order, repeats=terms["repeats"])
    for row in found.refused[:20]:
        say(f"annotate: {votes}:{row.line}: {row.reason}")
    if found.repeats:
        say(f"{found.repeats} votes were given again by the same reviewer on the same claim; one of each counts.")
    return (3 if found.refused else 0), found.facts


@click.command("status", cls=Verb, help="Show how far the project and each reviewer have come.")
@as_of_option
@as_json_option
@click.pass_obj
def status_command(asked: Asked, as_of: str | None, as_json: bool) -> int:
    """Progress."""
    overview = status(_desk(asked, as_of))
    if as_json:
        json_object(_status(overview))
        return 0
    counts = _status(overview)
    people = counts.pop("reviewers")
    click.echo("  ".join(f"{name} {value}" for name, value in counts.items() if value is not None))
    if people:
        table(("reviewer", "assigned", "done", "skipped", "left", "median", "to finish"), _people(overview))
    return 0


def _status(overview: Overview) -> dict[str, object]:
    people = [
        {
            "name": one.handle,
            "assigned": one.assigned,
            "done": one.work.done,
            "skipped": one.work.skipped,
            "median_seconds": one.work.median_seconds,
        }
        for one in overview.reviewers
    ]
    names = ("documents", "claims", "judgements", "evidence", "decisions", "disputes")
    return {name: getattr(overview.counts, name) for name in names} | {"reviewers": people}


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
@click.option("--format", "form", default="jsonl", show_default=True, metavar="F", help="annotate, jsonl or csv.")
@click.option("--include", type=click.Choice(["settled", "all"]), default="settled", show_default=True)
@click.option("--names", is_flag=True, help="Reviewers under their handles instead of pseudonyms.")
@as_of_option
@click.pass_obj
def export_command(asked: Asked, dest: Path, form: str, include: str, names: bool, as_of: str | None) -> int:
    """Write a dataset."""
    done = export(_desk(asked, as_of), dest, form, everything=include == "all", names=names)
    say(f"Wrote {done.items} {'records' if form == 'annotate' else 'claims'} to {dest}.")
    return 0


@click.command("log", cls=Verb, help="Show who did what, when; every fact, in the order of recording.")
@click.option("--claim", metavar="C", help="What touches one claim: its id, or a start of it.")
@as_of_option
@as_json_option
@click.pass_obj
def log_command(asked: Asked, claim: str | None, as_of: str | None, as_json: bool) -> int:
    """History."""
    logged = read_log(_desk(asked, as_of), claim)
    if as_json:
        json_lines(_entry(one) for one in logged)
        return 0
    rows = [
        (entry["at"], entry["reviewer"] or "lead", entry["kind"], entry["says"], entry["id"])
        for entry in (_entry(one) | {"says": _says(one)} for one in logged)
    ]
    table(("at", "who", "kind", "what", "id"), rows, widest=44)
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


def _says(logged: Logged) -> str:
    """A fact in a few words."""
    fact = logged.fact
    words = [
        getattr(fact, name, "")
        for name in ("verdict", "outcome", "title", "handle", "name", "reviewer", "value", "fact")
    ]
    said = next((word for word in words if isinstance(word, str) and word), "")
    answer = getattr(fact, "answer", "verdict")
    return printable(said if answer == "verdict" else str(answer))


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
            click.echo(printable(finding.sentence))
        say("Everything is as it was recorded." if not found else f"{len(found)} findings.")
    sys.stdout.flush()
    return 1 if found else 0
