"""The review screen: walk from claim to claim, and answer each with one key."""

from textual import events
from textual.timer import Timer

from annotate.domain import Answer
from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.bursts import Burst, typed
from annotate.tui.presses import BURST, QUICK, Press, Presses
from annotate.tui.screens.choice import ChoiceSheet, Option
from annotate.tui.screens.grounds import Grounds
from annotate.tui.screens.reading import DefinitionsSheet, HelpSheet
from annotate.tui.screens.spans import Spans
from annotate.tui.walk import Walk
from annotate.work import guidelines_of

_NEEDS_NO_CLAIM = frozenset({"guidelines", "help", "definitions", "copy_text"})


class ReviewScreen(Spans, Grounds):
    """Keys that answer, keys that move, and input that no finger typed."""

    BINDINGS = bindings("review")

    def __init__(self, walk: Walk) -> None:
        super().__init__(walk)
        self._labels = label_keys(walk)
        self._presses = Presses()
        self._pressed = ("", 0.0)  # the last key that acted, and when
        self._recorded_at = -1.0  # when the key was pressed that last recorded an answer
        self._walking: frozenset[str] = frozenset()
        self._held: list[events.Key] = []
        self._release: Timer | None = None

    def on_mount(self, event: events.Mount) -> None:
        """Know which keys may repeat."""
        self._walking = keys.characters(key for key in self.keys if key.group is keys.Group.WALK)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is no claim, only what needs none."""
        return self.walk.document is not None or action in _NEEDS_NO_CLAIM

    # Answering

    def action_judge(self, label: str) -> None:
        """Record the verdict, durably, and go to the next claim owed."""
        self._answered(Answer.VERDICT, label)

    def action_skip(self) -> None:
        """Leave the claim for later; one that has an answer keeps it."""
        if self.walk.answer is not None and self.walk.answer.answer is not Answer.SKIPPED:
            self.action_next_owed()
        else:
            self._answered(Answer.SKIPPED)

    def action_not_a_claim(self) -> None:
        """Say that this is no claim."""
        self._answered(Answer.NOT_A_CLAIM)

    def action_flag(self) -> None:
        """Flag the claim for the adjudicator, or take the flag back."""
        flagged = self.walk.flag()
        self._note_recording()
        self.draw("Flagged for the adjudicator." if flagged else "The flag is taken back.")

    def action_pick_verdict(self) -> None:
        """Pick the verdict from a list."""
        labels = self.walk.scheme.verdict.labels
        own = self.walk.answer.verdict if self.walk.answer else ""
        options = [Option(label.key, f"{label.sign or ' '} {label.name}", label.definition) for label in labels]
        held = [place for place, label in enumerate(labels) if label.id == own]

        def took(taken: tuple[int, ...] | None) -> None:
            if taken:
                with self.telling():
                    self.action_judge(labels[taken[0]].id)

        self.app.push_screen(ChoiceSheet("verdict", options, held), took)

    def action_undo(self) -> None:
        """Take back the newest answer, and go to its claim."""
        self.walk.undo()
        self.draw("Taken back." if self.walk.answer is None else "Taken back; what stood before stands again.")

    def action_redo(self) -> None:
        """Take back the newest undo, and go to its claim."""
        self.walk.redo()
        self.draw("Done again.")

    def _answered(self, answer: Answer, verdict: str = "") -> None:
        judged = self.walk.say(answer, verdict)
        self._note_recording()
        self.onward(judged)

    def _note_recording(self) -> None:
        self._recorded_at = self._pressed[1]

    # Moving

    def action_walk(self, step: int) -> None:
        """The next claim of the queue, or the one before."""
        moved = self.walk.step(back=step < 0)
        self.draw("" if moved else f"This is the {'first' if step < 0 else 'last'} claim of your queue.")

    def action_next_owed(self) -> None:
        """The next claim that waits for an answer, from here on round to the start; skipped ones last."""
        self.draw("" if self.walk.onward() else self.at_rest())

    def action_scroll_lines(self, step: int) -> None:
        """Scroll the document by lines."""
        self.pane.action_scroll_lines(step)

    def action_scroll_pages(self, step: int) -> None:
        """Scroll the document by pages."""
        self.pane.action_scroll_pages(step)

    def action_scroll_ends(self, step: int) -> None:
        """Scroll to the start or the end of the document."""
        self.pane.action_scroll_ends(step)

    # Looking up

    def action_queue(self) -> None:
        """List the claims."""
        from annotate.tui.screens.queue import QueueScreen

        def chose(claim: int | None) -> None:
            if claim is not None:
                with self.telling():
                    self.walk.go_to(claim)
            self.draw()

        self.app.push_screen(QueueScreen(self.walk), chose)

    def action_definitions(self) -> None:
        """Say what each label means."""
        self.app.push_screen(DefinitionsSheet(self.walk.scheme))

    def action_guidelines(self) -> None:
        """Show the guidelines beside the text."""
        from annotate.tui.screens.guidelines import GuidelinesSheet  # Markdown is slow to load

        self.app.push_screen(GuidelinesSheet(guidelines_of(self.walk.desk)))

    def action_help(self) -> None:
        """Show what the keys do."""
        self.app.push_screen(HelpSheet([*self.keys, *keys.keys_of("form", self.room.remapped)]))

    # Keys, and what only looks like keys

    async def on_key(self, event: events.Key) -> None:
        """Judge by label keys; let nothing act that no finger meant. All other keys are bound."""
        character = typed(event)
        if not character:
            return
        press = self._presses.of(character, event.time)
        if self._held or press is Press.QUICK:
            self._hold(event)
        elif press is Press.FRESH:
            self._pressed = (character, event.time)
            if character not in self._labels:
                return
            await self.app.run_action(("", "judge", (self._labels[character],)), self)
        elif character in self._walking:
            return
        elif press is Press.HELD:
            self._take_back("A held key judges one claim: what it said of the next was taken back.")
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """A paste is evidence, never verdicts."""
        if self.walk.document is not None and event.text.strip():
            self.open_evidence(event.text)

    def take_burst(self, burst: Burst) -> bool:
        """Ask about input that came at once; one key over and over is no paste, but held while the line was slow."""
        text, first, last = burst.text, burst.keys[0].time, burst.keys[-1].time
        if len(set(text)) == 1:
            return False
        if self._held:
            self._ask_about(self._pressed[0] + "".join(map(typed, self._held)) + text, last, after_key=True)
        else:
            before = self._presses.just_before(first)
            self._ask_about(before + text, last, after_key=bool(before))
        return True

    def _hold(self, event: events.Key) -> None:
        self._held.append(event)
        if self._release is not None:
            self._release.stop()
        self._release = self.set_timer(QUICK + 0.005, self._let_go)

    def _let_go(self) -> None:
        """The input has paused: one key too quick is let act after all, more of them are asked about."""
        held, self._held = self._held, []
        if len(held) + 1 < BURST:
            for key in held:
                self.app.post_message(events.Key(key.key, key.character))
        else:
            self._ask_about(self._pressed[0] + "".join(map(typed, held)), held[-1].time, after_key=True)

    def _ask_about(self, text: str, at: float, *, after_key: bool) -> None:
        """Ask whether `text` was pasted; `after_key` says that its first character acted as a key already."""
        from annotate.tui.screens.pasted import PastedSheet  # seldom wanted

        self._held = []
        if after_key:
            self._take_back("")

        def answered(pasted: str | None) -> None:
            if pasted is not None:
                self.open_evidence(pasted)

        if self.walk.document is not None:
            self.app.push_screen(PastedSheet(text, at), answered)

    def _take_back(self, sentence: str) -> None:
        """Undo what the last key recorded, if it recorded anything."""
        if self._recorded_at == self._pressed[1]:
            self._recorded_at = -1.0
            with self.telling():
                self.walk.undo()
                self.draw(sentence)


def label_keys(walk: Walk) -> dict[str, str]:
    """Character → label: the scheme's keys, and the unshifted digit row of a French keyboard where it is free."""
    labels = {label.key: label.id for label in walk.scheme.verdict.labels if label.key}
    taken = keys.characters(keys.keys_of("review"))
    unshifted = {typed: labels[digit] for typed, digit in keys.UNSHIFTED_DIGITS.items() if digit in labels}
    return {character: label for character, label in unshifted.items() if character not in taken} | labels
