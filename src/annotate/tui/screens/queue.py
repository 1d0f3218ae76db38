"""The queue screen: the claims of the reviewer, or all of them for the lead; only the rows in view are ever read."""

from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult

from annotate.domain import Status
from annotate.errors import Refusal
from annotate.tui import keys
from annotate.tui.apart import apart
from annotate.tui.bindings import bindings
from annotate.tui.listing import Listing
from annotate.tui.screens.choice import ChoiceSheet, Option
from annotate.tui.screens.framed import Framed
from annotate.tui.screens.line import LineSheet
from annotate.tui.screens.queue_rows import nothing_found, rows_of, wish
from annotate.tui.screens.reading import HelpSheet
from annotate.tui.widgets.header_line import Heading
from annotate.tui.widgets.notice_line import NoticeLine
from annotate.tui.widgets.row_pane import RowPane
from annotate.work import Desk, Kind, Leaf, Queue, Sought, Wanted, place_in_queue, scheme_in_use, size_of, title_of

AT_ONCE = 1_000
"""Claims that are looked through before a key is answered: a matter of milliseconds."""

APART = 10_000
"""Claims that are looked through apart, until the screen says how far it is."""

OWN = (Kind.ALL, Kind.OWED, Kind.SKIPPED, Kind.DONE, Kind.FLAGGED, Kind.SETTLED)
EVERYBODYS = (Kind.ALL, Kind.OPEN, Kind.DISPUTED, Kind.SETTLED)


