"""What a report says of its intervals in words, the same in every telling."""

from collections.abc import Mapping, Sequence

from annotate.agreement import Few, Interval, Method, Needed, Undefined
from annotate.report.coefficients import Coefficient
from annotate.report.reading import NAMES

METHODS: Mapping[Method, str] = {
    "cluster": "t by document with Fisher's z",
    "jackknife": "jackknife by {} with Fisher's z",
    "bca": "BCa bootstrap by {}",
    "bootstrap": "percentile bootstrap by {}",
    "gwet": "Gwet's analytic standard error by unit, as irrCAC has it",
    "krippendorff": "Krippendorff's bootstrap of pairs, as KALPHA has it",
}
"""How an interval was found, by unit or by document."""

FAULTS: Mapping[str, str] = {
    "gwet": (
        "This method knows no documents, and where judgements are missing it counts a unit judged once as disagreement,"
        " which makes percent agreement, AC1, AC2 and Brennan-Prediger up to three times too wide."
    ),
    "krippendorff": (
        "This method takes each pair of judgements for a unit of its own and is too narrow at every size: of nominal"
        " 95 % it covers 83 to 91."
    ),
}
"""What is wrong with the methods that are there for comparison alone."""


def method_sentences(coefficients: Sequence[Coefficient]) -> Sequence[str]:
    """How the intervals were found, what warns of them, and why some are not there."""
    known = [one.interval for one in coefficients if isinstance(one.interval, Interval)]
    found = dict.fromkeys(_method(one) for one in known)
    warnings = dict.fromkeys(one.warning for one in coefficients if one.warning)
    return [*found, *(warning for warning in warnings if warning), *_without(coefficients)]


def few_sentence(found: Few) -> str:
    """Most judgements are one label, and too few are others."""
    others = float(round(found.others, 1))
    share = float(1 - found.others / found.units)
    return (
        f'{share:.0%} of the judgements are "{found.label}", and the others come to those of about {others:g} of'
        f" {found.units:,} units: an interval that rests on so few can be far too narrow, whatever the method."
    )


def documents_sentence(documents: int) -> str:
    """There are too few documents to know well how they differ."""
    return (
        f"The units are of {documents} documents only, too few to know well how documents differ: an interval by"
        " document can be too narrow."
    )


def needed_sentence(name: str, interval: Interval, found: Needed) -> str:
    """How many more it takes."""
    noun = "document" if found.by_document else "unit"
    known = f"{NAMES[name]} to within ± {found.half_width:g} at {interval.confidence * 100:.6g} %"
    if not found.more:
        return f"There are {noun}s enough to know {known}: {found.whole:,} would do."
    like = "as many claims, judged as often" if found.by_document else "this kind, judged as often"
    return f"To know {known} takes about {found.more:,} more {noun}s of {like} ({found.whole:,} in all)."


def _method(interval: Interval) -> str:
    whole = f"{interval.confidence * 100:.6g} % intervals"
    how = METHODS[interval.method].format("unit" if interval.clusters is None else "document")
    documents = f", {interval.clusters:,} documents" if interval.clusters is not None else ""
    seed = f", seed {interval.seed}" if interval.seed is not None else ""
    return f"{whole}: {how}{documents}{seed}."


def _without(coefficients: Sequence[Coefficient]) -> Sequence[str]:
    reasons: dict[str, list[str]] = {}
    for one in coefficients:
        if isinstance(one.interval, Undefined):
            reasons.setdefault(one.interval.reason, []).append(NAMES[one.name])
    return [f"No interval for {', '.join(dict.fromkeys(names))}: {reason}." for reason, names in reasons.items()]
