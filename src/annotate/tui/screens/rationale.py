"""The rationale sheet: an editor for the reason of an answer."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult

from annotate.domain import Answer
from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.screens.typing_sheet import TypingSheet
from annotate.tui.walk import Walk
from annotate.tui.widgets.field import Field
from annotate.work import Draft, response_of


class RationaleSheet(TypingSheet[Draft]):
    """Edits the reason; `record` says what saving does with the draft that holds it."""

    SCENE: ClassVar[keys.Scene] = "editor"
    BINDINGS = bindings("editor")

    def __init__(self, walk: Walk, record: Callable[[Draft], object], title: str, prompt: str = "") -> None:
        super().__init__(title, prompt)
        self._walk = walk
        self._record = record

    def content(self) -> ComposeResult:
        """The editor."""
        yield Field("rationale", self._walk.given().rationale, shape="text")

    def on_mount(self) -> None:
        """Type at once."""
        self.set_focus(self.query_one(Field))

    def drafted(self) -> Draft:
        """The draft, with the reason where it is not the recorded one."""
        text = self.query_one(Field).text
        recorded = response_of(self._walk.answer).rationale
        return replace(self._walk.draft, rationale=None if text == recorded else text)

    def keep(self, typed: Draft) -> None:
        """Keep it as the draft of the open claim."""
        self._walk.keep(typed)

    def saved(self) -> None:
        """Record the reason."""
        self._record(self.drafted())


class WhyNotSheet(RationaleSheet):
    """Edits why a claim cannot be judged, which is no reason of a verdict; `record` is given the words."""

    def __init__(self, walk: Walk, record: Callable[[str], object], prompt: str) -> None:
        super().__init__(walk, lambda drafted: record(drafted.why_not), "cannot be judged", prompt)

    def content(self) -> ComposeResult:
        """The editor."""
        answer = self._walk.answer
        recorded = answer.rationale if answer and answer.answer is Answer.CANNOT_JUDGE else ""
        yield Field("rationale", self._walk.draft.why_not or recorded, shape="text")

    def drafted(self) -> Draft:
        """The draft, with the words."""
        return replace(self._walk.draft, why_not=self.query_one(Field).text)
