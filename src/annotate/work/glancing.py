"""Glance: how large the project is, and for the lead how far its reviewers agree so far."""

from dataclasses import dataclass

from annotate.agreement import Value
from annotate.domain import VERDICT
from annotate.store import sizes
from annotate.work.agreeing import Extras, project_agreement
from annotate.work.desk import Desk


@dataclass(frozen=True, slots=True)
class Agreed:
    """How far reviewers agree on the verdict, over the claims that two or more of them judged."""

    units: int
    percent: Value
    alpha: Value


def size_of(desk: Desk) -> tuple[int, int]:
    """How many documents and claims the project holds."""
    with desk.store.reading() as connection:
        return sizes(connection)


def agreement_so_far(desk: Desk) -> Agreed:
    """Percent agreement and Krippendorff's alpha on the verdict; for the lead alone."""
    (facts,) = project_agreement(desk, VERDICT, extras=Extras(details=False)).facets
    found = {coefficient.name: coefficient.value for coefficient in reversed(facts.coefficients)}
    return Agreed(facts.pairable_units, found["percent_agreement"], found["krippendorff_alpha"])
