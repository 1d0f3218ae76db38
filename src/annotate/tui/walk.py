"""A reviewer's walk through his queue: where he is, what is open, what he has said of it. No widget here."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from annotate.domain import Answer, Demand, Evidence, Judgement, demand, surely_later
from annotate.errors import Refusal, Unusable
from annotate.tui.layout import Tone
from annotate.tui.stopwatch import IDLE, Stopwatch
from annotate.tui.telling import before
from annotate.work import (
    Deed,
    Desk,
    Draft,
    Earlier,
    Judged,
    OpenDocument,
    Queue,
    Response,
    confidence_scale,
    correct,
    earlier_in,
    earlier_of,
    judge_with_draft,
    keep_answer_draft,
    mark,
    next_owed,
    open_claim,
    open_document,
    open_queue,
    queue_at,
    queue_of,
    read_answer_draft,
    redo,
    response_of,
    scheme_in_use,
    shown_then,
    step,
    title_of,
    undo,
    where_stands,
)


class Walk:
    """Each method that answers or moves calls one verb of `work`, and then says what is open now.

    They raise the verbs' refusals; then nothing was recorded and nothing has moved. `unkept` is what was typed (by
    claim) and could not be written so far.
    """

    def __init__(self, desk: Desk, idle: float = IDLE) -> None:
        self.desk = desk
        self.scheme = scheme_in_use(desk)
        self.title = title_of(desk)
        self.most_confident = confidence_scale(desk)
        self.document: OpenDocument | None = None
        self.index = 0
        self.draft = Draft()
        self._earlier: dict[int, tuple[Earlier, ...]] = {}
        self.unkept: dict[str, Draft] = {}
        self.stopwatch = Stopwatch(idle)  # on each claim since its last answer
        self._told: dict[tuple[str, int], str] = {}
        self.at = Queue(None, 0, 0, 0)
        self.go(open_queue(desk))

    @property
    def reviewer(self) -> str:
        """Who walks."""
        return self.desk.reviewer or ""

    @property
    def opened(self) -> OpenDocument:
        """The open document; ValueError where the queue is empty and there is none."""
        if self.document is None:
            raise ValueError("the queue is empty")
        return self.document

    @property
    def claim_id(self) -> str:
        """Id of the open claim."""
        return self.opened.claims[self.index].id

    @property
    def answer(self) -> Judgement | None:
        """The reviewer's own standing answer to the open claim."""
        return self.answer_at(self.index)

    def answer_at(self, index: int) -> Judgement | None:
        """His own standing answer to a claim of the open document."""
        return self.opened.answers.get(self.opened.claims[index].row)

    @property
    def earlier(self) -> tuple[Earlier, ...]:
        """What he had said of the open claim before and no longer says, newest first."""
        return self._earlier.get(self._row, ())

    def told_earlier(self) -> list[tuple[str, Tone, str]]:
        """The same as sign, tone and words."""
        return before(self.scheme.verdict, self.answer, self.earlier, self.desk.now()) if self.earlier else []

    def given(self) -> Response:
        """What he has said of the open claim, recorded or drafted."""
        return self.draft.joined(response_of(self.answer))

    @property
    def unsaved(self) -> str:
        """A word on a reason that was typed and is not recorded; "" where there is none."""
        if self.draft.rationale is None:
            return ""
        return "typed, not saved" if self.answer else "goes with your verdict"

    @property
    def missing(self) -> Demand | None:
        """What the scheme still demands of the recorded answer."""
        return self._demanded(self.answer)

    def _demanded(self, answer: Judgement | None) -> Demand | None:
        said = response_of(answer)
        return demand(self.scheme, said.verdict, evidence=len(said.evidence), rationale=said.rationale)

    def _is_done(self, answer: Judgement | None) -> bool:
        return answer is not None and answer.answer is not Answer.SKIPPED and self._demanded(answer) is None

    @property
    def judged_then(self) -> str:
        """What stood between the claim's bounds when he judged it; "" where they are the same still."""
        claim, answer = self.opened.claims[self.index], self.answer
        if answer is None or answer.version == (claim.version_id or ""):
            return ""
        then = shown_then(self.desk, claim, answer.version)
        return "" if then == claim.span else then.of(self.opened.text)

    @property
    def claimed(self) -> str:
        """When the open claim was made, as exactly as it is known; "" where it is not."""
        return self.opened.claims[self.index].version.date or self.opened.document.description.published

    def is_late(self, published: str) -> bool:
        """Whether evidence of that date is surely younger than the open claim."""
        return surely_later(published, self.claimed)

    # Walking

    def go(self, at: Queue) -> None:
        """Open the claim at that place of the queue, and its document where it is another one."""
        self.at = at
        if at.place is None:
            self.document = None
            return
        here = None if self.document is None else _index_of(self.document, at)
        if self.document is None or here is None:
            self.document = open_document(self.desk, at.place.document)
            self._earlier = earlier_in(self.desk, at.place.document)
            here = _index_of(self.document, at)
        if here is None:  # the claim was taken back meanwhile
            self.document = None
            self.go(open_queue(self.desk))
            return
        self.index = here
        self.draft = self.unkept.get(self.claim_id) or read_answer_draft(self.desk, self.claim_id)

    def refresh(self) -> None:
        """Count anew: others may have marked claims or taken some back, and been dealt some."""
        self.document = None
        self.go(open_queue(self.desk) if self.at.place is None else queue_at(self.desk, self.at.place.claim))

    def go_to_place(self, at: Queue) -> None:
        """Open the claim at a place whose number is known: to count a million claims again takes its time."""
        self.go(replace(self.at, place=at.place, position=at.position))

    def go_to(self, claim: int) -> None:
        """Open the claim in that row."""
        self.go(queue_at(self.desk, claim))

    def step(self, *, back: bool) -> bool:
        """To the next claim or the one before; False at the end of the queue."""
        found = step(self.desk, self.at, back=back)
        if found is not None:
            self.go(found)
        return found is not None

    def onward(self) -> bool:
        """To the next claim that waits for an answer; False where none but this one does."""
        found = next_owed(self.desk, self.at)
        if found is None or found.place == self.at.place:
            self.at = queue_at(self.desk, self.opened.claims[self.index].row) if self.at.place else self.at
            return False
        self.go(found if self.at.owed > 0 else queue_at(self.desk, found.place.claim if found.place else 0))
        return True

    def seen(self, at: float) -> None:
        """Somebody did something at `at` seconds; see `Stopwatch`."""
        self.stopwatch.seen(at, self._timed)

    def away(self, at: float) -> None:
        """He turned to something else."""
        self.stopwatch.away(at, self._timed)

    @property
    def _timed(self) -> str | None:
        return None if self.document is None else self.claim_id

    # Answering

    def answer_with(self, response: Response, drafted: Draft | None = None) -> Judged:
        """Record an answer to the open claim, with what was drafted for it.

        Its time is that of the answer before it and all that was spent on the claim since.
        """
        joining = self.draft if drafted is None else drafted
        before = self.answer
        spent = before.milliseconds if before else 0
        shown = self.opened.claims[self.index].version_id or ""
        seconds = self.stopwatch.spent(self.claim_id)
        timed = replace(response, milliseconds=spent + round(seconds * 1000), version=shown)
        judged = judge_with_draft(self.desk, self.claim_id, timed, joining)
        self.draft = joining.left()
        self.unkept.pop(self.claim_id, None)
        self.stopwatch.forget(self.claim_id)
        was, now = self._is_done(before), self._is_done(judged.judgement)
        if before is not None and before != judged.judgement:
            self._earlier[self._row] = (Earlier(before, taken_back=False), *self.earlier)
        self.opened.answers[self._row] = judged.judgement
        self.at = replace(self.at, owed=self.at.owed + was - now)
        return judged

    def say(self, answer: Answer, verdict: str = "") -> Judged:
        """Record that answer, keeping whatever else he had said of the claim."""
        said = response_of(self.answer)
        if said.answer is Answer.CANNOT_JUDGE and answer is not said.answer:
            said = replace(said, rationale="")  # why it could not be judged is no reason of a verdict
        return self.answer_with(replace(said, answer=answer, verdict=verdict))

    def give_up(self, why: str) -> Judged:
        """Record that the claim cannot be judged, and why; a reason that was typed for a verdict waits for one."""
        said = replace(response_of(self.answer), answer=Answer.CANNOT_JUDGE, verdict="", rationale=why)
        reason = self.draft.rationale
        judged = self.answer_with(said, replace(self.draft, rationale=None, why_not=""))
        if reason is not None:
            self.keep(replace(self.draft, rationale=reason))
        return judged

    def flag(self) -> bool:
        """Flag the claim for the adjudicator or take the flag back; on a claim without an answer, as skipped."""
        said = response_of(self.answer) if self.answer else Response(answer=Answer.SKIPPED)
        self.answer_with(replace(said, flagged=not said.flagged))
        return not said.flagged

    def add(self, drafted: Draft) -> Judged | None:
        """Join what was drafted to the answer that stands, or keep it until there is one."""
        if self.answer is not None:
            return self.answer_with(response_of(self.answer), drafted)
        self.keep(drafted)
        return None

    def arrange(self, evidence: tuple[Evidence, ...], form: Mapping[str, str] | None = None) -> None:
        """Rest the answer on these pieces, in this order, or keep them until there is one; `form` stays open."""
        drafted = replace(self.draft, evidence=(), form=self.draft.form if form is None else form)
        if self.answer is not None:
            self.answer_with(replace(response_of(self.answer), evidence=evidence), drafted)
        else:
            self.keep(replace(drafted, evidence=evidence))

    def where(self, piece: Evidence) -> str:
        """Where a passage that was given stands, in words; "" for what is none."""
        place = (piece.document, piece.start)
        if piece.document and place not in self._told:
            self._told[place] = where_stands(self.desk, *place)
        return self._told.get(place, "")

    def keep(self, drafted: Draft) -> None:
        """Keep what was typed or chosen and not recorded."""
        if drafted != self.draft or self.claim_id in self.unkept:
            try:
                keep_answer_draft(self.desk, self.claim_id, drafted)
            except Unusable:
                self.unkept[self.claim_id] = self.draft = drafted
                raise
            self.unkept.pop(self.claim_id, None)
            self.draft = drafted

    # Marking

    def mark(self, start: int, end: int, document: str = "") -> bool:
        """Make that span of the open document, or of another (id), a claim, and open it; False where it was one."""
        known = {claim.id for claim in self.document.claims} if self.document else set()
        claim = mark(self.desk, document or self.opened.document.id, start=start, end=end)
        self._reopen(claim.row)
        return claim.id not in known

    def correct(self, start: int, end: int) -> bool:
        """Give the open claim those bounds; False where it had them."""
        before = self.opened.claims[self.index]
        after = correct(self.desk, before.id, start, end)
        if after.version_id == before.version_id:
            return False
        self._reopen(after.row)
        return True

    def _reopen(self, claim: int) -> None:
        """Open the claim in that row in its document as it is now."""
        self.document = None
        self.go_to(claim)

    def keep_unkept(self) -> None:
        """Try again to keep what could not be kept."""
        for claim, drafted in list(self.unkept.items()):
            with suppress(Refusal):
                keep_answer_draft(self.desk, claim, drafted)
                del self.unkept[claim]

    def undo(self) -> Deed:
        """Take back the newest that he did, open its claim (or one nearby, where that is gone), and say what it was."""
        deed = self._revisit(undo(self.desk))
        if self._is_open(deed) and isinstance(deed.fact, Judgement) and self.answer is None and self.draft == Draft():
            self.keep(Draft.of(deed.fact))  # a key too many takes no evidence along
        return deed

    def redo(self) -> Deed:
        """Take back his newest undo, open its claim, and say what was done again."""
        deed = self._revisit(redo(self.desk))
        if self._is_open(deed) and isinstance(deed.fact, Judgement):
            self.keep(self.draft.without(deed.fact))
        return deed

    def _is_open(self, deed: Deed) -> bool:
        return self.document is not None and self.claim_id == deed.claim

    def _revisit(self, changed: Deed) -> Deed:
        at = queue_of(self.desk, changed.claim)
        known = self.document is not None and any(
            claim.id == changed.claim and at.place is not None and claim.row == at.place.claim
            for claim in self.document.claims
        )
        if not (isinstance(changed.fact, Judgement) and known):
            self.document = None
        self.go(at)
        if self.at.place is not None:
            answer = open_claim(self.desk, self.at.place).answer
            self._earlier[self._row] = earlier_of(self.desk, self._row)
            if answer is None:
                self.opened.answers.pop(self._row, None)
            else:
                self.opened.answers[self._row] = answer
        return changed

    @property
    def _row(self) -> int:
        return self.opened.claims[self.index].row


def _index_of(opened: OpenDocument, at: Queue) -> int | None:
    """Which claim of the document is at the place; None where others have marked or moved it since it was opened."""
    place = at.place
    known = ((claim.document_row, claim.span.start, claim.row) for claim in opened.claims)
    return next((index for index, key in enumerate(known) if key == place), None)
