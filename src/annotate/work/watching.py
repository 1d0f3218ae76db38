"""Watching: how far the reviewers agree at this moment, measured anew only where something was recorded since."""

from dataclasses import dataclass

from annotate.report import FacetAgreement
from annotate.store import length_of_log
from annotate.work.agreeing import project_agreement
from annotate.work.desk import Desk, lead_only


@dataclass(frozen=True, slots=True)
class Watched:
    """Agreement on one facet, None where nobody answered it yet, and the mark by which a change is known."""

    mark: int
    agreement: FacetAgreement | None


def watch(desk: Desk, facet: str, mark: int | None = None) -> Watched | None:
    """How far they agree on that facet; None where nothing was recorded since `mark`. For the lead alone.

    To find that nothing was takes one look at who wrote how much, however large the project is.
    """
    lead_only(desk, "The agreement report")
    with desk.store.reading() as connection:
        length = length_of_log(connection)
    if length == mark:
        return None
    facets = project_agreement(desk, facet).facets
    return Watched(length, facets[0] if facets else None)
