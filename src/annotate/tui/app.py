"""The app: paints a first frame, then loads what is slow to load, opens the project, and shows its screens."""

from collections.abc import Callable, Iterable, Mapping
from os import environ
from typing import TYPE_CHECKING, Literal

from textual import events
from textual.app import SystemCommand
from textual.driver import Driver
from textual.screen import Screen

from annotate.errors import Busy, Refusal
from annotate.tui.bindings import keymap
from annotate.tui.bursts import Burst, typed
from annotate.tui.columns import FULL
from annotate.tui.patient import AT_ONCE, Patient
from annotate.tui.personal import Personal, beside, personal
from annotate.tui.presses import Press, Presses
from annotate.tui.screens.opening import OpeningScreen
from annotate.tui.screens.scene import Scene
from annotate.tui.themes import OURS, usual
from annotate.tui.widgets.header_line import WIDE

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.dom import DOMNode

    from annotate.tui.host import Host
    from annotate.tui.walk import Walk
    from annotate.work import Desk

Start = Literal["home", "review", "adjudicate"]


class AnnotateApp(Patient):
    """`refusal` is what kept the project from being opened, where something did; `on_open` is called when it is."""

    CSS_PATH = "styles.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-cramped"), (40, "-narrow"), (WIDE, "-wide"), (FULL, "-full")]  # noqa: RUF012  Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (10, "-tall")]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = False  # bound by the key table, to the scenes where it makes sense

    def __init__(
        self, open_desk: "Callable[[], Desk | None]", start: Start = "home", host: "Host | None" = None
    ) -> None:
        # Textual would turn the colours to greys, a grey ground among them; who wants none wants his own ground.
        super().__init__(ansi_color=True if "NO_COLOR" in environ else None)
        self.refusal: Refusal | None = None
        self.remapped: Mapping[str, tuple[str, ...]] = {}
        self.personal = Personal()
        self.host = host
        self.desk: Desk | None = None
        self.walk: Walk | None = None
        self.asked_name = False
        self.on_open: Callable[[], None] = lambda: None
        self._open_desk = open_desk
        self._start: Start = start
        self._kept_theme = ""
        self._unkept_before: list[str] = []  # of a project that was open before this one
        self._pressed_at = 0.0
        self.presses = Presses()
        self.press = Press.FRESH  # what the key in hand is
        self._begun_on: Screen[object] | None = None  # where the key was pressed first that may be held
        self.animation_level = "none"
        for theme in OURS:
            self.register_theme(theme)
        self.theme = usual(self.console).name

    async def on_event(self, event: events.Event) -> None:
        """Take note of when somebody had the mouse in hand, went away, or came back."""
        if self.walk is not None:
            if isinstance(event, events.MouseEvent) and not event.is_forwarded:
                self.walk.seen(event.time)
            elif isinstance(event, events.AppBlur):
                self.walk.away(event.time)
            elif isinstance(event, events.AppFocus):
                self.walk.stopwatch.back(event.time)
        if not self._is_with_alt(event):
            await super().on_event(event)

    def _is_with_alt(self, event: events.Event) -> bool:
        """Whether it is Alt and a character, or Esc and it in one piece: as nobody knows which, it does nothing."""
        if not isinstance(event, events.Key) or event.is_forwarded or not event.key.startswith("alt+"):
            return False
        scene = self.screen
        if self.focused is not None or not event.is_printable or not isinstance(scene, Scene):
            return False
        character = event.key.removeprefix("alt+")
        scene.say(f"Esc and {character} came as one key, which does nothing. Press them one after the other.")
        return True

    async def _hand_on(self, event: events.Event) -> None:
        """Take note of when a key was pressed, while the claim is open that it was pressed for."""
        self._pressed_at = event.time
        if self.walk is not None:
            self.walk.seen(event.time)
            self.walk.keep_unkept()
        if isinstance(event, events.Key) and self._is_left_over(event):
            self.forget(event)
        else:
            await super()._hand_on(event)

    def _is_left_over(self, event: events.Key) -> bool:
        """Whether it repeats a key that was pressed on another screen: held, it would type into what it opened."""
        character = typed(event)
        if not character:
            return False
        self.press = self.presses.of(character, event.time)
        if not self.presses.went_on:
            self._begun_on = self.screen
        repeats = self.press in (Press.REPEAT, Press.HELD) and self.screen is not self._begun_on
        return repeats and not (isinstance(self.screen, Scene) and self.screen.GUARDS)

    def action_suspend_process(self) -> None:
        """Back to the shell; what the reviewer does there is no time on the claim."""
        if self.walk is not None:
            self.walk.away(self._pressed_at)
        super().action_suspend_process()

    def on_driver_signal_resume(self, event: Driver.SignalResume) -> None:
        """Paint everything again, whatever became of the terminal meanwhile."""
        if self.walk is not None:
            self.walk.stopwatch.back(event.time)
        for screen in self.screen_stack:
            screen.refresh(layout=True)

    def brief(self, refusal: Refusal) -> str:
        """A refusal as there is room for it: a long path would fill the line for notices."""
        target = self.desk.store.shown if self.desk is not None else ""
        return str(refusal).replace(target, target.rpartition("/")[2])

    @property
    def unkept(self) -> list[str]:
        """What was typed and could not be written, in words."""
        drafts = self.walk.unkept.values() if self.walk is not None else ()
        return [*self._unkept_before, *(text for draft in drafts for text in draft.words)]

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
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Show the claim that waits, where it can be read at once, and open the project behind it."""
        try:
            if self.host is not None:
                self._settle(self.host)
            glance = self.host.glance() if self.host is not None and self._start == "review" else None
        except Refusal as refusal:
            self.refuse(refusal)
            return
        if glance is None:
            self._open()
            return
        from annotate.tui.screens.first_look import FirstLookScreen

        self.hold_back()
        self.push_screen(FirstLookScreen(glance, self._open))

    def _open(self) -> None:
        try:
            self.desk = self._open_desk()
            self.go_on()
            if self.desk is None or (self.host is not None and self.host.asks and self._start != "adjudicate"):
                self._welcome(self.desk)
            else:
                self.sit_down(self.desk, self._start)
            self.call_after_refresh(self.on_open)
        except Refusal as refusal:
            self.refuse(refusal)

    def refuse(self, refusal: Refusal) -> None:
        """End with what keeps the app from going on."""
        self.refusal = refusal
        self.exit(refusal.exit_code)

    def _settle(self, host: "Host") -> None:
        self.personal = personal(host.settings, self.available_themes)
        self.theme = self._kept_theme = self.personal.theme or self.theme
        self.remap(self.personal.remapped)

    def watch_theme(self, name: str) -> None:
        """A theme that was picked is there the next time too."""
        if self._kept_theme in ("", name) or self.host is None:
            return
        from annotate.settings import config_file, keep_setting

        self._kept_theme = name
        try:
            keep_setting(config_file(), "theme", name)
        except Refusal as refusal:
            self._tell(str(refusal), warning=True)

    def remap(self, remapped: Mapping[str, tuple[str, ...]]) -> None:
        """Give these keys to actions, in place of the table's."""
        self.remapped = remapped
        self.set_keymap(keymap(remapped))

    def _welcome(self, desk: "Desk | None") -> None:
        from annotate.tui.screens.welcome import welcome  # for a first run

        self.push_screen(welcome(self, desk, self._start))

    def sit_down(self, desk: "Desk", start: Start, told: str = "") -> None:
        """Show that screen of that project, and tell something on it; a project that was open is closed."""
        warning = self._yield_to_labels(desk) if self.personal.remapped else ""
        self._unkept_before = self.unkept
        before, self.desk, self.walk = self.desk, desk, None
        desk.store.wait = AT_ONCE
        self.go(start)
        if before is not None and before.store is not desk.store:
            before.store.close()
        if told or warning:
            # By the screen itself, which is drawn for the first time before it does so.
            self.screen.call_after_refresh(self._tell, told or warning, warning=not told)
        if self.host is not None:
            self.call_after_refresh(_remember, desk)

    def _yield_to_labels(self, desk: "Desk") -> str:
        from annotate.work import scheme_in_use

        left, said = beside(self.personal, scheme_in_use(desk).verdict.labels)
        self.remap(left)
        return said

    def _tell(self, sentence: str, *, warning: bool) -> None:
        """Say a sentence on the screen that is shown."""
        if isinstance(self.screen, Scene):
            self.screen.say(sentence, warning=warning)

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
        scene, run = self.screen, super().run_action
        try:
            return await run(action, default_namespace, namespaces)
        except Refusal as refusal:
            if not isinstance(scene, Scene):
                raise
            if isinstance(refusal, Busy):
                self.try_again(scene, lambda: run(action, default_namespace, namespaces))
            else:
                self.give_up(scene, refusal)
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


def _remember(desk: "Desk") -> None:
    from annotate.settings import remember

    remember(desk.store.target)
