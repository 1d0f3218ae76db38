"""From votes to the counts of a study, in memory that does not grow with the number of units."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby, pairwise
from operator import itemgetter

from annotate.agreement.bags import Bags
from annotate.agreement.study import Confusion, Level, Pair, Pattern, Profile, Study

KEPT_PATTERNS = 1 << 16
"""A small team repeats its patterns, and a pattern is counted once for all its units; a large one seldom does, so that
beyond this number (some tens of megabytes) the patterns are spent and forgotten."""


class Tally:
    """Adds up units, one at a time or as a stream of votes; the order of units, votes and calls changes nothing."""

    def __init__(self) -> None:
        self._patterns: Counter[Pattern] = Counter()
        self._known: Counter[Pattern] = Counter()
        self._too_many = False
        self._alone = False
        self._documents: defaultdict[str, Counter[Pattern]] = defaultdict(Counter)
        self._bags: Counter[tuple[str, ...]] = Counter()
        self._pairs: defaultdict[Pair, Counter[tuple[str, str]]] = defaultdict(Counter)
        self._marginals: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def add(self, ballot: Mapping[str, str], units: int = 1, document: str = "") -> None:
        """Counts `units` units of a document on which each reviewer gave the label that `ballot` maps him to.

        A unit without a document, among others that have one, stands for itself.
        """
        self._count(tuple(sorted(ballot.items())), units, document)

    def take(self, votes: Iterable[tuple[str, str, str]], document_of: Callable[[str], str] = lambda unit: "") -> None:
        """Counts a stream of (unit, reviewer, label) in which the votes on one unit follow one another.

        `document_of` says which document a unit is of, or "" where that is not known. A unit whose votes are
        scattered would count as several: sort them, or gather each ballot and `add` it. Raises ValueError where a
        reviewer votes twice on a unit, since which vote counts is not for a tally to say.
        """
        for unit, group in groupby(votes, key=itemgetter(0)):
            self._count(tuple(sorted([(reviewer, label) for _, reviewer, label in group])), 1, document_of(unit))

    def study(self, facet: str, level: Level = "nominal", labels: Sequence[str] = ()) -> Study:
        """The counts so far. Labels that are used but not declared follow the declared ones, by code point."""
        order = (*labels, *sorted(self.used().difference(labels)))
        return Study(
            facet=facet,
            level=level,
            labels=order,
            histogram={_profile(Counter(bag), order): units for bag, units in self._bags.items()},
            pairs={pair: _plain(table) for pair, table in self._pairs.items()},
            marginals={reviewer: _profile(counts, order) for reviewer, counts in self._marginals.items()},
            patterns=dict(self._known),
            clusters=tuple(self._clusters()),
        )

    @property
    def judgements(self) -> int:
        """Number of judgements so far."""
        self._spend()
        return sum(sum(counts.values()) for counts in self._marginals.values())

    def used(self) -> set[str]:
        """The labels that anybody gave."""
        self._spend()
        return {label for counts in self._marginals.values() for label in counts}

    def bags(self, facet: str, level: Level, labels: Sequence[str]) -> Bags:
        """The counts so far, where labels are too many for profiles; `labels` are all of them, in order."""
        self._spend()
        place = {label: number for number, label in enumerate(labels)}
        return Bags(
            facet=facet,
            level=level,
            labels=tuple(labels),
            histogram={tuple(sorted([place[label] for label in bag])): units for bag, units in self._bags.items()},
            pairs={pair: _plain(table) for pair, table in self._pairs.items()},
            marginals={
                who: {place[label]: n for label, n in counts.items()} for who, counts in self._marginals.items()
            },
            patterns=dict(self._known),
            clusters=tuple(self._clusters()),
        )

    def _clusters(self) -> Iterator[Mapping[Pattern, int]]:
        if self._documents and not (self._alone and self._too_many):
            yield from (dict(patterns) for _, patterns in sorted(self._documents.items()))
            alone = Counter(self._known if self._alone else {})
            for patterns in self._documents.values() if self._alone else ():
                alone.subtract(patterns)
            yield from ({pattern: 1} for pattern in sorted(alone) for _ in range(alone[pattern]))

    def _count(self, pattern: Pattern, units: int, document: str) -> None:
        if not pattern or not units:
            return
        if pattern not in self._patterns:
            _refuse_double_votes(pattern)
        self._patterns[pattern] += units
        if document:
            self._documents[document][pattern] += units
        else:
            self._alone = True
        if len(self._patterns) > KEPT_PATTERNS:
            self._spend()

    def _spend(self) -> None:
        for pattern, units in self._patterns.items():
            self._bags[tuple(sorted([label for _, label in pattern]))] += units
            for reviewer, label in pattern:
                self._marginals[reviewer][label] += units
            for (a, label_a), (b, label_b) in combinations(pattern, 2):
                self._pairs[a, b][label_a, label_b] += units
        self._known.update(self._patterns)
        self._patterns.clear()
        self._too_many |= len(self._known) > KEPT_PATTERNS
        if self._too_many:
            self._known.clear()


def _refuse_double_votes(pattern: Pattern) -> None:
    for (a, _), (b, _) in pairwise(pattern):
        if a == b:
            raise ValueError(f"{a!r} voted twice on one unit")


def _profile(counts: Mapping[str, int], order: Sequence[str]) -> Profile:
    return tuple(counts.get(label, 0) for label in order)


def _plain(table: Counter[tuple[str, str]]) -> Confusion:
    return dict(table)
