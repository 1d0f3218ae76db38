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

from annotate.tui import AnnotateApp, Start
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

    async def until(self, holds: Callable[[], bool]) -> None:
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
