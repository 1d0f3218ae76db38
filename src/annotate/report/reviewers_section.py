"""Each reviewer against the rest, as sentences and tables."""

from collections.abc import Callable, Iterator, Sequence

from annotate.agreement import Undefined
from annotate.report.citations import SCHOUTEN, WILSON_1927
from annotate.report.deeds import Deeds
from annotate.report.figures import counted, short
from annotate.report.numbers import between, signed
from annotate.report.reviewers import ReviewerAgreement, interval_sentences
from annotate.report.sections import Section, Table
from annotate.report.shares import Share

LISTED = 20
"""Reviewers that a table names: of more, those with the most judgements."""

FIRST = 10
"""Habits and confusions that are named."""

PERIODS = ("First", "Middle", "Last")


def reviewers_section(facet: str, everybody: Sequence[ReviewerAgreement]) -> Section:
    """The part of a report on `everybody`, which is not empty."""
    listed = sorted(everybody, key=lambda one: (-one.judgements, one.reviewer))[:LISTED]
    sentences = [
        "Each against all others who judged the same units: the share of his comparisons that agree, Cohen's kappa"
        " (identity weights) on the pooled comparisons, alpha without him, and by how much it is then greater."
    ]
    if len(listed) < len(everybody):
        left = len(everybody) - len(listed)
        sentences.append(f"These {len(listed)} gave the most judgements; {counted(left, 'reviewer')} more in --json.")
    sentences += interval_sentences(one.agreement for one in listed)
    tables = [_against(listed), *_deeds(listed), *_habits(everybody), *_confusions(everybody)]
    return Section(f"Reviewers on {facet}", tuple(sentences), tuple(tables))


def _against(listed: Sequence[ReviewerAgreement]) -> Table:
    rows = tuple(
        (
            one.reviewer,
            f"{one.agreement.n:,}",
            short(one.agreement.value),
            between(one.agreement.low, one.agreement.high),
            short(one.kappa),
            short(one.without),
            signed(one.change),
        )
        for one in listed
    )
    head = ("Reviewer", "Units", "Agreement", "Interval", "Kappa", "Without", "Change")
    method = next((one.agreement.method for one in listed if one.agreement.method), None)
    caption = f"Against the rest (interval: {method})" if method else "Against the rest"
    return Table(caption, head, rows, sources=(SCHOUTEN,))


def _deeds(listed: Sequence[ReviewerAgreement]) -> Iterator[Table]:
    told = [(one.reviewer, one.deeds) for one in listed if one.deeds]
    settled = tuple((who, *_share(deeds.settled)) for who, deeds in told if deeds.settled and deeds.settled.n)
    if settled:
        head: tuple[str, ...] = ("Reviewer", "Claims", "Right", "Interval")
        yield Table("Against claims that others adjudicated", head, settled, sources=(WILSON_1927,))
    drift = tuple((who, *_drift(deeds)) for who, deeds in told if any(share.n for share in deeds.drift))
    if drift:
        head = ("Reviewer", *(word for period in PERIODS for word in (period, "Units")))
        yield Table("Agreement with the others in the thirds of his own work, by time", head, drift)
    speed = tuple((who, *_speed(deeds)) for who, deeds in told if deeds.speed)
    if speed:
        head = ("Reviewer", "Timed", "Lower quartile", "Median", "Upper quartile")
        yield Table("Seconds a judgement", head, speed)
    yield from _twice(told, "The same claim in another document", lambda deeds: deeds.linked)
    yield from _twice(told, "The same claim in a later round", lambda deeds: deeds.again)


def _twice(told: Sequence[tuple[str, Deeds]], caption: str, of: Callable[[Deeds], Share]) -> Iterator[Table]:
    rows = tuple((who, *_share(of(deeds))) for who, deeds in told if of(deeds).n)
    if rows:
        yield Table(
            f"{caption}: the same label again", ("Reviewer", "Times", "Same", "Interval"), rows, sources=(WILSON_1927,)
        )


def _share(share: Share) -> tuple[str, ...]:
    return f"{share.n:,}", short(share.value), between(share.low, share.high)


def _drift(deeds: Deeds) -> tuple[str, ...]:
    return tuple(word for share in deeds.drift for word in (short(share.value), f"{share.n:,}"))


def _speed(deeds: Deeds) -> tuple[str, ...]:
    speed = deeds.speed
    return (f"{speed.n:,}", f"{speed.lower:.1f}", f"{speed.median:.1f}", f"{speed.upper:.1f}") if speed else ()


def _habits(everybody: Sequence[ReviewerAgreement]) -> Iterator[Table]:
    """The labels that a reviewer gives most differently from the others on the same units."""
    found = [(one.reviewer, habit) for one in everybody for habit in one.habits if habit.own != habit.others]
    found.sort(key=lambda named: (-abs(named[1].own - named[1].others), named[0], named[1].label))
    rows = tuple(
        (
            who,
            habit.label,
            f"{float(habit.own):.1%}",
            f"{float(habit.others):.1%}",
            "–" if isinstance(habit.times, Undefined) else f"{float(habit.times):.2f}",
        )
        for who, habit in found[:FIRST]
    )
    if rows:
        head = ("Reviewer", "Label", "His share", "The others'", "Times as often")
        yield Table("Label habits, the farthest from the others' first", head, rows, texts=2)


def _confusions(everybody: Sequence[ReviewerAgreement]) -> Iterator[Table]:
    """What a reviewer most often says where another says something else."""
    found = [
        (n, one.reviewer, own, other) for one in everybody for (own, other), n in one.confusion.items() if own != other
    ]
    found.sort(key=lambda cell: (-cell[0], cell[1:]))
    rows = tuple((who, own, other, f"{n:,}") for n, who, own, other in found[:FIRST])
    if rows:
        yield Table("Commonest disagreements", ("Reviewer", "gives", "where others give", "Times"), rows, texts=3)
