"""The claims that cost the most agreement, as a table."""

from collections import Counter
from collections.abc import Sequence

from annotate.domain import excerpt
from annotate.report.costly import CostlyClaim
from annotate.report.sections import Section, Table

FIRST = 10

WORDS = 24
"""Characters of a claim that are shown: its votes need the room."""

ID = 11
"""Characters of an id that are shown: enough to find it again by."""


def costly_section(facet: str, claims: Sequence[CostlyClaim]) -> Section:
    """The first of them; the others are in the JSON."""
    rows = tuple(_row(claim) for claim in claims[:FIRST])
    sentence = "Without one of these, alpha would be greater by its cost: look at them first."
    more = len(claims) - len(rows)
    sentences = (sentence, f"The next {more:,} are in --json.") if more else (sentence,)
    table = Table("Costliest claims", ("Claim", "Words", "Votes", "Cost"), rows, texts=3)
    return Section(f"Claims that cost the most agreement on {facet}", sentences, (table,))


def _row(claim: CostlyClaim) -> tuple[str, ...]:
    counts = sorted(Counter(claim.votes.values()).items(), key=lambda one: (-one[1], one[0]))
    votes = ", ".join(f"{n} {label}" for label, n in counts)
    named = claim.claim[:ID] if claim.document else claim.claim
    return named, excerpt(claim.quote, WORDS) if claim.quote else "", votes, f"{float(claim.cost):.4f}"
