"""A sheet that is typed into: nothing typed is ever lost, however the sheet goes away."""

from contextlib import suppress
from typing import Generic, TypeVar

from textual import on
from textual.timer import Timer

from annotate.errors import Busy, Refusal
from annotate.tui.bursts import Burst
from annotate.tui.screens.sheet import Sheet
from annotate.tui.widgets.field import Field
from annotate.tui.widgets.option_row import OptionRow

KEEP_AFTER = 0.4
"""Seconds after which what was typed is kept, and after which it is tried again."""


Typed = TypeVar("Typed")


class TypingSheet(Sheet[bool], Generic[Typed]):
    """Keeps what `drafted` says shortly after it was typed; dismissed with whether anything was saved."""

    def __init__(self, title: str, prompt: str = "") -> None:
        super().__init__(title, prompt)
        self._typed: Typed | None = None
        self._timer: Timer | None = None
        self._trouble = False

    def drafted(self) -> Typed:
        """What stands in the fields now, as it is to be kept."""
        raise NotImplementedError

    def keep(self, typed: Typed) -> None:
        """Keep that, durably."""
        raise NotImplementedError

    def saved(self) -> None:
        """Record what stands in the fields."""
        raise NotImplementedError

    @on(Field.Typed)
    @on(OptionRow.Chosen)
    def keep_soon(self) -> None:
        """Note what was typed, and keep it in a moment."""
        self._typed = self.drafted()
        if self._timer is None:
            self._timer = self.set_timer(KEEP_AFTER, self._keep)

    def take_burst(self, burst: Burst) -> bool:
        """It is typed."""
        return False

    def on_unmount(self) -> None:
        """The sheet is gone, with its fields: keep what was noted last. What is refused now is told at the end."""
        if self._typed is not None:
            with suppress(Refusal):
                self.keep(self._typed)

    def action_close(self) -> None:
        """Leave; what was typed is there again next time."""
        self._typed = self.drafted()
        self._keep()
        self.dismiss(False)

    def action_save(self) -> None:
        """Record it and leave; a refusal leaves all as it is."""
        self.saved()
        self._typed = None
        self.dismiss(True)

    def _keep(self) -> None:
        typed, self._timer = self._typed, None
        if typed is None:
            return
        try:
            self.keep(typed)
        except Busy:
            self._keep_later()
            self.say("Another program is writing; what you type is kept as soon as it lets go.", warning=True)
        except Refusal as refusal:
            self._keep_later()
            self.refused(refusal)
        else:
            self._typed = None
            if self._trouble:
                self._trouble = False
                self.say("What was typed is kept now.")

    def _keep_later(self) -> None:
        self._trouble = True
        self._timer = self.set_timer(KEEP_AFTER, self._keep)
