"""Studies drawn from a study: one label against the rest, or without some labels."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from annotate.agreement.study import Clusters, Confusion, Pattern, Profile, Study
from annotate.agreement.tally import Tally

Cell = TypeVar("Cell", Profile, Pattern)


def against_rest(study: Study, label: str) -> Study:
    """The study as if each judgement had only said whether it is this label: two labels, "label" and "other".

    Fleiss, J. L. (1971), page 380, for kappa; Krippendorff, K. (1980), Content Analysis, page 139, for alpha. Pairs and
    marginals are left out, since nothing that is asked of one label needs them.
    """
    place = study.labels.index(label)
    merged = _merged(study.histogram, lambda profile: (profile[place], sum(profile) - profile[place]))

    def told(pattern: Pattern) -> Pattern:
        return tuple((who, "label" if given == label else "other") for who, given in pattern)

    patterns, clusters = _merged(study.patterns, told), Parted(study.clusters, told)
    return Study(study.facet, "nominal", ("label", "other"), merged, {}, {}, patterns, clusters)


@dataclass(frozen=True, slots=True)
class Parted:
    """The clusters with every pattern changed, when they are gone through; documents without judgements fall away."""

    clusters: Clusters
    change: Callable[[Pattern], Pattern]

    def __iter__(self) -> Iterator[Mapping[Pattern, int]]:
        changed = (_merged(patterns, self.change) for patterns in self.clusters)
        return (patterns for patterns in changed if patterns)


def without(study: Study, labels: Collection[str]) -> Study:
    """The study without the judgements that gave one of `labels`, which are then no labels of it."""
    kept = [place for place, label in enumerate(study.labels) if label not in labels]

    def cut(profile: Profile) -> Profile:
        return tuple(profile[place] for place in kept)

    def told(pattern: Pattern) -> Pattern:
        return tuple((who, given) for who, given in pattern if given not in labels)

    pairs = {
        pair: {given: n for given, n in table.items() if not set(given).intersection(labels)}
        for pair, table in study.pairs.items()
    }
    return replace(
        study,
        labels=tuple(study.labels[place] for place in kept),
        histogram=_merged(study.histogram, cut),
        pairs={pair: table for pair, table in pairs.items() if table},
        marginals={who: cut(counts) for who, counts in study.marginals.items() if any(cut(counts))},
        patterns=_merged(study.patterns, told),
        clusters=Parted(study.clusters, told),
    )


def widened(study: Study, labels: Collection[str]) -> Study:
    """The study with these labels as choices too, behind its own, by code point; nobody gave the new ones."""
    fresh = sorted(set(labels).difference(study.labels))
    nobody = (0,) * len(fresh)
    return replace(
        study,
        labels=(*study.labels, *fresh),
        histogram={(*profile, *nobody): units for profile, units in study.histogram.items()},
        marginals={who: (*counts, *nobody) for who, counts in study.marginals.items()},
    )


def relabelled(study: Study, names: Mapping[str, str], labels: Sequence[str]) -> Study:
    """The study with each label given the name in `names`, several perhaps the same; `labels` are all the new ones."""
    place = {label: number for number, label in enumerate(labels)}

    def cut(profile: Profile) -> Profile:
        counts = [0] * len(labels)
        for label, count in zip(study.labels, profile, strict=True):
            counts[place[names[label]]] += count
        return tuple(counts)

    def told(pattern: Pattern) -> Pattern:
        return tuple((who, names[given]) for who, given in pattern)

    def paired(table: Confusion) -> Confusion:
        added: Counter[tuple[str, str]] = Counter()
        for (a, b), units in table.items():
            added[names[a], names[b]] += units
        return dict(added)

    return replace(
        study,
        labels=tuple(labels),
        histogram=_merged(study.histogram, cut),
        pairs={pair: paired(table) for pair, table in study.pairs.items()},
        marginals={who: cut(counts) for who, counts in study.marginals.items()},
        patterns=_merged(study.patterns, told),
        clusters=Parted(study.clusters, told),
    )


def without_reviewers(
    study: Study, gone: Collection[str], patterns: Iterable[tuple[Pattern, int]], labels: Sequence[str] = ()
) -> Study:
    """The study without the judgements of some reviewers; `patterns` are its own, `labels` those that were declared."""
    tally = Tally()

    def rest(pattern: Pattern) -> Pattern:
        return tuple(vote for vote in pattern if vote[0] not in gone)

    for pattern, units in patterns:
        tally.add(dict(rest(pattern)), units)
    return replace(tally.study(study.facet, study.level, labels), clusters=Parted(study.clusters, rest))


def _merged(histogram: Mapping[Cell, int], change: Callable[[Cell], Cell]) -> Mapping[Cell, int]:
    merged: Counter[Cell] = Counter()
    for cell, units in histogram.items():
        merged[change(cell)] += units
    merged.pop((), None)
    return dict(merged)
