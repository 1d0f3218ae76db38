"""The demo without a screen: a sample project, and what one gets out of it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from annotate.cli.asking import Asked
from annotate.cli.printing import counted, drawn, line, say, table, votes_told
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
    if folder.exists() and any(not item.name.startswith(".") for item in folder.iterdir()):
        raise Refusal(f"{folder} is there and holds other things.", "Name another folder: annotate demo DIR")
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".", dir=folder) as apart:
        return _build(Path(apart) / FILE_NAME).rename(file)


def _build(file: Path) -> Path:
    source = samples()
    desk = create_desk(Settings(project=str(file)), read_scheme(source / "scheme.toml"))
    guidelines = (source / "guidelines.md").read_text(encoding="utf-8")
    set_values(desk, {"title": "Border desk, week 46", "licence": "CC0-1.0", "guidelines": guidelines})
    import_files(desk, [source / "project.jsonl"], strict=True)
    desk.store.close()
    return file


def tour(asked: Asked, folder: Path) -> int:
    """Print how the project stands, how far its reviewers agree, and the files of an export."""
    desk = asked.as_lead().desk()
    overview = status(desk)
    counts = overview.counts
    say(f"A sample project is in {folder / FILE_NAME}. This is what it holds:")
    line()
    line(
        f"{counts.documents} documents, {counts.claims} claims, {counts.judgements} judgements, "
        f"{counts.disputes} disputes"
    )
    line()
    people = [(one.handle, one.work.done, one.work.skipped, one.left) for one in overview.reviewers]
    table(("reviewer", "done", "skipped", "left"), people)
    line()
    line(drawn(agreement_text(project_agreement(desk))))
    table(
        ("dispute", "votes", "flagged"), [(one.claim.id, votes_told(one.votes), one.flagged) for one in disputes(desk)]
    )
    line()
    for name, form in FILES.items():
        done = export(desk, folder / name, form, everything=True)
        line(f"{folder / name}: {counted(done.items, 'record' if form == 'annotate' else 'claim')}")
    line()
    say(f"Open it in a terminal: annotate --project {folder / FILE_NAME} --reviewer NAME review")
    return 0
