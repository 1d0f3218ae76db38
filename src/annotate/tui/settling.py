"""An adjudicator's walk through the disputes: which is open, what he has said of it. No widget here."""

from contextlib import suppress

from annotate.domain import Decision
from annotate.errors import Nothing, Unusable
from annotate.work import (
    Desk,
    OpenDispute,
    adjudication_queue,
    decide,
    keep_reason,
    open_dispute,
    read_reason,
    scheme_in_use,
    title_of,
    undo,
)


class Settling:
    """Each method that settles or moves calls one verb of `work`; it raises the verb's refusals and then moved nothing.

    The disputes are those that there were when the walk began, so that the numbers stay put while they are settled.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.scheme = scheme_in_use(desk)
        self.title = title_of(desk)
        self.queue = adjudication_queue(desk)
        self.index = 0
        self.settled: set[str] = set()
        self.reason = ""
        self.opened: OpenDispute | None = None
        if self.queue:
            self.go(0)

    @property
    def dispute(self) -> OpenDispute:
        """What is open; Nothing where there was no dispute at all."""
        if self.opened is None:
            raise Nothing("There is no dispute.")
        return self.opened

    @property
    def judged_himself(self) -> bool:
        """Whether the adjudicator had judged the open claim."""
        return self.desk.reviewer in self.dispute.judged_by

    def go(self, index: int) -> None:
        """Open the dispute with that number, from 0."""
        self.opened = open_dispute(self.desk, self.queue[index])
        self.index = index
        recorded = self.opened.decision.rationale if self.opened.decision else ""
        self.reason = read_reason(self.desk, self.queue[index]) or recorded

    def step(self, by: int) -> bool:
        """To the next dispute or the one before; False at an end."""
        there = 0 <= self.index + by < len(self.queue)
        if there:
            self.go(self.index + by)
        return there

    def onward(self) -> bool:
        """To the next dispute that is not settled, from the start again at the end; False where all are."""
        order = [*range(self.index + 1, len(self.queue)), *range(self.index)]
        found = next((index for index in order if self.queue[index] not in self.settled), None)
        if found is not None:
            self.go(found)
        return found is not None

    def decide(self, outcome: str) -> Decision:
        """Settle the open claim as a label's id or "not_a_claim", for the reason that was written."""
        _, decision = decide(self.desk, self.dispute.dispute.claim.id, outcome, rationale=self.reason)
        with suppress(Unusable):  # the decision holds it; to decide again for its draft's sake would be a second one
            keep_reason(self.desk, decision.claim, "")
        self.settled.add(decision.claim)
        return decision

    def keep_reason(self, typed: str) -> None:
        """Keep the reason for the decision to come, also if there never comes one."""
        self.reason = typed
        keep_reason(self.desk, self.dispute.dispute.claim.id, typed)

    def undo(self) -> None:
        """Take back his newest decision, and open its claim."""
        taken_back = undo(self.desk, "decision")
        self.settled.discard(taken_back.claim)
        if taken_back.claim not in self.queue:
            self.queue.append(taken_back.claim)
        self.go(self.queue.index(taken_back.claim))
