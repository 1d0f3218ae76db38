"""The span sheet: a span of a document, found and bounded by keys or by the mouse while the text stays in view."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult

from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.bursts import Burst, typed
from annotate.tui.layout import Bounds, Unit
from annotate.tui.presses import Press, Presses
from annotate.tui.screens.reading import HelpSheet
from annotate.tui.screens.sheet import Sheet
from annotate.tui.widgets.document import DocumentPane
from annotate.tui.widgets.notice_line import told
from annotate.tui.widgets.pointing import Pointing
from annotate.tui.widgets.quoted import quoted
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row

WHEEL = 3
"""Lines that a turn of the wheel scrolls."""

_MOVES = {
    "whole": "all of it moves; {}: its end",
    "end": "the end moves; {}: the start",
    "start": "the start moves; {}: the end",
}


class SpanSheet(Sheet[tuple[int, int] | None], Pointing):
    """Draws the bounds as the selection of the pane beneath it; dismissed with `(start, end)`, None where it was left.

    `bounds` are of the text that the pane shows.
    """

    SCENE: ClassVar[keys.Scene] = "span"
    BINDINGS = bindings("span")

    def __init__(self, title: str, pane: DocumentPane, bounds: Bounds) -> None:
        super().__init__(title)
        self._pane = pane
        self._bounds = bounds
        self._presses = Presses()

    @property
    def way_out(self) -> str:
        """How one leaves, in a sentence."""
        return f"{self.key('close')} leaves all as it was."

    def content(self) -> ComposeResult:
        """The quote."""
        yield RowPane(id="span")

    def on_mount(self) -> None:
        """Draw."""
        self._put(self._bounds)

    def on_resize(self) -> None:
        """What is said below the quote on narrow screens stands beside it on wide ones."""
        self.say("")

    def on_unmount(self) -> None:
        """The span is kept or left: nothing is selected any more."""
        self._pane.selection = None

    @property
    def written(self) -> dict[str, str]:
        """Keys that go both ways are named together."""
        return _pairs(self.keys)

    # Keys

    def action_by_character(self, step: int) -> None:
        """By a character."""
        self._move(Unit.CHARACTER, step)

    def action_by_word(self, step: int) -> None:
        """By a word."""
        self._move(Unit.WORD, step)

    def action_by_sentence(self, step: int) -> None:
        """By a sentence."""
        self._move(Unit.SENTENCE, step)

    def action_by_paragraph(self, step: int) -> None:
        """By a paragraph."""
        self._move(Unit.PARAGRAPH, step)

    def action_by_line(self, step: int) -> None:
        """By a line of the screen."""
        self._put(self._bounds.reaching(self._pane.beside(self._bounds.edge, step), back=step < 0))

    def action_turn(self) -> None:
        """Move the other bound."""
        self._put(self._bounds.turned())

    def action_keep(self) -> None:
        """That is the span."""
        self.dismiss((self._bounds.start, self._bounds.end))

    def action_close(self) -> None:
        """Leave all as it was."""
        self.dismiss(None)

    def action_scroll_pages(self, step: int) -> None:
        """Look further on or back; the span stays where it is."""
        self._pane.action_scroll_pages(step)

    def action_help(self) -> None:
        """Show what the keys do."""
        self.app.push_screen(HelpSheet(self.keys))

    def on_key(self, event: events.Key) -> None:
        """Let nothing act, or be kept, that came too quickly behind another key to be a finger's."""
        character = typed(event)
        if character and self._presses.of(character, event.time) is Press.QUICK:
            event.stop()
            event.prevent_default()

    def take_burst(self, burst: Burst) -> bool:
        """A paste moves nothing; one key over and over is a held one."""
        return len(set(burst.text)) > 1

    # The mouse

    @property
    def pointed_at(self) -> DocumentPane:
        """The pane beneath."""
        return self._pane

    @on(Pointing.Clicked)
    def begin_at(self, event: Pointing.Clicked) -> None:
        """Look for the place anew, from the word there."""
        self._put(Bounds.at(self._bounds.text, 0).reaching(event.offset))

    @on(Pointing.Dragged)
    @on(Pointing.Drawn)
    def draw_over(self, event: Pointing.Dragged | Pointing.Drawn) -> None:
        """The span is what the mouse was drawn over."""
        if event.start < event.end:
            self._put(Bounds(self._bounds.text, event.start, event.end))

    def on_mouse_scroll_down(self) -> None:
        """Look further on."""
        self._pane.action_scroll_lines(WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """Look further back."""
        self._pane.action_scroll_lines(-WHEEL)

    # What is drawn

    def _move(self, unit: Unit, step: int) -> None:
        self._put(self._bounds.moved(unit, back=step < 0))

    def _put(self, bounds: Bounds) -> None:
        self._bounds = bounds
        with self.app.batch_update():
            self._pane.selection = (bounds.start, bounds.end)
            self.query_one("#span", RowPane).draw(self._rows)
            self.say("")

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """Say a sentence; with none, on narrow screens, how long the span is and what moves."""
        self._prompt = "" if self.is_wide else self._state
        super().say(sentence, warning=warning)

    def _rows(self, width: int, height: int) -> list[Row]:
        """The quote; on wide screens, how long it is and what moves stand below it."""
        state = [(), *told(self._state, width, 3, "quiet")] if self.is_wide else []
        rows = quoted(self._bounds.quote, width - 2, height - len(state))
        return [*([Cell(" ", 1), *row] for row in rows), *state]

    @property
    def _state(self) -> str:
        length = self._bounds.end - self._bounds.start
        return f"{length} character{'s' * (length != 1)}  ·  {_MOVES[self._bounds.moving].format(self.key('turn'))}"


def _pairs(listed: tuple[keys.Key, ...]) -> dict[str, str]:
    """How the footer shows an action that goes both ways: `b w`; each by its first key."""
    back = {key.action: keys.named(key.keys[0]) for key in listed if key.action.endswith("(-1)") and key.keys}
    found = {key.action: back.get(key.action.replace("(1)", "(-1)")) for key in listed if key.action.endswith("(1)")}
    return {
        key.action: f"{found[key.action]} {keys.named(key.keys[0])}"
        for key in listed
        if key.keys and found.get(key.action)
    }
