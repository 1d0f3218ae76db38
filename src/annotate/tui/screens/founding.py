"""Where there is no project yet: make one here, try the demo, or open one that was lately used."""

from typing import ClassVar

from textual import events

from annotate.domain import PRESETS
from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.host import Host
from annotate.tui.screens.choice import Option, numbered
from annotate.tui.screens.framed import Framed
from annotate.tui.telling import short_path
from annotate.tui.widgets.header_line import Heading
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import MARGIN, Cell, Role, Row, cell, paragraph

MAKE = "Make a project in this folder, which judges by the scheme"
OPEN = "Or open the demo, or what was lately used"
NAMES = 14
"""Cells that the name of a way takes."""


class FoundingScreen(Framed[None]):
    """A list of ways to a project; each is taken by its number, or by arrows and Enter."""

    SCENE: ClassVar[keys.Scene] = "founding"
    BINDINGS = bindings("founding")

    def __init__(self, host: Host, reviewer: str | None) -> None:
        super().__init__()
        self._host = host
        self._reviewer = reviewer
        self._recent: list[str] = []
        self._options: list[Option] = []
        self._marked = 0

    def on_mount(self) -> None:
        """Draw."""
        from annotate.settings import recent

        self._recent = recent()
        names = [*PRESETS, "the demo", *self._recent]
        meanings = [*map(_labels, PRESETS), "a sample project, made in the folder demo", *[""] * len(self._recent)]
        self._options = [
            option._replace(meaning=meaning) for option, meaning in zip(numbered(names), meanings, strict=True)
        ]
        self.frame(Heading("", self._reviewer or "lead", state="no project yet"))
        self._show()

    @property
    def way_out(self) -> str:
        """How one leaves, in a sentence."""
        return f"{self.key('leave')} leaves; nothing was made."

    def on_key(self, event: events.Key) -> None:
        """Take the way with that number."""
        for place, option in enumerate(self._options):
            if option.key and option.key == event.character:
                event.stop()
                event.prevent_default()
                self._marked = place
                with self.telling():
                    self.action_take()
                return

    def action_move(self, step: int) -> None:
        """Mark the way before or after."""
        self._marked = max(0, min(len(self._options) - 1, self._marked + step))
        self._show()

    def action_take(self) -> None:
        """Go the marked way; home is where every way leads."""
        presets, place = list(PRESETS), self._marked
        if place < len(presets):
            desk = self._host.make(presets[place], self._reviewer)
        elif place == len(presets):
            desk = self._host.demo(self._reviewer)
        else:
            desk = self._host.open(self._recent[place - len(presets) - 1], self._reviewer)
        self.room.sit_down(desk, "home")

    def action_leave(self) -> None:
        """Leave."""
        self.app.exit(0)

    def _show(self) -> None:
        self.query_one("#page", RowPane).draw(self._rows)

    def _rows(self, width: int, height: int) -> list[Row]:
        """All that there is, scrolled as far as the marked way needs it."""
        there = f"{_who(self._reviewer)} There is no project here, nor in a folder above."
        rows: list[Row] = [(), *_said(there, width), (), *_said(MAKE, width)]
        rows += [self._row(place, width) for place in range(len(PRESETS))]
        rows += [(), *_said(OPEN, width)]
        rows += [self._row(place, width) for place in range(len(PRESETS), len(self._options))]
        below = len(self._options) - 1 - self._marked
        first = max(0, len(rows) - below - height)
        return rows[first:]

    def _row(self, place: int, width: int) -> Row:
        option = self._options[place]
        pointer = Cell(" ▶ " if place == self._marked else "   ", 3, "accent")
        role: Role = "own" if place == self._marked else "plain"
        key = cell(f"{option.key:<3}", "accent")
        if not option.meaning:
            return [pointer, key, cell(short_path(option.name, width - 8), role)]
        name = cell(option.name, role)
        rest = max(2, NAMES - name.cells)
        return [pointer, key, name, Cell(" " * rest, rest), cell(option.meaning, "quiet")]


def _labels(preset: str) -> str:
    return ", ".join(label.name for label in PRESETS[preset].verdict.labels)


def _who(reviewer: str | None) -> str:
    return f"You are {reviewer}." if reviewer else "You look as the lead."


def _said(text: str, width: int) -> list[Row]:
    return [[MARGIN, *line] for line in paragraph(text, max(1, width - 6), 3)]
