"""The home screen: what the project is, how far one is, and what to do next."""

from typing import ClassVar

from textual import events

from annotate.errors import NotForYou, Nothing
from annotate.tui import keys
from annotate.tui.apart import apart
from annotate.tui.bindings import bindings
from annotate.tui.screens.framed import Framed
from annotate.tui.screens.home_page import Known, page
from annotate.tui.screens.reading import HelpSheet
from annotate.tui.telling import short_path
from annotate.tui.walk import Walk
from annotate.tui.widgets.header_line import Heading
from annotate.tui.widgets.row_pane import RowPane
from annotate.work import Desk, Leaf, agreement_so_far, guidelines_of, status, title_of

MANY = 50_000
"""Judgements up to which agreement is measured unasked: it takes a fraction of a second."""


class HomeScreen(Framed[None]):
    """A plain page; `walk` is the reviewer's, None where the lead looks."""

    SCENE: ClassVar[keys.Scene] = "home"
    BINDINGS = bindings("home")

    def __init__(self, desk: Desk, walk: Walk | None) -> None:
        super().__init__()
        self._desk = desk
        self._walk = walk
        self._known = Known(reviewer=desk.reviewer, at=walk.at if walk else None)

    def on_mount(self) -> None:
        """Draw what is known, and look up the rest."""
        self._show(project=self._desk.store.shown, recent=self._recent())
        title, reviewer = title_of(self._desk), self._desk.reviewer or "lead"
        heading = Heading(title, reviewer)
        if self._walk is not None:
            at = self._walk.at
            heading = Heading(title, reviewer, at.position, at.size, at.size - at.owed, "saved")
        self.frame(heading, [key for key in self.keys if self._is_offered(key)])
        self.run_worker(self._look(), exclusive=True)

    def _recent(self) -> tuple[str, ...]:
        if self.room.host is None:
            return ()
        from annotate.settings import recent

        return tuple(recent(besides=self._desk.store.target))

    async def _look(self) -> None:
        """Look up what takes its time in a large project, and show it as it comes."""
        with self.telling():
            overview = await apart(lambda: status(self._desk))
            self._show(overview=overview, is_large=overview.counts.judgements > MANY)
            if self._desk.reviewer is None and 0 < overview.counts.judgements <= MANY:
                agreed = await apart(lambda: agreement_so_far(self._desk))
                self._show(agreed=agreed)

    def _show(self, **found: object) -> None:
        self._known = known = self._known.with_found(**found)
        named = self.key("keep_name") if self._may_keep_name else ""
        self.query_one("#page", RowPane).draw(
            lambda width, height: page(known, self.key, width, keep_name=named)[:height]
        )

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what makes sense for who sits here."""
        return action != "keep_name" or self._may_keep_name

    @property
    def _may_keep_name(self) -> bool:
        return self.room.asked_name and self._desk.reviewer is not None

    def _is_offered(self, key: keys.Key) -> bool:
        """Whether the footer names the key."""
        if key.action in ("adjudicate", "agreement"):
            return self._walk is None
        if key.action == "open_recent":
            return bool(self._known.recent)
        return key.action != "keep_name" or self._may_keep_name

    async def on_key(self, event: events.Key) -> None:
        """Open the project with that number."""
        number = int(event.character) if event.character and event.character in "123456789" else 0
        recent = self._known.recent
        if 0 < number <= len(recent) and self.room.host is not None:
            event.stop()
            event.prevent_default()
            with self.telling():
                self.room.sit_down(self.room.host.open(recent[number - 1], self._desk.reviewer), "home")

    def action_go_on(self) -> None:
        """Go on reviewing; as the lead, settle disputes."""
        if self._walk is not None:
            self.room.go("review")
        elif self._known.overview is None or self._known.overview.counts.disputes:
            self.room.go("adjudicate")
        else:
            raise Nothing("There is no dispute to settle.", "To judge claims yourself: annotate --reviewer NAME review")

    def action_adjudicate(self) -> None:
        """Settle disputes; a reviewer sees others' answers only where he asks for it in so many words."""
        if self._walk is None:
            self.room.go("adjudicate")
        else:
            raise NotForYou("Who settles disputes sees how others judged.", "If you are to: annotate adjudicate")

    def action_agreement(self) -> None:
        """Show how far the reviewers agree; a reviewer would see how others judged."""
        from annotate.tui.screens.agreement import AgreementScreen

        if self._desk.reviewer is not None:
            raise NotForYou("How far reviewers agree shows how others judged.", "As the lead: annotate --lead")
        self.app.push_screen(AgreementScreen(self._desk))

    def action_keep_name(self) -> None:
        """Keep the name in the config file."""
        from annotate.settings import config_file, keep_setting

        if self._desk.reviewer is not None:
            keep_setting(config_file(), "reviewer", self._desk.reviewer)
            self.room.asked_name = False
            self._show()
            self.say(f"Kept in {short_path(str(config_file()), 60)}.")

    def action_take_in(self) -> None:
        """Take in a file."""
        from annotate.tui.screens.taking_in import TakingInSheet

        def taken(told: str | None) -> None:
            if told:
                self.room.sit_down(self._desk, "home", told)

        self.app.push_screen(TakingInSheet(self._desk), taken)

    def action_queue(self) -> None:
        """List the claims."""
        from annotate.tui.screens.queue import QueueScreen

        def chose(leaf: Leaf | None) -> None:
            if leaf is not None:
                with self.telling():
                    self._open(leaf)

        self.app.push_screen(QueueScreen(self._desk, self._walk.at if self._walk else None), chose)

    def _open(self, leaf: Leaf) -> None:
        """Open a claim of the list: to judge it, or as the lead to settle it."""
        if self._walk is not None:
            self._walk.go_to_place(leaf.at)
            self.room.go("review")
            return
        from annotate.tui.screens.adjudicate import AdjudicateScreen
        from annotate.tui.settling import Settling

        settling = Settling(self._desk)
        if leaf.claim.id in settling.queue:
            settling.go(settling.queue.index(leaf.claim.id))
            self.app.switch_screen(AdjudicateScreen(settling))
        else:
            self.say("That dispute was settled meanwhile.")

    def action_guidelines(self) -> None:
        """Show the guidelines."""
        from annotate.tui.screens.guidelines import GuidelinesSheet  # seldom wanted

        self.app.push_screen(GuidelinesSheet(guidelines_of(self._desk)))

    def action_help(self) -> None:
        """Show what the keys do, here and on the review screen."""
        self.app.push_screen(HelpSheet([*self.keys, *keys.keys_of("review", self.room.remapped)]))
