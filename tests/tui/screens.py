"""A running app to press keys in, and what its lines say."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widget import Widget

from annotate.cli.asking import Asked
from annotate.cli.hosting import Around
from annotate.tui import AnnotateApp, Start
from annotate.tui.screens.opening import OpeningScreen
from annotate.tui.widgets.header_line import HeaderLine
from annotate.tui.widgets.notice_line import NoticeLine
from annotate.tui.widgets.row_pane import RowPane
from annotate.work import Desk

PATIENCE = 20.0
"""Seconds after which what did not come is a failure."""

APART = 0.08
"""Seconds between two presses: longer than a key's repeat."""


class Person:
    """Somebody at the keyboard, who reads what the lines of the screen say."""

    def __init__(self, app: AnnotateApp, pilot: Pilot[Any]) -> None:
        self.app = app
        self._pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, as fingers do."""
        for key in keys:
            await self._pilot.press(key)
            await asyncio.sleep(APART)
        await self._pilot.pause()

    async def write(self, text: str) -> None:
        """Type a text into what is focused."""
        await self._pilot.press(*text)
        await self._pilot.pause()

    async def drag(self, widget: Widget, *places: tuple[int, int]) -> None:
        """Press the mouse at the first of these cells of a widget, draw it over the others, and let it go."""
        x, y = widget.content_region.offset
        cells = [(x + column, y + row) for column, row in places]
        await self._pilot.mouse_down(offset=cells[0])
        for cell in cells[1:]:
            await self._pilot.hover(offset=cell)
        await self._pilot.mouse_up(offset=cells[-1])
        await self._pilot.pause()

    async def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        await self._pilot.resize_terminal(columns, rows)
        await self._pilot.pause()

    async def wait(self, seconds: float = 0.0) -> None:
        """Let the app do what it has to do."""
        await asyncio.sleep(seconds)
        await self._pilot.pause()

    async def once(self, holds: Callable[[], bool]) -> None:
        """Wait for what a thread has to do first."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert time.monotonic() < end, "it did not come"
            await self.wait(0.02)

    async def paste(self, text: str) -> None:
        """Paste a text, as terminals do that mark it."""
        self.app.post_message(events.Paste(text))
        await self._pilot.pause()

    def reads(self, kind: type[RowPane]) -> str:
        """What a widget of rows says."""
        pane = self.app.screen.query_one(kind)
        return "\n".join(pane.render_line(y).text.rstrip() for y in range(pane.size.height))

    def shows(self, kind: type[object]) -> bool:
        """Whether that is the screen, or the sheet on it."""
        return isinstance(self.app.screen, kind)

    def page(self, name: str) -> str:
        """What the pane with that id says."""
        pane = self.app.screen.query_one(f"#{name}", RowPane)
        return "\n".join(pane.render_line(y).text.rstrip() for y in range(pane.size.height))

    async def until(self, name: str, *wanted: str) -> str:
        """Wait until the pane with that id says all of that; returns what it says."""
        for _ in range(100):
            if all(words in self.page(name) for words in wanted):
                return self.page(name)
            await self.wait(0.05)
        raise AssertionError(f"{wanted} did not come:\n{self.page(name)}")

    @property
    def header(self) -> str:
        """What the header says."""
        return self.reads(HeaderLine)

    @property
    def notice(self) -> str:
        """What the notice says."""
        return self.reads(NoticeLine).strip()


@asynccontextmanager
async def at_the_screen(
    lead: Desk, start: Start = "review", *, reviewer: str | None = "ada", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Person]:
    """The app at that screen of the lead's project, for a reviewer."""
    app = AnnotateApp(lambda: replace(lead, reviewer=reviewer), start)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Person(app, pilot)


@asynccontextmanager
async def as_called(*flags: str, start: Start = "home", size: tuple[int, int] = (80, 24)) -> AsyncIterator[Person]:
    """The app as the command line opens it from this folder, with `--project`, `--reviewer` or `--lead`."""
    said = dict(zip(flags[::2], flags[1::2], strict=False))
    host = Around(Asked(said.get("--project"), said.get("--reviewer"), "--lead" in flags))
    app = AnnotateApp(host.begin, start, host)
    async with app.run_test(size=size) as pilot:
        while isinstance(app.screen, OpeningScreen) and app.refusal is None:
            await pilot.pause(0.02)
        await pilot.pause()
        yield Person(app, pilot)
    if app.desk is not None:
        app.desk.store.close()
