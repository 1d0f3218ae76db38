"""The rows of the list of claims, and what it says of what it shows."""

from collections.abc import Sequence

from annotate.domain import Scheme
from annotate.tui.telling import sign_of
from annotate.tui.widgets.rows import MARGIN, Cell, Row, cell, paragraph, spread, width_of
from annotate.work import Kind, Leaf, Wanted

NUMBER = 6
"""Cells that the number of a claim takes at least."""


def rows_of(leaves: Sequence[Leaf], marked: int, scheme: Scheme, width: int, *, outcomes: bool) -> list[Row]:
    """A row a claim; a document's name stands by its first claim in view. `outcomes` says how claims are settled.

    For the lead: a reviewer who is still to judge a settled claim shall not be led by how it was settled.
    """
    above = ["", *(item.document for item in leaves)]
    digits = max([NUMBER, *(len(f"{item.at.position} ") for item in leaves)])
    states = [cell(_state(item, scheme, outcomes=outcomes), "quiet", most=width // 4) for item in leaves]
    column = max((state.cells for state in states), default=0)
    rows = []
    for place, (item, name, state) in enumerate(zip(leaves, above, states, strict=False)):
        document = "" if item.document == name else item.document
        blank = column - state.cells
        beside = [Cell("  ", 2), state, Cell(" " * blank, blank)] if column else []
        rows.append(_row(item, scheme, beside, document, digits, width, is_marked=place == marked))
    return rows


def _row(item: Leaf, scheme: Scheme, state: Row, document: str, digits: int, width: int, *, is_marked: bool) -> Row:
    """The title gets what the words leave, and they get half of the row at least; the states stand in one column."""
    sign, _ = sign_of(scheme.verdict, item.answer)
    pointer = Cell(" ▶" if is_marked else "  ", 2, "accent")
    number = cell(f"{item.at.position:>{digits - 1}} ", "quiet")
    words = cell(" ".join(item.quote.split()), "own" if is_marked else "plain")
    left = [pointer, number, cell(f"{sign or ' '} "), words]
    around = width_of(left) - words.cells + width_of(state) + 4  # two blanks before the title, and one at either end
    title = cell(document, "quiet", most=width - around - min(words.cells, width // 2)) if document else Cell("", 0)
    named = [Cell("  ", 2), title] if title.cells else []
    return spread(left, [*named, *state, Cell(" ", 1)], width)


def _state(item: Leaf, scheme: Scheme, *, outcomes: bool) -> str:
    """Where the claim stands as far as it is for the asker; nothing where it is simply open."""
    claim = item.claim
    if not claim.status.settled:
        return "" if claim.status.value == Kind.OPEN else claim.status.value
    label = scheme.verdict.label(claim.verdict or "")
    return "settled" if not outcomes else f"= {label.name}" if label else "= no claim"


def wish(wanted: Wanted, scheme: Scheme, document: str) -> str:
    """What is shown, in words; "" where it is all."""
    label = scheme.verdict.label(wanted.verdict) if wanted.verdict else None
    parts = (
        wanted.kind.value if wanted.kind is not Kind.ALL else "",
        label.name if label else "",
        f"in {document}" if wanted.document is not None else "",
        f"with “{' '.join(wanted.words)}”" if wanted.words else "",
    )
    told = "  ·  ".join(part for part in parts if part)
    return f"Only: {told}" if told else ""


def nothing_found(wanted: Wanted, key: str, width: int) -> list[Row]:
    """What to say where no claim answers."""
    if wanted.is_all:
        said = "There are no claims here yet. Take in records that hold some, or mark them in an article."
    else:
        said = f"No claim answers to all of this. {key} shows all again."
    return [(), *[[MARGIN, *line] for line in paragraph(said, max(1, width - 6), 3)]]
