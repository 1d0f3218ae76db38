"""What a report says of each two reviewers of a facet: a matrix where it fits, and the list of pairs."""

from collections import Counter
from collections.abc import Iterator

from annotate.agreement import Undefined, Value
from annotate.report.agreement import FacetAgreement
from annotate.report.citations import citation
from annotate.report.figures import counted, ends, interval_head, place, short, shown
from annotate.report.pairs import PairAgreement
from annotate.report.sections import Heat, Table

MATRIX = range(3, 9)
"""Numbers of reviewers for which a matrix says more than the list of pairs, and fits."""

LISTED = 66
"""Pairs up to which all are listed, as many as twelve reviewers make; of more, those with the most units."""


def pair_tables(facet: FacetAgreement) -> Iterator[Table]:
    """The matrix and the list, where there is something to say."""
    if len(facet.reviewers) in MATRIX:
        yield _matrix(facet)
    if facet.pairs:
        yield _list(facet)


def _matrix(facet: FacetAgreement) -> Table:
    names = list(facet.reviewers)
    values = _values(names, facet)
    return Table(
        caption=f"{_kappa_name(facet)} above the diagonal, percent agreement below; – is undefined",
        head=("", *(str(number) for number, _ in enumerate(names, 1))),
        rows=tuple(
            (f"{row + 1} {name}", *("·" if value is None else short(value) for value in values[row]))
            for row, name in enumerate(names)
        ),
        picture=Heat(tuple(tuple(None if value is None else _shade(value) for value in row) for row in values)),
    )


def _kappa(facet: FacetAgreement, pair: PairAgreement) -> Value:
    """Cohen's kappa; of measured values, which are hardly ever the same, the one that weighs how far apart they are."""
    return pair.quadratic if facet.spread else pair.cohen_kappa


def _kappa_name(facet: FacetAgreement) -> str:
    return f"Cohen's kappa{' (quadratic weights)' if facet.spread else ''}"


def _values(names: list[str], facet: FacetAgreement) -> list[list[Value | None]]:
    """Reviewer by reviewer: kappa above the diagonal, percent agreement below, nothing on it."""
    places = {name: number for number, name in enumerate(names)}
    values: list[list[Value | None]] = [[None] * len(names) for _ in names]
    for pair in facet.pairs:
        a, b = places[pair.a], places[pair.b]
        values[a][b], values[b][a] = _kappa(facet, pair), pair.percent_agreement
    return values


def _shade(value: Value) -> float | None:
    found = place(value)
    return None if found is None else max(0.0, found)


def _list(facet: FacetAgreement) -> Table:
    listed = facet.pairs
    if len(listed) > LISTED:
        listed = tuple(sorted(listed, key=lambda pair: -pair.units)[:LISTED])
    more = len(facet.pairs) - len(listed)
    left = (f"These have the most units in common; {counted(more, 'pair')} more in --json.",) if more else ()
    kappas = (_kappa(facet, pair) for pair in facet.pairs)
    reasons = Counter(kappa.reason for kappa in kappas if isinstance(kappa, Undefined))
    return Table(
        caption="Each two reviewers on the units that both judged; interval of kappa",
        head=("Pair", "", "Units", "Agreement", "Kappa", interval_head(pair.interval for pair in facet.pairs)),
        rows=tuple(_pair(facet, pair) for pair in listed),
        texts=2,
        sources=(citation("cohen_kappa", "identity"),),
        notes=(
            *left,
            *(
                f"{_kappa_name(facet)} is undefined for {counted(count, 'pair')}: {reason}."
                for reason, count in reasons.items()
            ),
        ),
    )


def _pair(facet: FacetAgreement, pair: PairAgreement) -> tuple[str, ...]:
    values = (shown(pair.percent_agreement), shown(_kappa(facet, pair)))
    return (pair.a, pair.b, f"{pair.units:,}", *values, ends(pair.interval))
