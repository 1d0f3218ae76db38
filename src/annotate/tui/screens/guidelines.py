"""The guidelines sheet: the project's guidelines, rendered, beside the text."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Markdown

from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.screens.sheet import Sheet
from annotate.tui.widgets.field import tidy

EMPTY = """This project has no guidelines yet.

Whoever leads it sets them with

    annotate set guidelines=FILE.md
"""


class GuidelinesSheet(Sheet[None]):
    """Markdown to scroll through; its links are shown, never followed."""

    SCENE: ClassVar[keys.Scene] = "reading"
    BINDINGS = bindings("reading")

    def __init__(self, guidelines: str) -> None:
        super().__init__("guidelines")
        self._guidelines = tidy(guidelines) or EMPTY

    def content(self) -> ComposeResult:
        """The text."""
        with VerticalScroll(id="markdown", can_focus=False):
            yield Markdown(self._guidelines, open_links=False)

    def action_close(self) -> None:
        """Done reading."""
        self.dismiss(None)

    def action_scroll_lines(self, step: int) -> None:
        """Scroll by lines."""
        self._pane.scroll_relative(y=step, animate=False)

    def action_scroll_pages(self, step: int) -> None:
        """Scroll by pages."""
        self._pane.scroll_relative(y=step * max(1, self._pane.size.height - 1), animate=False)

    def action_scroll_ends(self, step: int) -> None:
        """Scroll to the start or the end."""
        self._pane.scroll_to(y=0 if step < 0 else self._pane.max_scroll_y, animate=False)

    @property
    def _pane(self) -> VerticalScroll:
        return self.query_one("#markdown", VerticalScroll)
