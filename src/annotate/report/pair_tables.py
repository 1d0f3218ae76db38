"""What a report says of each two reviewers of a facet: a matrix where it fits, and the list of pairs."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from annotate.agreement import Undefined, Value
from annotate.report.agreement import FacetAgreement
from annotate.report.citations import citation
from annotate.report.figures import counted, ends, interval_head, number, short, shown
from annotate.report.own_kappa import own_interval, own_kappa, own_weights
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


def _kappa_name(facet: FacetAgreement) -> str:
    return f"Cohen's kappa ({own_weights(facet)} weights)"


def _values(names: list[str], facet: FacetAgreement) -> list[list[Value | None]]:
    """Reviewer by reviewer: kappa above the diagonal, percent agreement below, nothing on it."""
    places = {name: number for number, name in enumerate(names)}
    values: list[list[Value | None]] = [[None] * len(names) for _ in names]
    for pair in facet.pairs:
        a, b = places[pair.a], places[pair.b]
        values[a][b], values[b][a] = own_kappa(facet, pair), pair.percent_agreement
    return values


def _shade(value: Value) -> float | None:
    found = number(value)
    return None if found is None else max(0.0, found)


def _list(facet: FacetAgreement) -> Table:
    listed = sorted(facet.pairs, key=lambda pair: -pair.units)[:LISTED] if len(facet.pairs) > LISTED else facet.pairs
    names = _names(facet)
    return Table(
        caption=f"Each two reviewers on the units that both judged; interval of kappa ({own_weights(facet)} weights)",
        head=("Pair", "", "Units", "Agreement", "Kappa", interval_head(own_interval(facet, pair) for pair in listed)),
        rows=tuple(_pair(facet, pair, names) for pair in listed),
        texts=2,
        sources=(citation("cohen_kappa", own_weights(facet)),),
        notes=(*_left(facet.pairs, listed), *_undefined(facet), *_without(facet)),
    )


def _names(facet: FacetAgreement) -> Mapping[str, str]:
    """Each name behind the number that it has in the matrix: long names may be alike in all that is shown of them."""
    if len(facet.reviewers) < MATRIX.start:
        return {name: name for name in facet.reviewers}
    return {name: f"{number} {name}" for number, name in enumerate(facet.reviewers, 1)}


def _left(pairs: Sequence[PairAgreement], listed: Sequence[PairAgreement]) -> Iterator[str]:
    """Which pairs are not listed."""
    more = len(pairs) - len(listed)
    if more:
        last = listed[-1].units
        tied = sum(pair.units == last for pair in pairs) > sum(pair.units == last for pair in listed)
        first = ", of those with as many the first by name" if tied else ""
        yield f"These have the most units in common{first}; {counted(more, 'pair')} more in --json."


def _undefined(facet: FacetAgreement) -> Iterator[str]:
    kappas = (own_kappa(facet, pair) for pair in facet.pairs)
    reasons = Counter(kappa.reason for kappa in kappas if isinstance(kappa, Undefined))
    for reason, count in reasons.items():
        yield f"{_kappa_name(facet)} is undefined for {counted(count, 'pair')}: {reason}."


def _without(facet: FacetAgreement) -> Iterator[str]:
    """Why a kappa that has a value has no interval."""
    defined = (pair for pair in facet.pairs if not isinstance(own_kappa(facet, pair), Undefined))
    found = (own_interval(facet, pair) for pair in defined)
    reasons = Counter(interval.reason for interval in found if isinstance(interval, Undefined))
    for reason, count in reasons.items():
        yield f"No interval for {counted(count, 'pair')}: {reason}."


def _pair(facet: FacetAgreement, pair: PairAgreement, names: Mapping[str, str]) -> tuple[str, ...]:
    values = (shown(pair.percent_agreement), shown(own_kappa(facet, pair)))
    return (names[pair.a], names[pair.b], f"{pair.units:,}", *values, ends(own_interval(facet, pair)))
