"""The evidence sheet: a form for one piece of evidence."""

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, VerticalScroll
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from annotate.domain import STANCES, tracking, without_tracking
from annotate.errors import BadInput
from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.pieces import Form, changed, faulty, is_untouched, left_of, noticed, today
from annotate.tui.screens.typing_sheet import TypingSheet
from annotate.tui.walk import Walk
from annotate.tui.widgets.field import Field, Shape
from annotate.tui.widgets.option_row import OptionRow
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Row, cell, paragraph
from annotate.work import Draft, Uses, uses_of

LOOK_AFTER = 0.15
"""Seconds without typing after which it is looked up where the source was given before."""

_HINTS = {
    "url": "https://…",
    "quote": "the words that bear on the claim",
    "published": "2021, 2021-11 or 2021-11-18",
    "archived": "https://…",
    "question": "that it answers",
    "set": "1: pieces of a set hold together",
}
_OF_PAGES = (("url",), ("quote",), ("stance",), ("publisher", "published"), ("archived", "retrieved"))
_OF_ALL = (("question", "set"),)
_OF_PASSAGES = (("stance",),)


class EvidenceSheet(TypingSheet[Draft]):
    """Puts what is typed to the answer, or keeps it until there is one; says whether anything was saved."""

    SCENE: ClassVar[keys.Scene] = "form"
    BINDINGS = bindings("form")

    def __init__(self, walk: Walk, form: Form, prompt: str) -> None:
        super().__init__("evidence", prompt)
        self._walk = walk
        self._today = today(walk)
        self._form = dict(form)
        if not ({"of", "document", "retrieved"} & set(form)):
            self._form["retrieved"] = self._today
        self._rows = (*(_OF_PASSAGES if self._form.get("document") else _OF_PAGES), *_OF_ALL)
        self._looked_up: tuple[str, Uses | None] = ("", None)
        self._look: Timer | None = None

    @property
    def keys(self) -> tuple[keys.Key, ...]:
        """A passage has no address to take anything out of."""
        return tuple(key for key in super().keys if self.check_action(key.action, ()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what there is a field for."""
        return action != "untrack" or not self._form.get("document")

    @property
    def _names(self) -> list[str]:
        return [name for row in self._rows for name in row]

    def content(self) -> ComposeResult:
        """Fields with their names before them; short ones share a line where there is room."""
        with VerticalScroll(id="fields", can_focus=False):
            if self._form.get("document"):
                yield RowPane(id="passage")
            for row in self._rows:
                with Container(classes="pair" if len(row) > 1 else "single"):
                    for name in row:
                        yield from self._field(name)
        yield RowPane(id="noticed")

    def _field(self, name: str) -> ComposeResult:
        with Horizontal(classes="field"):
            yield Static(name, markup=False, classes="name")
            if name == "stance":
                yield OptionRow(name, STANCES, self._form.get(name, ""))
            else:
                shape: Shape = "passage" if name == "quote" else "line"
                yield Field(name, self._form.get(name, ""), shape=shape, hint=_HINTS.get(name, ""))

    def on_mount(self) -> None:
        """Begin where something is still to be typed."""
        empty = [name for name in self._names if not self._form.get(name)]
        self.set_focus(self.query_one(f"#{empty[0] if empty else self._names[0]}"))
        if self._form.get("document"):
            self.query_one("#passage", RowPane).draw(self._passage)
        self._notice()

    def on_resize(self) -> None:
        """In a low window the fields scroll, so that what is said of them stays in view."""
        height = self.app.size.height
        around = 14 if self.is_wide else 5 + height // 4  # what the sheet leaves free, and its lines beside the fields
        self.query_one("#fields").styles.max_height = max(2, height - around)

    def action_next_field(self) -> None:
        """From the last field there is nowhere to go but to save."""
        if self.focused is not None and self.focused.id == self._names[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_untrack(self) -> None:
        """Take out of the address what only follows the reader about."""
        url = self._filled().get("url", "")
        if not tracking(url):
            self.say("The address has no tracking parameters.")
            return
        field = self.query_one("#url", Field)
        field.replace(without_tracking(url), field.document.start, field.document.end)
        self.say(f"Taken out: {', '.join(tracking(url))}.")

    def drafted(self) -> Draft:
        """The form, to be there again when it was left."""
        form = self._filled()
        return replace(self._walk.draft, form=left_of(form) if is_untouched(form, self._today) else form)

    def keep(self, typed: Draft) -> None:
        """Keep it as the draft of the open claim."""
        self._walk.keep(typed)

    def saved(self) -> None:
        """Put the piece to the others."""
        form = self._filled()
        try:
            self._walk.arrange(changed(form, self._walk.given().evidence), left_of(form))
        except BadInput:
            wrong = faulty(form)
            if wrong in self._names:
                self.set_focus(self.query_one(f"#{wrong}"))
            raise

    def _filled(self) -> dict[str, str]:
        typed = {name: _value(self.query_one(f"#{name}")) for name in self._names}
        fixed = {name: value for name, value in self._form.items() if name not in typed}
        return fixed | {name: value for name, value in typed.items() if value.strip()}

    @on(Field.Typed)
    def look_soon(self) -> None:
        """Say at once what can be seen of what was typed, and a moment later where the source was given before."""
        self._notice()
        if self._look is not None:
            self._look.stop()
        self._look = self.set_timer(LOOK_AFTER, self._look_up)

    def _look_up(self) -> None:
        url = self._filled().get("url", "").strip()
        if url != self._looked_up[0]:
            with self.telling():
                self._looked_up = url, uses_of(self._walk.desk, url, self._walk.claim_id) if url else None
                self._notice()

    def _notice(self) -> None:
        url, uses = self._looked_up
        form = self._filled()
        known = uses if url == form.get("url", "").strip() else None
        said = noticed(self._walk, form, known, self.key("untrack"))
        self.query_one("#noticed", RowPane).draw(lambda width, height: _rows_of(" ".join(said), width, height))

    def _passage(self, width: int, height: int) -> list[Row]:
        where = [cell(" from       ", "quiet"), cell(self._form.get("from", ""), "strong")]
        return [where, *_rows_of(f"“{self._form['quote']}”", width, height - 1)]


def _rows_of(words: str, width: int, height: int) -> list[Row]:
    lines = paragraph(words, max(1, width - 2), height, "quiet") if words else []
    return [[cell(" "), *line] for line in lines]


def _value(widget: Widget) -> str:
    if isinstance(widget, Field):
        return widget.text
    return widget.value if isinstance(widget, OptionRow) else ""
