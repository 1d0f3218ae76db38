"""What the options of `agreement` say of a table of votes."""

import click

from annotate.domain import printable


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
