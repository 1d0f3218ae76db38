"""Keys one by one: the next one is looked at when the one before has done all that it does.

Textual hands a key to what is focused when the key arrives. Whoever types ahead, or over a slow line, presses keys
that are meant for what the key before has yet to open or focus: a letter of a reason must never become a verdict.
"""

from asyncio import TimerHandle, get_running_loop, sleep
from collections import deque
from collections.abc import Iterable

from textual import events
from textual.app import App
from textual.dom import DOMNode

from annotate.tui.bursts import Burst

PATIENCE = 0.5
"""Seconds after which a key is taken to be done with, whatever became of the widget that had it."""


class OneByOne(App[int]):
    """An app that hands on keys, pastes and bursts in this way."""

    def __init__(self, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._waiting: deque[events.Event] = deque()
        self._in_hand: events.Event | None = None
        self._overdue: TimerHandle | None = None
        self._held_back = False

    async def on_event(self, event: events.Event) -> None:
        """Hand on what is no input at once, and input when its turn has come."""
        if not isinstance(event, events.Key | events.Paste | Burst) or event.is_forwarded:
            await super().on_event(event)
        elif self._in_hand is not None or self._held_back:
            self._waiting.append(event)
        else:
            await self._hand_on(event)

    def put_first(self, keys: Iterable[events.Key]) -> None:
        """Keys that come before all that wait."""
        self._waiting.extendleft(reversed(list(keys)))
        if self._in_hand is None:
            self._next()

    def forget(self, event: events.Event) -> None:
        """Hand the event to nobody."""
        self._in_hand = event
        self._done(event)

    @property
    def holds_back(self) -> bool:
        """Whether keys wait: what the mouse does has to wait with them, or be let go."""
        return self._held_back

    def hold_back(self) -> None:
        """Hand on no key from now on; they wait."""
        self._held_back = True

    def go_on(self) -> None:
        """Hand on what waits."""
        self._held_back = False
        if self._in_hand is None:
            self._next()

    def let_go(self) -> int:
        """Forget the keys that wait behind the one in hand; returns how many there were."""
        waited = len(self._waiting)
        self._waiting.clear()
        return waited

    async def _hand_on(self, event: events.Event) -> None:
        self._in_hand = event
        self._overdue = get_running_loop().call_later(PATIENCE, self._done, event)
        while not self.screen.is_mounted:
            await sleep(0)
        await super().on_event(event)
        self._follow(event, self.focused or self.screen)

    def _follow(self, event: events.Event, node: DOMNode) -> None:
        """Go behind the event from the widget that got it up to the app, the way that it bubbles."""

        def passed() -> None:
            if node is self:
                self._done(event)
            else:
                self._follow(event, node.parent or self)

        if not node.call_later(passed):
            self._done(event)

    def _done(self, event: events.Event) -> None:
        if self._in_hand is not event:
            return
        if self._overdue is not None:
            self._overdue.cancel()
        self._next()

    def _next(self) -> None:
        # The next is in hand from now on, so that none which comes meanwhile can overtake it.
        self._in_hand = self._waiting.popleft() if self._waiting and not self._held_back else None
        if self._in_hand is not None:
            self.call_later(self._hand_on, self._in_hand)
