"""The frame of the review screen: what is drawn of a walk, and where; all that a key changes, at once."""

from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import events
from textual.app import ComposeResult

from annotate.domain import Description
from annotate.errors import Refusal, Unusable
from annotate.tui import columns, keys
from annotate.tui.layout import Mark, Tone
from annotate.tui.screens.scene import Scene
from annotate.tui.telling import day, sign_of, speakers
from annotate.tui.widgets.document import DocumentPane
from annotate.tui.widgets.footer_line import FooterLine
from annotate.tui.widgets.header_line import HeaderLine, Heading
from annotate.tui.widgets.kept_lines import Beside, Ground
from annotate.tui.widgets.notice_line import NoticeLine, told
from annotate.tui.widgets.outline import Outline
from annotate.tui.widgets.quoted import shortened
from annotate.tui.widgets.rule_line import RuleLine
from annotate.tui.widgets.side_panel import SidePanel
from annotate.tui.widgets.summary_line import SummaryLine
from annotate.tui.widgets.verdict_bar import VerdictBar, label_rows

if TYPE_CHECKING:
    from annotate.tui.sight import Sight

EMPTY = """No claims wait for you here.

{mark}  marks one in a text of the project.
{home}  goes home, where {take_in} takes in a file: an article, or records that hold claims.

If claims were dealt out, none was dealt to you: annotate assign.
"""

NEEDS_NO_CLAIM = frozenset({"guidelines", "help", "definitions", "copy_text", "undo", "redo", "mark"})
"""What can be done where no claim is open."""


_NAMED = {"mark": "mark", "home": "app.go('home')", "take_in": "take_in"}


