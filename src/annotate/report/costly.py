"""The claims that cost the most agreement."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

COSTLY = 200
"""Claims that are ranked: those that cost the most."""


@dataclass(frozen=True, slots=True)
class CostlyClaim:
    """A claim and by how much alpha would rise without it; `votes` maps reviewer to label.

    `document` (id), `title` and `quote` are None where a table of votes has none.
    """

    claim: str
    cost: Fraction
    votes: Mapping[str, str]
    document: str | None = None
    title: str | None = None
    quote: str | None = None
