"""Slices, as sentences and a table."""

from collections.abc import Iterator

from annotate.report.figures import counted, short
from annotate.report.numbers import signed
from annotate.report.sections import Section, Table
from annotate.report.slices import By, SlicesAgreement

FIRST = 20

WHAT: dict[By, str] = {
    "document": "",
    "label": (
        "A claim is under the label that was decided, or else that most gave (tied where several did). Under one label"
        " there is little to tell apart, so that alpha is low there: percent agreement says which labels are agreed on."
    ),
    "type": "A claim of several types is under each of them.",
    "period": "A claim is under the week (its Monday, UTC) of the last judgement of it that counts.",
    "round": "Only the first round is part of the alpha above.",
}
"""How the units are told apart, where that is not plain."""


def slices_section(facet: str, found: SlicesAgreement) -> Section:
    """The part of a report on slices."""
    rows = tuple(
        (
            one.name,
            f"{one.pairable_units:,}",
            f"{one.judgements:,}",
            short(one.percent_agreement),
            short(one.alpha),
            signed(one.cost),
        )
        for one in found.slices[:FIRST]
    )
    head = (found.by.capitalize(), "Units", "Judgements", "Agreement", "Alpha", "Cost")
    table = Table("The costliest first", head, rows)
    return Section(f"Agreement on {facet} by {found.by}", tuple(_sentences(found, len(rows))), (table,))


def _sentences(found: SlicesAgreement, told: int) -> Iterator[str]:
    yield "Units with two or more judgements; cost is by how much alpha would be greater without them."
    if WHAT[found.by]:
        yield WHAT[found.by]
    more = len(found.slices) - told
    if more or found.left:
        untold = f", and {found.left:,} that cost less are not told" if found.left else ""
        yield f"{counted(more, 'slice')} more in --json{untold}."
