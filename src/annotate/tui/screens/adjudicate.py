"""The adjudication screen: a dispute in its document, its sides beside one another, one key a decision."""

from typing import ClassVar

from textual.app import ComposeResult

from annotate.domain import Answer
from annotate.errors import Refusal, Unusable
from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.layout import Mark
from annotate.tui.screens.guarded import Guarded, label_keys
from annotate.tui.screens.reading import DefinitionsSheet, HelpSheet
from annotate.tui.screens.reason import ReasonSheet
from annotate.tui.screens.review_frame import heading_of
from annotate.tui.settling import Settling
from annotate.tui.widgets.document import DocumentPane
from annotate.tui.widgets.footer_line import FooterLine
from annotate.tui.widgets.header_line import HeaderLine, Heading
from annotate.tui.widgets.notice_line import NoticeLine
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rule_line import RuleLine
from annotate.tui.widgets.sides import Sides
from annotate.tui.widgets.verdict_bar import label_rows

EMPTY = """No dispute waits for you.

Claims that all judged alike, or that a majority settles, need no screen:

    annotate adjudicate --policy unanimous
    annotate adjudicate --policy majority
"""


class AdjudicateScreen(Guarded):
    """Shows a walk through disputes; everything that a key changes goes out at once."""

    SCENE: ClassVar[keys.Scene] = "adjudicate"
    BINDINGS = bindings("adjudicate")

    def __init__(self, settling: Settling) -> None:
        super().__init__()
        self.settling = settling
        self._shown = ""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield HeaderLine()
        yield RuleLine(id="top")
        yield DocumentPane()
        yield RuleLine(id="bottom")
        yield Sides()
        yield RowPane(id="verdicts")
        yield NoticeLine()
        yield FooterLine()
        yield from super().compose()

    def on_mount(self) -> None:
        """Draw what does not change, then the rest."""
        self.guard(label_keys(self.settling.scheme.verdict, self.keys))
        self.query_one(DocumentPane).can_focus = False  # the screen has the keys
        self.query_one(FooterLine).show(self.keys)
        self.draw()

    def on_resize(self) -> None:
        """The layout follows the size."""
        rows = label_rows(self.settling.scheme.verdict, "", self.size.width)
        self.query_one("#verdicts", RowPane).styles.height = len(rows)
        self.query_one("#top", RuleLine).show()
        self.query_one("#bottom", RuleLine).show()
        self.draw()

    def draw(self, sentence: str = "") -> None:
        """Draw what the walk is at, in one update, and say the sentence."""
        with self.app.batch_update():
            self._draw_header()
            if self.settling.opened is None:
                self.query_one(DocumentPane).show(EMPTY, [], None)
                return
            self._draw_document()
            decided = self.settling.dispute.decision
            verdicts, outcome = self.settling.scheme.verdict, decided.outcome if decided else ""
            self.query_one(Sides).show(self.settling.dispute, verdicts)
            self.query_one("#verdicts", RowPane).draw(lambda width, _: label_rows(verdicts, outcome, width))
            self.say(sentence)

    def _draw_header(self, *, saved: bool = True) -> None:
        walk = self.settling
        place = walk.index + 1 if walk.queue else 0
        state = "saved" if saved else "not saved"
        who = f"adjudicate  {walk.desk.reviewer or 'lead'}"
        heading = Heading(walk.title, who, place, len(walk.queue), len(walk.settled), state, not saved)
        self.query_one(HeaderLine).show(heading)

    def _draw_document(self) -> None:
        opened = self.settling.dispute
        claim = opened.dispute.claim
        if claim.id != self._shown:
            self._shown = claim.id
            mark = Mark(claim.span.start, claim.span.end)
            self.query_one(DocumentPane).show(opened.text, [mark], 0, heading_of(opened.document))

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """Say a sentence; with none, what else there is to know of the dispute."""
        told = self._particulars() if self.settling.opened else ""
        self.query_one(NoticeLine).say(sentence, warning=warning, otherwise=told)

    def _particulars(self) -> str:
        opened, walk = self.settling.dispute, self.settling
        parts = (
            "flagged" if opened.dispute.flagged else "",
            "corrected to different bounds" if opened.dispute.versions > 1 else "",
            "you judged it yourself; that is kept with the decision" if walk.judged_himself else "",
            _settled(walk) if opened.decision else "not settled",
            f"why: {walk.reason}" if walk.reason else f"{self.key('reason')} writes why",
        )
        return "  ·  ".join(part for part in parts if part)

    def refused(self, refusal: Refusal) -> None:
        """Say why; where the project could not be written, say also that this was not saved."""
        super().refused(refusal)
        self._draw_header(saved=not isinstance(refusal, Unusable))

    # Settling

    @property
    def _done(self) -> str:
        on, back, undo, leave = (self.key(action) for action in ("walk(1)", "walk(-1)", "undo", "app.quit"))
        return (
            f"Every dispute is settled. {on} and {back} look again, {undo} takes the last decision back, {leave} quits."
        )

    def action_settle(self, outcome: str) -> None:
        """Record the decision, durably, and go to the next dispute."""
        before = self.settling.dispute.decision
        if self.settling.decide(outcome) != before:  # else there is nothing of this key's that could be taken back
            self.note_recording()
        if self.settling.onward():
            self.draw()
        else:
            self.settling.go(self.settling.index)
            self.draw(self._done)

    def action_not_a_claim(self) -> None:
        """Settle that this is no claim."""
        self.action_settle(Answer.NOT_A_CLAIM.value)

    def action_reason(self) -> None:
        """Write why."""
        self.app.push_screen(ReasonSheet(self.settling), lambda _: self.draw())

    def action_undo(self) -> None:
        """Take back the newest decision, and go to its claim."""
        self.settling.undo()
        self.draw("Taken back.")

    # Moving and looking up

    def action_walk(self, step: int) -> None:
        """The next dispute, or the one before."""
        moved = self.settling.step(step)
        self.draw("" if moved else f"This is the {'first' if step < 0 else 'last'} dispute.")

    def action_next_owed(self) -> None:
        """The next dispute that is not settled."""
        self.draw("" if self.settling.onward() else self._done)

    def action_scroll_lines(self, step: int) -> None:
        """Scroll the document by lines."""
        self.query_one(DocumentPane).action_scroll_lines(step)

    def action_scroll_pages(self, step: int) -> None:
        """Scroll the document by pages."""
        self.query_one(DocumentPane).action_scroll_pages(step)

    def action_definitions(self) -> None:
        """Say what each label means."""
        self.app.push_screen(DefinitionsSheet(self.settling.scheme))

    def action_help(self) -> None:
        """Show what the keys do."""
        self.app.push_screen(HelpSheet(self.keys))

    # Keys

    async def judge_by(self, label: str) -> None:
        """Settle the dispute."""
        await self.app.run_action(("", "settle", (label,)), self)

    def unrecord(self) -> None:
        """Undo."""
        self.settling.undo()

    def may_be_pasted(self) -> bool:
        """Nothing can be made of a paste here."""
        self.say("That looked like a paste, so nothing of it was taken as a key.", warning=True)
        return False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is no dispute, only what needs none."""
        ours = any(key.action.partition("(")[0] == action for key in self.keys)
        return self.settling.opened is not None or not ours or action in ("help", "definitions")


def _settled(walk: Settling) -> str:
    decided = walk.dispute.decision
    label = walk.scheme.verdict.label(decided.outcome) if decided else None
    return f"settled as {label.name}" if label else "settled as no claim"
