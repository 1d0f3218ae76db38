"""The report in a few plain sentences, made from its numbers by the rules of docs/agreement.md.

No sentence is more certain than the interval that it rests on.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from operator import itemgetter
from typing import TypeVar

from annotate.agreement import Interval, Paradox, Undefined
from annotate.report.agreement import AgreementFacts, FacetAgreement
from annotate.report.coefficient_marks import mark_of
from annotate.report.coefficients import Coefficient
from annotate.report.figures import counted, shown
from annotate.report.own_kappa import own_interval, own_kappa, own_weights
from annotate.report.reading import NAMES
from annotate.report.sections import Mark, Section

T = TypeVar("T")

TENTATIVE, RELIABLE = 0.667, 0.8
"""Krippendorff's marks for alpha: what tentative conclusions need, and what data that one relies on need."""

MARKS = "Krippendorff, K. (2004), Content Analysis: An Introduction to Its Methodology, 2nd ed., Sage, 241-243"

FEW = 50
"""Units below which an interval may be too narrow."""

APART = 0.1
"""How far the best and the worst of the pairs, or of the labels, lie apart before either is named."""


def reading_section(facts: AgreementFacts) -> Section:
    """What the numbers come to, facet by facet."""
    return Section("In short", tuple(map(facet_reading, facts.facets)), sources=(MARKS,))


def facet_reading(facet: FacetAgreement) -> str:
    """What the numbers of one facet come to."""
    return " ".join(_facet(facet))


def _facet(facet: FacetAgreement) -> Iterator[str]:
    alpha = next(one for one in facet.coefficients if one.name == "krippendorff_alpha")
    if isinstance(alpha.value, Undefined):
        yield f"{facet.facet}: no alpha, for {alpha.value.reason}."
        return
    yield f"{facet.facet}: alpha is {_told(alpha)} on {counted(alpha.units, 'unit')}; {standing(mark_of(alpha))}."
    if alpha.paradox:
        yield _paradox(facet, alpha.paradox)
    if isinstance(alpha.interval, Undefined):
        yield f"That is because {alpha.interval.reason}."
    elif alpha.warning:
        yield alpha.warning
    elif alpha.units < FEW:
        yield f"With fewer than {FEW} units an interval may be too narrow."
    yield from _pairs(facet)
    yield from _labels(facet)


def _told(alpha: Coefficient) -> str:
    ends = mark_of(alpha).ends
    return shown(alpha.value) if ends is None else f"{shown(alpha.value)} ({ends[0]:.3f} to {ends[1]:.3f})"


def standing(mark: Mark) -> str:
    """What an alpha that has a value says against Krippendorff's marks."""
    if mark.ends is None:
        return f"{_alone(mark.value or 0.0)}, but how far chance moved it is not known, for it has no interval"
    low, high = mark.ends
    said = _between(low, high)
    return f"{said}, and agreement by chance alone (0) is not ruled out" if low <= 0 <= high else said


def _alone(value: float) -> str:
    if value >= RELIABLE:
        return f"that reaches {RELIABLE:.3f}, which data to rely on need"
    if value >= TENTATIVE:
        return f"that reaches {TENTATIVE:.3f}, which tentative conclusions need, and not {RELIABLE:.3f}"
    return f"that is below {TENTATIVE:.3f}, which even tentative conclusions need"


def _between(low: float, high: float) -> str:
    if low >= RELIABLE:
        return f"the whole interval reaches {RELIABLE:.3f}, which data to rely on need"
    if high < TENTATIVE:
        return f"the whole interval is below {TENTATIVE:.3f}, which even tentative conclusions need"
    if low < TENTATIVE and high >= RELIABLE:
        return f"the interval holds {TENTATIVE:.3f} and {RELIABLE:.3f}, so that it is open whether that is enough"
    if low < TENTATIVE:
        return (
            f"whether it reaches {TENTATIVE:.3f}, which tentative conclusions need, is open; {RELIABLE:.3f} it does not"
        )
    if high < RELIABLE:
        return f"the whole interval reaches {TENTATIVE:.3f}, which tentative conclusions need, but not {RELIABLE:.3f}"
    return f"the whole interval reaches {TENTATIVE:.3f}, which tentative conclusions need; {RELIABLE:.3f} is open"


def _paradox(facet: FacetAgreement, paradox: Paradox) -> str:
    others = [one for one in facet.coefficients if one.name in ("percent_agreement", "gwet_ac1", "gwet_ac2")]
    told = " and ".join(f"{NAMES[one.name]} ({shown(one.value)})" for one in others)
    share = f'{float(paradox.share):.0%} of the judgements are "{paradox.label}"'
    return f"It is low though agreement is high, because {share}: read it beside {told}."


def _pairs(facet: FacetAgreement) -> Iterator[str]:
    """The pair that agrees least, and the one that agrees most."""
    kappas = [(own_kappa(facet, pair), pair) for pair in facet.pairs]
    found = [(kappa, pair) for kappa, pair in kappas if isinstance(kappa, Fraction)]
    (least, worst), (most, best) = _ends(found)
    if worst and best and most - least >= APART:
        units = counted(worst.units, "unit")
        doubt = _doubt(own_interval(facet, worst), own_interval(facet, best))
        yield (
            f"Of the pairs {worst.a} and {worst.b} agree least (Cohen's kappa, {own_weights(facet)} weights,"
            f" {shown(least)} on {units}), {best.a} and {best.b} most ({shown(most)}){doubt}."
        )


def _labels(facet: FacetAgreement) -> Iterator[str]:
    """The label that is told apart from the rest least well; two labels are told apart equally well."""
    found = [(label.alpha, label) for label in facet.labels if isinstance(label.alpha, Fraction)]
    (least, worst), (most, best) = _ends(found)
    if worst and best and most - least >= APART:
        given = counted(worst.count, "judgement")
        doubt = _doubt(worst.alpha_interval, best.alpha_interval)
        yield (
            f'The label told apart least well is "{worst.label}" (alpha {shown(least)} against the rest, {given}),'
            f' best "{best.label}" ({shown(most)}){doubt}.'
        )


def _doubt(one: Interval | Undefined | None, other: Interval | Undefined | None) -> str:
    """Whether that the one is less than the other may be chance."""
    if not isinstance(one, Interval) or not isinstance(other, Interval):
        return "; whether that is chance is not known"
    return "; their intervals overlap, so that it may be chance" if one.high >= other.low else ""


def _ends(found: Sequence[tuple[Fraction, T]]) -> tuple[tuple[Fraction, T | None], tuple[Fraction, T | None]]:
    """The least and the greatest with what they belong to; nothing twice where there is nothing."""
    if not found:
        return (Fraction(0), None), (Fraction(0), None)
    return min(found, key=itemgetter(0)), max(found, key=itemgetter(0))
