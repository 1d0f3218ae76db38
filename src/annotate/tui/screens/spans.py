"""Spans on the review screen: a new claim is marked, the open one gets other bounds, the mouse does both."""

from functools import partial
from itertools import islice

from textual import on

from annotate.domain import Claim, Version
from annotate.tui.layout import Bounds
from annotate.tui.screens.choice import ChoiceSheet, numbered
from annotate.tui.screens.review_frame import ReviewFrame, heading_of
from annotate.tui.walk import Walk
from annotate.tui.widgets.document import DocumentPane
from annotate.work import Deed, DocumentRow, list_documents, text_in

MOST = 200
"""Documents that are offered at the most."""


class Spans(ReviewFrame):
    """What opens the span sheet, and what follows when it closes."""

    walk: Walk

    def action_mark(self) -> None:
        """Mark a new claim, from the first word behind the open one, or the first in view where that one is not."""
        if self.walk.document is None:
            self._choose_text()
            return
        top, bottom = self.pane.in_view
        end = self.walk.opened.claims[self.walk.index].span.end
        self._mark(Bounds.at(self.walk.opened.text, end if top <= end < bottom else top))

    def _choose_text(self) -> None:
        """Where no claim is open: in which document the first one shall be."""
        found = list(islice(list_documents(self.walk.desk), MOST))
        if not found:
            home, take_in = self.key("app.go('home')"), self.key("take_in")
            self.say(f"There is no text yet: {home}, then {take_in} takes one in.")
        elif len(found) == 1:
            self._mark_first(found[0])
        else:
            names = [document.name for document in found]

            def took(taken: tuple[int, ...] | None) -> None:
                if taken:
                    self._mark_first(found[taken[0]])

            self.app.push_screen(ChoiceSheet("in which text?", numbered(names)), took)

    def _mark_first(self, document: DocumentRow) -> None:
        """Show a document that has no claim of his, and mark one in it."""
        text = text_in(self.walk.desk, document.row)
        if not text.strip():
            self.say("That text is empty.")
            return
        self.pane.show(text, [], None, heading_of(document))
        self._mark(Bounds.at(text, 0), document.id)

    def action_bounds(self) -> None:
        """Adjust the bounds of the open claim."""
        from annotate.tui.screens.span import SpanSheet

        span = self.walk.opened.claims[self.walk.index].span
        bounds = Bounds(self.walk.opened.text, span.start, span.end)
        self.app.push_screen(SpanSheet("bounds of the claim", self.pane, bounds), self._corrected)

    def _mark(self, bounds: Bounds, document: str = "") -> None:
        from annotate.tui.screens.span import SpanSheet

        self.app.push_screen(SpanSheet("a new claim", self.pane, bounds), partial(self._marked, document))

    def _marked(self, document: str, span: tuple[int, int] | None) -> None:
        if span is None:
            self.draw()
            return

        def mark() -> None:
            fresh = self.walk.mark(*span, document)
            self.draw("Marked: this is the new claim." if fresh else "That is a claim already: this one.")

        self.attempt(mark)

    def _corrected(self, span: tuple[int, int] | None) -> None:
        if span is None:
            return

        def correct() -> None:
            changed = self.walk.correct(*span)
            self.draw(self._told() if changed else "The bounds are as they were.")

        self.attempt(correct)

    def _told(self) -> str:
        if self.walk.answer is None:
            return "The bounds are changed."
        return "The bounds are changed; your judgement stays, given on the earlier ones."

    def _taken_back(self, deed: Deed) -> str:
        """What an undo took back, in a sentence."""
        match deed.fact:
            case Claim():
                return "Taken back: the span is no claim any more."
            case Version():
                return "Taken back: the bounds are the earlier ones."
            case _:
                return "Taken back." if self.walk.answer is None else "Taken back; what stood before stands again."

    # The mouse

    @property
    def _may_point(self) -> bool:
        """Not while a key waits: it was pressed for the claim that is open."""
        return self.walk.document is not None and not self.room.holds_back

    @on(DocumentPane.Dragged)
    def draw_over(self, event: DocumentPane.Dragged) -> None:
        """Show what the mouse is drawn over."""
        if self._may_point and event.start < event.end:
            self.pane.selection = (event.start, event.end)

    @on(DocumentPane.Drawn)
    def mark_drawn(self, event: DocumentPane.Drawn) -> None:
        """Mark what the mouse was drawn over."""
        if self._may_point:
            self._mark(Bounds(self.walk.opened.text, event.start, event.end))

    @on(DocumentPane.Clicked)
    def open_clicked(self, event: DocumentPane.Clicked) -> None:
        """Open the claim under the mouse: of several the smallest, and with another click the next larger one."""
        if not self._may_point:
            return
        under = [claim for claim in self.walk.opened.claims if claim.span.start <= event.offset < claim.span.end]
        under.sort(key=lambda claim: claim.span.end - claim.span.start)
        rows = [claim.row for claim in under]
        open_row = self.walk.opened.claims[self.walk.index].row
        if rows:
            following = rows.index(open_row) + 1 if open_row in rows else 0
            with self.telling():
                self.walk.go_to(rows[following % len(rows)])
                self.draw()
