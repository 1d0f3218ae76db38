"""The question after a burst of input that no finger typed."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.bursts import Burst, typed
from annotate.tui.presses import REPEAT
from annotate.tui.screens.sheet import Sheet
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import cell


class PastedSheet(Sheet[str | None]):
    """Dismissed with the text where it is to become evidence. What is still coming in belongs to it."""

    SCENE: ClassVar[keys.Scene] = "paste"
    BINDINGS = bindings("paste")

    def __init__(self, text: str, at: float, were_keys: Callable[[str], None]) -> None:
        super().__init__("pasted?")
        self._were_keys = were_keys
        self._text = text
        self._at = at

    def content(self) -> ComposeResult:
        """What came in."""
        yield RowPane(id="pasted")

    def on_mount(self) -> None:
        """Draw."""
        yes, no = self.key("accept"), self.key("close")
        self._prompt = f"That looked like a paste: open as evidence? {yes} yes, {no} no"
        self._show()

    def take_burst(self, burst: Burst) -> bool:
        """More of it."""
        self._more(burst.text, burst.keys[-1].time)
        return True

    def on_key(self, event: events.Key) -> None:
        """More of it, unless it comes so late that it was meant."""
        if typed(event) and event.time - self._at < REPEAT:
            self._more(typed(event), event.time)
            event.stop()
            event.prevent_default()

    def action_accept(self) -> None:
        """It was a paste."""
        self.dismiss(self._text)

    def action_act(self) -> None:
        """They were keys, pressed one by one, that a slow line brought together."""
        self.dismiss(None)
        self._were_keys(self._text)

    def action_close(self) -> None:
        """It was nothing."""
        self.dismiss(None)

    def _more(self, text: str, at: float) -> None:
        self._text += text
        self._at = at
        self._show()

    def _show(self) -> None:
        shown = self._text
        self.query_one("#pasted", RowPane).draw(lambda width, height: [[cell(f" {shown}", "quiet", most=width)]])
