"""Agreement by confidence told as JSON."""

from fractions import Fraction

from annotate.formats.wire import AgreementByConfidence, AgreementMeanConfidence, AgreementStep
from annotate.report.confidence import GAMMA, ConfidenceFacts
from annotate.report.figures import reason


def confidence_json(facts: ConfidenceFacts) -> AgreementByConfidence:
    """The facts in their published shape."""
    return AgreementByConfidence(
        steps=tuple(
            AgreementStep(confidence=one.confidence, units=one.units, pairs=one.pairs, agreement=float(one.agreement))
            for one in facts.steps
        ),
        gamma=float(facts.gamma) if isinstance(facts.gamma, Fraction) else None,
        undefined=reason(facts.gamma),
        citation=GAMMA,
        unsaid_pairs=facts.unsaid,
        reviewers=tuple(AgreementMeanConfidence(reviewer=who, mean=float(mean)) for who, mean in facts.means.items()),
    )
