"""The command that measures agreement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotate.cli.asking import Asked, Verb, columns
from annotate.cli.intervals import interval_options, terms_of
from annotate.cli.printing import drawn, line, say
from annotate.cli.times import as_of_option, desk_as_of
from annotate.cli.voting import in_order, refuse_itself, words
from annotate.counting import Count
from annotate.report import MOST, AgreementFacts, agreement_html, agreement_markdown, agreement_text, counted_facts

if TYPE_CHECKING:
    from annotate.work import Extras


def _json(facts: AgreementFacts) -> str:
    from annotate.report import agreement_json

    return agreement_json(facts)


TELLINGS: Mapping[str, Callable[[AgreementFacts], str]] = {
    "text": agreement_text,
    "json": _json,
    "html": agreement_html,
    "markdown": agreement_markdown,
}
"""Name of a form → what tells the report in it."""

SUFFIXES = {"text": "txt", "json": "json", "html": "html", "markdown": "md"}
"""Name of a form → how a file in it ends."""

OF_A_TABLE = ("columns", "level", "order", "repeats", "models", "sets")
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
@click.option(
    "--order",
    metavar="a,b,c",
    callback=in_order,
    help="The table's labels in order, lowest first; unused ones count too.",
)
@click.option(
    "--sets", metavar="SIGN", help="Each verdict of the table is a set of labels, joined by SIGN (such as |)."
)
@click.option(
    "--repeats",
    type=click.Choice(["last", "first", "refuse"]),
    help="Which of a reviewer's votes on one claim of the table counts; last by default.",
)
@interval_options
@click.option(
    "--by",
    type=click.Choice(["document", "label", "type", "period", "round"]),
    help="How far reviewers agree in each part of the project's claims, and what each part costs.",
)
@click.option(
    "--details/--no-details",
    default=None,
    help="Also what every judgement of the project has to be looked at for: decisions, drift, speed, the same claim "
    "twice, the claims that cost most. By default up to 20,000 judgements.",
)
@click.option(
    "--models", metavar="a,b", callback=words, help="The table's reviewers who are models; a project knows its own."
)
@click.option(
    "--epsilon",
    type=click.FloatRange(0, 1),
    default=0.15,
    show_default=True,
    help="What a model is spared for being cheap, where it is asked whether it may stand in for a human: 0.2 beside "
    "experts, 0.15 beside skilled reviewers, 0.1 beside a crowd.",
)
@as_of_option
@click.pass_obj
def agreement_command(
    asked: Asked, /, votes: Path | None, form: str, as_json: bool, output: Path | None, **terms: Any
) -> int:
    """Agreement; 3 where rows of the table were refused."""
    _check(votes, terms)
    refuse_itself(votes, output)
    code, facts = (0, _of_project(asked, terms)) if votes is None else _of_table(votes, terms)
    _tell("json" if as_json else form, facts, output)
    if not facts.spans and not any(part.judgements for part in facts.facets):
        say("Nobody has given a verdict yet, so there is nothing to measure.")
    return code


def _tell(form: str, facts: AgreementFacts, output: Path | None) -> None:
    """In words on stdout as it can draw them; anything else, and anywhere else, to the byte."""
    told = TELLINGS[form](facts)
    if output is None and form == "text":
        line(drawn(told.rstrip("\n")))
        return
    from annotate.work import STDOUT, delivered

    with delivered(output or STDOUT, f"agreement.{SUFFIXES[form]}") as stream:
        stream.write(told.encode())


def _of_project(asked: Asked, terms: dict[str, Any]) -> AgreementFacts:
    """What is told of the lead's own project as it is needs nothing that has to be loaded first."""
    facts = _at_once(asked, terms)
    if facts is not None:
        return facts
    from annotate.work import project_agreement

    desk = desk_as_of(asked, terms["as_of"])
    return project_agreement(desk, terms["facet"], terms_of(terms), _extras(terms))


def _at_once(asked: Asked, terms: dict[str, Any]) -> AgreementFacts | None:
    """The facts where nothing is asked for but what is counted; None where the project has to be opened."""
    settings = asked.settings()
    if terms["as_of"] is not None or settings.reviewer is not None or settings.project is None:
        return None
    if terms["facet"] is None or terms["by"] is not None or terms["details"] is True:
        return None  # with no facet named, more is told of than the scheme's own
    from annotate.glance import count

    counts = count(Path(settings.project), terms["facet"])
    if not counts or (terms["details"] is None and not any(_is_too_large(count) for _, count in counts)):
        return None
    return counted_facts(counts, terms_of(terms))


def _is_too_large(count: Count) -> bool:
    """Whether details are told only where they are asked for; of a project without judgements there are none."""
    units = sum(count.units.values()) if count.units is not None else MOST + 1
    return not units or units > MOST


def _check(votes: Path | None, terms: dict[str, Any]) -> None:
    """Refuse options that would be passed over."""
    given = [name for name in OF_A_TABLE if terms[name]]
    if votes is None and given:
        raise click.UsageError(f"--{given[0]} speaks of a table of votes, and none is named.")
    for name in ("by", "details"):
        if votes is not None and terms[name] is not None:
            raise click.UsageError(f"--{name} speaks of the project's claims, and a table of votes knows less of them.")
    if terms["sets"] and terms["level"] not in (None, "nominal"):
        raise click.UsageError("--sets speaks of labels without an order, and --level of labels with one.")
    if votes is not None and terms["facet"] is not None:
        raise click.UsageError("--facet speaks of the project's scheme, and a table of votes has none.")
    if votes is not None and terms["as_of"] is not None:
        raise click.UsageError("--as-of speaks of the project, and a table of votes has no history.")


def _of_table(votes: Path, terms: dict[str, Any]) -> tuple[int, AgreementFacts]:
    from annotate.cli.importing import tell_refused
    from annotate.work import RefusedRow, table_agreement

    found = table_agreement(
        votes,
        terms["columns"],
        level=terms["level"] or "nominal",
        order=terms["order"],
        repeats=terms["repeats"] or "last",
        joint=terms["sets"] or "",
        terms=terms_of(terms),
        extras=_extras(terms),
    )
    tell_refused([RefusedRow(str(votes), row.line, row.reason) for row in found.refused], "they are not counted")
    if found.repeats:
        say(f"Votes given again by the same reviewer on the same claim: {found.repeats}; one of each counts.")
    return (3 if found.refused else 0), found.facts


def _extras(terms: dict[str, Any]) -> Extras:
    """What is told beside the coefficients; epsilon as it was written, 0.15 being 3/20."""
    from annotate.work import Extras

    epsilon = Fraction(str(terms["epsilon"]))
    return Extras(terms["by"], terms["details"], epsilon, frozenset(terms["models"]))
