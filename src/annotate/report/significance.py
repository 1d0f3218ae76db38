"""Tests: whether what is seen could be chance, with the probability that it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotate.agreement import Bags, ChiSquared, Study, Undefined, ZTest, bowker, fleiss_z, labels_of, stuart_maxwell
from annotate.report.concordance import concordance_test

TEAM = 40
"""Reviewers up to which each two are tested."""

LABELS = 20
"""Labels up to which equal frequencies are tested: the exact figures grow with the cube of their number, and more."""

TOO_MANY = Undefined(f"the two gave more than {LABELS} labels")


@dataclass(frozen=True, slots=True)
class Significance:
    """A test by name (CITED), of the pair `a` and `b` or, where they are "", of all reviewers, on so many units."""

    name: str
    found: ChiSquared | ZTest | Undefined
    units: int
    a: str = ""
    b: str = ""


CITED = {
    "fleiss_z": (
        "Fleiss, J. L., Nee, J. C. M. and Landis, J. R. (1979), Large sample variance of kappa in the case of different"
        " sets of raters, Psychological Bulletin 86(5), 974-977"
    ),
    "kendall_w": (
        "Kendall, M. G. and Babington Smith, B. (1939), The problem of m rankings, Annals of Mathematical Statistics"
        " 10(3), 275-287"
    ),
    "bowker": (
        "Bowker, A. H. (1948), A test for symmetry in contingency tables, Journal of the American Statistical"
        " Association 43(244), 572-574"
    ),
    "stuart_maxwell": (
        "Stuart, A. (1955), A test for homogeneity of the marginal distributions in a two-way classification,"
        " Biometrika 42(3/4), 412-416"
    ),
}
"""Name of a test → its source."""


def significance(study: Study, scale: Study) -> tuple[Significance, ...]:
    """The tests of a study: of Fleiss' kappa and Kendall's W, and for each pair of a team of how the two differ.

    `scale` are the judgements that have a place in the order of the labels.
    """
    return (Significance("fleiss_z", fleiss_z(study), study.pairable_units), *_kendall(scale), *_pairs(study))


def significance_of_many(bags: Bags) -> tuple[Significance, ...]:
    """The tests that make sense for more labels than a profile can hold."""
    return tuple(_kendall(bags))


def _kendall(study: Study | Bags) -> Iterator[Significance]:
    if (tested := concordance_test(study)) is not None:
        yield Significance("kendall_w", *tested)


def _pairs(study: Study) -> Iterator[Significance]:
    if len(study.reviewers) <= TEAM:
        for (a, b), table in sorted(study.pairs.items()):
            units = sum(table.values())
            yield Significance("bowker", bowker(table), units, a, b)
            few = len(labels_of(table)) <= LABELS
            yield Significance("stuart_maxwell", stuart_maxwell(table) if few else TOO_MANY, units, a, b)
