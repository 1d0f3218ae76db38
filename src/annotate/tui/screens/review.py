"""The review screen: walk from claim to claim, and answer each with one key."""

from textual import events

from annotate.domain import Answer
from annotate.tui.bindings import bindings
from annotate.tui.screens.choice import ChoiceSheet, Option
from annotate.tui.screens.guarded import Guarded, label_keys
from annotate.tui.screens.looking_up import LookingUp
from annotate.tui.screens.review_frame import NEEDS_NO_CLAIM
from annotate.tui.screens.spans import Spans
from annotate.work import Leaf


class ReviewScreen(Spans, LookingUp, Guarded):
    """Keys that answer, keys that move, and input that no finger typed."""

    BINDINGS = bindings("review")

    def on_mount(self, event: events.Mount) -> None:
        """Know which keys judge, and when the claim came into view."""
        self.walk.stopwatch.back(event.time)
        self.guard(label_keys(self.walk.scheme.verdict, self.keys))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where there is no claim, only what needs none."""
        return self.walk.document is not None or action in NEEDS_NO_CLAIM

    # Answering

    def action_judge(self, label: str) -> None:
        """Record the verdict, durably, and go to the next claim owed."""
        self._answered(Answer.VERDICT, label)

    def action_skip(self) -> None:
        """Leave the claim for later; one that has an answer keeps it."""
        if self.walk.answer is not None and self.walk.answer.answer is not Answer.SKIPPED:
            self.action_next_owed()
            self.say(self._said or "That claim keeps your answer.")
        else:
            self._answered(Answer.SKIPPED)

    def action_not_a_claim(self) -> None:
        """Say that this is no claim."""
        self._answered(Answer.NOT_A_CLAIM)

    def action_flag(self) -> None:
        """Flag the claim for the adjudicator, or take the flag back."""
        flagged = self.walk.flag()
        self.note_recording()
        self.draw("Flagged for the adjudicator." if flagged else "The flag is taken back.")

    def action_pick_verdict(self) -> None:
        """Pick the verdict from a list."""
        labels = self.walk.scheme.verdict.labels
        own = self.walk.answer.verdict if self.walk.answer else ""
        options = [Option(label.key, f"{label.sign or ' '} {label.name}", label.definition) for label in labels]
        held = [place for place, label in enumerate(labels) if label.id == own]

        def took(taken: tuple[int, ...] | None) -> None:
            if taken:
                self.attempt(lambda: self.action_judge(labels[taken[0]].id))

        self.app.push_screen(ChoiceSheet("verdict", options, held), took)

    def action_undo(self) -> None:
        """Take back the newest answer, and go to its claim."""
        self.draw(self._taken_back(self.walk.undo()))

    def action_redo(self) -> None:
        """Take back the newest undo, and go to its claim."""
        self.walk.redo()
        self.draw("Done again.")

    def _answered(self, answer: Answer, verdict: str = "") -> None:
        before = self.walk.answer
        judged = self.walk.say(answer, verdict)
        if judged.judgement != before:  # else there is nothing of this key's that could be taken back
            self.note_recording()
        self.onward(judged)

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

        def chose(leaf: Leaf | None) -> None:
            if leaf is not None:
                with self.telling():
                    self.walk.go_to_place(leaf.at)
            self.draw()

        self.app.push_screen(QueueScreen(self.walk.desk, self.walk.at), chose)

    # Keys, and what only looks like keys

    async def judge_by(self, label: str) -> None:
        """Record the verdict."""
        await self.app.run_action(("", "judge", (label,)), self)

    def unrecord(self) -> None:
        """Undo."""
        self.walk.undo()

    def may_be_pasted(self) -> bool:
        """A paste is evidence of a claim."""
        return self.walk.document is not None

    def paste(self, text: str) -> None:
        """Open it as evidence."""
        self.open_evidence(text)

    def on_paste(self, event: events.Paste) -> None:
        """A paste is evidence, never verdicts."""
        if self.walk.document is not None and event.text.strip():
            self.open_evidence(event.text)
