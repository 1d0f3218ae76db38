"""The claim sheet: one claim of the list to read, for the lead."""

from annotate.domain import Judgement
from annotate.tui.screens.reading import ReadingSheet
from annotate.tui.telling import answer_words, day, speakers
from annotate.tui.widgets.reading import Reading
from annotate.tui.widgets.rows import Cell, Role, Row, paragraph
from annotate.work import Desk, Leaf, open_dispute, scheme_in_use

INDENT = Cell(" ", 1)
MOST_ROWS = 40
"""Rows that one paragraph takes at most."""


class ClaimSheet(ReadingSheet):
    """What the claim says, where it stands, and what was said of it, under aliases as when a dispute is settled."""

    def __init__(self, desk: Desk, leaf: Leaf) -> None:
        super().__init__(f"claim {leaf.at.position:,}")
        self._leaf = leaf
        self._sides = open_dispute(desk, leaf.claim.id).sides
        self._verdicts = scheme_in_use(desk).verdict

    def read(self, width: int) -> Reading:
        """The words, what is known of them, then a paragraph a judgement."""
        claim = self._leaf.claim
        about = (self._leaf.document, speakers(claim.version), day(claim.version.date), claim.id)
        rows = _paragraph(" ".join(self._leaf.quote.split()), width, "strong")
        rows += _paragraph("  ·  ".join(part for part in about if part), width, "quiet")
        rows += [(), *_paragraph(f"It is {claim.status.value}.", width)]
        for side in self._sides:
            rows += [(), *_paragraph(f"{side.alias}  {self._said(side.held.judgement)}", width)]
        return Reading(rows)

    def _said(self, judgement: Judgement) -> str:
        words = (answer_words(self._verdicts, judgement), judgement.rationale)
        return ": ".join(part for part in words if part)


def _paragraph(text: str, width: int, role: Role = "plain") -> list[Row]:
    return [[INDENT, *line] for line in paragraph(text, max(1, width - 3), MOST_ROWS, role)]
