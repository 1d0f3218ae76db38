"""A field to type into: its text is data, Enter goes on, undo is inside."""

import re
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import TextArea

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def tidy(text: str) -> str:
    """`text` with one kind of line end, and without the characters that a terminal obeys."""
    return _OBEYED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


class Field(TextArea):
    """A text area; of `lines` > 1 it takes line ends, else Enter is left to the form that it is in."""

    @dataclass
    class Typed(Message):
        """Something was typed into the field."""

        field: "Field"

    def __init__(self, name: str, text: str = "", *, many_lines: bool = False, hint: str = "") -> None:
        super().__init__(
            tidy(text), soft_wrap=True, show_line_numbers=False, compact=True, placeholder=hint, name=name, id=name
        )
        self._many_lines = many_lines
        self.cursor_blink = False
        self.highlight_cursor_line = False
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and not self._many_lines:
            event.prevent_default()  # not taken: the form goes to its next field
            return
        await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = tidy(event.text)
        await super()._on_paste(event)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say that something was typed."""
        event.stop()
        self.post_message(self.Typed(self))
