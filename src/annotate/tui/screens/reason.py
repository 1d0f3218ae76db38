"""The reason sheet: an editor for why a dispute is settled so; kept while it is typed."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.timer import Timer

from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.screens.sheet import Sheet
from annotate.tui.settling import Settling
from annotate.tui.widgets.field import Field

KEEP_AFTER = 0.4
"""Seconds after which what was typed is kept."""


class ReasonSheet(Sheet[None]):
    """Edits the reason of the decision to come."""

    SCENE: ClassVar[keys.Scene] = "editor"
    BINDINGS = bindings("editor")

    def __init__(self, settling: Settling) -> None:
        super().__init__("reason", "It is recorded with the verdict that you give next.")
        self._settling = settling
        self._typed: str | None = None
        self._timer: Timer | None = None

    def content(self) -> ComposeResult:
        """The editor."""
        yield Field("reason", self._settling.reason, shape="text")

    def on_mount(self) -> None:
        """Type at once."""
        self.set_focus(self.query_one(Field))

    @on(Field.Typed)
    def keep_soon(self) -> None:
        """Note what was typed, and keep it in a moment."""
        self._typed = self.query_one(Field).text
        if self._timer is None:
            self._timer = self.set_timer(KEEP_AFTER, self._keep)

    def on_unmount(self) -> None:
        """The sheet is gone: keep what was noted last."""
        self._keep()

    def action_close(self) -> None:
        """Done; what was typed is kept either way."""
        self._typed = self.query_one(Field).text
        self._keep()
        self.dismiss(None)

    def action_save(self) -> None:
        """The same: a reason is recorded with its decision."""
        self.action_close()

    def _keep(self) -> None:
        typed, self._typed, self._timer = self._typed, None, None
        if typed is not None:
            with self.telling():
                self._settling.keep_reason(typed)
