"""Glance: how large the project is, and for the lead how far its reviewers agree so far."""

from dataclasses import dataclass

from annotate.agreement import Study, Value, krippendorff_alpha, percent_agreement, without, without_reviewers
from annotate.domain import Facet
from annotate.report import counted, patterns_of
from annotate.store import counting, scheme, sizes
from annotate.work.agreeing import models_apart
from annotate.work.desk import Desk, lead_only


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
    """Percent agreement and Krippendorff's alpha on the verdict; for the lead alone.

    Asked for again and again, and so nothing else is computed, and only what has changed is counted again.
    """
    lead_only(desk, "How far reviewers agree")
    with counting(desk.store) as units:
        facet = scheme(units.connection)[1].verdict
        study = counted(units.of(facet), facet)[0]
        apart = models_apart(units.connection)
        if apart:
            study = without_reviewers(study, apart, patterns_of(study), study.labels)
    return Agreed(study.pairable_units, percent_agreement(study), _alpha(study, facet))


def _alpha(study: Study, facet: Facet) -> Value:
    off_scale = [label.id for label in facet.labels if label.off_scale]
    return krippendorff_alpha(without(study, off_scale) if off_scale else study, facet.level)
