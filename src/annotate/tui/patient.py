"""What another program's writing keeps from being done is tried again, while the keys behind it wait.

A writer that has not got its turn at once gives up, so that the screen goes on; here it is begun again until it gets it
or has waited long enough. What was refused because the project cannot be written takes the keys that were typed ahead
along with it: they were meant for the claims behind.
"""

from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Protocol

from annotate.errors import Busy, Refusal, Unusable
from annotate.tui.one_by_one import OneByOne

AT_ONCE = 0.1
"""Seconds for which the screen may stand still."""

PAUSE = 0.05

SAY_AFTER = 0.8
PATIENCE = 6.0

WAITING = "Another program is writing to this project; your last key waits for it."

Doing = Callable[[], Awaitable[object]]


class Told(Protocol):
    """A screen that can be told of it."""

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """Say a sentence."""

    def refused(self, refusal: Refusal) -> None:
        """Say what could not be done."""


class Patient(OneByOne):
    """An app that tries again in this way."""

    def attempt(self, scene: Told, doing: Callable[[], object]) -> None:
        """Do it, and tell the scene where that is refused."""

        async def again() -> None:
            doing()

        try:
            doing()
        except Busy:
            self.try_again(scene, again)
        except Refusal as refusal:
            self.give_up(scene, refusal)

    def try_again(self, scene: Told, doing: Doing) -> None:
        """Do it as soon as the other program lets us, and hold back all keys until then."""
        self.hold_back()
        since, said = monotonic(), False

        async def attempt() -> None:
            nonlocal said
            try:
                await doing()
            except Busy as busy:
                waited = monotonic() - since
                if waited > PATIENCE:
                    self._end(scene, busy)
                    return
                if waited > SAY_AFTER and not said:
                    said = True
                    scene.say(WAITING, warning=True)
                self.set_timer(PAUSE, attempt)
            except Refusal as refusal:
                self._end(scene, refusal)
            else:
                self.go_on()

        self.set_timer(PAUSE, attempt)

    def give_up(self, scene: Told, refusal: Refusal) -> None:
        """Tell the scene that it could not be done, and of the keys that were to follow it."""
        waited = self.let_go() if isinstance(refusal, Unusable) else 0
        if isinstance(refusal, Busy):
            refusal = Busy("Nothing was recorded: another program keeps the project busy.", "Press the key again.")
        if waited:
            behind = "The key typed behind it was" if waited == 1 else f"The {waited} keys typed behind it were"
            refusal = type(refusal)(refusal.sentence, f"{refusal.next_step} {behind} let go.")
        scene.refused(refusal)

    def _end(self, scene: Told, refusal: Refusal) -> None:
        self.give_up(scene, refusal)
        self.go_on()
