"""The line sheet: one line to type, Enter does what it says."""

from typing import ClassVar

from textual.app import ComposeResult

from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.screens.sheet import Sheet
from annotate.tui.widgets.field import Field


class LineSheet(Sheet[str | None]):
    """Dismissed with what was typed, None where the line was left."""

    SCENE: ClassVar[keys.Scene] = "line"
    BINDINGS = bindings("line")

    def __init__(self, title: str, prompt: str, text: str = "") -> None:
        super().__init__(title, prompt)
        self._text = text

    def content(self) -> ComposeResult:
        """The line."""
        yield Field("line", self._text)

    def on_mount(self) -> None:
        """Type at once."""
        self.set_focus(self.query_one(Field))

    @property
    def way_out(self) -> str:
        """How one leaves, in a sentence."""
        return f"{self.key('close')} closes this."

    @property
    def typed(self) -> str:
        """What stands in the line."""
        return self.query_one(Field).text.strip()

    def action_enter_line(self) -> None:
        """Done typing."""
        self.dismiss(self.typed)

    def action_close(self) -> None:
        """Leave."""
        self.dismiss(None)
