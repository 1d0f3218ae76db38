"""The app: paints a first frame, then loads what is slow to load, opens the project, and shows its screens."""

from collections.abc import Callable, Iterable, Mapping
from os import environ
from typing import TYPE_CHECKING, Literal

from textual import events
from textual.app import SystemCommand
from textual.driver import Driver
from textual.screen import Screen

from annotate.errors import Refusal
from annotate.tui.bindings import keymap
from annotate.tui.bursts import Burst
from annotate.tui.columns import FULL
from annotate.tui.one_by_one import OneByOne
from annotate.tui.screens.opening import OpeningScreen
from annotate.tui.screens.scene import Scene
from annotate.tui.themes import OURS, usual
from annotate.tui.widgets.header_line import WIDE

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

    from annotate.tui.walk import Walk
    from annotate.work import Desk

Start = Literal["home", "review", "adjudicate"]


class AnnotateApp(OneByOne):
    """`refusal` is what kept the project from being opened, where something did; `on_open` is called when it is.

    `theme` is the name of a theme of ours or of Textual's; the usual one stands in for one that is not known.
    """

    CSS_PATH = "styles.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-cramped"), (40, "-narrow"), (WIDE, "-wide"), (FULL, "-full")]  # noqa: RUF012  Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (10, "-tall")]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = False  # bound by the key table, to the scenes where it makes sense

    def __init__(
        self,
        open_desk: "Callable[[], Desk]",
        start: Start,
        remapped: Mapping[str, tuple[str, ...]] | None = None,
        theme: str = "",
    ) -> None:
        # Textual would turn the colours to greys, a grey ground among them; who wants none wants his own ground.
        super().__init__(ansi_color=True if "NO_COLOR" in environ else None)
        self.refusal: Refusal | None = None
        self.remapped = remapped or {}
        self.desk: Desk | None = None
        self.walk: Walk | None = None
        self.on_open: Callable[[], None] = lambda: None
        self._open_desk = open_desk
        self._start: Start = start
        self.animation_level = "none"
        for ours in OURS:
            self.register_theme(ours)
        self.theme = theme if theme in self.available_themes else usual(self.console).name
        self.set_keymap(keymap(self.remapped))

    async def on_event(self, event: events.Event) -> None:
        """Take note of when somebody was at the keyboard."""
        if isinstance(event, events.Key) and not event.is_forwarded and self.walk is not None:
            self.walk.seen(event.time)
        await super().on_event(event)

    def get_default_screen(self) -> Screen[None]:
        """The first frame."""
        return OpeningScreen()

    def get_driver_class(self) -> type[Driver]:
        """Our own way of reading a terminal, where Textual would take its usual one."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from annotate.tui.driver import BatchDriver  # for POSIX only

        return BatchDriver

    def on_mount(self) -> None:
        """Go on once the first frame is painted."""
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        try:
            self.desk = self._open_desk()
            self.go(self._start)
            self.call_after_refresh(self.on_open)
        except Refusal as refusal:
            self.refusal = refusal
            self.exit(refusal.exit_code)

    def go(self, start: Start) -> None:
        """Show that screen. NotForYou where it is for reviewers and nobody said who he is."""
        # Not imported before the first frame: it brings the store along, which takes as long to load as all else.
        from annotate.tui.screens.entrance import scene

        if self.desk is None:
            return
        following = scene(self, self.desk, start)
        if isinstance(self.screen, OpeningScreen):
            self.push_screen(following)
        else:
            self.switch_screen(following)

    def action_go(self, start: Start) -> None:
        """Go to that screen."""
        self.go(start)

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: "DOMNode | None" = None,
        namespaces: "Mapping[str, DOMNode] | None" = None,
    ) -> bool:
        """Do what a key asks for; what cannot be done is said on the screen that was asked."""
        scene = self.screen
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except Refusal as refusal:
            if not isinstance(scene, Scene):
                raise
            scene.refused(refusal)
            return True

    def on_burst(self, burst: Burst) -> None:
        """Input that came in one piece: the screen deals with it, or its keys act one by one."""
        scene = self.screen
        if not (isinstance(scene, Scene) and scene.take_burst(burst)):
            self.put_first(burst.keys)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: what the keys of the screen do, and the theme."""
        if isinstance(screen, Scene):
            for key in screen.keys:
                if key.keys:
                    yield SystemCommand(
                        key.label, f"{key.shown}   {key.does}", lambda key=key: screen.run_action(key.action)
                    )
        yield SystemCommand("theme", "other colours, for dark and light terminals", self.action_change_theme)

    def action_palette(self) -> None:
        """Every action, by name."""
        from annotate.tui.screens.palette import Palette  # seldom wanted

        self.push_screen(Palette(id="--command-palette"))

    @property
    def defect(self) -> Exception | None:
        """The error of ours that ended the app, where one did."""
        return self._exception

    def _fatal_error(self) -> None:
        """End without a traceback on the person's terminal: `run` raises the defect, and the command line tells it."""
        self._close_messages_no_wait()
