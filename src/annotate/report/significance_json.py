"""Tests told as JSON."""

from annotate.agreement import ChiSquared, Undefined
from annotate.formats.wire import AgreementTest
from annotate.report.significance import CITED, Significance


def significance_json(test: Significance) -> AgreementTest:
    """A test in its published shape."""
    found = test.found
    if isinstance(found, Undefined):
        statistic, degrees, p = None, None, None
    elif isinstance(found, ChiSquared):
        statistic, degrees, p = float(found.statistic), found.degrees, found.p
    else:
        statistic, degrees, p = found.z, None, found.p
    return AgreementTest(
        name=test.name,
        a=test.a or None,
        b=test.b or None,
        units=test.units,
        statistic=statistic,
        degrees=degrees,
        p=p,
        undefined=found.reason if isinstance(found, Undefined) else None,
        citation=CITED[test.name],
    )
