"""Which interval a coefficient gets, and why it gets none: one pass over the documents for all coefficients."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeVar

from annotate.agreement.additive import Additive
from annotate.agreement.bags import Bags
from annotate.agreement.bca import acceleration, bca_ends, percentile_ends
from annotate.agreement.clusters import BITS, Clustered, cluster_ses, document_sums
from annotate.agreement.coded_clusters import Coded
from annotate.agreement.few import FEW_DOCUMENTS, too_few
from annotate.agreement.interval import Interval, Method, rounded, t_ends
from annotate.agreement.jackknife import Influence, influence, jackknife_se
from annotate.agreement.resample import Replicates, document_resamples, unit_resamples
from annotate.agreement.study import Clusters, Study
from annotate.agreement.undefined import Undefined

Key = TypeVar("Key")

NO_SPREAD = Undefined("no unit left out changes it, so that nothing shows how far other units would")
NO_DOCUMENTS = Undefined("the documents of the units are not known")


Asked = Literal["auto", "cluster", "jackknife", "bca", "bootstrap", "gwet", "krippendorff"]
"""The method that is asked for."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What is asked: nominal coverage, method ("auto" is by document where one holds several units), seed.

    `half_width` is what half of an interval is wanted to be, which says how many more units it takes.
    """

    confidence: float = 0.95
    method: Asked = "auto"
    seed: int = 0
    half_width: float = 0.05


DEFAULT = Terms()


def clustered(clusters: Clusters) -> bool:
    """Whether a document holds more than one unit that was judged."""
    if isinstance(clusters, Coded) and clusters.largest < 2:
        return False
    return any(sum(patterns.values()) > 1 for patterns in clusters)


def intervals(
    additives: Mapping[Key, Additive], study: Study | Bags, terms: Terms = DEFAULT
) -> Mapping[Key, Interval | Undefined]:
    """An interval for each coefficient of a study, or of studies drawn from it, or why there is none."""
    found: dict[Key, Interval | Undefined] = {}
    ways: dict[Key, tuple[Additive, Influence]] = {}
    for key, additive in additives.items():
        own = influence(additive)
        if isinstance(own, Undefined):
            found[key] = own
        elif not any(own.values()):
            found[key] = NO_SPREAD
        else:
            ways[key] = additive, own
    return found | dict(zip(ways, _of(list(ways.values()), study, terms), strict=True))


def _of(
    ways: Sequence[tuple[Additive, Influence]], study: Study | Bags, terms: Terms
) -> Sequence[Interval | Undefined]:
    if terms.method == "cluster" and not any(True for _ in study.clusters):
        return [NO_DOCUMENTS] * len(ways)
    if terms.method == "cluster" or (terms.method != "jackknife" and clustered(study.clusters)):
        return _by_document(ways, study.clusters, terms)
    if terms.method in ("auto", "jackknife"):
        return [_jackknifed(*way, terms) for way in ways]
    values = unit_resamples([additive for additive, _ in ways], study.patterns, terms.seed)
    return [_resampled(one, _value(way[0]), _skew(*way), terms) for way, one in zip(ways, values, strict=True)]


def _skew(additive: Additive, own: Influence) -> float:
    return acceleration((units, float(own[cell])) for cell, units in additive.units.items())


def _jackknifed(additive: Additive, own: Influence, terms: Terms) -> Interval | Undefined:
    value = _value(additive)
    if additive.counted < 2:
        return NO_SPREAD
    se = jackknife_se(additive, own)
    low, high = t_ends(float(value), se, terms.confidence, additive.counted - 1, share=additive.share)
    return Interval(low, high, terms.confidence, "jackknife", se)


def _by_document(
    ways: Sequence[tuple[Additive, Influence]], clusters: Clusters, terms: Terms
) -> Sequence[Interval | Undefined]:
    ses = cluster_ses(ways, clusters)
    if terms.method in ("auto", "cluster"):
        return [_by_t(way, one, terms) for way, one in zip(ways, ses, strict=True)]
    skews = _skews(ways, clusters)
    values = document_resamples([additive for additive, _ in ways], clusters, terms.seed)
    return [
        too_few(se.documents) or _resampled(one, _value(way[0]), skew, terms, se.documents)
        for way, one, skew, se in zip(ways, values, skews, ses, strict=True)
    ]


def _by_t(way: tuple[Additive, Influence], found: Clustered, terms: Terms) -> Interval | Undefined:
    """A few documents can be alike by luck, so that of those the units must not differ more than they do."""
    additive, se = way[0], found.se
    if why := too_few(found.documents):
        return why
    if found.documents < FEW_DOCUMENTS:
        se = max(se, jackknife_se(*way))
    low, high = t_ends(float(_value(additive)), se, terms.confidence, found.documents - 1, share=additive.share)
    return Interval(low, high, terms.confidence, "cluster", se, found.documents)


def _resampled(
    values: Replicates, value: Fraction, skew: float, terms: Terms, documents: int | None = None
) -> Interval | Undefined:
    if isinstance(values, Undefined):
        return values
    method: Method = "bca" if terms.method == "bca" else "bootstrap"
    if method == "bca":
        low, high = bca_ends(values, value, skew, terms.confidence)
    else:
        low, high = percentile_ends(values, terms.confidence)
    return Interval(rounded(low), rounded(high), terms.confidence, method, None, documents, terms.seed)


def _skews(ways: Sequence[tuple[Additive, Influence]], clusters: Clusters) -> Sequence[float]:
    """The acceleration of each coefficient by document."""
    columns = zip(*(sums for _, sums in document_sums(ways, clusters)), strict=True)
    return [acceleration((1, one / 2**BITS) for one in column) for column in columns]


def _value(additive: Additive) -> Fraction:
    value = additive.value(additive.total)
    if isinstance(value, Undefined):
        raise TypeError(f"there is no value: {value.reason}")
    return value
