"""An agreement report told in plain text, for 80 columns and no colour."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from annotate.agreement import Undefined, Value
from annotate.report.agreement import AgreementFacts, FacetAgreement
from annotate.report.columns import columns, paragraph
from annotate.report.costly_section import costly_section
from annotate.report.models_section import models_section
from annotate.report.pairs import PairAgreement
from annotate.report.reading import NAMES, paradox_sentence
from annotate.report.reviewers_section import reviewers_section
from annotate.report.sections import Section, section_text
from annotate.report.slices_section import slices_section

LISTED = 30
"""Labels up to which all are listed; of more, the most frequent."""

DEFINITIONS = (
    "Percent agreement is the mean, over units with two or more judgements, of the share of their pairs of judgements"
    " that agree; every other coefficient corrects it for chance, in its own way. A label's kappa (Fleiss) and alpha"
    " are of that label against the rest. docs/agreement.md says what each means; --json has the paper of each, its"
    " other weights and other definitions."
)

UNTOLD = (
    "Decisions, drift, speed, claims met twice and the claims that cost most are not told, since every judgement has to"
    " be looked at for them: ask with --details."
)

MATRIX = range(3, 9)
"""Numbers of reviewers for which a matrix says more than the list of pairs, and fits."""


def agreement_text(facts: AgreementFacts) -> str:
    """The report as text with a final newline; nothing in it steers a terminal."""
    parts = ["\n".join(_facet(facet)) for facet in facts.facets]
    return "\n\n".join([*parts, "\n".join(paragraph(DEFINITIONS))]) + "\n"


def _facet(facet: FacetAgreement) -> Iterator[str]:
    yield from paragraph(f"Agreement on {facet.facet} ({facet.level})")
    yield from paragraph(_counts(facet))
    yield from _left_out(facet.left_out)
    if facet.off_scale:
        told = _number(facet.off_scale, "judgement")
        yield from paragraph(f"{told} off the scale: left out wherever order counts.")
    yield ""
    yield from _coefficients(facet)
    yield ""
    yield from _labels(facet)
    if facet.reviewers:
        yield ""
        yield from columns(("Reviewer", "Judgements"), [(n, str(c)) for n, c in facet.reviewers.items()], texts=1)
    if len(facet.reviewers) in MATRIX:
        yield ""
        yield from _matrix(facet)
    if facet.pairs:
        yield ""
        yield from _pairs(facet.pairs)
    for section in _sections(facet):
        yield ""
        yield from section_text(section)


def _sections(facet: FacetAgreement) -> Iterator[Section]:
    if facet.by_reviewer:
        yield reviewers_section(facet.facet, facet.by_reviewer)
    if facet.models:
        yield models_section(facet.facet, facet.models)
    if facet.costly:
        yield costly_section(facet.facet, facet.costly)
    if facet.slices:
        yield slices_section(facet.facet, facet.slices)
    if not facet.is_detailed:
        yield Section(f"Details on {facet.facet}", (UNTOLD,))


def _counts(facet: FacetAgreement) -> str:
    units = f"{_number(facet.units, 'unit')} ({facet.pairable_units:,} with two or more judgements)"
    return f"{units}, {_number(facet.judgements, 'judgement')}, {_number(len(facet.reviewers), 'reviewer')}."


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _left_out(left_out: Mapping[str, int]) -> list[str]:
    kinds = [f"{count:,} {kind.replace('_', ' ')}" for kind, count in left_out.items() if count]
    return paragraph(f"Left out: {', '.join(kinds)}.") if kinds else []


def _coefficients(facet: FacetAgreement) -> Iterator[str]:
    rows = [(NAMES[c.name], c.weights, f"{c.units:,}", _shown(c.value)) for c in facet.coefficients]
    yield from columns(("Coefficient", "Weights", "Units", "Value"), rows, texts=2)
    for coefficient in facet.coefficients:
        if isinstance(coefficient.value, Undefined):
            yield from paragraph(f"{NAMES[coefficient.name]} is undefined: {coefficient.value.reason}.")
    found = [coefficient for coefficient in facet.coefficients if coefficient.paradox]
    for paradox in dict.fromkeys(c.paradox for c in found if c.paradox):
        names = [coefficient.name for coefficient in found if coefficient.paradox == paradox]
        yield from paragraph(paradox_sentence(names, paradox))


def _labels(facet: FacetAgreement) -> Iterator[str]:
    total = facet.judgements or 1
    listed = facet.labels
    if len(listed) > LISTED:
        listed = tuple(sorted(listed, key=lambda label: -label.count)[:LISTED])
    rows = [
        (one.label, f"{one.count:,}", f"{one.count / total:.1%}", _short(one.kappa), _short(one.alpha))
        for one in listed
    ]
    yield from columns(("Label", "Judgements", "Share", "Kappa", "Alpha"), rows, texts=1)
    if len(listed) < len(facet.labels):
        yield from paragraph(f"These are the most frequent; {len(facet.labels) - len(listed):,} more are in --json.")


def _matrix(facet: FacetAgreement) -> Iterator[str]:
    found = {(pair.a, pair.b): pair for pair in facet.pairs}
    names = list(facet.reviewers)

    def cell(row: int, column: int) -> str:
        if row == column:
            return "·"
        pair = found[names[min(row, column)], names[max(row, column)]]
        value = pair.cohen_kappa if row < column else pair.percent_agreement
        return _short(value)

    places = range(len(names))
    rows = [(f"{row + 1} {names[row]}", *(cell(row, column) for column in places)) for row in places]
    yield from paragraph("Cohen's kappa above the diagonal, percent agreement below; – is undefined")
    yield from columns(("", *(str(place + 1) for place in places)), rows, texts=1)


def _pairs(pairs: Iterable[PairAgreement]) -> Iterator[str]:
    rows = [(p.a, p.b, f"{p.units:,}", _shown(p.percent_agreement), _shown(p.cohen_kappa)) for p in pairs]
    yield from columns(("Pair", "", "Units", "Agreement", "Kappa"), rows, texts=2)
    reasons = Counter(pair.cohen_kappa.reason for pair in pairs if isinstance(pair.cohen_kappa, Undefined))
    for reason, count in reasons.items():
        yield from paragraph(f"Cohen's kappa is undefined for {_number(count, 'pair')}: {reason}.")


def _shown(value: Value) -> str:
    """Three decimals, rounded from the exact value, so that no zero has a sign."""
    return "undefined" if isinstance(value, Undefined) else f"{float(round(value, 3)):.3f}"


def _short(value: Value) -> str:
    return "–" if isinstance(value, Undefined) else _shown(value)
