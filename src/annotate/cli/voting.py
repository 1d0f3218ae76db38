"""What the options of `agreement` say of a table of votes."""

from pathlib import Path

import click

from annotate.domain import printable
from annotate.errors import Refusal


def words(_: click.Context, __: click.Parameter, given: str | None) -> tuple[str, ...]:
    """`a,b,c` as its words, without blanks around them, as cells are read."""
    return tuple(word.strip() for word in (given or "").split(",") if word.strip())


def in_order(context: click.Context, option: click.Parameter, given: str | None) -> tuple[str, ...]:
    """The same, where each word has one place."""
    found = words(context, option, given)
    for word in found:
        if found.count(word) > 1:
            raise click.UsageError(f'{option.opts[0]} names "{printable(word)}" twice. Name each label once.')
    return found


def refuse_itself(votes: Path | None, output: Path | None) -> None:
    """Refuse to write the report where its table stands, under whatever name; a device is only written to."""
    if votes is None or output is None or not votes.is_file() or not output.is_file():
        return
    if votes.samefile(output):
        raise Refusal(
            f"{printable(str(output))} is the table of votes itself, which no report replaces.", "Name another file."
        )
