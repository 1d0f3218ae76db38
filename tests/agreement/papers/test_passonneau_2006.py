"""Passonneau, R. (2006), Measuring agreement on set-valued items (MASI); the data of dkpro's test of set distances."""

from fractions import Fraction

import pytest

from annotate.agreement import (
    Sets,
    Tally,
    by_table,
    cohen_kappa,
    in_sets,
    jaccard,
    masi,
    weighted_alpha,
)

# A judgement of either reviewer is a set of the letters A, B, C; the first unit is left out where two sets are empty.
UNITS = "/ A/ A/A A/B AB/A AB/AC ABC/ABC C/AC C/AC"


def sets_of(units: str) -> Sets:
    tally = Tally()
    for unit in units.split():
        a, b = ("+".join(letters) for letters in unit.split("/"))
        tally.add({"r0": a, "r1": b})
    return in_sets(tally.study("sets"), ["A", "B", "C"])


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [("A", "A", 1), ("A", "B", 0), ("A", "AB", "1/3"), ("AB", "AC", "1/9"), ("AB", "ABC", "4/9"), ("", "A", 0)],
)
def test_masi_is_the_share_in_common_times_how_one_holds_the_other(a: str, b: str, alike: int | str) -> None:
    assert masi(frozenset(a), frozenset(b)) == masi(frozenset(b), frozenset(a)) == Fraction(alike)


def test_jaccard_is_the_share_in_common() -> None:
    assert jaccard(frozenset("AB"), frozenset("BC")) == Fraction(1, 3)
    assert jaccard(frozenset(), frozenset()) == 1


def test_eight_units_have_the_alpha_that_nltk_gives_with_exact_thirds() -> None:
    sets = sets_of(UNITS.removeprefix("/ "))
    near = sets.weights(masi)
    assert weighted_alpha(sets.study, near) == Fraction(3, 23)
    assert cohen_kappa(sets.study.pairs["r0", "r1"], near, sets.study.labels) == Fraction(7, 51)
    assert weighted_alpha(sets.study, sets.weights(jaccard)) == Fraction(22, 147)


def test_nine_units_have_the_printed_alpha_by_a_table_of_distances() -> None:
    # dkpro-statistics, WeightedAgreementTest, prints 0.186: distances in thirds, from a table of its own.
    tally, names = Tally(), ["-", "A", "B", "AB", "AC", "ABC", "C"]
    for unit in UNITS.split():
        a, b = (letters or "-" for letters in unit.split("/"))
        tally.add({"r0": a, "r1": b})
    thirds = ["0111111", "1031113", "1301313", "1110213", "1132011", "1111101", "1333110"]
    table = [[1 - Fraction(int(cell), 3) for cell in row] for row in thirds]
    alpha = weighted_alpha(tally.study("sets", labels=names), by_table(table))
    assert alpha == Fraction(35, 188)
