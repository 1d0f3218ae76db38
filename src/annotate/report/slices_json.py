"""Slices and costly claims, told as JSON."""

from annotate.formats.wire import AgreementCostlyClaim, AgreementSlice, AgreementSlices
from annotate.report.costly import CostlyClaim
from annotate.report.figures import number, reason
from annotate.report.slices import Slice, SlicesAgreement


def costly_json(claim: CostlyClaim) -> AgreementCostlyClaim:
    """A costly claim in the published shape."""
    return AgreementCostlyClaim(
        claim=claim.claim,
        document=claim.document,
        title=claim.title,
        quote=claim.quote,
        votes=dict(claim.votes),
        cost=float(claim.cost),
    )


def slices_json(found: SlicesAgreement) -> AgreementSlices:
    """The slices in the published shape."""
    return AgreementSlices(by=found.by, slices=tuple(map(_slice, found.slices)), left=found.left)


def _slice(one: Slice) -> AgreementSlice:
    return AgreementSlice(
        name=one.name,
        id=one.id,
        units=one.units,
        pairable_units=one.pairable_units,
        judgements=one.judgements,
        percent_agreement=number(one.percent_agreement),
        alpha=number(one.alpha),
        cost=number(one.cost),
        undefined=reason(one.percent_agreement) or reason(one.alpha) or reason(one.cost),
    )
