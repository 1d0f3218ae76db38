"""When an interval can be too narrow whatever its method, because there is too little to go by."""

from dataclasses import dataclass
from fractions import Fraction

from annotate.agreement.study import Study

DOMINANT = Fraction(2, 3)
"""Share of the judgements above which a label leaves little to go by."""

LITTLE = 10
"""Units' worth of judgements with other labels, up to which nominal 95 % was measured to cover 63 to 92."""

FEW_DOCUMENTS = 10
"""Documents below which nominal 95 % by document was measured to cover as little as 88."""


@dataclass(frozen=True, slots=True)
class Few:
    """The dominant label, and how many units' worth of judgements are others, of so many pairable units."""

    label: str
    others: Fraction
    units: int


def few(study: Study) -> Few | None:
    """Whether nearly all judgements are one label, and so few are others that no method knows how they spread."""
    units, counts = study.pairable_units, study.label_counts
    if not units:
        return None
    most = max(counts)
    others = units * Fraction(sum(counts) - most, sum(counts))
    dominant = most > DOMINANT * sum(counts) and others <= LITTLE
    return Few(study.labels[counts.index(most)], others, units) if dominant else None
