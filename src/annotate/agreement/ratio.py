"""A share of pooled comparisons, and what its interval needs: sums over the clusters in which the comparisons came."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import sqrt

from annotate.agreement.few import FEW_DOCUMENTS, too_few
from annotate.agreement.student import t_quantile
from annotate.agreement.study import Clusters, Pattern
from annotate.agreement.undefined import Undefined

ALIKE = Undefined("it is the same in all of them, so that nothing shows how far others would differ")


@dataclass(slots=True)
class Ratio:
    """Sums over clusters (units, or documents): how many, hits, tries, and the squares and product of both."""

    clusters: int = 0
    hits: int = 0
    tries: int = 0
    squares: tuple[int, int, int] = (0, 0, 0)

    def add(self, hits: int, tries: int, clusters: int = 1) -> None:
        """Adds so many clusters with as many hits and tries each."""
        if not tries:
            return
        both, own, whole = self.squares
        self.clusters += clusters
        self.hits += hits * clusters
        self.tries += tries * clusters
        self.squares = (both + hits * hits * clusters, own + hits * tries * clusters, whole + tries * tries * clusters)

    @property
    def variance(self) -> Fraction | None:
        """The variance of hits / tries by linearisation, clusters being independent; None for fewer than two of them.

        Cochran, W. G. (1977), Sampling Techniques, 3rd ed., section 6.4 (and 9A.1 for clusters of unequal size).
        """
        if self.clusters < 2:
            return None
        share = Fraction(self.hits, self.tries)
        hh, ht, tt = self.squares
        residual = hh - 2 * share * ht + share * share * tt
        return residual * self.clusters / (self.clusters - 1) / self.tries**2

    def interval(self, confidence: float = 0.95, least: Fraction | None = None) -> tuple[float, float] | None:
        """The t interval of hits / tries over the clusters, kept within [0, 1]; None where there is none.

        Where no cluster differs from another there is no spread to go by, and so no interval, unless by a variance that
        it is to be taken for at `least`.
        """
        variance = max(self.variance or Fraction(0), least or Fraction(0))
        if not variance or self.clusters < 2:
            return None
        share = self.hits / self.tries
        spread = t_quantile((1 + confidence) / 2, self.clusters - 1) * sqrt(variance)
        return max(0.0, share - spread), min(1.0, share + spread)


@dataclass(slots=True)
class Comparisons:
    """Comparisons with others, unit by unit; the units of one document are one cluster and follow one another."""

    units: int = 0
    document: object = None
    open: tuple[int, int] = (0, 0)
    closed: Ratio = field(default_factory=Ratio)
    by_unit: Ratio = field(default_factory=Ratio)

    def add(self, document: object, hits: int, tries: int, units: int = 1) -> None:
        """So many units of a document on each of which `hits` of `tries` comparisons agree."""
        if not tries:
            return
        if document != self.document:
            self.closed, self.open, self.document = self.ratio, (0, 0), document
        self.units += units
        self.by_unit.add(hits, tries, units)
        self.open = (self.open[0] + hits * units, self.open[1] + tries * units)

    @property
    def ratio(self) -> Ratio:
        """What was added so far, document by document."""
        whole = Ratio(self.closed.clusters, self.closed.hits, self.closed.tries, self.closed.squares)
        whole.add(*self.open)
        return whole

    def interval(self, confidence: float = 0.95) -> tuple[float, float] | Undefined:
        """The t interval over documents, or why there is none; of a few documents by the larger variance, as these can
        be alike by luck."""
        whole = self.ratio
        if why := too_few(whole.clusters, "that can be compared"):
            return why
        least = self.by_unit.variance if whole.clusters < FEW_DOCUMENTS else None
        return whole.interval(confidence, least) or ALIKE


def by_document(clusters: Clusters) -> Mapping[str, Comparisons]:
    """Reviewer → his comparisons with the others."""
    found: defaultdict[str, Comparisons] = defaultdict(Comparisons)
    for document, patterns in enumerate(clusters):
        for pattern, units in patterns.items():
            for reviewer, hits in _hits(pattern):
                found[reviewer].add(document, hits, len(pattern) - 1, units)
    return dict(found)


def _hits(pattern: Pattern) -> list[tuple[str, int]]:
    """How many others say what each says."""
    counts = Counter(label for _, label in pattern)
    return [(reviewer, counts[label] - 1) for reviewer, label in pattern]
