"""The search screen: passages of the project's documents by their words, found as one types."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import get_current_worker

from annotate.errors import Busy, Refusal
from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.screens.passage import Passage, PassageScreen
from annotate.tui.screens.scene import Scene
from annotate.tui.telling import day
from annotate.tui.widgets.emphasis import emphasised
from annotate.tui.widgets.field import Field
from annotate.tui.widgets.footer_line import FooterLine
from annotate.tui.widgets.notice_line import NoticeLine
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell, spread
from annotate.tui.widgets.rule_line import RuleLine
from annotate.work import Desk, Hit, index_documents, search, unindexed_documents

SEARCH_AFTER = 0.06
"""Seconds without typing after which it is searched."""

TOLD_AFTER = 0.25
"""Seconds between two sentences on how far the index has come."""

GIVES_WAY = 0.3
"""Seconds for which indexing stands back behind a key: two threads share one interpreter."""

LINES = 3
"""Rows that a passage takes: its document, and its words around what was found."""

HINT = "Words of one passage, “several in a row” in quotes; {} opens the text."


class Sought(Field):
    """What is looked for; arrows and pages are the list's."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave to the screen what moves through the list."""
        return action not in {"cursor_up", "cursor_down", "cursor_page_up", "cursor_page_down"}


class SearchScreen(Scene[Passage | None]):
    """Dismissed with the passage that was taken, None where it was only read.

    Searching and indexing are done in threads; they say what came of it by messages, and never hold up a key.
    """

    SCENE: ClassVar[keys.Scene] = "search"
    BINDINGS = bindings("search")

    @dataclass
    class Found(Message):
        """That was found by what was typed."""

        typed: str
        hits: Sequence[Hit]

    @dataclass
    class Indexed(Message):
        """So many documents cannot be found yet."""

        left: int

    @dataclass
    class Failed(Message):
        """It could not be searched."""

        refusal: Refusal

    @dataclass
    class Stopped(Message):
        """It cannot be indexed; so many documents are not found."""

        refusal: Refusal
        left: int

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._hits: Sequence[Hit] = ()
        self._marked = 0
        self._answered = ""  # what was typed when the hits were found
        self._left = 0
        self._lacking = ""  # what cannot be found, in words
        self._typed_at = 0.0
        self._timer: Timer | None = None

    @property
    def way_out(self) -> str:
        """How one leaves, in a sentence."""
        return f"{self.key('close')} goes back to the claim."

    def compose(self) -> ComposeResult:
        """The field, what was found, a line for notices, the keys."""
        with Horizontal(classes="field"):
            yield Static("search", markup=False, classes="name")
            yield Sought("sought", hint="words of a document")
        yield RuleLine(id="top")
        yield RowPane(id="found")
        yield RuleLine(id="bottom")
        yield NoticeLine()
        yield FooterLine()
        yield from super().compose()

    def on_mount(self) -> None:
        """Type at once; meanwhile the index catches up with documents that came in since."""
        self.set_focus(self.query_one(Sought))
        self.query_one(FooterLine).show(self.keys)
        self._say_where()
        self.run_worker(self._catch_up, thread=True, group="index")

    def on_resize(self) -> None:
        """Rules as wide as the screen."""
        for rule in self.query(RuleLine):
            rule.show()
        self._show()

    # Looking for it

    @on(Field.Typed)
    def search_soon(self) -> None:
        """Search when the typing pauses."""
        self._typed_at = time.monotonic()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(SEARCH_AFTER, self._search)

    @property
    def _typed(self) -> str:
        return self.query_one(Sought).text

    def _search(self) -> None:
        self.run_worker(partial(self._look_for, self._typed), thread=True, group="search", exclusive=True)

    def _look_for(self, typed: str) -> None:
        """In a thread: search."""
        try:
            self.post_message(self.Found(typed, search(self._desk, typed)))
        except Refusal as refusal:
            self.post_message(self.Failed(refusal))

    def _catch_up(self) -> None:
        """In a thread: index what is not indexed yet, a little at a time, until all is or the screen is left."""
        worker, after, told, left = get_current_worker(), 0, 0.0, 0
        try:
            left = unindexed_documents(self._desk)
            while left > 0 and not worker.is_cancelled:
                if time.monotonic() - told > TOLD_AFTER:
                    told = time.monotonic()
                    self.post_message(self.Indexed(left))
                if time.monotonic() - self._typed_at < GIVES_WAY:
                    time.sleep(GIVES_WAY / 4)
                    continue
                try:
                    done = index_documents(self._desk, after)
                except Busy:  # it takes its turn behind whoever is writing
                    time.sleep(GIVES_WAY)
                    continue
                left, after = (left - done.documents, done.row) if done else (0, after)
            self.post_message(self.Indexed(0))
        except Refusal as refusal:
            self.post_message(self.Stopped(refusal, left))

    # What came of it

    def on_search_screen_found(self, message: Found) -> None:
        """Show what was found, unless something else was typed since."""
        if message.typed == self._typed:
            self._hits, self._answered, self._marked = message.hits, message.typed, 0
            self._show()
            self._say_where()

    def on_search_screen_indexed(self, message: Indexed) -> None:
        """Say how far the index has come; when it is done, what is typed may find more."""
        done = self._left and not message.left
        self._left = message.left
        if done and self._typed.strip():
            self._search()
        self._say_where()

    def on_search_screen_failed(self, message: Failed) -> None:
        """Say why not."""
        self.refused(message.refusal)

    def on_search_screen_stopped(self, message: Stopped) -> None:
        """Say why not, and from now on what is missing."""
        self._left = 0
        if message.left:
            many = "1 document is" if message.left == 1 else f"{message.left:,} documents are"
            self._lacking = f"{many} not indexed, and not found here."
        self.refused(message.refusal)

    # Choosing

    def action_move(self, step: int) -> None:
        """Mark the passage above or below."""
        self._marked = max(0, min(len(self._hits) - 1, self._marked + step))
        self._show()

    def action_move_page(self, step: int) -> None:
        """Mark the passage a page on or back."""
        self.action_move(step * max(1, self._pane.size.height // LINES))

    def action_look(self) -> None:
        """Open the document at the marked passage."""
        if self._hits and self._answered == self._typed:
            self.app.push_screen(PassageScreen(self._desk, self._hits[self._marked]), self._took)

    def action_close(self) -> None:
        """Back to the claim."""
        self.dismiss(None)

    def _took(self, passage: Passage | None) -> None:
        if passage is not None:
            self.dismiss(passage)

    # What is drawn

    def _say_where(self) -> None:
        if self._left:
            many = "document is" if self._left == 1 else "documents are"
            told = f"Indexing … {self._left:,} {many} still to come; what is found already is shown."
        elif self._answered.strip() and not self._hits:
            told = f"No document holds {self._answered.strip()}. {self._lacking}".strip()
        else:
            told = self._lacking or HINT.format(self.key("look"))
        self.query_one(NoticeLine).say("", otherwise=told)

    @property
    def _pane(self) -> RowPane:
        return self.query_one("#found", RowPane)

    def _show(self) -> None:
        self._pane.draw(self._rows)

    def _rows(self, width: int, height: int) -> list[Row]:
        shown = max(1, height // LINES)
        first = max(0, min(self._marked - shown // 2, len(self._hits) - shown))
        found = range(first, min(first + shown + 1, len(self._hits)))
        return [row for place in found for row in self._hit(place, width)][:height]

    def _hit(self, place: int, width: int) -> list[Row]:
        hit, marked = self._hits[place], place == self._marked
        about = ", ".join(part for part in (hit.document.description.publisher, _when(hit)) if part)
        name = cell(hit.document.name, "own" if marked else "strong", most=max(1, width * 2 // 3))
        head = [Cell("▶ " if marked else "  ", 2, "accent"), name]
        words = [[Cell("    ", 4), *row] for row in emphasised(hit.words, hit.places, width - 6, LINES - 1)]
        rows: list[Row] = [spread(head, [cell(about, "quiet", most=width // 3), Cell(" ", 1)], width), *words]
        return [*rows, *[()] * (LINES - len(rows))]


def _when(hit: Hit) -> str:
    return day(hit.document.description.published)
