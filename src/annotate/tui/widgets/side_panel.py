"""The side panel of wide screens: the claim, the verdicts, the evidence, the reason; each in its fixed place."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from annotate.domain import Facet
from annotate.tui.telling import STANCE_SIGNS, day, evidence, speakers
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Role, Row, cell, paragraph, spread
from annotate.tui.widgets.summary_line import state_cells

if TYPE_CHECKING:
    from annotate.tui.walk import Walk

UPRIGHT = Cell("│ ", 2, "rule")
BLANK: Row = ()


class Shares(NamedTuple):
    """Rows that the parts of variable length get: they follow from the height and the scheme, never from the claim."""

    claim: int
    evidence: int
    reason: int
    gap: int


class SidePanel(RowPane):
    """Everything about the open claim beside its document."""

    def show(self, walk: "Walk") -> None:
        """Show the open claim of the walk."""
        self.draw(lambda width, height: [[UPRIGHT, *row] for row in panel(walk, width - 3, height)])


def shares(labels: int, height: int) -> Shares:
    """How `height` rows are dealt out beside the headings, the labels and three lines of particulars."""
    gap = 1 if height >= labels + 20 else 0
    rest = max(3, height - labels - 8 - 3 * gap)
    claim, pieces = min(6, max(1, rest * 3 // 10)), min(8, max(1, rest * 3 // 10))
    return Shares(claim, pieces, rest - claim - pieces, gap)


def panel(walk: "Walk", width: int, height: int) -> list[Row]:
    """The rows of the panel."""
    parts = shares(len(walk.scheme.verdict.labels), height)
    gap = [BLANK] * parts.gap
    rows = [
        *_claim(walk, width, parts.claim),
        *gap,
        *_verdicts(walk, width),
        *gap,
        *_evidence(walk, width, parts.evidence),
        *gap,
        *_reason(walk, width, parts.reason),
    ]
    return [*rows, *[BLANK] * (height - len(rows))][:height]


def _head(name: str, hint: str, width: int) -> Row:
    return spread([cell(name, "quiet")], [cell(hint, "quiet")], width)


def _filled(rows: Sequence[Row], count: int) -> list[Row]:
    return [*rows[:count], *[BLANK] * (count - len(rows))]


def _claim(walk: "Walk", width: int, rows: int) -> list[Row]:
    opened = walk.opened
    claim = opened.claims[walk.index]
    wording = claim.wording or claim.span.of(opened.text)
    who, when = speakers(claim.version), day(claim.version.date)
    return [
        _head("CLAIM", f"{walk.index + 1} of {len(opened.claims)} in this article", width),
        *_filled(paragraph(" ".join(wording.split()), width, rows), rows),
        [cell(who, "quiet", most=width)],
        [cell(when, "quiet", most=width)],
    ]


def _verdicts(walk: "Walk", width: int) -> list[Row]:
    own = walk.answer.verdict if walk.answer else ""
    labels = [_label(label.key, label.sign, label.name, label.id == own, width) for label in walk.scheme.verdict.labels]
    facets = [f"{facet.name or facet.id}: {_chosen(walk, facet)}" for facet in walk.scheme.facets[1:]]
    state: Row = [*state_cells(walk), cell("  ".join(facets), "quiet")]
    return [_head("VERDICT", "", width), *labels, state]


def _chosen(walk: "Walk", facet: Facet) -> str:
    chosen = walk.given().facets.get(facet.id, ())
    names = [label.name for label in facet.labels if label.id in chosen]
    return ", ".join(names) or "–"


def _label(key: str, sign: str, name: str, own: bool, width: int) -> Row:
    role: Role = "own" if own else "plain"
    return spread(
        [Cell(f"{key:<2}", 2, "accent"), cell(f"{sign or ' '} {name}", role)],
        [Cell("< yours", 7, "accent")] if own else [],
        width,
    )


def _evidence(walk: "Walk", width: int, rows: int) -> list[Row]:
    given = walk.given().evidence
    told: list[Row] = [
        [
            cell(f"{STANCE_SIGNS[piece.stance]} ", "accent"),
            *([cell("! later  ", "warning")] if walk.is_late(piece.published) else []),
            cell(evidence(piece, walk.where(piece)), most=width - 2),
        ]
        for piece in given
    ]
    if len(told) > rows:
        told = [*told[: rows - 1], [cell(f"and {len(told) - rows + 1} more", "quiet")]]
    return [_head("EVIDENCE", "e edit" if given else "e add", width), *_filled(told, rows)]


def _reason(walk: "Walk", width: int, rows: int) -> list[Row]:
    typed = walk.draft.rationale is not None and walk.answer is not None
    told = paragraph(walk.given().rationale, width, rows) if walk.given().rationale else []
    return [_head("WHY", "r edit" if not typed else "typed, not saved   r edit", width), *_filled(told, rows)]