class ReviewFrame(Scene[None], Ground):
    """Shows a walk: header, document, panels, notice, footer."""

    SCENE: ClassVar[keys.Scene] = "review"

    def __init__(self, walk: "Sight") -> None:
        super().__init__()
        self.walk: Sight = walk
        self._shown: object = None
        self._signs: list[tuple[str, Tone]] = []
        self._index = 0
        self._trouble = False
        self._said = ""
        self._is_open = False
        self._offers_all: bool | None = None

    def compose(self) -> ComposeResult:
        """From top to bottom; narrow screens leave out the panel, wide ones the two lines that stand for it."""
        yield HeaderLine()
        yield RuleLine(id="top")
        with Beside(id="middle"):
            yield Outline()
            yield DocumentPane()
            yield SidePanel()
        yield RuleLine(id="bottom")
        yield self._verdict_bar()
        yield SummaryLine()
        yield NoticeLine()
        yield FooterLine()
        yield from super().compose()

    def on_mount(self, event: events.Mount) -> None:
        """Draw what does not change, then the rest."""
        self.pane.can_focus = False  # the screen has the keys
        self.query_one(SidePanel).named = {key.action: key.first for key in self.keys}
        self.draw(self.at_rest() if self.walk.document is not None and not self.walk.at.owed else "")

    def on_resize(self) -> None:
        """The layout follows the size; the lines draw themselves anew."""
        self._draw_rules()
        self.query_one(VerdictBar).styles.height = self._bar_height()
        self.draw(self._said)
        if not self._is_open:
            self.call_after_refresh(self._opened)

    def _draw_rules(self) -> None:
        width = self.app.size.width
        panel = columns.panel(width) if self.is_wide else 0
        outline = columns.OUTLINE if width >= columns.FULL else 0
        self.query_one("#top", RuleLine).show("┬", from_right=panel, from_left=outline)
        self.query_one("#bottom", RuleLine).show("┴", from_right=panel, from_left=outline)

    def _opened(self) -> None:
        """The header names the place when the claim is there to be seen: who waits for the one finds the other."""
        self._is_open = True
        self._draw_header()
        self.app.cursor_position = self.pane.pointer

    def _verdict_bar(self) -> VerdictBar:
        bar = VerdictBar()
        bar.styles.height = self._bar_height()
        return bar

    def _bar_height(self) -> int:
        return len(label_rows(self.walk.scheme.verdict, "", self.app.size.width))

    @property
    def pane(self) -> DocumentPane:
        """The document."""
        return self.query_one(DocumentPane)

    def draw(self, sentence: str = "") -> None:
        """Draw what the walk is at, in one update, and say the sentence."""
        self._trouble = bool(self.walk.unkept)
        with self.app.batch_update():
            self._draw_header()
            self._draw_document()
            self._draw_footer()
            if self.walk.document is not None:
                self.query_one(Outline).show(self.walk)
                self.query_one(SidePanel).show(self.walk)
                self.query_one(VerdictBar).show(self.walk.scheme.verdict, self.walk.answer)
                self.query_one(SummaryLine).show(self.walk)
            else:
                for pane in (Outline, SidePanel, VerdictBar, SummaryLine):
                    self.query_one(pane).draw(lambda width, height: [])
            self.say(sentence)
            self.app.cursor_position = self.pane.pointer  # where the reading is, for readers that follow the cursor

    def _draw_footer(self) -> None:
        """What can be done, once for as long as it stays so."""
        offers_all = self.walk.document is not None
        if offers_all != self._offers_all:
            self._offers_all = offers_all
            idle = (key for key in self.keys if key.action.startswith("app.") or key.action in NEEDS_NO_CLAIM)
            self.query_one(FooterLine).show(self.keys if offers_all else list(idle), {"verdict": self._label_keys()})

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """Say a sentence; with none, what else there is to know of the claim."""
        self._said = sentence
        missing = "" if sentence or self.walk.document is None else self._missing()
        otherwise = "" if self.walk.document is None else self._otherwise()
        notice, warns = self.query_one(NoticeLine), warning or bool(missing)
        rows = told(sentence or missing, self.size.width, 2, "warning" if warns else "strong")
        if len(rows) > notice.size.height > 0:  # a long sentence may have the line above too
            self.query_one(SummaryLine).draw(lambda width, height: rows[:1])
            notice.draw(lambda width, height: rows[1:])
        else:
            notice.say(sentence or missing, warning=warns, otherwise=otherwise)

    def at_rest(self) -> str:
        """What to say where no other claim waits for an answer."""
        at, listed, leave = self.walk.at, self.key("queue"), self.key("app.quit")
        if at.owed > 1:
            return ""
        if at.owed:
            skipped = "; it was skipped" if self.walk.answer else ""
            return self._missing() or f"Only this claim is left{skipped}."
        all_ = "Your one claim has" if at.size == 1 else f"All {at.size} claims have"
        return f"{all_} your answer. {listed} lists them, to look again; {leave} quits."

    def refused(self, refusal: Refusal) -> None:
        """Say why; where the project could not be written, say also that this was not saved."""
        self._trouble = isinstance(refusal, Unusable)
        with self.app.batch_update():
            super().refused(refusal)
            self._draw_header()

    def _draw_header(self) -> None:
        at, heading = self.walk.at, Heading(self.walk.title, self.walk.reviewer, state="opening …")
        if self._is_open:
            state = "not saved" if self._trouble else "saved"
            heading = heading._replace(place=at.position, size=at.size, done=at.size - at.owed)
            heading = heading._replace(state=state, troubled=self._trouble)
        self.query_one(HeaderLine).show(heading)

    def _draw_document(self) -> None:
        opened = self.walk.document
        if opened is None:
            named = {action: self.key(name) for action, name in _NAMED.items()}
            self._shown = None
            self.pane.show(EMPTY.format(**named), [], None)
        elif opened is self._shown:
            for index in {self._index, self.walk.index}:
                self._draw_sign(index)
            self.pane.go(self.walk.index)
        else:
            self._shown = opened
            self._signs = [self._sign(index) for index in range(len(opened.claims))]
            spans = (claim.span for claim in opened.claims)
            marks = [Mark(span.start, span.end, *sign) for span, sign in zip(spans, self._signs, strict=True)]
            self.pane.show(opened.text, marks, self.walk.index, heading_of(opened.document))
        self._index = self.walk.index

    def _sign(self, index: int) -> tuple[str, Tone]:
        return sign_of(self.walk.scheme.verdict, self.walk.answer_at(index))

    def _draw_sign(self, index: int) -> None:
        sign = self._sign(index)
        if sign != self._signs[index]:
            self._signs[index] = sign
            self.pane.set_sign(index, *sign)

    def _label_keys(self) -> str:
        """`1-4` for the label keys 1 to 4; keys that do not run on are named each."""
        named = "".join(label.key for label in self.walk.scheme.verdict.labels)
        return f"{named[0]}-{named[-1]}" if len(named) > 2 and named in "1234567890" else " ".join(named)

    def _missing(self) -> str:
        missing = self.walk.missing
        return f"{missing.label.name} still needs: {' and '.join(missing.missing)}." if missing else ""

    def _otherwise(self) -> str:
        """What is quietly to be known of the claim: that it was judged by other bounds, else its particulars."""
        then = self.walk.judged_then
        if then:
            told = "You judged other bounds, “{}”: judge again, or leave it."
            return told.format(shortened(then, max(8, self.size.width - len(told))))
        return "" if self.is_wide else self._particulars()

    def _particulars(self) -> str:
        opened = self.walk.opened
        version = opened.claims[self.walk.index].version
        before = [f"earlier: {words}" for _, _, words in self.walk.told_earlier()[:1]]
        place = f"claim {self.walk.index + 1} of {len(opened.claims)} here"
        parts = (place, *before, speakers(version), day(version.date))
        return "  ·  ".join(part for part in parts if part)


class Described(Protocol):
    """A document as far as its heading needs it."""

    @property
    def name(self) -> str:
        """What a person would call it."""

    @property
    def description(self) -> Description:
        """What is said of it."""


def heading_of(document: Described) -> list[str]:
    """Headline, and a line on who published it when, in which language."""
    said = document.description
    about = ", ".join(part for part in (said.publisher, day(said.published), said.language) if part)
    return [document.name, *([about] if about else [])]
