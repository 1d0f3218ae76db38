"""A field to type into: its text is data, Enter goes on, undo is inside."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from textual import events
from textual.document._document import Location
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea

from annotate.tui.layout import cluster_end, cluster_start
from annotate.tui.widgets.safe_strip import safe

if TYPE_CHECKING:
    from annotate.tui.app import AnnotateApp

Shape = Literal["line", "passage", "text"]
"""One line; lines that are pasted, since Enter goes on to the next field; lines that are typed."""

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_OBEYED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


def tidy(text: str) -> str:
    """`text` with one kind of line end, and without the characters that a terminal obeys."""
    return _OBEYED.sub("", _LINE_END.sub("\n", text))


class Field(TextArea):
    """A text area that says when something was typed."""

    @dataclass
    class Typed(Message):
        """Something was typed into the field."""

        field: "Field"

    def __init__(self, name: str, text: str = "", *, shape: Shape = "line", hint: str = "") -> None:
        self._shape = shape
        super().__init__(
            self._fitting(text), soft_wrap=True, show_line_numbers=False, compact=True, placeholder=hint, id=name
        )
        self.highlight_cursor_line = False
        self.move_cursor(self.document.end)

    def on_mount(self) -> None:
        """The caret stands still where somebody wants nothing to move."""
        self.cursor_blink = cast("AnnotateApp", self.app).personal.blinks

    def _fitting(self, text: str) -> str:
        return " ".join(tidy(text).split()) if self._shape == "line" else tidy(text)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and self._shape != "text":
            event.prevent_default()  # not taken: the form goes to its next field

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        await super()._on_paste(events.Paste(self._fitting(event.text)))

    def render_line(self, y: int) -> Strip:
        """One row; the text is the reviewer's, and stays as it is, but not all of it can be drawn as it is."""
        return safe(super().render_line(y))

    def get_cursor_left_location(self) -> Location:
        """Where the cursor goes by a step to the left, and what Backspace deletes: a whole character."""
        row, column = super().get_cursor_left_location()
        return row, cluster_start(self.document.get_line(row), column)

    def get_cursor_right_location(self) -> Location:
        """The same to the right."""
        row, column = super().get_cursor_right_location()
        return row, cluster_end(self.document.get_line(row), column)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say that something was typed."""
        event.stop()
        self.post_message(self.Typed(self))
