"""The queue screen: the reviewer's claims, done ones too; only the rows in view are ever read."""

from typing import ClassVar

from textual.app import ComposeResult

from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.screens.scene import Scene
from annotate.tui.telling import sign_of
from annotate.tui.walk import Walk
from annotate.tui.widgets.footer_line import FooterLine
from annotate.tui.widgets.header_line import HeaderLine, Heading
from annotate.tui.widgets.notice_line import NoticeLine
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell, spread
from annotate.tui.widgets.rule_line import RuleLine
from annotate.work import Leaf, Queue, leaf


class QueueScreen(Scene[int | None]):
    """Dismissed with the row of the claim to open, None to go back to the one that was open."""

    SCENE: ClassVar[keys.Scene] = "queue"
    BINDINGS = bindings("queue")

    def __init__(self, walk: Walk) -> None:
        super().__init__()
        self._walk = walk
        self._leaves: list[Leaf] = []
        self._marked = 0

    def compose(self) -> ComposeResult:
        """Header, list, footer."""
        yield HeaderLine()
        yield RuleLine(id="top")
        yield RowPane(id="queue")
        yield RuleLine(id="bottom")
        yield NoticeLine()
        yield FooterLine()
        yield from super().compose()

    def on_mount(self) -> None:
        """Draw what stays."""
        at = self._walk.at
        self.query_one(HeaderLine).show(
            Heading(self._walk.title, self._walk.reviewer, at.position, at.size, at.size - at.owed, "saved")
        )
        for rule in self.query(RuleLine):
            rule.show()
        self.query_one(FooterLine).show(self.keys)

    def on_resize(self) -> None:
        """Begin around the claim that is marked, or else the open one."""
        self._around(self._leaves[self._marked].at if self._leaves else self._walk.at)

    def action_open_claim(self) -> None:
        """Go to the marked claim."""
        if self._leaves:
            self.dismiss(self._leaves[self._marked].claim.row)

    def action_close(self) -> None:
        """Back to where it came from."""
        self.dismiss(None)

    def action_scroll_lines(self, step: int) -> None:
        """Mark the claim before or after."""
        self._move(step)

    def action_scroll_pages(self, step: int) -> None:
        """Mark the claim a page on or back."""
        self._move(step * max(1, self._pane.size.height - 1))

    def action_scroll_ends(self, step: int) -> None:
        """Mark the first claim, or the last."""
        self._leaves = leaf(self._walk.desk, None, self._room, back=step > 0)
        self._marked = 0 if step < 0 else len(self._leaves) - 1
        self._show()

    @property
    def _pane(self) -> RowPane:
        return self.query_one("#queue", RowPane)

    @property
    def _room(self) -> int:
        return max(1, self._pane.size.height)

    def _around(self, at: Queue) -> None:
        """Show the claim at that place a third down, with what stands around it."""
        desk = self._walk.desk
        before = leaf(desk, at, self._room // 3, back=True)
        from_there = leaf(desk, before[-1].at if before else None, self._room - len(before))
        self._leaves, self._marked = [*before, *from_there], len(before)
        self._show()

    def _move(self, step: int) -> None:
        desk, marked, held = self._walk.desk, self._marked + step, self._leaves
        if not held:
            return
        if marked < 0:
            self._leaves = [*leaf(desk, held[0].at, -marked, back=True), *held][: self._room]
            marked = 0
        elif marked >= len(held):
            self._leaves = [*held, *leaf(desk, held[-1].at, marked - len(held) + 1)][-self._room :]
            marked = len(self._leaves) - 1
        self._marked = marked
        self._show()

    def _show(self) -> None:
        leaves, marked = tuple(self._leaves), self._marked
        named = ["", *(item.document for item in leaves)]  # a document's name stands by its first claim in view
        rows = list(zip(leaves, named, strict=False))
        self._pane.draw(
            lambda width, _: [
                self._row(item, place == marked, "" if item.document == above else item.document, width)
                for place, (item, above) in enumerate(rows)
            ]
        )

    def _row(self, item: Leaf, marked: bool, name: str, width: int) -> Row:
        sign, _ = sign_of(self._walk.scheme.verdict, item.answer)
        number = cell(f"{item.at.position:>5} ", "quiet")
        pointer = Cell(" ▶" if marked else "  ", 2, "accent")
        document = cell(name, "quiet", most=width // 3)
        words = cell(" ".join(item.quote.split()), "own" if marked else "plain")
        return spread([pointer, number, cell(f"{sign or ' '} "), words], [Cell("  ", 2), document, Cell(" ", 1)], width)
