"""The agreement screen: how far the reviewers agree while they judge, and the claims on which they part."""

from time import monotonic
from typing import ClassVar

from annotate.report import Parting
from annotate.tui import keys
from annotate.tui.apart import apart
from annotate.tui.bindings import bindings
from annotate.tui.screens.agreement_page import Shown, named, page
from annotate.tui.screens.choice import ChoiceSheet, Option
from annotate.tui.screens.framed import Framed
from annotate.tui.screens.reading import HelpSheet
from annotate.tui.widgets.header_line import Heading
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import MARGIN, cell
from annotate.work import Desk, Leaf, Watched, parted_claims, project_agreement, scheme_in_use, title_of, watch

EVERY = 2.0
"""Seconds from one look whether something was recorded to the next."""

REST = 4
"""A look that took long is followed by a rest so many times as long."""


class AgreementScreen(Framed[None]):
    """For the lead alone: whoever asks as a reviewer is refused by the verb."""

    SCENE: ClassVar[keys.Scene] = "agreement"
    BINDINGS = bindings("agreement")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._facets = scheme_in_use(desk).facets
        self._facet = self._facets[0]
        self._watched: Watched | None = None
        self._marked = 0
        self._rest_until = 0.0

    @property
    def way_out(self) -> str:
        """How one leaves, in a sentence."""
        return f"{self.key('close')} goes back."

    def on_mount(self) -> None:
        """Draw what stays, and look from time to time."""
        self.frame(Heading(title_of(self._desk), self._desk.reviewer or "lead", state="agreement, live"))
        self._show()
        self._look()
        self.set_interval(EVERY, self._look)

    def on_screen_resume(self) -> None:
        """Back from a claim that was opened, which may be settled now."""
        self._look()

    # Looking

    def _look(self) -> None:
        if not self.workers and monotonic() >= self._rest_until and self.is_current:
            self.run_worker(self._watch(), exclusive=True)

    async def _watch(self) -> None:
        begun, facet = monotonic(), self._facet.id
        mark = self._watched.mark if self._watched is not None else None
        with self.telling():
            watched = await apart(lambda: watch(self._desk, facet, mark))
            self._rest_until = monotonic() + REST * (monotonic() - begun)
            if watched is not None and facet == self._facet.id:
                self._take(watched)

    def _take(self, watched: Watched) -> None:
        """Show what was found; the same two labels stay marked."""
        marked = [one.labels for one in self._partings[self._marked : self._marked + 1]]
        self._watched = watched
        self._marked = next((place for place, one in enumerate(self._partings) if [one.labels] == marked), 0)
        self._show()

    @property
    def _partings(self) -> tuple[Parting, ...]:
        agreement = self._watched.agreement if self._watched is not None else None
        return agreement.partings if agreement is not None else ()

    def _show(self) -> None:
        pane, watched = self.query_one("#page", RowPane), self._watched
        if watched is None:
            pane.draw(lambda width, height: [(), [MARGIN, cell("measuring …", "quiet")]])
            return
        shown = Shown(self._facet, watched, self._marked)
        pane.draw(lambda width, height: page(shown, width, height))

    # What can be done

    def action_move(self, step: int) -> None:
        """Mark the two labels before or after."""
        self._marked = max(0, min(len(self._partings) - 1, self._marked + step))
        self._show()

    def action_next_facet(self) -> None:
        """Measure the next facet."""
        place = self._facets.index(self._facet)
        self._facet = self._facets[(place + 1) % len(self._facets)]
        if len(self._facets) == 1:
            self.say("The scheme has no other facet.")
            return
        self._watched, self._marked, self._rest_until = None, 0, 0.0
        self.workers.cancel_node(self)
        self._show()
        self.run_worker(self._watch(), exclusive=True)

    def action_open_claims(self) -> None:
        """List the claims with the two labels that are marked."""
        if self._partings:
            self.run_worker(self._list(self._partings[self._marked].labels))

    async def _list(self, labels: tuple[str, str]) -> None:
        facet = self._facet
        with self.telling():
            leaves = await apart(lambda: parted_claims(self._desk, facet.id, labels))
            if leaves:
                self._offer(" against ".join(map(named(facet), labels)), leaves)
            else:
                self.say("They agree there by now.")

    def _offer(self, title: str, leaves: list[Leaf]) -> None:
        options = [Option("", " ".join(leaf.quote.split()), leaf.document) for leaf in leaves]

        def took(taken: tuple[int, ...] | None) -> None:
            if taken:
                self._open(leaves[taken[0]])

        self.app.push_screen(ChoiceSheet(title, options), took)

    def _open(self, leaf: Leaf) -> None:
        from annotate.tui.screens.claim import ClaimSheet

        with self.telling():
            self.app.push_screen(ClaimSheet(self._desk, leaf))

    def action_whole_report(self) -> None:
        """Read the whole report."""
        self.run_worker(self._report())

    async def _report(self) -> None:
        from annotate.tui.screens.report import ReportSheet

        with self.telling():
            facts = await apart(lambda: project_agreement(self._desk))
            self.app.push_screen(ReportSheet(facts))

    def action_close(self) -> None:
        """Back to the home screen."""
        self.dismiss(None)

    def action_help(self) -> None:
        """Show what the keys do."""
        self.app.push_screen(HelpSheet(self.keys))
