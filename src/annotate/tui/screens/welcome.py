"""The first screen: what this is, what there is now, and who sits here."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from annotate.errors import NotForYou
from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.screens.founding import FoundingScreen
from annotate.tui.screens.framed import Framed
from annotate.tui.screens.scene import Scene
from annotate.tui.telling import many
from annotate.tui.widgets.field import Field
from annotate.tui.widgets.header_line import Heading
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import MARGIN, Row, cell, paragraph
from annotate.work import Desk, checked_handle, known_as, size_of, title_of

if TYPE_CHECKING:
    from annotate.tui.app import AnnotateApp, Start

AROUND = 7
"""Lines that header, rules, the line to type in, notice and footer take."""

WHAT = (
    "annotate walks you through the claims of an article. Each gets a verdict with one key, the evidence that bears on "
    "it, and the reason why. Every answer is saved at once, and nobody sees how others judged a claim before it is "
    "settled."
)
WHO = "The name goes with every answer you give. Without one you look as the lead, who sees all answers and gives none."


def welcome(room: "AnnotateApp", desk: Desk | None, start: "Start") -> Scene[None]:
    """The first screen of a first run: it asks for what was not said."""
    if desk is None and room.host is not None and not room.host.asks:
        return FoundingScreen(room.host, room.host.settings.reviewer)
    return WelcomeScreen(desk, start)


class WelcomeScreen(Framed[None]):
    """Asks for a name. `desk` is the project that there is, asked as the lead; None where there is none yet."""

    SCENE: ClassVar[keys.Scene] = "welcome"
    BINDINGS = bindings("welcome")

    def __init__(self, desk: Desk | None, start: "Start") -> None:
        super().__init__()
        self._desk = desk
        self._start: Start = start
        self._there = ""

    def content(self) -> ComposeResult:
        """What there is to know, and a line to type the name in."""
        yield RowPane(id="page")
        with Horizontal(classes="field"):
            yield Static("your name", markup=False, classes="name")
            yield Field("handle")
        yield RowPane(id="rest")

    def on_mount(self) -> None:
        """Draw, and type at once."""
        self.frame(Heading(title_of(self._desk) if self._desk else "", state="welcome"))
        self._there = _situation(self._desk)
        self.set_focus(self.query_one(Field))

    def on_resize(self) -> None:
        """The line stands right below the question; in a low window the question is what stays."""
        rows = _page(self._there, self.app.size.width)
        room = max(1, self.app.size.height - AROUND)
        page = self.query_one("#page", RowPane)
        page.styles.height = min(len(rows), room)
        page.draw(lambda width, height: rows[-room:])

    @property
    def way_out(self) -> str:
        """How one leaves, in a sentence."""
        return f"{self.key('leave')} leaves."

    def action_enter_name(self) -> None:
        """Go on under the name that was typed; without one, as the lead."""
        name = self.query_one(Field).text.strip()
        reviewer = checked_handle(name) if name else None
        self.room.asked_name = reviewer is not None
        if self._desk is None:
            if self.room.host is not None:
                self.app.switch_screen(FoundingScreen(self.room.host, reviewer))
            return
        desk = known_as(self._desk, reviewer)
        self.room.sit_down(desk, self._start if reviewer else "home")

    def action_leave(self) -> None:
        """Leave; where claims were to be judged, that nobody said who judges."""
        if self._start == "review":
            self.room.refuse(NotForYou("It is not said who judges.", "Add --reviewer NAME, or set ANNOTATE_REVIEWER."))
        else:
            self.app.exit(0)


def _situation(desk: Desk | None) -> str:
    if desk is None:
        return "There is no project here yet, nor in a folder above. What to do about it comes next."
    documents, claims = size_of(desk)
    return f"The project {desk.store.shown} holds {many(documents, 'document')} with {many(claims, 'claim')}."


def _page(there: str, width: int) -> list[Row]:
    rows: list[Row] = [()]
    for text in (WHAT, there, WHO):
        rows += [[MARGIN, *line] for line in paragraph(text, max(1, min(width - 6, 90)), 6)]
        rows.append(())
    return [*rows, [MARGIN, cell("Who are you?", "strong"), cell("  A name without spaces, or nothing.", "quiet")]]
