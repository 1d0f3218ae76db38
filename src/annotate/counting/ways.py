"""Ways: how the votes on a facet are best counted, with the reviewers and labels that there are."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from annotate.counting.coding import VERDICT, Code
from annotate.counting.wording import REVIEWERS, SCHEMES, Ask


@dataclass(frozen=True, slots=True)
class Way:
    """How a facet is counted on an engine; without a `code` that fits, the votes are told in words."""

    engine: str
    facet: str
    code: Code

    @property
    def packs(self) -> bool:
        """Whether votes are packed into numbers."""
        return self.facet == VERDICT and bool(self.code.reviewers and self.code.labels) and self.code.fits


def way_of(ask: Ask, engine: str, facet: str, declared: Iterable[str]) -> Way:
    """How a facet is best counted now: with these labels, and all others that any scheme of the project has."""
    reviewers = sorted(name for (name,) in ask(REVIEWERS, {}))
    labels = dict.fromkeys(declared)
    for (content,) in ask(SCHEMES, {}) if facet == VERDICT else ():
        labels |= dict.fromkeys(label["id"] for one in json.loads(content)["facets"][:1] for label in one["labels"])
    return Way(engine, facet, Code(tuple(reviewers), tuple(labels)))
