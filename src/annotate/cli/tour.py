"""The demo without a screen: a sample project, and what one gets out of it."""

from pathlib import Path

import click

from annotate.cli.asking import Asked
from annotate.cli.printing import say, table
from annotate.errors import Refusal
from annotate.report import agreement_text
from annotate.settings import FILE_NAME, Settings, samples
from annotate.wiring import create_desk, read_scheme
from annotate.work import disputes, export, import_files, project_agreement, set_values, status

FILES = {"claims.jsonl": "jsonl", "claims.csv": "csv", "project.jsonl": "annotate"}


def built(folder: Path) -> Path:
    """The sample project in that folder, made where it is not there yet."""
    file = folder / FILE_NAME
    if file.exists():
        return file
    if folder.exists() and any(folder.iterdir()):
        raise Refusal(f"{folder} is there and holds other things.", "Name another folder: annotate demo DIR")
    folder.mkdir(parents=True, exist_ok=True)
    source = samples()
    desk = create_desk(Settings(project=str(file)), read_scheme(source / "scheme.toml"))
    guidelines = (source / "guidelines.md").read_text(encoding="utf-8")
    set_values(desk, {"title": "Border desk, week 46", "licence": "CC0-1.0", "guidelines": guidelines})
    import_files(desk, [source / "project.jsonl"], strict=True)
    desk.store.close()
    return file


def tour(asked: Asked, folder: Path) -> int:
    """Print how the project stands, how far its reviewers agree, and the files of an export."""
    desk = asked.desk()
    overview = status(desk)
    say(f"A sample project is in {folder}/{FILE_NAME}. This is what it holds:\n")
    counts = overview.counts
    click.echo(
        f"{counts.documents} documents, {counts.claims} claims, {counts.judgements} judgements, {counts.disputes} disputes\n"
    )
    table(
        ("reviewer", "done", "skipped", "left"),
        [(one.handle, one.work.done, one.work.skipped, one.left) for one in overview.reviewers],
    )
    click.echo()
    click.echo(agreement_text(project_agreement(desk)))
    table(("dispute", "votes"), [(one.claim.id, _votes(one.votes, one.flagged)) for one in disputes(desk)])
    click.echo()
    for name, form in FILES.items():
        done = export(desk, folder / name, form, everything=True)
        click.echo(f"{folder / name}: {done.items} {'records' if form == 'annotate' else 'claims'}")
    say(f"\nOpen it in a terminal: annotate --project {folder}/{FILE_NAME} --reviewer NAME review")
    return 0


def _votes(counts: dict[str, int], flagged: bool) -> str:
    told = ", ".join(f"{number} {label}" for label, number in counts.items())
    return f"{told}, flagged" if flagged else told
