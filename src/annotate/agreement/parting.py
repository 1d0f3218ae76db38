"""Studies drawn from a study: one label against the rest, or without some labels."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from annotate.agreement.study import Profile, Study


def against_rest(study: Study, label: str) -> Study:
    """The study as if each judgement had only said whether it is this label: two labels, "label" and "other".

    Fleiss, J. L. (1971), page 380, for kappa; Krippendorff, K. (1980), Content Analysis, page 139, for alpha. The names
    of the reviewers are dropped, since nothing that is asked of one label needs them.
    """
    place = study.labels.index(label)
    merged = _merged(study.histogram, lambda profile: (profile[place], sum(profile) - profile[place]))
    return Study(study.facet, "nominal", ("label", "other"), merged, {}, {})


def without(study: Study, labels: Collection[str]) -> Study:
    """The study without the judgements that gave one of `labels`, which are then no labels of it."""
    kept = [place for place, label in enumerate(study.labels) if label not in labels]

    def cut(profile: Profile) -> Profile:
        return tuple(profile[place] for place in kept)

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


def _merged(histogram: Mapping[Profile, int], change: Callable[[Profile], Profile]) -> Mapping[Profile, int]:
    merged: Counter[Profile] = Counter()
    for profile, units in histogram.items():
        merged[change(profile)] += units
    return dict(merged)
