"""When an interval can be too narrow whatever its method, because there is too little to go by."""

from dataclasses import dataclass
from fractions import Fraction

from annotate.agreement.study import Study
from annotate.agreement.undefined import Undefined

DOMINANT = Fraction(2, 3)
"""Share of the judgements above which a label leaves little to go by."""

LITTLE = 10
"""Units' worth of judgements with other labels, up to which nominal 95 % was measured to cover 63 to 92."""

FEWEST = 5
"""Documents below which no interval by document is given: a nominal 95 % of 3 or 4 of them covers 70 to 90."""

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


def too_few(documents: int, all_of: str = "units that were judged twice") -> Undefined | None:
    """Why so many documents, which hold `all_of` what is measured, give no interval, where they do not."""
    if documents >= FEWEST:
        return None
    held = "one document holds" if documents == 1 else f"only {documents} documents hold"
    return Undefined(f"{held} all {all_of}, and it takes {FEWEST} to tell how others would differ")
