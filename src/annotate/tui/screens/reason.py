"""The reason sheet: an editor for why a dispute is settled so; kept while it is typed."""

from typing import ClassVar

from textual.app import ComposeResult

from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.screens.typing_sheet import TypingSheet
from annotate.tui.settling import Settling
from annotate.tui.widgets.field import Field


class ReasonSheet(TypingSheet[str]):
    """Edits the reason of the decision to come; it is recorded with that, so saving is keeping."""

    SCENE: ClassVar[keys.Scene] = "editor"
    BINDINGS = bindings("editor")

    def __init__(self, settling: Settling) -> None:
        super().__init__("reason", "It is recorded with the verdict that you give next.")
        self._settling = settling

    def content(self) -> ComposeResult:
        """The editor."""
        yield Field("reason", self._settling.reason, shape="text")

    def on_mount(self) -> None:
        """Type at once."""
        self.set_focus(self.query_one(Field))

    def drafted(self) -> str:
        """The reason."""
        return self.query_one(Field).text

    def keep(self, typed: str) -> None:
        """Keep the reason."""
        self._settling.keep_reason(typed)

    def saved(self) -> None:
        """Keep the reason."""
        self.keep(self.drafted())
