"""The choice sheet: a few options, taken by their key, or by arrows and Enter."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult

from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.screens.sheet import Sheet
from annotate.tui.widgets.notice_line import NoticeLine, told
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell


class Option(NamedTuple):
    """One thing to take: its key ("" for none), what it is called, what it means."""

    key: str
    name: str
    meaning: str = ""


def numbered(names: Sequence[str]) -> list[Option]:
    """Options with digits for keys as far as there are any."""
    return [Option("1234567890"[place : place + 1], name) for place, name in enumerate(names)]


class ChoiceSheet(Sheet[tuple[int, ...] | None]):
    """Dismissed with the indices of the options that were taken, None where the list was left.

    With `several`, a key takes or leaves its option, and Enter ends it.
    """

    SCENE: ClassVar[keys.Scene] = "choice"
    BINDINGS = bindings("choice")

    def __init__(
        self, title: str, options: Sequence[Option], taken: Sequence[int] = (), *, several: bool = False
    ) -> None:
        super().__init__(title)
        self._options = options
        self._several = several
        self._taken = list(taken)
        self._marked = taken[0] if taken else 0

    @property
    def way_out(self) -> str:
        """How one leaves, in a sentence."""
        return f"{self.key('close')} leaves the list."

    def content(self) -> ComposeResult:
        """The list; its height is that of the options, as far as the sheet has room."""
        pane = RowPane(id="options")
        pane.styles.height = len(self._options)
        yield pane

    def on_mount(self) -> None:
        """Draw."""
        self._prompt = f"A key takes or leaves one, {self.key('take')} is done." if self._several else ""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Take the option with that key."""
        for place, option in enumerate(self._options):
            if option.key and option.key == event.character:
                event.stop()
                event.prevent_default()
                self._take(place)
                return

    def _take(self, place: int) -> None:
        if not self._several:
            self.dismiss((place,))
            return
        self._marked = place
        self._taken = sorted({place} ^ set(self._taken))
        self._show()

    def action_move(self, step: int) -> None:
        """Mark the option before or after."""
        self._marked = max(0, min(len(self._options) - 1, self._marked + step))
        self._show()

    def action_take(self) -> None:
        """Take the marked one, or be done."""
        self.dismiss(tuple(self._taken) if self._several else (self._marked,))

    def action_close(self) -> None:
        """Leave the list."""
        self.dismiss(None)

    def _show(self) -> None:
        self.query_one("#options", RowPane).draw(self._rows)
        self.say("")

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """Say a sentence; with none, the whole of what the marked option means: its row may not have room for it."""
        meaning = self._options[self._marked].meaning if self._options and not self._prompt else ""
        if sentence or not meaning:
            super().say(sentence, warning=warning)
        else:
            self.query_one(NoticeLine).draw(lambda width, height: told(meaning, width, height, "quiet"))

    def _rows(self, width: int, height: int) -> list[Row]:
        first = max(0, self._marked - height + 1)
        return [self._row(place) for place in range(first, min(first + height, len(self._options)))]

    def _row(self, place: int) -> Row:
        option = self._options[place]
        pointer = Cell("▶ " if place == self._marked else "  ", 2, "accent")
        name = cell(option.name, "own" if place in self._taken else "plain")
        row = [pointer, cell(f"{option.key:<2}", "accent"), name]
        return [*row, Cell("  ", 2), cell(option.meaning, "quiet")] if option.meaning else row
