"""A sheet: laid over a part of the screen, while the text and the claim beneath stay where they are."""

from collections.abc import Mapping
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from annotate.tui.screens.scene import Scene
from annotate.tui.widgets.footer_line import FooterLine
from annotate.tui.widgets.notice_line import NoticeLine
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell

Result = TypeVar("Result")


class Sheet(Scene[Result], ModalScreen[Result]):
    """A title, what `content` yields, a line for notices, and the keys of the sheet in place of the screen's.

    On narrow screens it stands at the bottom, on wide ones over the side panel.
    """

    WAY_OUT = "Esc closes this, and keeps what was typed."

    def __init__(self, title: str, prompt: str = "") -> None:
        super().__init__()
        self._title = title
        self._prompt = prompt

    def content(self) -> ComposeResult:
        """The widgets between title and notice."""
        yield from ()

    def compose(self) -> ComposeResult:
        """The sheet."""
        with Vertical(id="paper"):
            yield RowPane(id="title")
            yield from self.content()
            yield NoticeLine()
        yield FooterLine()
        yield from super().compose()

    def on_mount(self) -> None:
        """Draw the lines around the content; Textual calls the `on_mount` of a subclass as well, and first."""
        self.query_one("#title", RowPane).draw(self._ruled)
        self.query_one(FooterLine).show(self.keys, self.written)
        self.say("")

    @property
    def written(self) -> Mapping[str, str]:
        """How the footer names the keys of an action, where the table cannot know it."""
        return {}

    def _ruled(self, width: int, height: int) -> list[Row]:
        title = cell(self._title, "strong", most=width - 5)
        rest = max(0, width - title.cells - 4)
        return [[Cell("── ", 3, "rule"), title, Cell(" " + "─" * rest, rest + 1, "rule")]]

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """Say a sentence; with none, what is asked for."""
        self.query_one(NoticeLine).say(sentence, warning=warning, otherwise=self._prompt)
