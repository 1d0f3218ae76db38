"""Draw the screens from the running app, and check while drawing that nothing is cut off and nothing overlaps.

    python tools/screens.py FOLDER [NAME…]

Each picture is named SCENE-COLUMNSxROWS-THEME; with names, only those that begin with one of them are drawn:
`python tools/screens.py docs/screens review-160x48-dark`. The sample project is built in a temporary folder, and
each picture begins with a fresh copy of it. Ends with 1 where a screen has a fault, each of which is named.
"""

import asyncio
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from rich.cells import cell_len
from textual.geometry import Region
from textual.widget import Widget

from annotate.cli.tour import built
from annotate.settings import Settings
from annotate.tui import AnnotateApp, Start
from annotate.tui.screens.scene import TooSmall
from annotate.tui.themes import DARK, LIGHT
from annotate.wiring import open_desk

SIZES = ((80, 24), (160, 48), (200, 60))
ODD = ((20, 5), (40, 12), (109, 30), (110, 24), (120, 34))
THEMES = {"dark": DARK.name, "light": LIGHT.name}
APART = 0.08
"""Seconds between two keys: longer than a key's repeat."""


class Scene(NamedTuple):
    """What to draw: a name, the screen to begin at, the keys to press there."""

    name: str
    start: Start
    keys: str = ""
    sizes: tuple[tuple[int, int], ...] = SIZES
    reviewer: str | None = "zoe"


SCENES = (
    Scene("home", "home"),
    Scene("review", "review", "1 2 3 k", (*SIZES, *ODD)),
    Scene("earlier", "review", "1 u 2 u"),
    Scene("evidence", "review", "e h t t p s : / / e x a m p l e . o r g"),
    Scene("pieces", "review", "e h t t p s : / / e x a m p l e . o r g tab tab s ctrl+s e"),
    Scene("search", "review", "slash b o r d e r"),
    Scene("passage", "review", "slash b o r d e r enter b"),
    Scene("span", "review", "m right_parenthesis tab w"),
    Scene("rationale", "review", "r T h e space y e a r l y space t a b l e"),
    Scene("pick", "review", "v"),
    Scene("sure", "review", "c"),
    Scene("guidelines", "review", "2 k g"),
    Scene("headings", "review", "g t"),
    Scene("definitions", "review", "2 k d"),
    Scene("help", "review", "question_mark"),
    Scene("palette", "review", "ctrl+p"),
    Scene("list", "review", "1 2 l"),
    Scene("adjudicate", "adjudicate"),
    Scene("agreement", "home", "m", (*SIZES, (110, 24)), None),
    Scene("parted", "home", "m down enter", SIZES, None),
    Scene("report", "home", "m r", SIZES, None),
)
"""One line a scene."""


class Picture(NamedTuple):
    """A scene in a size and a theme."""

    scene: Scene
    size: tuple[int, int]
    theme: str

    @property
    def name(self) -> str:
        """What its file is called, without the suffix."""
        return f"{self.scene.name}-{self.size[0]}x{self.size[1]}-{self.theme}"


def pictures() -> Iterator[Picture]:
    """All of them."""
    for scene in SCENES:
        for size in scene.sizes:
            for theme in THEMES:
                yield Picture(scene, size, theme)


async def draw(picture: Picture, project: Path) -> tuple[str, list[str]]:
    """The picture as SVG, and its faults."""
    settings = Settings(project=str(project), reviewer=picture.scene.reviewer)
    app = AnnotateApp(lambda: open_desk(settings), picture.scene.start)
    app.theme = THEMES[picture.theme]
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause(0.3)
        for key in picture.scene.keys.split():
            await pilot.press(key)
            await asyncio.sleep(APART)
        await pilot.pause(0.3)
        return app.export_screenshot(title="annotate"), list(faults(app))


def faults(app: AnnotateApp) -> Iterator[str]:
    """Widgets of the uppermost screen that leave it or overlap, and rows that are not as wide as their widget."""
    screen = app.screen
    shown = [widget for widget in screen.walk_children(Widget) if not widget.children and _seen(widget)]
    shown = [widget for widget in shown if isinstance(widget, TooSmall)] or shown  # it lies over all
    for widget in shown:
        if not Region(0, 0, *app.size).contains_region(widget.region):
            yield f"{widget} leaves the screen: {widget.region}"
        ours = type(widget).__module__.startswith("annotate")
        for y in range(widget.size.height if ours else 0):
            drawn = widget.render_line(y).text
            if cell_len(drawn) > widget.size.width:
                yield f"{widget} draws a row of {cell_len(drawn)} cells in {widget.size.width}: {drawn!r}"
    for one, other in combinations(shown, 2):
        if one.region.overlaps(other.region):
            yield f"{one} overlaps {other}"


def _seen(widget: Widget) -> bool:
    return widget.display and bool(widget.region) and all(node.display for node in widget.ancestors_with_self)


def main(arguments: list[str]) -> int:
    """Draw, write, and tell the faults; the exit code."""
    if not arguments:
        print(__doc__)
        return 2
    folder, names = Path(arguments[0]), arguments[1:] or [""]
    folder.mkdir(parents=True, exist_ok=True)
    found = 0
    with tempfile.TemporaryDirectory() as scratch:
        sample = built(Path(scratch) / "demo")
        for picture in pictures():
            if not picture.name.startswith(tuple(names)):
                continue
            copied = Path(shutil.copy(sample, Path(scratch) / f"{picture.name}.db"))
            svg, wrong = asyncio.run(draw(picture, copied))
            (folder / f"{picture.name}.svg").write_text(svg, encoding="utf-8")
            found += len(wrong)
            print(picture.name, *wrong, sep="\n  ")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
