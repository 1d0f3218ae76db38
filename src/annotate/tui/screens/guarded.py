"""A screen on which a key judges: nothing acts that no finger meant.

A held key judges one claim; input that came at once is asked about; what acted already when that shows is taken back.
"""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.keys import _character_to_key
from textual.timer import Timer

from annotate.domain import Facet
from annotate.tui import keys
from annotate.tui.bursts import Burst, typed
from annotate.tui.presses import BURST, QUICK, Press
from annotate.tui.screens.scene import Scene

ONE = "A held key judges one claim: what it said of the next was taken back."


class Guarded(Scene[None]):
    """Subclasses say which keys judge (`guard`), and how an answer is given and taken back."""

    GUARDS: ClassVar = True

    def guard(self, labels: dict[str, str]) -> None:
        """Begin: these characters are the keys of these labels."""
        self._labels = labels
        self._pressed = ("", 0.0)  # the last key that acted, and when
        self._recorded_at = -1.0  # when the key was pressed that last recorded an answer
        self._held: list[events.Key] = []
        self._meant: list[events.Key] = []  # keys that were looked at already, and are to act
        self._release: Timer | None = None

    async def judge_by(self, label: str) -> None:
        """Answer with that label."""
        raise NotImplementedError

    def unrecord(self) -> None:
        """Take back the answer that was recorded last."""
        raise NotImplementedError

    def may_be_pasted(self) -> bool:
        """Whether something could be made of a paste."""
        return True

    def paste(self, text: str) -> None:
        """It was a paste."""
        raise NotImplementedError

    def note_recording(self) -> None:
        """An answer was recorded by the key that was pressed last."""
        self._recorded_at = self._pressed[1]

    async def on_key(self, event: events.Key) -> None:
        """Judge by label keys; let nothing act that no finger meant. All other keys are bound."""
        character = typed(event)
        if not character:
            return
        press = self._press_of(event)
        if self._held and event.time - self._held[-1].time > QUICK:
            self._let_go(before=event if press is Press.FRESH else None)
        elif self._held or press is Press.QUICK:
            self._hold(event)
        elif press is Press.FRESH:
            self._pressed = (character, event.time)
            if character not in self._labels:
                return
            await self.judge_by(self._labels[character])
        elif character in keys.characters(key for key in self.keys if key.group is keys.Group.WALK):
            return
        elif press is Press.HELD:
            self._take_back(ONE)
        event.stop()
        event.prevent_default()

    def take_burst(self, burst: Burst) -> bool:
        """Ask about input that came at once; one key over and over is no paste, but held while the line was slow."""
        text, first, last = burst.text, burst.keys[0].time, burst.keys[-1].time
        if len(set(text)) == 1:
            return self._is_still_held(text[0], first, last)
        if self._held:
            self._ask_about(self._pressed[0] + "".join(map(typed, self._held)) + text, last, after_key=True)
        else:
            before = self.room.presses.just_before(first)
            self._ask_about(before + text, last, after_key=bool(before))
        return True

    def _press_of(self, event: events.Key) -> Press:
        if any(event is meant for meant in self._meant):
            self._meant = [meant for meant in self._meant if meant is not event]
            return Press.FRESH
        return self.room.press

    def _is_still_held(self, character: str, first: float, last: float) -> bool:
        """Whether a key was held before this came; then it has acted already."""
        walks = character in keys.characters(key for key in self.keys if key.group is keys.Group.WALK)
        if walks or not self.room.presses.goes_on(character, first):
            return False
        self.room.presses.of(character, last)
        self.say("A held key judges one claim; press it once for each.")
        return True

    def _hold(self, event: events.Key) -> None:
        self._held.append(event)
        if self._release is not None:
            self._release.stop()
        self._release = self.set_timer(QUICK + 0.005, self._let_go)

    def _let_go(self, before: events.Key | None = None) -> None:
        """The input has paused: one key too quick is let act after all, more of them are asked about."""
        held, self._held = self._held, []
        if not held:
            return
        if len(held) + 1 < BURST:
            self._act(*held, *([before] if before else []))
            return
        self._ask_about(self._pressed[0] + "".join(map(typed, held)), held[-1].time, after_key=True)
        if before is not None:
            self._act(before)

    def _act(self, *pressed: events.Key) -> None:
        """Let keys act before all that came later."""
        again = [_copy(key) for key in pressed]
        self._meant += again
        self.room.put_first(again)

    def _ask_about(self, text: str, at: float, *, after_key: bool) -> None:
        """Ask whether `text` was pasted; `after_key` says that its first character acted as a key already."""
        from annotate.tui.screens.pasted import PastedSheet  # seldom wanted

        self._held = []
        if after_key:
            self._take_back("")

        def answered(pasted: str | None) -> None:
            if pasted is not None:
                self.paste(pasted)

        def were_keys(text: str) -> None:
            self._act(*(_key(character, at) for character in text))

        if self.may_be_pasted():
            self.app.push_screen(PastedSheet(text, at, were_keys), answered)

    def _take_back(self, sentence: str) -> None:
        """Undo what the last key recorded, if it recorded anything."""
        if self._recorded_at == self._pressed[1]:
            self._recorded_at = -1.0

            def take_back() -> None:
                self.unrecord()
                self.draw(sentence)

            self.attempt(take_back)

    def draw(self, sentence: str = "") -> None:
        """Draw what is open, and say the sentence."""
        raise NotImplementedError


def label_keys(verdicts: Facet, bound: Iterable[keys.Key]) -> dict[str, str]:
    """Character → label: the scheme's keys, and the unshifted digit row of a French keyboard where it is free."""
    labels = {label.key: label.id for label in verdicts.labels if label.key}
    taken = keys.characters(bound)
    unshifted = {typed: labels[digit] for typed, digit in keys.UNSHIFTED_DIGITS.items() if digit in labels}
    return {character: label for character, label in unshifted.items() if character not in taken} | labels


_NAMED = {"\n": "enter", "\t": "tab"}


def _key(character: str, at: float) -> events.Key:
    key = events.Key(_NAMED.get(character) or _character_to_key(character), character)
    key.time = at
    return key


def _copy(key: events.Key) -> events.Key:
    """The same key, pressed at the same time, on its way for the first time."""
    copy = events.Key(key.key, key.character)
    copy.time = key.time
    return copy
