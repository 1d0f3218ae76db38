"""The details of an agreement report, for which every claim is looked at: deeds, costly claims, slices."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from annotate.domain import VERDICT
from annotate.report import By, CostlyClaim, Deeds, Measure, SlicesAgreement
from annotate.store import Reading
from annotate.work.cases import Case, cases
from annotate.work.costing import costliest, named
from annotate.work.deeds import Doings
from annotate.work.linking import linked_claims
from annotate.work.slicing import Slicer


@dataclass(frozen=True, slots=True)
class Details:
    """What was found; None for what was not looked for."""

    deeds: Mapping[str, Deeds] | None = None
    costly: tuple[CostlyClaim, ...] = ()
    slices: SlicesAgreement | None = None


class Looked(NamedTuple):
    """What is looked for."""

    details: bool
    by: By | None


def details(connection: Reading, measure: Measure, apart: Collection[str], looked: Looked) -> Details:
    """The details of a facet, in one walk through the claims that somebody judged."""
    if not any(looked):
        return Details()
    facet = measure.study.facet
    slicer = Slicer(connection, looked.by, measure.study.labels) if looked.by else None
    doings = Doings(connection, linked_claims(connection), is_decided=facet == VERDICT) if looked.details else None

    def walked(case: Case) -> tuple[int, Mapping[str, str]]:
        for one in (doings, slicer):
            if one:
                one.add(case)
        return case.claim, case.first

    found = costliest(measure, (walked(case) for case in cases(connection, facet, apart)))
    return Details(
        doings.deeds(measure.confidence) if doings else None,
        named(connection, found) if looked.details else (),
        slicer.slices(measure) if slicer else None,
    )
