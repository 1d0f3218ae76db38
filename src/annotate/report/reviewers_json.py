"""Each reviewer against the rest, told as JSON."""

from annotate.agreement import Confusion, Habit
from annotate.formats.wire import (
    AgreementCell,
    AgreementConfusion,
    AgreementDeeds,
    AgreementHabit,
    AgreementReviewer,
    AgreementShare,
    AgreementSpeed,
)
from annotate.report.citations import COCHRAN, SCHOUTEN, WILSON_1927
from annotate.report.deeds import Deeds, Speed
from annotate.report.figures import number, reason
from annotate.report.reviewers import PairConfusion, ReviewerAgreement
from annotate.report.shares import BY_DOCUMENT, BY_UNIT, WILSON, Share

CITED = {WILSON: WILSON_1927, BY_DOCUMENT: COCHRAN, BY_UNIT: COCHRAN}
"""The source of each method of a share's interval."""


def reviewer_json(one: ReviewerAgreement) -> AgreementReviewer:
    """One reviewer, in the published shape."""
    return AgreementReviewer(
        reviewer=one.reviewer,
        judgements=one.judgements,
        comparisons=one.comparisons,
        agreement=share_json(one.agreement),
        kappa=number(one.kappa),
        alpha_without=number(one.without),
        alpha_change=number(one.change),
        undefined=reason(one.kappa) or reason(one.without) or reason(one.change),
        confusion=cells_json(one.confusion),
        habits=tuple(map(_habit, one.habits)),
        deeds=_deeds(one.deeds) if one.deeds else None,
        citation=SCHOUTEN,
    )


def confusion_json(pair: PairConfusion) -> AgreementConfusion:
    """The table of two reviewers."""
    return AgreementConfusion(a=pair.a, b=pair.b, units=pair.units, cells=cells_json(pair.table))


def share_json(share: Share) -> AgreementShare:
    """A share with its interval."""
    return AgreementShare(
        value=number(share.value),
        units=share.n,
        low=share.low,
        high=share.high,
        interval=share.method,
        undefined=reason(share.value),
        confidence=share.confidence,
        clusters=share.clusters,
        no_interval=share.no_interval,
        warning=share.warning,
        citation=CITED.get(share.method or ""),
    )


def cells_json(table: Confusion) -> tuple[AgreementCell, ...]:
    """The cells that are not empty, by label and other label."""
    return tuple(AgreementCell(label=one, other=other, count=n) for (one, other), n in sorted(table.items()) if n)


def _habit(habit: Habit) -> AgreementHabit:
    return AgreementHabit(
        label=habit.label, own=float(habit.own), others=float(habit.others), times=number(habit.times)
    )


def _deeds(deeds: Deeds) -> AgreementDeeds:
    return AgreementDeeds(
        settled=share_json(deeds.settled) if deeds.settled else None,
        decided=cells_json(deeds.decided),
        drift=tuple(map(share_json, deeds.drift)),
        untimed=deeds.untimed,
        speed=_speed(deeds.speed) if deeds.speed else None,
        linked=share_json(deeds.linked),
        again=share_json(deeds.again),
    )


def _speed(speed: Speed) -> AgreementSpeed:
    return AgreementSpeed(
        judgements=speed.n, lower_quartile=speed.lower, median=speed.median, upper_quartile=speed.upper
    )
