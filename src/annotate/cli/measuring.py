"""The command that measures agreement."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from annotate.cli.asking import Asked, Verb, columns
from annotate.cli.importing import tell_refused
from annotate.cli.intervals import interval_options, terms_of
from annotate.cli.printing import drawn, line, say
from annotate.cli.times import as_of_option, desk_as_of
from annotate.report import AgreementFacts, agreement_html, agreement_json, agreement_markdown, agreement_text
from annotate.work import STDOUT, RefusedRow, delivered, project_agreement, table_agreement

TELLINGS: Mapping[str, Callable[[AgreementFacts], str]] = {
    "text": agreement_text,
    "json": agreement_json,
    "html": agreement_html,
    "markdown": agreement_markdown,
}
"""Name of a form → what tells the report in it."""

OF_A_TABLE = ("columns", "level", "order", "repeats", "sets")
"""Options that speak of a table of votes."""


@click.command(
    "agreement",
    cls=Verb,
    help="Report how far reviewers agree, in the project or in a table of VOTES (CSV or TSV) with no project at all.",
)
@click.argument("votes", required=False, type=click.Path(path_type=Path))
@click.option("--facet", metavar="F", help="One facet of the scheme; all by default.")
@click.option("--format", "form", type=click.Choice(list(TELLINGS)), default="text", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE", help="Write it there.")
@click.option("--columns", callback=columns, metavar="k=v,…", help="The table's columns: claim=…,reviewer=…,verdict=…")
@click.option(
    "--level",
    type=click.Choice(["nominal", "ordinal", "interval", "ratio"]),
    help="The table's level of measurement; nominal by default. Interval and ratio need labels that are numbers.",
)
@click.option("--order", metavar="a,b,c", help="The table's labels in order, lowest first; unused ones count too.")
@click.option(
    "--sets", metavar="SIGN", help="Each verdict of the table is a set of labels, joined by SIGN (such as |)."
)
@click.option(
    "--repeats",
    type=click.Choice(["last", "first", "refuse"]),
    help="Which of a reviewer's votes on one claim of the table counts; last by default.",
)
@interval_options
@as_of_option
@click.pass_obj
def agreement_command(
    asked: Asked, /, votes: Path | None, form: str, as_json: bool, output: Path | None, **terms: Any
) -> int:
    """Agreement; 3 where rows of the table were refused."""
    _check(votes, terms)
    code, facts = (0, _of_project(asked, terms)) if votes is None else _of_table(votes, terms)
    _tell("json" if as_json else form, facts, output)
    if not any(part.judgements for part in facts.facets):
        say("Nobody has given a verdict yet, so there is nothing to measure.")
    return code


def _tell(form: str, facts: AgreementFacts, output: Path | None) -> None:
    """In words on stdout as it can draw them; anything else, and anywhere else, to the byte."""
    told = TELLINGS[form](facts)
    if output is None and form == "text":
        line(drawn(told.rstrip("\n")))
        return
    with delivered(output or STDOUT) as stream:
        stream.write(told.encode())


def _of_project(asked: Asked, terms: dict[str, Any]) -> AgreementFacts:
    return project_agreement(desk_as_of(asked, terms["as_of"]), terms["facet"], terms_of(terms))


def _check(votes: Path | None, terms: dict[str, Any]) -> None:
    """Refuse options that would be passed over."""
    given = [name for name in OF_A_TABLE if terms[name]]
    if votes is None and given:
        raise click.UsageError(f"--{given[0]} speaks of a table of votes, and none is named.")
    if terms["sets"] and terms["level"] not in (None, "nominal"):
        raise click.UsageError("--sets speaks of labels without an order, and --level of labels with one.")
    if votes is not None and terms["facet"] is not None:
        raise click.UsageError("--facet speaks of the project's scheme, and a table of votes has none.")
    if votes is not None and terms["as_of"] is not None:
        raise click.UsageError("--as-of speaks of the project, and a table of votes has no history.")


def _of_table(votes: Path, terms: dict[str, Any]) -> tuple[int, AgreementFacts]:
    found = table_agreement(
        votes,
        terms["columns"],
        level=terms["level"] or "nominal",
        order=tuple(word for word in (terms["order"] or "").split(",") if word),
        repeats=terms["repeats"] or "last",
        joint=terms["sets"] or "",
        terms=terms_of(terms),
    )
    tell_refused([RefusedRow(str(votes), row.line, row.reason) for row in found.refused], "they are not counted")
    if found.repeats:
        say(f"Votes given again by the same reviewer on the same claim: {found.repeats}; one of each counts.")
    return (3 if found.refused else 0), found.facts
