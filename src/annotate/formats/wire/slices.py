"""What `agreement --format json` says of slices and of the claims that cost the most agreement."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementCostlyClaim:
    """A claim without which alpha would be greater by `cost`.

    `claim` and `document` are ids; `document`, `title` and `quote` are null for a table of votes. `votes` maps reviewer
    to label.
    """

    claim: str
    document: str | None
    title: str | None
    quote: str | None
    votes: Mapping[str, str]
    cost: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSlice:
    """A part of the claims: percent agreement and alpha in it, and by how much alpha of the whole would be greater
    without it (`cost`).

    `undefined` says why one of them is null. `id` is a document's, where claims are told apart by it.
    """

    name: str
    id: str | None
    units: int
    pairable_units: int
    judgements: int
    percent_agreement: float | None
    alpha: float | None
    cost: float | None
    undefined: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementSlices:
    """The slices, the costliest first; at most a thousand, and `left` more that are not told."""

    by: Literal["document", "label", "type", "period", "round"]
    slices: tuple[AgreementSlice, ...]
    left: int
