"""Bursts: keys that came together, too many to have been pressed. A paste, where the terminal does not say so."""

from collections.abc import Iterable, Iterator

from textual import events
from textual.message import Message

from annotate.tui.presses import BURST


class Burst(events.Event, bubble=False):
    """Keys that arrived in one piece."""

    def __init__(self, keys: tuple[events.Key, ...]) -> None:
        super().__init__()
        self.keys = keys

    @property
    def text(self) -> str:
        """What they would have typed."""
        return "".join(typed(key) for key in self.keys)


def typed(key: events.Key) -> str:
    """The text that a key types; "" where it types none."""
    if key.key in _TYPED:
        return _TYPED[key.key]
    return key.character or "" if key.is_printable else ""


_TYPED = {"enter": "\n", "tab": "\t"}


def batched(messages: Iterable[Message]) -> Iterator[Message]:
    """The messages, with each run of typing keys that is long enough made into one burst."""
    run: list[events.Key] = []
    for message in messages:
        if isinstance(message, events.Key) and typed(message):
            run.append(message)
            continue
        yield from _ended(run)
        run = []
        yield message
    yield from _ended(run)


def _ended(run: list[events.Key]) -> Iterable[Message]:
    return [Burst(tuple(run))] if sum(key.is_printable for key in run) >= BURST else run
