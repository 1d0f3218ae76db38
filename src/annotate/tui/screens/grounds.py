"""What stands behind an answer: its evidence, its reason, how sure it is, the other facets; asked for in sheets."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from annotate.domain import Demand, Evidence, Facet
from annotate.tui.screens.choice import ChoiceSheet, Option, numbered
from annotate.tui.screens.review_frame import ReviewFrame
from annotate.tui.telling import STANCE_SIGNS, evidence
from annotate.tui.walk import Walk
from annotate.work import Draft, Judged, own_evidence

if TYPE_CHECKING:
    from annotate.tui.screens.passage import Passage
    from annotate.tui.screens.pieces import Wish


class Grounds(ReviewFrame):
    """The actions that open a sheet, and what follows when it closes.

    Evidence forms and editors are imported when they are first opened: they take as long to load as a first frame.
    """

    walk: Walk

    _demanded = False

    def action_evidence(self) -> None:
        """Show the pieces of evidence, or where there is none yet, the form for one."""
        if not self.walk.given().evidence:
            self.open_evidence()
            return
        from annotate.tui.screens.pieces import PiecesSheet

        self.app.push_screen(PiecesSheet(self.walk), self._wished)

    def action_search(self) -> None:
        """Search the documents; a passage that is taken opens in the form."""
        from annotate.tui.screens.passages import SearchScreen

        self.app.push_screen(SearchScreen(self.walk.desk), self._found)

    def open_evidence(self, pasted: str = "", prompt: str = "") -> None:
        """Open the form that was left, with what was pasted."""
        from annotate.tui.pieces import with_pasted

        self._open_form(with_pasted(self.walk.draft.form, pasted), prompt)

    def _open_form(self, form: Mapping[str, str], prompt: str = "") -> None:
        from annotate.tui.screens.evidence import EvidenceSheet

        self.app.push_screen(EvidenceSheet(self.walk, form, prompt), self._left)

    def _wished(self, wish: "Wish | Evidence | None") -> None:
        """What was asked for in the list of pieces."""
        self.draw()
        if isinstance(wish, Evidence):
            from annotate.tui.pieces import beside, form_from

            self._open_form(beside(form_from(wish, self.walk.where(wish)), self.walk.draft.form))
        elif wish is not None:
            ways = {"search": self.action_search, "reuse": self.action_reuse}
            ways.get(wish.way, partial(self.open_evidence, wish.pasted))()

    def _found(self, passage: "Passage | None") -> None:
        """A passage was taken in the search, or none."""
        if passage is not None:
            from annotate.tui.pieces import beside, form_from

            piece = Evidence(document=passage.document, start=passage.start, end=passage.end, quote=passage.quote)
            fresh = form_from(piece, self.walk.where(piece))
            del fresh["of"]  # no piece is changed by it
            self._open_form(beside(fresh, self.walk.draft.form))

    def action_rationale(self) -> None:
        """Say why."""
        self.open_rationale()

    def open_rationale(self, prompt: str = "") -> None:
        """Open the editor for the reason."""
        from annotate.tui.screens.rationale import RationaleSheet

        self.app.push_screen(RationaleSheet(self.walk, self.walk.add, "why", prompt), self._left)

    def action_cannot_judge(self) -> None:
        """Say that the claim cannot be judged, and why."""
        from annotate.tui.screens.rationale import WhyNotSheet

        prompt = f"Why not? {self.key('save')} records it, {self.key('close')} leaves it open."
        self.app.push_screen(WhyNotSheet(self.walk, self.walk.give_up, prompt), self._gave_up)

    def action_confidence(self) -> None:
        """Say how sure the answer is."""
        most = self.walk.most_confident
        names = ["a guess", *[""] * (most - 2), "certain"]
        held = self.walk.given().confidence
        sheet = ChoiceSheet("how sure are you?", numbered(names), [held - 1] if held else [])
        self.app.push_screen(sheet, self._sure)

    def action_facets(self) -> None:
        """Answer the scheme's other facets, one after the other."""
        if len(self.walk.scheme.facets) == 1:
            self.say(f"The scheme {self.walk.scheme.name} asks for nothing beside the verdict.")
        else:
            self._ask_facet(1)

    def action_reuse(self) -> None:
        """Take a piece of evidence that was given before."""
        earlier = [piece for piece in own_evidence(self.walk.desk) if piece not in self.walk.given().evidence]
        if not earlier:
            self.say(f"There is no earlier evidence of yours to reuse; {self.key('evidence')} adds a new piece.")
            return
        names = [f"{STANCE_SIGNS[piece.stance]} {evidence(piece, self.walk.where(piece))}" for piece in earlier]

        def took(taken: tuple[int, ...] | None) -> None:
            if taken:
                self._add(earlier[taken[0]])

        self.app.push_screen(ChoiceSheet("evidence given before", numbered(names)), took)

    def demand(self, missing: Demand) -> None:
        """Ask for what the scheme still needs before the verdict just recorded is whole."""
        self._demanded = True
        prompt = f"{missing.label.name} needs {' and '.join(missing.missing)}; {self.key('close')} leaves it for later."
        if missing.missing[0] == "evidence":
            self.open_evidence(prompt=prompt)
        else:
            self.open_rationale(prompt=prompt)

    def onward(self, judged: Judged) -> None:
        """Where to go when an answer was recorded: on, unless the scheme needs something of it."""
        if judged.missing is not None:
            self.draw()
            self.demand(judged.missing)
            return
        self._demanded = False
        left = bool(self.walk.draft.form)
        moved = self.walk.onward()
        unsaved = "A piece of evidence stands typed and not saved at the claim before." if left and moved else ""
        self.draw(unsaved if moved else self.at_rest())

    def _ask_facet(self, place: int) -> None:
        facets = self.walk.scheme.facets
        if place == len(facets):
            return
        facet = facets[place]

        def took(taken: tuple[int, ...] | None) -> None:
            if taken is not None:
                self._answer_facet(facet, taken)
                self._ask_facet(place + 1)

        held = self.walk.given().facets.get(facet.id, ())
        options = [
            Option(option.key, option.name, label.definition)
            for option, label in zip(numbered([label.name for label in facet.labels]), facet.labels, strict=True)
        ]
        taken = [index for index, label in enumerate(facet.labels) if label.id in held]
        sheet = ChoiceSheet(facet.name or facet.id, options, taken, several=facet.kind == "set")
        self.app.push_screen(sheet, took)

    def _answer_facet(self, facet: Facet, taken: tuple[int, ...]) -> None:
        drafted = self.walk.draft
        answers = {**drafted.facets, facet.id: tuple(facet.labels[index].id for index in taken)}
        self._join(replace(drafted, facets=answers))

    def _sure(self, taken: tuple[int, ...] | None) -> None:
        if taken:
            self._join(replace(self.walk.draft, confidence=taken[0] + 1))

    def _add(self, piece: Evidence) -> None:
        drafted = self.walk.draft
        self._join(replace(drafted, evidence=(*drafted.evidence, piece)))

    def _join(self, drafted: Draft) -> None:
        def add() -> None:
            self.walk.add(drafted)
            self.draw(self._kept())

        self.attempt(add)

    def _kept(self) -> str:
        return "" if self.walk.answer else "Kept; it goes with your verdict."

    def _left(self, saved: bool | None) -> None:
        if self.walk.unkept:
            self._demanded = False
            self._not_kept()
        elif not saved:
            self._demanded = False
            self.draw(f"Kept as it was typed; {self.key('evidence')} opens it again." if self.walk.draft.form else "")
        elif not self._demanded:
            self.draw(self._kept())
        elif self.walk.missing is not None:
            self.demand(self.walk.missing)
        else:
            self._demanded = False
            self._go_on()

    def _not_kept(self) -> None:
        self.draw()
        self.say("What you typed could not be written yet. It is tried again with every step.", warning=True)

    def _gave_up(self, recorded: bool | None) -> None:
        if recorded:
            self._go_on()
        else:
            self.draw()

    def _go_on(self) -> None:
        with self.telling():
            self.draw("" if self.walk.onward() else self.at_rest())
