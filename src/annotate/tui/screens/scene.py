"""What every screen has: a scene of the key table, a smallest size, and a line to say things in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from annotate.errors import Refusal
from annotate.tui import keys
from annotate.tui.bursts import Burst
from annotate.tui.widgets.header_line import WIDE
from annotate.tui.widgets.notice_line import NoticeLine

if TYPE_CHECKING:
    from annotate.tui.app import AnnotateApp

Result = TypeVar("Result")


class TooSmall(Static):
    """All that a window shows in which nothing else has room."""


class Scene(Screen[Result]):
    """A screen; subclasses compose their widgets and `yield from super().compose()`."""

    SCENE: ClassVar[keys.Scene]
    GUARDS: ClassVar[bool] = False
    """Whether it sees to repeated keys itself."""
    AUTO_FOCUS = ""
    ALLOW_SELECT = False

    def compose(self) -> ComposeResult:
        """What a subclass adds its widgets before."""
        # Textual sets these with the first resize, when a layout for no width at all has been painted already.
        width, height = self.app.size
        for size, breakpoints in ((width, self.room.HORIZONTAL_BREAKPOINTS), (height, self.room.VERTICAL_BREAKPOINTS)):
            self.add_class(next(name for least, name in reversed(breakpoints) if size >= least))
        yield TooSmall("Make the window larger", markup=False)

    @property
    def is_wide(self) -> bool:
        """Whether there is room for a panel beside the text; the class `-wide` says so only after a resize is over."""
        return self.app.size.width >= WIDE

    @property
    def room(self) -> "AnnotateApp":
        """The app that every scene belongs to."""
        return cast("AnnotateApp", self.app)

    @property
    def keys(self) -> tuple[keys.Key, ...]:
        """What keys do here."""
        return keys.keys_of(self.SCENE, self.room.remapped)

    def key(self, action: str) -> str:
        """The key to press for an action, here or where it works, as a person reads it: sentences name no other."""
        return keys.key_of(self.SCENE, action, self.room.remapped)

    @property
    def way_out(self) -> str:
        """How one leaves, in a sentence."""
        return f"{self.key('app.quit')} quits, and everything is saved already."

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """Say a sentence in the line for it."""
        self.query_one(NoticeLine).say(sentence, warning=warning)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Turn a refusal into its sentence; nothing else has happened then."""
        try:
            yield
        except Refusal as refusal:
            self.refused(refusal)

    def attempt(self, doing: Callable[[], object]) -> None:
        """Do it; where another program is writing, as soon as it can be done; say so where it cannot."""
        self.room.attempt(self, doing)

    def refused(self, refusal: Refusal) -> None:
        """What was asked for could not be done."""
        self.say(self.room.brief(refusal), warning=True)

    def action_copy_text(self) -> None:
        """What ctrl+c does: copy, and where nothing is selected, say so; it never quits."""
        try:
            super().action_copy_text()
        except SkipAction:
            self.say(f"ctrl+c copies what is selected. {self.way_out}")

    def take_burst(self, burst: Burst) -> bool:
        """Deal with input that nobody typed; False where it may act as keys: one key over and over is a held one."""
        if len(set(burst.text)) == 1 or self.focused is not None:  # a field takes what comes as typed
            return False
        self.say("That looked like a paste, so nothing of it was taken as a key.", warning=True)
        return True