class QueueScreen(Framed[Leaf | None]):
    """Dismissed with the claim to open, None to go back; `at` is where a reviewer is, None for the lead."""

    SCENE: ClassVar[keys.Scene] = "queue"
    BINDINGS = bindings("queue")

    def __init__(self, desk: Desk, at: Queue | None) -> None:
        super().__init__()
        self._desk = desk
        self._at = at
        self._scheme = scheme_in_use(desk)
        self._listing = Listing(desk, Wanted(), at.size if at else size_of(desk)[1])
        self._document = ""
        self._is_looking = False

    @property
    def way_out(self) -> str:
        """How one leaves, in a sentence."""
        return f"{self.key('close')} goes back."

    def content(self) -> ComposeResult:
        """The list."""
        yield RowPane(id="queue")

    def on_mount(self) -> None:
        """Draw what stays."""
        at = self._at
        heading = Heading(title_of(self._desk), self._desk.reviewer or "lead")
        if at is not None:
            heading = heading._replace(place=at.position, size=at.size, done=at.size - at.owed, state="saved")
        self.frame(heading)

    def on_resize(self) -> None:
        """Begin around the claim that is marked, or else the open one."""
        leaf = self._listing.leaf
        self._around(leaf.at if leaf else self._at)

    # Opening and leaving

    def action_open_claim(self) -> None:
        """Go to the marked claim; what the lead has nothing to do about is laid open to read."""
        leaf = self._listing.leaf
        if leaf is None:
            return
        if self._desk.reviewer is not None or leaf.claim.status is Status.DISPUTED:
            self.dismiss(leaf)
        else:
            from annotate.tui.screens.claim import ClaimSheet

            self.app.push_screen(ClaimSheet(self._desk, leaf))

    def action_close(self) -> None:
        """Back to where it came from."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show what the keys do."""
        self.app.push_screen(HelpSheet(self.keys))

    # Moving

    def action_scroll_lines(self, step: int) -> None:
        """Mark the claim before or after."""
        self._move(step)

    def action_scroll_pages(self, step: int) -> None:
        """Mark the claim a page on or back."""
        self._move(step * max(1, self._room - 1))

    def action_scroll_ends(self, step: int) -> None:
        """Mark the first claim, or the last."""
        self._listing.begin(back=step > 0)
        self._look(self._room, back=step > 0)

    def on_key(self, event: events.Key) -> None:
        """A digit begins the number of a claim to go to."""
        if event.character and event.character in "123456789":
            event.stop()
            event.prevent_default()
            self._ask_place(event.character)

    def action_jump(self) -> None:
        """Go to a claim by its number or id."""
        self._ask_place("")

    def _ask_place(self, begun: str) -> None:
        def entered(typed: str | None) -> None:
            if typed:
                with self.telling():
                    at = place_in_queue(self._desk, typed)
                    self._listing = Listing(self._desk, Wanted(), self._listing.size)
                    self._around(at)

        prompt = "The number of a claim, or the start of its id."
        self.app.push_screen(LineSheet("go to", prompt, begun), entered)

    # What is shown

    def action_show_kind(self) -> None:
        """Show the next kind of claims."""
        kinds = OWN if self._desk.reviewer is not None else EVERYBODYS
        kind = kinds[(kinds.index(self._listing.wanted.kind) + 1) % len(kinds)]
        self._want(replace(self._listing.wanted, kind=kind))

    def action_show_verdict(self) -> None:
        """Show the claims with one verdict."""
        labels = self._scheme.verdict.labels
        options = [Option(label.key, f"{label.sign or ' '} {label.name}") for label in labels]

        def took(taken: tuple[int, ...] | None) -> None:
            if taken is not None:
                verdict = labels[taken[0]].id if taken[0] < len(labels) else ""
                self._want(replace(self._listing.wanted, verdict=verdict))

        title = "your verdict" if self._desk.reviewer is not None else "settled as"
        self.app.push_screen(ChoiceSheet(title, [*options, Option("", "  any")]), took)

    def action_show_document(self) -> None:
        """Show the claims of one document, or of all again."""
        leaf = self._listing.leaf
        if self._listing.wanted.document is not None:
            self._want(replace(self._listing.wanted, document=None))
        elif leaf is not None:
            self._document = leaf.document
            self._want(replace(self._listing.wanted, document=leaf.claim.document_row))

    def action_show_all(self) -> None:
        """Show all claims."""
        self._want(Wanted())

    def action_find(self) -> None:
        """Show the claims that hold some words."""

        def entered(typed: str | None) -> None:
            if typed is not None:
                self._want(replace(self._listing.wanted, words=tuple(typed.split())))

        prompt = "Words of the claim or of the title; none shows all."
        self.app.push_screen(LineSheet("find", prompt, " ".join(self._listing.wanted.words)), entered)

    def _want(self, wanted: Wanted) -> None:
        leaf = self._listing.leaf
        self._listing = Listing(self._desk, wanted, self._listing.size)
        narrowed = wanted.kind is not Kind.ALL or wanted.verdict or wanted.words
        with self.telling():
            if leaf is not None and not narrowed:
                self._around(leaf.at)
            else:
                self._look(self._room, back=False)

    # Looking for it

    @property
    def _pane(self) -> RowPane:
        return self.query_one("#queue", RowPane)

    @property
    def _room(self) -> int:
        return max(1, self._pane.size.height)

    def _around(self, at: Queue | None) -> None:
        """Show the claim at that place a third down, with what stands around it."""
        if at is None or at.place is None:
            self._look(self._room, back=False)
            return
        self._listing.begin_at(at)
        self._add(self._listing.look(self._room // 3, AT_ONCE, back=True), back=True)
        self._look(self._room - len(self._listing.leaves), back=False)

    def _move(self, step: int) -> None:
        missing = self._listing.move(step)
        if missing and not self._listing.is_over(back=step < 0):
            self._look(missing, back=step < 0)
        else:
            self._show()

    def _look(self, rows: int, *, back: bool) -> None:
        """Find so many more claims: at once what can be, the rest apart."""
        left = rows - self._add(self._listing.look(rows, max(rows, AT_ONCE), back=back), back=back)
        self._is_looking = left > 0 and not self._listing.is_over(back=back)
        self.workers.cancel_node(self)
        if self._is_looking:
            self.run_worker(self._look_on(left, back=back))
        self._show(back=back)

    async def _look_on(self, left: int, *, back: bool) -> None:
        listing = self._listing
        while left > 0 and not listing.is_over(back=back):
            try:
                sought = await apart(lambda rows=left: listing.look(rows, APART, back=back))  # type: ignore[misc]
            except Refusal as refusal:
                self._is_looking = False
                self.refused(refusal)
                return
            left -= self._add(sought, back=back)
            self._is_looking = left > 0 and not listing.is_over(back=back)
            self._show(back=back)

    def _add(self, sought: Sought, *, back: bool) -> int:
        return self._listing.add(sought, self._room, back=back)

    # Drawing

    def _show(self, *, back: bool = False) -> None:
        listing = self._listing
        leaves, marked, scheme = tuple(listing.leaves), listing.marked, self._scheme
        if leaves or self._is_looking:
            outcomes = self._desk.reviewer is None
            self._pane.draw(lambda width, _: rows_of(leaves, marked, scheme, width, outcomes=outcomes))
        else:
            self._pane.draw(lambda width, _: nothing_found(listing.wanted, self.key("show_all"), width))
        told = wish(listing.wanted, scheme, self._document)
        if self._is_looking:
            told = f"{told}  ·  looked through {listing.looked_through(back=back):,} of {listing.size:,} …"
        elif told:
            told = f"{told}  ·  {self.key('show_all')} shows all"
        self.query_one(NoticeLine).say("", otherwise=told)
