"""The summary line of narrow screens: what the answer rests on, and why, on one line."""

from typing import TYPE_CHECKING

from annotate.domain import Answer
from annotate.tui.telling import ANSWERS, STANCE_SIGNS, source
from annotate.tui.widgets.header_line import WIDE
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell, cut, width_of

if TYPE_CHECKING:
    from annotate.tui.sight import Sight


class SummaryLine(RowPane):
    """One line about the open claim's answer."""

    def show(self, walk: "Sight") -> None:
        """Sum up what was said of the open claim."""
        self.draw(lambda width, _: [summary(walk, width)])


def summary(walk: "Sight", width: int) -> Row:
    """State, evidence and reason; each half of the line keeps its place."""
    given = walk.given()
    half = width // 2
    left: list[Cell] = [Cell(" ", 1), *state_cells(walk, is_short=width < WIDE)]
    if given.evidence:
        told = " · ".join(
            f"{STANCE_SIGNS[piece.stance]} {source(piece) or walk.where(piece) or piece.quote}"
            for piece in given.evidence
        )
        left += [cell(f"evidence {len(given.evidence)}: ", "quiet"), cell(told)]
    else:
        left.append(cell("no evidence yet", "quiet"))
    kept = list(cut(left, half - 2))
    gap = half - width_of(kept)
    unsaved = "" if walk.answer is None else walk.unsaved
    return [*kept, Cell(" " * gap, gap), *_why(given.rationale[: 8 * width], unsaved)]


def _why(rationale: str, unsaved: str) -> Row:
    if not rationale and not unsaved:
        return [cell("why: ", "quiet"), cell("not said", "quiet")]
    aside = [cell(unsaved, "warning")] if unsaved else []
    if aside and rationale:
        aside.append(cell(" · ", "quiet"))
    return [cell("why: ", "quiet"), *aside, cell(rationale)]


def state_cells(walk: "Sight", *, is_short: bool = False) -> Row:
    """What the answer is where no label shows it, and what else hangs on it.

    Shortened, a skip that carries a flag is the flag alone.
    """
    answer, cells = walk.answer, []
    is_carried = is_short and answer is not None and answer.flagged and answer.answer is Answer.SKIPPED
    if answer and answer.answer is not Answer.VERDICT and not is_carried:
        sign, words = ANSWERS[answer.answer]
        cells.append(cell(f"{sign} {words}", "own"))
        cells.append(Cell("  ", 2))
    if answer and answer.flagged:
        cells += [cell("! flagged", "warning"), Cell("  ", 2)]
    given = walk.given()
    if given.confidence:
        cells += [cell(f"sure {given.confidence}/{walk.most_confident}"), Cell("  ", 2)]
    return cells
