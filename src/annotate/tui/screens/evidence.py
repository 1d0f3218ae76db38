"""The evidence sheet: a form for one piece of evidence."""

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from annotate.domain import STANCES, Evidence, precision, printable
from annotate.errors import BadInput
from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.screens.typing_sheet import TypingSheet
from annotate.tui.walk import Walk
from annotate.tui.widgets.field import Field, Shape, tidy
from annotate.tui.widgets.option_row import OptionRow
from annotate.work import Draft

FIELDS = (
    ("url", "https://…"),
    ("quote", "the words that bear on the claim"),
    ("stance", ""),
    ("publisher", ""),
    ("published", "2021, 2021-11 or 2021-11-18"),
    ("set", "pieces of one set hold together"),
)
"""Name and hint of each field, in their order."""


def form_of(pasted: str) -> dict[str, str]:
    """A form filled with pasted text: a web address that it begins with, the rest as the quote."""
    text = tidy(pasted).strip()
    first, _, rest = text.partition("\n")
    address, _, beside = first.partition(" ")
    if address.lower().startswith(("http://", "https://")):
        quote = f"{beside}\n{rest}".strip()
        return {"url": address} | ({"quote": quote} if quote else {})
    return {"quote": text}


def with_pasted(form: Mapping[str, str], pasted: str) -> dict[str, str]:
    """A form that was left, with pasted text filled in; what would take a filled field's place goes to the quote."""
    filled = dict(form)
    for name, value in form_of(pasted).items() if pasted.strip() else ():
        free = name if name not in filled else "quote"
        filled[free] = f"{filled[free]}\n{value}" if free in filled else value
    return filled


class EvidenceSheet(TypingSheet[Draft]):
    """Adds what is typed to the answer, or keeps it until there is one; says whether anything was added."""

    SCENE: ClassVar[keys.Scene] = "form"
    BINDINGS = bindings("form")

    def __init__(self, walk: Walk, form: Mapping[str, str], prompt: str) -> None:
        super().__init__("evidence", prompt)
        self._walk = walk
        self._form = dict(form)

    def content(self) -> ComposeResult:
        """A line a field, its name before it."""
        for name, hint in FIELDS:
            with Horizontal(classes="field"):
                yield Static(name, markup=False, classes="name")
                if name == "stance":
                    yield OptionRow(name, STANCES, self._form.get(name, ""))
                else:
                    shape: Shape = "passage" if name == "quote" else "line"
                    yield Field(name, self._form.get(name, ""), shape=shape, hint=hint)

    def on_mount(self) -> None:
        """Begin where something is still to be typed."""
        empty = [name for name, _ in FIELDS if not self._form.get(name)]
        self.set_focus(self.query_one(f"#{empty[0] if empty else FIELDS[0][0]}"))

    def action_next_field(self) -> None:
        """From the last field there is nowhere to go but to save."""
        if self.focused is not None and self.focused.id == FIELDS[-1][0]:
            self.action_save()
        else:
            self.focus_next()

    def drafted(self) -> Draft:
        """The form, to be there again when it was left."""
        return replace(self._walk.draft, form=self._filled())

    def keep(self, typed: Draft) -> None:
        """Keep it as the draft of the open claim."""
        self._walk.keep(typed)

    def saved(self) -> None:
        """Add the piece."""
        drafted = self._walk.draft
        self._walk.add(replace(drafted, evidence=(*drafted.evidence, evidence_of(self._filled())), form={}))

    def _filled(self) -> dict[str, str]:
        typed = {name: _value(self.query_one(f"#{name}")) for name, _ in FIELDS}
        return {name: value for name, value in typed.items() if value.strip()}


def _value(widget: Widget) -> str:
    if isinstance(widget, Field):
        return widget.text
    return widget.value if isinstance(widget, OptionRow) else ""


def evidence_of(form: Mapping[str, str]) -> Evidence:
    """The piece of evidence that a form describes. BadInput where a field cannot be what it says."""
    published, number = form.get("published", "").strip(), form.get("set", "1").strip()
    if published and precision(published) is None:
        raise BadInput(f'"{printable(published)}" is no date.', "Write it as 2021, 2021-11 or 2021-11-18.")
    if not (number.isascii() and number.isdigit() and int(number)):
        raise BadInput(f'"{printable(number)}" is no set.', "A set is a number from 1 up.")
    return Evidence(
        url=form.get("url", "").strip(),
        quote=form.get("quote", "").strip(),
        stance=form.get("stance", ""),
        set=int(number),
        publisher=form.get("publisher", "").strip(),
        published=published,
    )
