"""What `agreement --format json` says of confidence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementStep:
    """The pairs of verdicts on one claim whose lower confidence is this one, and the share of them that agree."""

    confidence: int
    units: int
    pairs: int
    agreement: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementMeanConfidence:
    """How sure a reviewer is."""

    reviewer: str
    mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementByConfidence:
    """Agreement on the verdict by confidence.

    `gamma` (Goodman and Kruskal) is above 0 where agreement rises with confidence; where it has no value, `undefined`
    says why. `unsaid_pairs` have two verdicts, but not two confidences, and are left out.
    """

    steps: tuple[AgreementStep, ...]
    gamma: float | None
    undefined: str | None
    citation: str
    unsaid_pairs: int
    reviewers: tuple[AgreementMeanConfidence, ...]
