"""Numbers whose units are documents, in the published shape."""

from annotate.agreement import Ends, Undefined
from annotate.formats.wire import DocumentCoefficient
from annotate.report.document_citations import CITATIONS
from annotate.report.document_values import METHOD, DocumentValue
from annotate.report.figures import number


def document_json(one: DocumentValue) -> DocumentCoefficient:
    """The value in the published shape."""
    interval = one.interval if isinstance(one.interval, Ends) else None
    why = next((found.reason for found in (one.value, one.interval) if isinstance(found, Undefined)), None)
    return DocumentCoefficient(
        name=one.name,
        value=number(one.value),
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        confidence=one.confidence if interval else None,
        interval=METHOD if interval else None,
        undefined=why,
        units=one.units,
        documents=one.documents,
        warning=one.warning,
        citation=CITATIONS[one.name],
    )
