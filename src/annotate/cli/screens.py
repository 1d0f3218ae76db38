"""Commands that open the screens: demo, review, and the home screen of bare `annotate`."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

import click

from annotate.cli.asking import Asked, Verb, terminal
from annotate.cli.hosting import DEMO, Around

VISITOR = "you"
"""Whoever tries the demo without having said a name."""


def home(asked: Asked) -> int:
    """The home screen of the project."""
    return show(asked, "home")


def show(asked: Asked, screen: Literal["home", "review", "adjudicate"]) -> int:
    """Open a screen. The project is opened behind the first frame, so that nobody waits before an empty terminal."""
    from annotate.tui import run

    return run(Around(asked), screen=screen)


@click.command("review", cls=Verb, help="Judge claims on the screen, one after the other. ? there shows every key.")
@click.pass_obj
def review_command(asked: Asked) -> int:
    """Review."""
    if not terminal():
        raise click.UsageError("The review screen needs a terminal. From a script use: annotate judge CLAIM VERDICT")
    return show(asked, "review")


@click.command("demo", cls=Verb, help="Build a sample project in DIR (demo, unless named) and open it.")
@click.argument("folder", metavar="[DIR]", default=DEMO, type=click.Path(path_type=Path, file_okay=False))
@click.option("--no-open", is_flag=True, help="Print a tour instead of opening the screen.")
@click.pass_obj
def demo_command(asked: Asked, folder: Path, no_open: bool) -> int:
    """The sample project; one that is there already is opened again as it was left."""
    from annotate.cli.tour import built, tour

    file = built(folder)
    here = replace(asked, project=str(file), reviewer=asked.reviewer or VISITOR)
    if no_open or not terminal():
        return tour(replace(asked, project=str(file), lead=True), folder)
    code = show(replace(here, lead=False), "review")
    click.echo(f"The demo stays in {folder}/. Who did what: annotate --project {file} log", err=True)
    return code
