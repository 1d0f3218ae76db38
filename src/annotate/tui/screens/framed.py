"""A framed screen: a page between two rules, with the header above and the keys below."""

from collections.abc import Sequence
from typing import TypeVar

from textual.app import ComposeResult

from annotate.tui import keys
from annotate.tui.screens.scene import Scene
from annotate.tui.widgets.footer_line import FooterLine
from annotate.tui.widgets.header_line import HeaderLine, Heading
from annotate.tui.widgets.notice_line import NoticeLine
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rule_line import RuleLine

Result = TypeVar("Result")


class Framed(Scene[Result]):
    """Header, what `content` yields, a line for notices, footer."""

    def content(self) -> ComposeResult:
        """The widgets between the rules."""
        yield RowPane(id="page")

    def compose(self) -> ComposeResult:
        """The frame."""
        yield HeaderLine()
        yield RuleLine(id="top")
        yield from self.content()
        yield RuleLine(id="bottom")
        yield NoticeLine()
        yield FooterLine()
        yield from super().compose()

    def frame(self, heading: Heading, offered: Sequence[keys.Key] | None = None) -> None:
        """Draw what stays: heading, rules, and the keys on offer, all of the scene where they are not given."""
        self.query_one(HeaderLine).show(heading)
        for rule in self.query(RuleLine):
            rule.show()
        self.query_one(FooterLine).show(self.keys if offered is None else offered)
