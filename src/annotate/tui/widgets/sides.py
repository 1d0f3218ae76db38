"""The sides of a dispute beside one another: who says what (under an alias), why, and on what it rests."""

from collections.abc import Sequence
from itertools import zip_longest

from annotate.domain import Facet
from annotate.tui.telling import ANSWERS, STANCE_SIGNS, evidence, sign_of
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell, cut, paragraph, spread, width_of
from annotate.work import OpenDispute, Side

NARROWEST = 24
"""Cells of a column; more sides than have room wait behind the last one, counted."""

BETWEEN = Cell(" │ ", 3, "rule")


class Sides(RowPane):
    """A column a side, in the order of their aliases."""

    def show(self, opened: OpenDispute, verdicts: Facet) -> None:
        """Show the sides of that dispute."""
        self.draw(lambda width, height: columns(opened, verdicts, width, height))


def columns(opened: OpenDispute, verdicts: Facet, width: int, height: int) -> list[Row]:
    """The rows of all columns; those without room are counted in the last row."""
    room = max(1, (width - 1) // (NARROWEST + BETWEEN.cells))
    shown = opened.sides[:room]
    each = (width - 1) // max(1, len(shown)) - BETWEEN.cells
    told = [_side(side, verdicts, each, height) for side in shown]
    rows: list[Row] = [_beside(cells, each) for cells in zip_longest(*told, fillvalue=())][:height]
    hidden = len(opened.sides) - len(shown)
    return [*rows[: height - 1], [cell(f" and {hidden} more in a wider window", "quiet")]] if hidden else rows


def _beside(cells: Sequence[Row], each: int) -> Row:
    row: list[Cell] = [Cell(" ", 1)]
    for place, column in enumerate(cells):
        if place:
            row.append(BETWEEN)
        kept = list(cut(column, each))
        row += [*kept, Cell(" " * (each - width_of(kept)), each - width_of(kept))]
    return row


def _side(side: Side, verdicts: Facet, width: int, height: int) -> list[Row]:
    said = side.held.judgement
    sure = [cell(f"{said.confidence}/5", "quiet")] if said.confidence else []
    head = spread([cell(f"{side.alias}  ", "accent"), cell(_verdict(side, verdicts), "strong")], sure, width)
    flag: list[Row] = [[cell("flagged for you", "warning")]] if said.flagged else []
    reason = paragraph(said.rationale, width, max(1, height - 4)) if said.rationale else []
    pieces: list[Row] = [
        [cell(f"{STANCE_SIGNS[piece.stance]} ", "accent"), cell(evidence(piece), "quiet", most=width - 2)]
        for piece in said.evidence
    ]
    return [head, *flag, *reason, *pieces]


def _verdict(side: Side, verdicts: Facet) -> str:
    """The answer with its sign."""
    said = side.held.judgement
    sign, _ = sign_of(verdicts, said)
    label = verdicts.label(said.verdict)
    return f"{sign} {label.name if label else ANSWERS[said.answer][1]}"
