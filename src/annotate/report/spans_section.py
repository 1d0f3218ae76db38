"""What a report says of spans."""

from collections.abc import Iterator

from annotate.report.document_citations import CITATIONS, TITLES
from annotate.report.document_values import DocumentValue, interval_text, mark, reasons, value_text
from annotate.report.figures import counted
from annotate.report.sections import Forest, Section, Table
from annotate.report.spans import SpanAgreement, SpanPair

IN_ROWS = ("f1_exact", "f1_partial", "f1_character", "u_alpha_binary")
"""What is told of each pair."""

NEEDS_LABELS = (
    "f1_exact_labelled",
    "f1_partial_labelled",
    "f1_character_labelled",
    "u_alpha",
    "cu_alpha",
    "cu_coverage",
)
"""What says no more than the others where all spans have one label."""

OF_LABELS = (*IN_ROWS, "ku_alpha")


def spans_section(spans: SpanAgreement) -> Section:
    """Which spans are claims: how many count, each coefficient with its interval, each pair, each label."""
    pairs = (_pairs(spans),) if len(spans.pairs) > 1 else ()
    labels = (_labels(spans),) if len(spans.labels) > 1 else ()
    tables = (_coefficients(spans), *pairs, *labels) if spans.documents else ()
    return Section("Agreement on spans", tuple(_sentences(spans)), tables)


def _sentences(spans: SpanAgreement) -> Iterator[str]:
    if not spans.documents:
        yield "No document was read by two reviewers who mark spans, so that there is nothing to compare."
    else:
        marked = ", ".join(f"{name} {count:,}" for name, count in spans.reviewers.items())
        yield f"{counted(spans.documents, 'document')} read by two or more reviewers; spans marked there: {marked}."
    if spans.alone:
        yield f"{counted(spans.alone, 'document')} read by one reviewer only: left out."
    kinds = [f"{count:,} {kind}" for kind, count in spans.left_out.items() if count]
    if kinds:
        yield f"Spans left out: {', '.join(kinds)}."
    if spans.shown:
        yield (
            f"{counted(spans.shown, 'span')} judged by another reviewer who did not mark the same: on one copy of the"
            " project, who comes second is shown what the first marked, and has no reason to mark it again."
        )


def _coefficients(spans: SpanAgreement) -> Table:
    told = [one for one in spans.coefficients if len(spans.labels) > 1 or one.name not in NEEDS_LABELS]
    return Table(
        caption="Spans that reviewers marked themselves; intervals by jackknife over documents",
        head=("Coefficient", "Documents", "Value", f"{told[0].confidence * 100:.6g} % interval"),
        rows=tuple((TITLES[one.name], f"{one.documents:,}", value_text(one), interval_text(one)) for one in told),
        notes=tuple(reasons(told)),
        sources=tuple(CITATIONS[one.name] for one in told),
        picture=Forest(tuple(map(mark, told))),
    )


def _pairs(spans: SpanAgreement) -> Table:
    head = ("Pair", "", "Documents", "Spans", "Exact", "Overlap", "Character", "|u-alpha")
    return Table("By pair", head, tuple(map(_pair, spans.pairs)), texts=2)


def _pair(pair: SpanPair) -> tuple[str, ...]:
    a, b = pair.spans
    return (pair.a, pair.b, f"{pair.documents:,}", f"{a:,}/{b:,}", *_cells(pair.coefficients, IN_ROWS))


def _labels(spans: SpanAgreement) -> Table:
    rows = tuple((one.label, f"{one.spans:,}", *_cells(one.coefficients, OF_LABELS)) for one in spans.labels)
    head = ("Label", "Spans", "Exact", "Overlap", "Character", "|u-alpha", "(k)u")
    return Table("By label: F1, then the label against all else, and among spans that overlap", head, rows)


def _cells(coefficients: tuple[DocumentValue, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    found = {one.name: one for one in coefficients}
    return tuple(value_text(found[name]) for name in names)
