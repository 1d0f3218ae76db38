"""The home screen: what the project is, how far one is, and what to do next."""

from typing import ClassVar

from textual.app import ComposeResult

from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.screens.queue import QueueScreen
from annotate.tui.screens.reading import HelpSheet
from annotate.tui.screens.scene import Scene
from annotate.tui.walk import Walk
from annotate.tui.widgets.footer_line import FooterLine
from annotate.tui.widgets.header_line import HeaderLine, Heading
from annotate.tui.widgets.notice_line import NoticeLine
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell
from annotate.tui.widgets.rule_line import RuleLine
from annotate.work import Desk, guidelines_of, status, title_of

MARGIN = Cell("   ", 3)


class HomeScreen(Scene[None]):
    """A plain page; `walk` is the reviewer's, None where the lead looks."""

    SCENE: ClassVar[keys.Scene] = "home"
    BINDINGS = bindings("home")

    def __init__(self, desk: Desk, walk: Walk | None) -> None:
        super().__init__()
        self._desk = desk
        self._walk = walk

    def compose(self) -> ComposeResult:
        """Header, page, footer."""
        yield HeaderLine()
        yield RuleLine(id="top")
        yield RowPane(id="page")
        yield RuleLine(id="bottom")
        yield NoticeLine()
        yield FooterLine()
        yield from super().compose()

    def on_mount(self) -> None:
        """Draw."""
        title, reviewer = title_of(self._desk), self._desk.reviewer or "lead"
        heading = Heading(title, reviewer)
        if self._walk is not None:
            at = self._walk.at
            heading = Heading(title, reviewer, at.position, at.size, at.size - at.owed, "saved")
        self.query_one(HeaderLine).show(heading)
        for rule in self.query(RuleLine):
            rule.show()
        rows = page(self._desk, self._walk)
        self.query_one("#page", RowPane).draw(lambda width, height: rows)
        self.query_one(FooterLine).show(self.keys)

    def action_queue(self) -> None:
        """List the reviewer's claims."""
        walk = self._walk
        if walk is None:
            self.say("A list is a reviewer's: annotate --reviewer NAME.")
            return

        def chose(claim: int | None) -> None:
            if claim is not None:
                with self.telling():
                    walk.go_to(claim)
                    self.room.go("review")

        self.app.push_screen(QueueScreen(walk), chose)

    def action_guidelines(self) -> None:
        """Show the guidelines."""
        from annotate.tui.screens.guidelines import GuidelinesSheet  # seldom wanted

        self.app.push_screen(GuidelinesSheet(guidelines_of(self._desk)))

    def action_help(self) -> None:
        """Show what the keys do, here and on the review screen."""
        self.app.push_screen(HelpSheet([*self.keys, *keys.keys_of("review", self.room.remapped)]))


def page(desk: Desk, walk: Walk | None) -> list[Row]:
    """What the home screen says."""
    counts = status(desk).counts
    rows: list[Row] = [
        (),
        [MARGIN, cell(f"{_many(counts.documents, 'document')}, {_many(counts.claims, 'claim')}")],
        (),
    ]
    if walk is None:
        return [*rows, *_for_the_lead()]
    at = walk.at
    if not counts.claims:
        return [*rows, [MARGIN, cell("Nothing to review yet: annotate import FILE…, then annotate mark.")]]
    rows += [[MARGIN, cell(f"{at.size - at.owed} of your {_many(at.size, 'claim')} have your answer.")]]
    if at.owed:
        return [*rows, (), [MARGIN, cell("Enter", "accent"), cell(f"  goes on with claim {at.position}.")]]
    return [
        *rows,
        (),
        [MARGIN, cell("Nothing is owed. "), cell("l", "accent"), cell("  lists the claims, to look again.")],
    ]


def _for_the_lead() -> list[Row]:
    return [
        [MARGIN, cell("Nobody is said to review. Name one, and the claims come one by one:")],
        (),
        [MARGIN, cell("annotate --reviewer NAME review", "accent")],
    ]


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
