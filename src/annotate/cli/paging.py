"""Long output, a screen at a time where a person reads it."""

import os
from collections.abc import Iterator

import click

from annotate.cli.asking import terminal
from annotate.cli.printing import line


def paged(lines: Iterator[str]) -> None:
    """Print lines; on a terminal through the pager that PAGER names (less, unless it is said otherwise)."""
    if not terminal():
        for text in lines:
            line(text)
        return
    os.environ.setdefault("LESS", "FRX")  # what fits the screen is left standing on it, as git does
    click.echo_via_pager(_broken(lines), color=False)


def _broken(lines: Iterator[str]) -> Iterator[str]:
    """Line breaks before all lines but the first: the pager is given the last one."""
    yield next(lines, "")
    for text in lines:
        yield f"\n{text}"
