"""What only a project knows of its reviewers: when they judged, how fast, what was decided, what they judged twice."""

from dataclasses import dataclass

from annotate.agreement import Confusion
from annotate.report.shares import Share

MOST = 20_000
"""Judgements up to which details are told without being asked for: they take half a second."""

PERIODS = 3
"""A reviewer's own work in order of time, in so many parts of equal number."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds of active time a judgement, over the `n` that were timed: lower quartile, median, upper quartile."""

    n: int
    lower: float
    median: float
    upper: float


@dataclass(frozen=True, slots=True)
class Deeds:
    """What one reviewer did.

    `settled` is the share of the adjudicated claims (by others than himself) on which he gave the label that was
    decided, and `decided` maps (his label, the decided one) to claims; None where the facet is not what is decided.
    `drift` is his agreement with the others in each of the periods of his own work; `untimed` judgements have no place
    in it. `linked` is the share of the times that he met the same claim again in another document, and `again` of those
    that he judged a claim in a later round, on which he gave the label that he gave first. `speed` is None where
    nothing was timed.
    """

    settled: Share | None
    decided: Confusion
    drift: tuple[Share, ...]
    untimed: int
    speed: Speed | None
    linked: Share
    again: Share
