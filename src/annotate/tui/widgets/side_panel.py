"""The side panel of wide screens: the claim, the verdicts, the evidence, the reason; each in its fixed place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from annotate.domain import Facet, Label
from annotate.tui.telling import STANCE_SIGNS, STANCE_TONES, day, evidence, speakers, tone_of
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell, cut, paragraph, spread, width_of
from annotate.tui.widgets.summary_line import state_cells

if TYPE_CHECKING:
    from annotate.tui.sight import Sight

UPRIGHT = Cell("│ ", 2, "rule")
BLANK: Row = ()

MOST = 8
"""Code points a cell that are looked at: more than that stand in one cell in no script."""


@dataclass(slots=True)
class Shares:
    """Rows that the parts of variable length get: they follow from the height and the scheme, never from the claim."""

    claim: int = 1
    meaning: int = 0
    evidence: int = 1
    reason: int = 1
    earlier: int = 0
    gap: int = 0


_HEADS = 7
"""Rows that are always there: four headings, who said it, when, and what else the answer says."""

_WISHES = (
    ("earlier", 1, 2),
    ("gap", 1, 4),
    ("claim", 2, 2),
    ("evidence", 1, 1),
    ("meaning", 1, 0),
    ("reason", 2, 2),
    ("evidence", 2, 2),
    ("earlier", 1, 1),
    ("meaning", 1, 0),
    ("claim", 2, 2),
    ("evidence", 2, 2),
    ("earlier", 2, 2),
    ("meaning", 1, 0),
    ("evidence", 3, 3),
)
"""Part, rows that it would have more of, rows that this takes (0: as many as there are labels); the dearest first."""


class SidePanel(RowPane):
    """Everything about the open claim beside its document; `named` says which keys do what, by action."""

    def __init__(self) -> None:
        super().__init__()
        self.named: Mapping[str, str] = {}

    def show(self, walk: "Sight") -> None:
        """Show the open claim of the walk."""
        self.draw(lambda width, height: [[UPRIGHT, *row] for row in panel(walk, self.named, width - 3, height)])


def shares(labels: int, height: int) -> Shares:
    """How `height` rows are dealt out beside the headings and the labels; what is left over is the reason's."""
    found = Shares()
    spare = height - labels - _HEADS - found.claim - found.evidence - found.reason
    for part, more, takes in _WISHES:
        rows = takes or labels
        if rows <= spare:
            setattr(found, part, getattr(found, part) + more)
            spare -= rows
    found.reason += max(0, spare)
    return found


def panel(walk: "Sight", named: Mapping[str, str], width: int, height: int) -> list[Row]:
    """The rows of the panel."""
    parts = shares(len(walk.scheme.verdict.labels), height)
    gap = [BLANK] * parts.gap
    rows = [
        *_claim(walk, width, parts.claim),
        *gap,
        *_verdicts(walk, named, width, parts.meaning),
        *gap,
        *_evidence(walk, named, width, parts.evidence),
        *gap,
        *_reason(walk, named, width, parts.reason),
        *(gap if parts.earlier else ()),
        *_earlier(walk, width, parts.earlier),
    ]
    return [*rows, *[BLANK] * (height - len(rows))][:height]


def _head(name: str, width: int, hints: Row = (), aside: str = "") -> Row:
    """A heading, with the keys that work on what stands below it."""
    return spread([cell(name, "quiet")], [cell(aside, "warning"), *hints], width)


def _hints(named: Mapping[str, str], asked: Sequence[tuple[str, str]]) -> Row:
    """Keys and what they do, as far as a key does it."""
    told: list[Cell] = []
    for action, words in asked:
        if action in named:
            told += [Cell("  ", 2), cell(named[action], "accent"), cell(f" {words}", "quiet")]
    return told


def _filled(rows: Sequence[Row], count: int) -> list[Row]:
    return [*rows[:count], *[BLANK] * (count - len(rows))]


def _claim(walk: "Sight", width: int, rows: int) -> list[Row]:
    opened = walk.opened
    claim = opened.claims[walk.index]
    wording = claim.wording or claim.span.of(opened.text)
    who, when = speakers(claim.version), day(claim.version.date)
    place = f"{walk.index + 1} of {len(opened.claims)} in this article"
    return [
        spread([cell("CLAIM", "quiet")], [cell(place, "quiet")], width),
        *_filled(_words(" ".join(wording[: MOST * width * rows].split()), width, rows), rows),
        [cell(who, "quiet", most=width)],
        [cell(when, "quiet", most=width)],
    ]


