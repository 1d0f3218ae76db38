"""Commands that list: documents, claims, reviewers, schemes, formats, disputes."""

from collections.abc import Iterable, Mapping

import click

from annotate.cli.asking import Asked, Verb
from annotate.cli.printing import json_list, say, table
from annotate.domain import Facet, Label
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
        return 0
    listed = [[row[name] for name in columns] for row in rows]
    if listed:
        table(columns, listed)
    else:
        say(empty)
    return 0


@click.command("documents", cls=Verb, help="List the documents.")
@as_json_option
@click.pass_obj
def documents_command(asked: Asked, as_json: bool) -> int:
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
        for row in list_documents(asked.desk())
    )
    return _show(
        rows, ("id", "title", "source", "characters", "claims"), as_json, "No document yet: annotate import FILE…"
    )


@click.command("claims", cls=Verb, help="List the claims, as far as the asker may see them.")
@click.option("--document", metavar="D", help="Of one document: its id, a start of it, its title or source.")
@click.option("--status", metavar="S", help="open, disputed, unanimous, majority, model, adjudicated or rejected.")
@as_json_option
@click.pass_obj
def claims_command(asked: Asked, document: str | None, status: str | None, as_json: bool) -> int:
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
        for found in list_claims(asked.desk(), document=document, status=status)
    )
    columns = ("id", "quote", "status", "verdict", "judgements")
    return _show(rows, columns, as_json, "No such claim. Make one with: annotate mark DOCUMENT --quote TEXT")


@click.group("reviewers", invoke_without_command=True, help="List the reviewers; `reviewers add NAME` makes one known.")
@as_json_option
@click.pass_context
def reviewers_command(ctx: click.Context, as_json: bool) -> int | None:
    """Reviewers."""
    if ctx.invoked_subcommand is not None:
        return None
    rows = (
        {"handle": one.handle, "name": one.name, "kind": "model" if one.is_model else "human"}
        for one in list_reviewers(ctx.obj.desk())
    )
    return _show(rows, ("handle", "name", "kind"), as_json, "No reviewer yet: annotate reviewers add NAME")


@reviewers_command.command("add", cls=Verb, help="Make a reviewer known, or correct the display name or kind.")
@click.argument("handle", metavar="NAME")
@click.option("--name", default="", help="A display name.")
@click.option("--kind", type=click.Choice(["human", "model"]), default="human", show_default=True)
@click.pass_obj
def add_command(asked: Asked, handle: str, name: str, kind: str) -> int:
    """Make a reviewer known."""
    reviewer = add_reviewer(asked.desk(), handle, name=name, is_model=kind == "model")
    click.echo(reviewer.handle)
    return 0


@click.command("schemes", cls=Verb, help="List the verdict schemes: the project's first, then the presets.")
@as_json_option
@click.pass_obj
def schemes_command(asked: Asked, as_json: bool) -> int:
    """Schemes."""
    rows = [
        {
            "name": scheme.name,
            "version": scheme.version,
            "labels": _labels(scheme.verdict),
            "facets": [_facet(facet) for facet in scheme.facets],
        }
        for scheme in list_schemes(_desk_if_any(asked))
    ]
    if as_json:
        json_list(rows)
        return 0
    for row in rows:
        click.echo(f"{row['name']} {row['version']}")
        labels = row["labels"]
        table(("  key", "label", "name"), [(f"  {one['key']}", one["id"], one["name"]) for one in labels])  # type: ignore[attr-defined]
    return 0


def _desk_if_any(asked: Asked) -> Desk | None:
    """The project, or None where there is none: the presets can be looked at before."""
    try:
        return asked.desk()
    except Unusable:
        return None


def _facet(facet: Facet) -> dict[str, object]:
    return {"id": facet.id, "kind": facet.kind, "name": facet.name, "labels": _labels(facet)}


def _labels(facet: Facet) -> list[dict[str, str]]:
    def listed(label: Label) -> dict[str, str]:
        return {"id": label.id, "name": label.name, "key": label.key}

    return [listed(label) for label in facet.labels]


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
@as_json_option
@click.pass_obj
def disputes_command(asked: Asked, as_json: bool) -> int:
    """Disputes."""
    rows = (
        {"claim": one.claim.id, "votes": one.votes, "entropy": round(one.entropy, 6), "flagged": one.flagged}
        for one in disputes(asked.desk())
    )
    if as_json:
        return _show(rows, (), as_json, "")
    told = ({**row, "votes": ", ".join(f"{n} {label}" for label, n in row["votes"].items())} for row in rows)  # type: ignore[attr-defined]
    return _show(told, ("claim", "votes", "entropy", "flagged"), as_json, "No dispute.")
