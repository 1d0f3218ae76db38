"""The passage screen: a document opened where something was found, to be read, or to take a passage from."""

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult

from annotate.tui import keys
from annotate.tui.layout import Bounds, Unit, next_end, previous_start
from annotate.tui.screens.review_frame import heading_of
from annotate.tui.screens.scene import Scene
from annotate.tui.screens.span import SpanSheet
from annotate.tui.widgets.document import DocumentPane
from annotate.tui.widgets.notice_line import NoticeLine
from annotate.work import Desk, Hit, text_in

LONGEST = 1_000
"""Code points of a sentence that is still proposed as a whole."""


class Passage(NamedTuple):
    """A passage that was taken: its document's id, its bounds and its words."""

    document: str
    start: int
    end: int
    quote: str


class PassageScreen(Scene[Passage | None]):
    """Dismissed with the passage that was taken, None where it was only looked at. The span sheet has the keys."""

    SCENE: ClassVar[keys.Scene] = "span"

    def __init__(self, desk: Desk, hit: Hit) -> None:
        super().__init__()
        self._hit = hit
        self._text = text_in(desk, hit.document.row)

    def compose(self) -> ComposeResult:
        """The document, where the sheet leaves room for it."""
        yield DocumentPane()
        yield NoticeLine()
        yield from super().compose()

    def on_mount(self) -> None:
        """Show the document, and the sentence around what was found."""
        pane = self.query_one(DocumentPane)
        pane.can_focus = False
        pane.show(self._text, [], None, heading_of(self._hit.document))
        self.call_after_refresh(self._select, pane)

    def _select(self, pane: DocumentPane) -> None:
        bounds = around(self._text, *self._found)
        self.app.push_screen(SpanSheet(f"take as evidence? {self.key('close')} only looks", pane, bounds), self._took)

    @property
    def _found(self) -> tuple[int, int]:
        start = self._hit.span.start
        if not self._hit.places:
            return start, self._hit.span.end
        first, last = self._hit.places[0]
        return start + first, start + last

    def _took(self, span: tuple[int, int] | None) -> None:
        if span is None:
            self.dismiss(None)
        else:
            start, end = span
            self.dismiss(Passage(self._hit.document.id, start, end, self._text[start:end]))


def around(text: str, start: int, end: int) -> Bounds:
    """The sentence, or sentences, around `[start, end)`; where that is half a book, the place itself."""
    low = previous_start(text, start + 1, Unit.SENTENCE)
    high = next_end(text, end - 1, Unit.SENTENCE)
    return Bounds(text, low, high) if high - low <= LONGEST else Bounds(text, start, end).over(start, end)
