"""A row of a few options, one of which holds: arrows move it, first letters choose it."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell


class OptionRow(RowPane, can_focus=True):
    """`value` is the option that holds, "" for none."""

    @dataclass
    class Chosen(Message):
        """Another option holds now."""

        row: "OptionRow"

    def __init__(self, name: str, options: Sequence[str], value: str) -> None:
        super().__init__(id=name)
        self._options = ("", *options)
        self.value = value if value in self._options else ""

    def on_mount(self) -> None:
        """Draw."""
        self._show()

    def on_focus(self) -> None:
        """Draw what the arrows would move."""
        self._show()

    def on_blur(self) -> None:
        """Draw it at rest."""
        self._show()

    def on_key(self, event: events.Key) -> None:
        """Move, or choose by first letter."""
        place = self._options.index(self.value)
        if event.key in ("left", "right", "space"):
            place += -1 if event.key == "left" else 1
            self._choose(self._options[place % len(self._options)])
        elif event.key in ("backspace", "delete"):
            self._choose("")
        else:
            found = [option for option in self._options if option and option[0] == event.character]
            if not found:
                return
            self._choose(found[0])
        event.stop()
        event.prevent_default()

    def _choose(self, option: str) -> None:
        self.value = option
        self._show()
        self.post_message(self.Chosen(self))

    def _show(self) -> None:
        row: list[Cell] = []
        for option in self._options[1:]:
            row += [cell(option, "own" if option == self.value else "quiet"), Cell(" ", 1)]
        rows: list[Row] = [row]
        self.draw(lambda width, height: rows)
