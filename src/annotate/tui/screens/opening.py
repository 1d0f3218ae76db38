"""The first frame: there before anything is loaded, so that a key press is answered at once."""

from typing import ClassVar

from textual.app import ComposeResult

from annotate.tui import keys
from annotate.tui.screens.scene import Scene
from annotate.tui.widgets.header_line import HeaderLine, Heading
from annotate.tui.widgets.notice_line import NoticeLine


class OpeningScreen(Scene[None]):
    """A header and nothing else yet."""

    SCENE: ClassVar[keys.Scene] = "opening"

    def compose(self) -> ComposeResult:
        """Header and notice, as on the screens that follow."""
        yield HeaderLine()
        yield NoticeLine()
        yield from super().compose()

    def on_mount(self) -> None:
        """Say what is going on."""
        self.query_one(HeaderLine).show(Heading(state="opening …"))
