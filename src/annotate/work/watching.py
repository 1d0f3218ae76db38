"""Watching: how far the reviewers agree at this moment, looked up anew only where something was recorded since."""

from dataclasses import dataclass

from annotate.report import FacetAgreement
from annotate.store import newest_entry, scheme
from annotate.work.agreeing import project_agreement
from annotate.work.contrasting import Parting, partings
from annotate.work.desk import Desk, lead_only


@dataclass(frozen=True, slots=True)
class Watched:
    """Agreement on one facet, where reviewers part on it, and the mark by which a change is known.

    `agreement` is None where nobody answered the facet yet.
    """

    facet: str
    mark: int
    agreement: FacetAgreement | None
    partings: tuple[Parting, ...]


def watch(desk: Desk, facet: str, mark: int | None = None) -> Watched | None:
    """How far they agree on that facet; None where nothing was recorded since `mark`. For the lead alone.

    To find that nothing was takes one look at the end of the log, however large the project is.
    """
    lead_only(desk, "The agreement report")
    with desk.store.reading() as connection:
        newest = newest_entry(connection)
    if newest == mark:
        return None
    facets = project_agreement(desk, facet).facets
    with desk.store.reading() as connection:
        parted = [partings(connection, one) for one in scheme(connection)[1].facets if one.id == facet]
    return Watched(facet, newest, facets[0] if facets else None, *parted)
