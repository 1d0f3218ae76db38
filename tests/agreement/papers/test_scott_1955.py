"""Scott, W. A. (1955), Reliability of content analysis, POQ 19(3): pi, on the table of Cohen 1960."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import Study, Tally, Undefined, fleiss_kappa, scott_pi

PAGE_45 = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]


def test_pi_draws_chance_from_the_frequencies_of_both(of_contingency: Callable[..., Study]) -> None:
    # Agreement 140/200; together the labels have 220, 120 and 60 of 400: chance .55² + .30² + .15² = .415.
    study = of_contingency("1 2 3", PAGE_45)
    assert scott_pi(study.pairs["r0", "r1"]) == (Fraction(7, 10) - Fraction(415, 1000)) / (1 - Fraction(415, 1000))


def test_fleiss_kappa_of_two_with_every_vote_is_pi(of_contingency: Callable[..., Study]) -> None:
    study = of_contingency("1 2 3", PAGE_45)
    assert fleiss_kappa(study) == scott_pi(study.pairs["r0", "r1"]) == Fraction(19, 39)


def test_pi_asks_only_what_both_judged_and_fleiss_kappa_keeps_a_lone_judgement() -> None:
    tally = Tally()
    tally.add({"ada": "A", "ben": "A"})
    tally.add({"ada": "B"})
    study = tally.study("verdict")
    assert fleiss_kappa(study) == 1
    assert isinstance(scott_pi(study.pairs["ada", "ben"]), Undefined)
