"""Krippendorff's own bootstrap of alpha, as KALPHA has it: kept to compare with, not to rely on.

It draws pairs of judgements as if each were a unit of its own, and holds expected disagreement fixed, so that its
interval is too narrow at every size: of nominal 95 % it covers 83 to 91 (Zapf, A. et al. (2016), Measuring inter-rater
reliability for nominal data, BMC Medical Research Methodology 16, 93; Hughes, J. (2022), arXiv 2210.13265).
"""

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from itertools import islice
from operator import mul
from random import Random

from annotate.agreement.additive import in_whole_numbers
from annotate.agreement.bca import percentile_ends
from annotate.agreement.chance import multinomial
from annotate.agreement.interval import rounded
from annotate.agreement.resample import RESAMPLES
from annotate.agreement.study import Study, label_totals
from annotate.agreement.weights import Weights

PER_CELL = 25
"""Draws for each kind of disagreement at most, as the algorithm caps them."""


def kalpha_ends(study: Study, weights: Weights, confidence: float, seed: int) -> tuple[float, float]:
    """The percentiles of alphas with resampled observed disagreement; alpha must be defined.

    Krippendorff, K. (2006, revised 2011), Algorithm for bootstrapping a distribution of alpha, University of
    Pennsylvania; without its last step, which moves resamples without any disagreement.
    """
    met = _met(study)
    counts = label_totals(study.pairable, len(study.labels))
    n = sum(counts)
    expected = (n * n - weights(counts, counts)) / (n * (n - 1))
    cells = sorted(met)
    apart = [_apart(weights, cell, len(counts)) / expected for cell in cells]
    pairs = sum(units * sum(p) * (sum(p) - 1) // 2 for p, units in study.pairable.items())
    draws = min(pairs, PER_CELL * max(1, sum(a != b for a, b in cells)))
    whole, _ = in_whole_numbers({cell: [met[cell]] for cell in cells})
    shares = [whole[cell][0] for cell in cells]
    drawn = islice(multinomial(Random(seed), shares, draws), RESAMPLES)
    low, high = percentile_ends(sorted(1 - sum(map(mul, counted, apart)) / draws for counted in drawn), confidence)
    return rounded(low), rounded(high)


def _met(study: Study) -> Mapping[tuple[int, int], Fraction]:
    """How often each two labels met, in either order: the coincidences."""
    found: defaultdict[tuple[int, int], Fraction] = defaultdict(Fraction)
    for profile, units in study.pairable.items():
        for a, first in enumerate(profile):
            for b, second in enumerate(profile):
                met = first * (second - (a == b))
                if met:
                    found[a, b] += Fraction(units * met, sum(profile) - 1)
    return found


def _apart(weights: Weights, cell: tuple[int, int], labels: int) -> Fraction:
    first, second = ([int(place == own) for place in range(labels)] for own in cell)
    return 1 - weights(first, second)
