"""Commands that make: init, mark, assign, set."""

from pathlib import Path

import click

from annotate.cli.asking import Asked, Verb, pairs
from annotate.cli.printing import counted, json_object, line, say, table
from annotate.domain import DEFAULT, PRESETS, Scheme
from annotate.errors import BadInput, Unknown
from annotate.wiring import create_desk, read_scheme
from annotate.work import SETTINGS, assign, mark, set_values


@click.command("init", cls=Verb, help="Create a project: annotate.db in this folder, or what --project names.")
@click.option("--scheme", default=DEFAULT, show_default=True, metavar="NAME or FILE", help="A preset, or a TOML file.")
@click.option("--guidelines", type=click.Path(path_type=Path), metavar="FILE.md", help="Guidelines for the reviewers.")
@click.pass_obj
def init_command(asked: Asked, scheme: str, guidelines: Path | None) -> int:
    """Create a project."""
    wanted = _scheme(scheme)
    written = read_words(guidelines) if guidelines else ""
    desk = create_desk(asked.as_lead().settings(fresh=True), wanted, written)
    click.get_current_context().call_on_close(desk.store.close)
    say(f"Made {desk.store.shown}, with the scheme {wanted.name}. Next: annotate import FILE…")
    return 0


def _scheme(name: str) -> Scheme:
    if name in PRESETS:
        return PRESETS[name]
    file = Path(name)
    if not file.exists():
        raise Unknown(f'"{name}" is neither a preset nor a file.', f"Presets: {', '.join(PRESETS)}.")
    return read_scheme(file)


def read_words(file: Path) -> str:
    """The text of a file that a person wrote; BadInput where it is not UTF-8."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("The file is not UTF-8.", "Save it as UTF-8 and repeat the command.", file=file) from error


@click.command("mark", cls=Verb, help="Make a span of DOCUMENT a claim, named by its quote or its offsets.")
@click.argument("document")
@click.option("--quote", help="The claim's words, exactly as in the text.")
@click.option("--start", type=int, help="First code point, from 0.")
@click.option("--end", type=int, help="Behind the last code point.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def mark_command(
    asked: Asked, document: str, quote: str | None, start: int | None, end: int | None, as_json: bool
) -> int:
    """Make a claim."""
    if (not quote and start is None) or (start is None) is not (end is None):
        raise click.UsageError("Say which span is meant: --quote TEXT, or --start N --end M.")
    claim = mark(asked.desk(), document, quote=quote, start=start, end=end)
    if as_json:
        json_object({"id": claim.id, "document": claim.document, "start": claim.span.start, "end": claim.span.end})
    else:
        line(claim.id)
    return 0


@click.command("assign", cls=Verb, help="Deal every claim out to K of the reviewers named.")
@click.option("--reviewers", required=True, metavar="a,b,c", help="Who takes part.")
@click.option("--overlap", type=click.IntRange(min=1), required=True, metavar="K", help="How many judge each claim.")
@click.option("--seed", type=int, default=0, show_default=True, metavar="N", help="Draws ties.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def assign_command(asked: Asked, reviewers: str, overlap: int, seed: int, as_json: bool) -> int:
    """Deal claims out."""
    names = [name.strip() for name in reviewers.split(",") if name.strip()]
    if not names:
        raise click.UsageError("Say who takes part: --reviewers a,b,c.")
    dealt = assign(asked.desk(), names, overlap, seed)
    if as_json:
        json_object({"made": dealt.made, "reviewers": dealt.held})
    else:
        table(("reviewer", "claims"), sorted(dealt.held.items()))
        say(f"{counted(dealt.made, 'assignment')} made.")
    return 0


@click.command(
    "set",
    cls=Verb,
    help="Show the project's settings, or change some: KEY=VALUE, and KEY= to take one back.\n\n"
    + "\n\n".join(f"{name}: {meaning}" for name, meaning in SETTINGS.items()),
)
@click.argument("values", nargs=-1, metavar="[KEY=VALUE]...")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def set_command(asked: Asked, values: tuple[str, ...], as_json: bool) -> int:
    """Settings."""
    wanted = dict(pairs(values, "The setting"))
    if wanted.get("guidelines"):
        wanted["guidelines"] = read_words(Path(wanted["guidelines"]))
    held = set_values(asked.desk(), wanted)
    if as_json:
        json_object(held)
    elif not table(("setting", "value"), sorted(held.items())):
        say("Nothing is set yet: annotate set KEY=VALUE")
    return 0
