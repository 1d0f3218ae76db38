"""Commands for copies of a project: merge, bundle."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from annotate.cli.asking import Asked, Verb, pairs
from annotate.cli.differing import conflict_row, conflict_told
from annotate.cli.printing import counted, json_object, line, say
from annotate.domain import printable
from annotate.errors import Refusal
from annotate.work import Merged, bundle, merge

as_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.command(
    "merge",
    cls=Verb,
    help="Take in everything that other copies of the project hold: SQLite files, PostgreSQL URLs, lossless exports. "
    "They are not changed. In any order, any number of times, the result is the same.",
)
@click.argument("others", metavar="OTHER...", nargs=-1, required=True)
@click.option("--rename", "renames", metavar="a=b", multiple=True, help="The reviewer a of OTHER is called b here.")
@click.option("--dry-run", is_flag=True, help="Say what would come of it, and keep nothing.")
@as_json_option
@click.pass_obj
def merge_command(asked: Asked, others: tuple[str, ...], renames: tuple[str, ...], dry_run: bool, as_json: bool) -> int:
    """Take in copies, one after the other; 3 where some were refused, the refusal itself where the only one was."""
    desk, names = asked.desk(), dict(pairs(renames, "The renaming"))
    done: list[tuple[str, Merged]] = []
    refused: list[tuple[str, Refusal]] = []
    for other in others:
        try:
            done.append((other, merge(desk, other, names=names, dry_run=dry_run)))
        except Refusal as refusal:
            refused.append((other, refusal))
            if len(others) == 1:
                raise
    _tell(done, refused, dry_run=dry_run, as_json=as_json)
    return 0 if not refused else 3 if done else 1


def _tell(
    done: Sequence[tuple[str, Merged]], refused: Sequence[tuple[str, Refusal]], *, dry_run: bool, as_json: bool
) -> None:
    for _, merged in done:
        for notice in merged.notices:
            say(notice)
    for _, refusal in refused:
        say(f"annotate: {refusal}")
    if as_json:
        json_object(_as_json(done, refused, dry_run=dry_run))
        return
    for other, merged in done:
        line(printable(f"{'Would take in' if dry_run else 'Took in'} from {other}: {_came(merged.added)}."))
        if not merged.met:
            say(f"{other} had no document in common with this project before.")
    _tell_open([merged for _, merged in done])


def _came(added: Counter[str]) -> str:
    return ", ".join(counted(number, kind) for kind, number in sorted(added.items()) if number) or "nothing new"


def _tell_open(done: Sequence[Merged]) -> None:
    """What people have to settle now."""
    disputed = {claim for merged in done for claim in merged.disputed}
    if disputed:
        say(f"Disputed because of it: {counted(len(disputed), 'claim')}. See: annotate disputes")
    for conflict in dict.fromkeys(conflict for merged in done for conflict in merged.conflicts):
        say(conflict_told(conflict))


def _as_json(
    done: Sequence[tuple[str, Merged]], refused: Sequence[tuple[str, Refusal]], *, dry_run: bool
) -> dict[str, object]:
    total: Counter[str] = sum((merged.added for _, merged in done), Counter())
    return {
        "added": dict(sorted(total.items())),
        "disputed": sorted({claim for _, merged in done for claim in merged.disputed}),
        "conflicts": [
            conflict_row(one) for one in dict.fromkeys(conflict for _, merged in done for conflict in merged.conflicts)
        ],
        "refused": [{"other": other, "reason": str(refusal)} for other, refusal in refused],
        "dry_run": dry_run,
    }


@click.command(
    "bundle",
    cls=Verb,
    help="Make a work package for one reviewer at DEST, for a laptop without network: the reviewer's claims and their "
    "documents, nobody's judgements. What is judged there comes back with: annotate merge DEST",
)
@click.argument("dest", type=click.Path(path_type=Path))
@click.option("--reviewer", metavar="NAME", help="Whose claims.")
@as_json_option
@click.pass_obj
def bundle_command(asked: Asked, dest: Path, reviewer: str | None, as_json: bool) -> int:
    """Make a work package."""
    whose = reviewer or asked.reviewer
    if not whose:
        raise click.UsageError("Say whose claims: --reviewer NAME.")
    made = bundle(asked.as_lead().desk(), whose, dest)
    if as_json:
        json_object({"reviewer": whose, "claims": made.claims, "documents": made.documents, "answered": made.answered})
    else:
        what = f"{counted(made.claims, 'claim')} of {counted(made.documents, 'document')}"
        line(printable(f"Made {dest} for {whose}: {what}."))
    if made.answered:
        say(
            f"{whose} has answered {counted(made.answered, 'claim')} of these already; they come without the answers, "
            "and if the new ones differ, the two stand against one another."
        )
    say(f"Judge there with: annotate --project {dest} --reviewer {whose} review. Then: annotate merge {dest}")
    return 0
