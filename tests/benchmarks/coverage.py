"""How often the default intervals hold the true value, in simulated studies of which that value is known.

Three reviewers, each of whom misses a fifth of the units; where documents differ, they differ in how hard they are and
in which label prevails. Prints Markdown: the share of nominal 95 % intervals that hold the truth, and how often a
report warns that they may be too narrow, or gives none. `make coverage-table` draws a thousand studies for each row.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from random import Random

from annotate.agreement import (
    FEW_DOCUMENTS,
    Additive,
    Interval,
    Pattern,
    Study,
    Undefined,
    agreement_by,
    alpha_at,
    few,
    identity,
    intervals,
    kappas_of_all,
    of_units,
)
from annotate.agreement.additive import to_profile

MISSING = 0.2
LABELS = ("a", "b", "c", "d")
NAMES = ("alpha", "AC1", "agreement")


@dataclass(frozen=True)
class Kind:
    """A kind of document: the shares of its labels, and how often a reviewer sees the true one and does not guess."""

    mix: Sequence[float]
    keen: float


class Model:
    """A world of kinds of documents, all as likely, and the values that all of it has."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self.labels = LABELS[: len(kinds[0].mix)]
        share = 1 / len(kinds)
        self.guess = [share * sum(kind.mix[label] for kind in kinds) for label in range(len(self.labels))]
        self.kinds = [_cumulated(self._patterns(kind)) for kind in kinds]
        self.truth = self._truth(kinds)

    def _seen(self, kind: Kind, true: int) -> list[float]:
        return [kind.keen * (label == true) + (1 - kind.keen) * guess for label, guess in enumerate(self.guess)]

    def _truth(self, kinds: Sequence[Kind]) -> Mapping[str, float]:
        agreed, shares = 0.0, [0.0] * len(self.labels)
        for kind in kinds:
            for true, part in enumerate(kind.mix):
                seen = self._seen(kind, true)
                agreed += part * sum(one * one for one in seen) / len(kinds)
                shares = [share + part * one / len(kinds) for share, one in zip(shares, seen, strict=True)]
        even = sum(share * share for share in shares)
        mixed = (1 - even) / (len(shares) - 1)
        return {"alpha": (agreed - even) / (1 - even), "AC1": (agreed - mixed) / (1 - mixed), "agreement": agreed}

    def _patterns(self, kind: Kind) -> Mapping[Pattern, float]:
        found: Counter[Pattern] = Counter()
        for true, part in enumerate(kind.mix):
            chances = [*((1 - MISSING) * one for one in self._seen(kind, true)), MISSING]
            for given in product(range(len(chances)), repeat=3):
                chance = part
                for label in given:
                    chance *= chances[label]
                named = ((f"r{who}", self.labels[label]) for who, label in enumerate(given) if label < len(self.labels))
                found[tuple(named)] += chance  # type: ignore[assignment]
        return found

    def study(self, rnd: Random, documents: int, units: int, *, known: bool) -> Study:
        """So many documents of so many units, with the documents `known` or not."""
        clusters = []
        for patterns, reach in rnd.choices(self.kinds, k=documents):
            clusters.append(Counter(rnd.choices(patterns, cum_weights=reach, k=units)))
            clusters[-1].pop((), None)
        whole: Counter[Pattern] = Counter()
        for one in clusters:
            whole.update(one)
        profile, histogram = to_profile(self.labels), Counter[tuple[int, ...]]()
        for pattern, number in whole.items():
            histogram[profile(pattern)] += number
        return Study("v", "nominal", self.labels, histogram, {}, {}, whole, clusters if known else ())


def _cumulated(patterns: Mapping[Pattern, float]) -> tuple[list[Pattern], list[float]]:
    return list(patterns), list(accumulate(patterns.values()))


def additives(study: Study) -> Mapping[str, Additive]:
    """The three that the table is about."""
    alpha, kappas = alpha_at(study), kappas_of_all(study)
    if isinstance(alpha, Undefined) or isinstance(kappas, Undefined):
        raise TypeError("too much")
    return dict(zip(NAMES, (alpha, kappas["gwet_ac"], of_units(study, agreement_by(identity))), strict=True))


def even(keen: float) -> list[Kind]:
    """Documents alike, four labels as frequent."""
    return [Kind([0.25] * 4, keen)]


def skewed(keen: float) -> list[Kind]:
    """Documents alike, nine of ten one label."""
    return [Kind([0.9, 0.1], keen)]


def apart(*, rare: bool) -> list[Kind]:
    """Documents that differ, with four labels as frequent or nine of ten one label."""
    if rare:
        return [Kind([most, 1 - most], keen) for keen in (0.5, 0.8, 0.95) for most in (0.75, 0.9, 0.96, 0.99)]
    mixes = [[0.55 if label == most else 0.15 for label in range(4)] for most in range(4)]
    return [Kind(mix, keen) for keen in (0.3, 0.6, 0.9) for mix in mixes]


def studies() -> Iterator[tuple[str, Model, int, int, bool]]:
    """What a row is called, its world, documents, units of each, and whether the documents are known."""
    for units in (20, 50, 200, 1000):
        for what, kinds in (("four labels", even), ("90 % one label", skewed)):
            for keen in (0.6, 0.9):
                yield f"{units} units, {what}", Model(kinds(keen)), 1, units, False
    for documents, units in ((5, 40), (8, 40), (15, 40), (50, 40), (200, 40), (200, 5)):
        for what, rare in (("four labels", False), ("90 % one label", True)):
            yield f"{documents} × {units} units, {what}", Model(apart(rare=rare)), documents, units, True


def row(title: str, model: Model, size: tuple[int, int], *, known: bool, draws: int) -> str:
    """A row of the table."""
    rnd, held, given, warned = Random(f"{title} {model.truth}"), Counter[str](), Counter[str](), 0
    for _ in range(draws):
        study = model.study(rnd, *size, known=known)
        found = intervals(additives(study), study)
        warned += bool(few(study)) or (known and size[0] < FEW_DOCUMENTS)
        for name, one in found.items():
            if isinstance(one, Interval):
                given[name] += 1
                held[name] += one.low <= model.truth[name] <= one.high
    cells = (f"{held[name] / given[name]:.3f}" if given[name] else "–" for name in NAMES)
    none = 1 - min(given[name] for name in NAMES) / draws
    return f"| {title} | {model.truth['alpha']:.2f} | {' | '.join(cells)} | {warned / draws:.0%} | {none:.0%} |"


def main() -> None:
    """Prints the table."""
    draws = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    print("| study | alpha | covers: alpha | AC1 | agreement | warned | no interval |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for title, model, documents, units, known in studies():
        fewer = draws // 2 if documents * units > 1000 else draws
        print(row(title, model, (documents, units), known=known, draws=fewer), flush=True)


if __name__ == "__main__":
    main()
