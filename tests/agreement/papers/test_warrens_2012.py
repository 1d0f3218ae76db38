"""Warrens, M. J. (2012), on kappas of many raters, pages 3 and 9: Conger's (also Hubert's) and Light's kappa."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, Tally, conger_kappa, light_kappa

# Units, and what four raters gave them.
PAGE_3 = [(10, "1111"), (2, "1010"), (2, "1000"), (1, "0001"), (15, "0000")]
PAGE_9 = [(6, "1111"), (5, "1000"), (4, "0000")]


def study(rows: list[tuple[int, str]]) -> Study:
    tally = Tally()
    for units, given in rows:
        tally.add({f"r{place}": label for place, label in enumerate(given)}, units)
    return tally.study("verdict")


def test_page_3_has_the_printed_kappa(printed: Callable[..., str]) -> None:
    kappa = conger_kappa(study(PAGE_3))
    assert kappa == Fraction(1036, 1291)
    assert printed(kappa, 6) == "0.802479"


def test_page_9_has_675_where_the_paper_has_two_digits_swapped() -> None:
    assert conger_kappa(study(PAGE_9)) == Fraction(52, 77)
    assert light_kappa(study(PAGE_9)) == Fraction(57, 82)
