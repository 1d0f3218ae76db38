"""Commands that list: documents, claims, reviewers, schemes, formats, disputes."""

from collections.abc import Iterable, Mapping

import click

from annotate.cli.asking import Asked, Verb, VerbGroup, reading
from annotate.cli.printing import json_list, line, say, table, votes_told
from annotate.cli.times import When, as_of_option, desk_as_of
from annotate.domain import Facet, Scheme, Status, printable
from annotate.errors import Unusable
from annotate.work import (
    Desk,
    add_reviewer,
    disputes,
    list_claims,
    list_documents,
    list_formats,
    list_reviewers,
    list_schemes,
)

as_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")

Rows = Iterable[Mapping[str, object]]


def _show(rows: Rows, columns: tuple[str, ...], as_json: bool, empty: str) -> int:
    """The same rows as JSON, or as a table of some of their columns; what to do next where there is none."""
    if as_json:
        json_list(rows)
    elif not table(columns, ([row[name] for name in columns] for row in rows)):
        say(empty)
    return 0


@click.command("documents", cls=Verb, help="List the documents.")
@as_of_option
@as_json_option
@click.pass_obj
def documents_command(asked: Asked, as_of: When | None, as_json: bool) -> int:
    """Documents."""
    rows = (
        {
            "id": row.id,
            "title": row.description.title,
            "source": row.source,
            "sha256": row.document.sha256,
            "characters": row.characters,
            "claims": row.claims,
        }
        for row in reading(list_documents(desk_as_of(asked, as_of)))
    )
    return _show(
        rows, ("id", "title", "source", "characters", "claims"), as_json, "No document yet: annotate import FILE…"
    )


@click.command("claims", cls=Verb, help="List the claims, as far as the asker may see them.")
@click.option("--document", metavar="D", help="Of one document: its id, a start of it, its title or source.")
@click.option("--status", type=click.Choice([status.value for status in Status]), help="Of one status.")
@as_of_option
@as_json_option
@click.pass_obj
def claims_command(asked: Asked, document: str | None, status: str | None, as_of: When | None, as_json: bool) -> int:
    """Claims."""
    rows = (
        {
            "id": found.claim.id,
            "document": found.claim.document,
            "start": found.claim.span.start,
            "end": found.claim.span.end,
            "quote": found.quote,
            "status": found.claim.status.value,
            "verdict": found.claim.verdict,
            "judgements": found.claim.judgements,
        }
        for found in reading(list_claims(desk_as_of(asked, as_of), document=document, status=status))
    )
    columns = ("id", "quote", "status", "verdict", "judgements")
    return _show(rows, columns, as_json, "No such claim. Make one with: annotate mark DOCUMENT --quote TEXT")


@click.group(
    "reviewers",
    cls=VerbGroup,
    invoke_without_command=True,
    help="List the reviewers; `reviewers add NAME` makes one known.",
)
@as_of_option
@as_json_option
@click.pass_context
def reviewers_command(ctx: click.Context, as_of: When | None, as_json: bool) -> int | None:
    """Reviewers."""
    if ctx.invoked_subcommand is not None:
        if as_of is not None:
            raise click.UsageError("--as-of lists who was known then; nobody can be made known then.")
        return None
    rows = (
        {"handle": one.handle, "name": one.name, "kind": "model" if one.is_model else "human"}
        for one in list_reviewers(desk_as_of(ctx.obj, as_of))
    )
    return _show(rows, ("handle", "name", "kind"), as_json, "No reviewer yet: annotate reviewers add NAME")


@reviewers_command.command("add", cls=Verb, help="Make a reviewer known, or correct the display name or kind.")
@click.argument("handle", metavar="NAME")
@click.option("--name", default="", help="A display name.")
@click.option("--kind", type=click.Choice(["human", "model"]), help="human, unless it is said otherwise.")
@click.pass_obj
def add_command(asked: Asked, handle: str, name: str, kind: str | None) -> int:
    """Make a reviewer known."""
    line(add_reviewer(asked.desk(), handle, name=name, is_model=None if kind is None else kind == "model").handle)
    return 0


@click.command("schemes", cls=Verb, help="List the verdict schemes: the project's first, then the presets.")
@as_of_option
@as_json_option
@click.pass_obj
def schemes_command(asked: Asked, as_of: When | None, as_json: bool) -> int:
    """Schemes."""
    schemes = list_schemes(_desk_if_any(asked) if as_of is None else desk_as_of(asked, as_of))
    if as_json:
        json_list(map(_scheme, schemes))
        return 0
    for scheme in schemes:
        line(printable(f"{scheme.name} {scheme.version}"))
        for facet in scheme.facets:
            line(printable(f"  {facet.id} ({facet.kind})"))
            rows = [(f"    {label.key}", label.id, label.name) for label in facet.labels]
            table(("    key", "label", "name"), rows)
    return 0


def _desk_if_any(asked: Asked) -> Desk | None:
    """The project, or None where there is none and none is named: the presets can be looked at before."""
    try:
        return asked.desk()
    except Unusable:
        if asked.project:
            raise
        return None


def _scheme(scheme: Scheme) -> dict[str, object]:
    return {
        "name": scheme.name,
        "version": scheme.version,
        "labels": _labels(scheme.verdict),
        "facets": [
            {"id": facet.id, "kind": facet.kind, "name": facet.name, "labels": _labels(facet)}
            for facet in scheme.facets
        ],
    }


def _labels(facet: Facet) -> list[dict[str, str]]:
    return [{"id": label.id, "name": label.name, "key": label.key} for label in facet.labels]


@click.command("formats", cls=Verb, help="List the file formats, and what each cannot carry.")
@as_json_option
def formats_command(as_json: bool) -> int:
    """Formats."""
    rows = (
        {
            "name": one.name,
            "reads": one.reader is not None,
            "writes": one.writer is not None,
            "suffixes": list(one.suffixes),
            "loses": one.loses,
        }
        for one in list_formats()
    )
    return _show(rows, ("name", "reads", "writes", "suffixes", "loses"), as_json, "")


@click.command("disputes", cls=Verb, help="List the claims that reviewers disagree on or flagged; for the lead.")
@as_of_option
@as_json_option
@click.pass_obj
def disputes_command(asked: Asked, as_of: When | None, as_json: bool) -> int:
    """Disputes."""
    rows = (
        {
            "claim": one.claim.id,
            "votes": one.votes if as_json else votes_told(one.votes),
            "entropy": round(one.entropy, 6),
            "flagged": one.flagged,
        }
        | ({"bounds": one.versions} if one.versions > 1 else {} if as_json else {"bounds": 1})
        for one in disputes(desk_as_of(asked, as_of))
    )
    return _show(rows, ("claim", "votes", "entropy", "flagged", "bounds"), as_json, "No dispute.")
