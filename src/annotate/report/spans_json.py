"""Agreement on spans told as JSON, in the published shape."""

from annotate.formats.wire import SpansLabel, SpansPair, SpansReport
from annotate.report.document_values import document_json
from annotate.report.spans import SpanAgreement, SpanLabel, SpanPair


def spans_json(spans: SpanAgreement) -> SpansReport:
    """The published shape of it."""
    return SpansReport(
        documents=spans.documents,
        alone=spans.alone,
        reviewers=dict(spans.reviewers),
        coefficients=tuple(map(document_json, spans.coefficients)),
        pairs=tuple(map(_pair, spans.pairs)),
        labels=tuple(map(_label, spans.labels)),
        left_out=dict(spans.left_out),
        shown=spans.shown,
    )


def _pair(pair: SpanPair) -> SpansPair:
    return SpansPair(
        a=pair.a,
        b=pair.b,
        documents=pair.documents,
        spans_a=pair.spans[0],
        spans_b=pair.spans[1],
        coefficients=tuple(map(document_json, pair.coefficients)),
    )


def _label(label: SpanLabel) -> SpansLabel:
    return SpansLabel(label=label.label, spans=label.spans, coefficients=tuple(map(document_json, label.coefficients)))
