"""What a report says of one facet: how much was judged, each coefficient, each label, each reviewer."""

from collections.abc import Iterator, Mapping

from annotate.agreement import Interval, Undefined
from annotate.report.agreement import FacetAgreement, LabelAgreement
from annotate.report.citations import citation
from annotate.report.coefficient_marks import mark_of
from annotate.report.coefficients import Coefficient
from annotate.report.confusions import confusion_tables, parting_tables
from annotate.report.figures import counted, ends, interval_head, plain, short, shown
from annotate.report.interval_words import method_sentences, needed_sentence
from annotate.report.pair_tables import pair_tables
from annotate.report.reading import NAMES, paradox_sentence
from annotate.report.sections import Forest, Section, Table
from annotate.report.spread import Spread

LISTED = 30
"""Labels up to which all are listed; of more, the most frequent."""


def facet_forest(facet: FacetAgreement) -> Forest:
    """The coefficients of the facet's level on one scale."""
    return Forest(tuple(map(mark_of, facet.coefficients)))


def facet_section(facet: FacetAgreement) -> Section:
    """The facet's part of the report."""
    labels = tuple(label.label for label in facet.labels)
    confused = confusion_tables(labels, facet.confusion) if facet.confusion else parting_tables(facet.partings)
    reviewers = (_reviewers(facet),) if facet.reviewers else ()
    return Section(
        title=f"Agreement on {facet.facet} ({'sets of labels' if facet.sets else facet.level})",
        sentences=tuple(_sentences(facet)),
        tables=(_coefficients(facet), *_labels(facet), *confused, *reviewers, *pair_tables(facet)),
    )


def _sentences(facet: FacetAgreement) -> Iterator[str]:
    units = f"{counted(facet.units, 'unit')} ({facet.pairable_units:,} with two or more judgements)"
    yield f"{units}, {counted(facet.judgements, 'judgement')}, {counted(len(facet.reviewers), 'reviewer')}."
    yield from _left_out(facet.left_out)
    if facet.off_scale:
        yield f"{counted(facet.off_scale, 'judgement')} off the scale: left out wherever order counts."
    if facet.spread:
        yield _spread(facet.spread)


def _left_out(left_out: Mapping[str, int]) -> Iterator[str]:
    kinds = [f"{count:,} {kind.replace('_', ' ')}" for kind, count in left_out.items() if count]
    if kinds:
        yield f"Left out: {', '.join(kinds)}."


def _coefficients(facet: FacetAgreement) -> Table:
    coefficients = facet.coefficients
    return Table(
        caption="Coefficients over all reviewers",
        head=("Coefficient", "Weights", "Units", "Value", interval_head(c.interval for c in coefficients)),
        rows=tuple((NAMES[c.name], c.weights, f"{c.units:,}", shown(c.value), ends(c.interval)) for c in coefficients),
        texts=2,
        notes=(*method_sentences(coefficients), *_needed(facet), *_reasons(coefficients), *_paradoxes(coefficients)),
        sources=tuple(citation(c.name, c.weights) for c in coefficients),
        picture=facet_forest(facet),
    )


def _needed(facet: FacetAgreement) -> Iterator[str]:
    alpha = next(one for one in facet.coefficients if one.name == "krippendorff_alpha")
    if facet.needed and isinstance(alpha.interval, Interval):
        yield needed_sentence(alpha.name, alpha.interval, facet.needed)


def _reasons(coefficients: tuple[Coefficient, ...]) -> Iterator[str]:
    for one in coefficients:
        if isinstance(one.value, Undefined):
            yield f"{NAMES[one.name]} is undefined: {one.value.reason}."


def _paradoxes(coefficients: tuple[Coefficient, ...]) -> Iterator[str]:
    found = [one for one in coefficients if one.paradox]
    for paradox in dict.fromkeys(one.paradox for one in found if one.paradox):
        yield paradox_sentence([one.name for one in found if one.paradox == paradox], paradox)


def _spread(spread: Spread) -> str:
    """Where numbers lie that are too many to be listed."""
    return (
        f"{spread.distinct:,} different values from {plain(spread.lowest)} to {plain(spread.highest)};"
        f" median {plain(spread.median)}, mean {plain(spread.mean)}."
    )


def _labels(facet: FacetAgreement) -> Iterator[Table]:
    listed = facet.labels
    if not listed:
        return
    if len(listed) > LISTED:
        listed = tuple(sorted(listed, key=lambda label: -label.count)[:LISTED])
    more = len(facet.labels) - len(listed)
    yield Table(
        caption="Each label against the rest: Fleiss' kappa (identity weights); interval of alpha",
        head=("Label", "Judgements", "Share", "Kappa", "Alpha", interval_head(one.alpha_interval for one in listed)),
        rows=tuple(_label(one, facet.judgements or 1) for one in listed),
        notes=(f"These are the most frequent; {more:,} more are in --json.",) if more else (),
    )


def _label(one: LabelAgreement, total: int) -> tuple[str, ...]:
    numbers = (f"{one.count:,}", f"{one.count / total:.1%}", short(one.kappa), short(one.alpha))
    return (one.label, *numbers, ends(one.alpha_interval))


def _reviewers(facet: FacetAgreement) -> Table:
    listed = sorted(facet.reviewers.items(), key=lambda one: -one[1])[:LISTED]
    more = len(facet.reviewers) - len(listed)
    return Table(
        caption="Judgements of each reviewer",
        head=("Reviewer", "Judgements"),
        rows=tuple((name, f"{count:,}") for name, count in (listed if more else facet.reviewers.items())),
        notes=(f"These gave the most; {more:,} more are in --json.",) if more else (),
    )
