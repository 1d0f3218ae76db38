"""The mouse over a text: what it clicks on, and what it is drawn over while it is down."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.widget import Widget

if TYPE_CHECKING:
    from annotate.tui.widgets.document import DocumentPane

Spanned = tuple[int, int]


class Pointing(Widget):
    """Follows the mouse for a document pane, and for a sheet that is laid over one; whole clusters, in text order."""

    @dataclass
    class Clicked(Message):
        """The mouse went down and up on the cluster that starts at `offset`."""

        offset: int

    @dataclass
    class Dragged(Message):
        """The mouse is drawn over `[start, end)`."""

        start: int
        end: int

    @dataclass
    class Drawn(Message):
        """The mouse was let go when it had been drawn over `[start, end)`."""

        start: int
        end: int

    _pressed: Spanned | None = None
    _drawn_over: Spanned | None = None

    @property
    def pointed_at(self) -> "DocumentPane":
        """The pane whose text the mouse is over."""
        raise NotImplementedError

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Note where it went down, and follow it until it is let go."""
        if event.button == 1:
            self._pressed, self._drawn_over = self._under(event), None
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Say what it is drawn over; beyond an edge the text scrolls on."""
        if self._pressed is None:
            return
        y = self._place(event).y
        if not 0 <= y < self.pointed_at.size.height:
            self.pointed_at.action_scroll_lines(-1 if y < 0 else 1)
        under = self._under(event)
        span = min(self._pressed[0], under[0]), max(self._pressed[1], under[1])
        if span != (self._drawn_over or self._pressed):
            self._drawn_over = span
            self.post_message(self.Dragged(*span))

    def on_mouse_up(self) -> None:
        """Say what it was."""
        pressed, over = self._pressed, self._drawn_over
        self._pressed = self._drawn_over = None
        if pressed is None:
            return
        self.release_mouse()
        if over is None:
            self.post_message(self.Clicked(pressed[0]))
        elif over[0] < over[1]:
            self.post_message(self.Drawn(*over))

    def _under(self, event: events.MouseEvent) -> Spanned:
        return self.pointed_at.cluster_at(self._place(event))

    def _place(self, event: events.MouseEvent) -> Offset:
        return event.screen_offset - self.pointed_at.content_region.offset