def _words(text: str, width: int, rows: int) -> list[Row]:
    """A paragraph of a text that may be far longer than it has room for: the rest of it is not even looked at."""
    return paragraph(text[: MOST * width * rows], width, rows)


def _verdicts(walk: "Sight", named: Mapping[str, str], width: int, meaning: int) -> list[Row]:
    own = walk.answer.verdict if walk.answer else ""
    rows: list[Row] = [_head("VERDICT", width, _hints(named, (("pick_verdict", "pick"), ("definitions", "define"))))]
    for label in walk.scheme.verdict.labels:
        rows += [_label(label, label.id == own, width), *_meaning(label.definition, width, meaning)]
    return [*rows, _state(walk, named, width)]


def _state(walk: "Sight", named: Mapping[str, str], width: int) -> Row:
    """What the answer says beside its verdict, and the keys that say it."""
    facets = [f"{facet.name or facet.id}: {_chosen(walk, facet)}" for facet in walk.scheme.facets[1:]]
    asked = [("confidence", "sure"), *([("facets", "facets")] if facets else [])]
    hints = _hints(named, asked)
    told = list(cut([*state_cells(walk), cell("  ".join(facets), "quiet")], width))
    return spread(told, hints, width) if width_of(told) + width_of(hints) <= width else told


def _chosen(walk: "Sight", facet: Facet) -> str:
    chosen = walk.given().facets.get(facet.id, ())
    names = [label.name for label in facet.labels if label.id in chosen]
    return ", ".join(names) or "–"


@lru_cache(maxsize=256)
def _label(label: Label, own: bool, width: int) -> Row:
    return spread(
        [
            cell(f"{label.key:<2}", "accent", most=2),
            cell(f"{label.sign or ' '} ", tone_of(label.sign), most=2),
            cell(label.name, "own" if own else "plain"),
        ],
        [Cell("< yours", 7, "accent")] if own else [],
        width,
    )


@lru_cache(maxsize=256)
def _meaning(definition: str, width: int, rows: int) -> tuple[Row, ...]:
    """A definition under its label: always as many rows, so that no label moves."""
    lines = paragraph(definition, width - 4, rows, "quiet") if definition and rows else []
    return tuple(_filled([[Cell("    ", 4), *line] for line in lines], rows))


def _evidence(walk: "Sight", named: Mapping[str, str], width: int, rows: int) -> list[Row]:
    given = walk.given().evidence
    told: list[Row] = [
        [
            cell(f"{STANCE_SIGNS[piece.stance]} ", STANCE_TONES[piece.stance]),
            *([cell("! later  ", "warning")] if walk.is_late(piece.published) else []),
            cell(evidence(piece, walk.where(piece)), most=width - 2),
        ]
        for piece in given[: rows + 1]
    ]
    if len(given) > rows:
        told = [*told[: rows - 1], [cell(f"and {len(given) - rows + 1} more", "quiet")]]
    return [
        _head("EVIDENCE", width, _hints(named, (("evidence", "edit" if given else "add"), ("reuse", "reuse")))),
        *_filled(told, rows),
    ]


def _reason(walk: "Sight", named: Mapping[str, str], width: int, rows: int) -> list[Row]:
    given = walk.given().rationale
    told = _words(given, width, rows) if given else []
    return [
        _head("WHY", width, _hints(named, (("rationale", "edit"),)), walk.unsaved),
        *_filled(told, rows),
    ]


def _earlier(walk: "Sight", width: int, rows: int) -> list[Row]:
    """What he had said before: a heading and a row an answer, the last one counting those that have no room."""
    if not rows:
        return []
    told = walk.told_earlier()
    lines: list[Row] = [[cell(f"{sign} ", tone), cell(words, "quiet", most=width - 2)] for sign, tone, words in told]
    if len(lines) > rows:
        lines = [*lines[: rows - 1], [cell(f"and {len(lines) - rows + 1} more", "quiet")]]
    return [[cell("EARLIER", "quiet")] if told else BLANK, *_filled(lines, rows)]
