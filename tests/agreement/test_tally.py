"""From votes to counts."""

from collections import Counter
from fractions import Fraction
from itertools import combinations

import pytest

from annotate.agreement import (
    Tally,
    against_rest,
    cohen_kappa,
    krippendorff_alpha,
    percent_agreement,
    without,
)
from annotate.agreement.tally import KEPT_PATTERNS

# Four claims; cleo did not see the third, ben alone saw the fourth.
VOTES = [
    ("c1", "ada", "false"),
    ("c1", "ben", "false"),
    ("c1", "cleo", "false"),
    ("c2", "ada", "false"),
    ("c2", "ben", "true"),
    ("c2", "cleo", "true"),
    ("c3", "ada", "true"),
    ("c3", "ben", "true"),
    ("c4", "ben", "mixed"),
]


def test_a_small_study_is_counted_as_by_hand() -> None:
    tally = Tally()
    tally.take(VOTES)
    study = tally.study("verdict", labels=["true", "mixed", "false"])
    assert study.histogram == {(0, 0, 3): 1, (2, 0, 1): 1, (2, 0, 0): 1, (0, 1, 0): 1}
    assert study.pairs == {
        ("ada", "ben"): {("false", "false"): 1, ("false", "true"): 1, ("true", "true"): 1},
        ("ada", "cleo"): {("false", "false"): 1, ("false", "true"): 1},
        ("ben", "cleo"): {("false", "false"): 1, ("true", "true"): 1},
    }
    assert study.marginals == {"ada": (1, 0, 2), "ben": (2, 1, 1), "cleo": (1, 0, 1)}
    assert study.label_counts == (4, 1, 4)
    assert (study.units, study.pairable_units, study.judgements) == (4, 3, 9)


def test_a_small_study_has_the_values_worked_out_by_hand() -> None:
    tally = Tally()
    tally.take(VOTES)
    study = tally.study("verdict")
    # The shares of agreeing pairs are 1, 1/3 and 1.
    assert percent_agreement(study) == Fraction(7, 9)
    # Of 8 pairable judgements, 4 a label; disagreement within c2 is 4/2, so observed 2/8; expected 2*4*4/(8*7).
    assert krippendorff_alpha(study) == 1 - Fraction(2, 8) / Fraction(32, 56)
    # ada and ben: 2/3 agree; by chance (2/3)(1/3) + (1/3)(2/3) = 4/9.
    assert cohen_kappa(study.pairs["ada", "ben"]) == (Fraction(2, 3) - Fraction(4, 9)) / (1 - Fraction(4, 9))
    # ada says false twice, so that all her agreement with cleo is what chance gives.
    assert cohen_kappa(study.pairs["ada", "cleo"]) == 0


def test_declared_labels_come_first_in_their_order_and_the_others_by_code_point() -> None:
    tally = Tally()
    tally.add({"ada": "z", "ben": "b", "cleo": "Ä"})
    assert tally.study("verdict", labels=["unused", "z"]).labels == ("unused", "z", "b", "Ä")


def test_a_ballot_stands_for_as_many_units_as_it_says() -> None:
    by_number, one_by_one = Tally(), Tally()
    by_number.add({"ada": "a", "ben": "b"}, 3)
    for _ in range(3):
        one_by_one.add({"ben": "b", "ada": "a"})
    assert by_number.study("verdict") == one_by_one.study("verdict")


def test_an_empty_ballot_and_no_units_are_not_counted() -> None:
    tally = Tally()
    tally.add({}, 5)
    tally.add({"ada": "a"}, 0)
    assert tally.study("verdict") == Tally().study("verdict")


def test_a_study_can_be_drawn_while_votes_come_in() -> None:
    tally = Tally()
    tally.take(VOTES[:3])
    assert tally.study("verdict").units == 1
    tally.take(VOTES[3:])
    assert tally.study("verdict").units == 4


def test_a_second_vote_of_a_reviewer_on_a_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="'ada' voted twice on one unit"):
        Tally().take([("c1", "ada", "a"), ("c1", "ben", "a"), ("c1", "ada", "b")])


def test_more_patterns_than_are_kept_are_all_counted() -> None:
    crowd = list(combinations([f"r{place}" for place in range(370)], 2))
    assert len(crowd) > KEPT_PATTERNS
    tally = Tally()
    for a, b in crowd * 2:
        tally.add({a: "yes", b: "yes"})
    study = tally.study("verdict")
    assert study.histogram == {(2,): 2 * len(crowd)}
    assert set(study.pairs) == {(min(pair), max(pair)) for pair in crowd}
    assert all(table == {("yes", "yes"): 2} for table in study.pairs.values())
    assert study.marginals == dict.fromkeys(study.reviewers, (2 * 369,))


def test_a_study_knows_the_pattern_of_each_unit() -> None:
    tally = Tally()
    tally.take([*VOTES, ("c5", "ben", "mixed")])
    study = tally.study("verdict")
    assert study.patterns[(("ben", "mixed"),)] == 2
    assert sum(study.patterns.values()) == study.units
    assert list(study.clusters) == []


def test_units_are_counted_by_document_and_a_unit_without_one_stands_for_itself() -> None:
    tally = Tally()
    tally.take([*VOTES, ("c5", "ben", "mixed")], lambda unit: {"c1": "d2", "c2": "d1", "c3": "d2"}.get(unit, ""))
    study = tally.study("verdict")
    sizes = [sum(patterns.values()) for patterns in study.clusters]
    assert sizes == [1, 2, 1, 1]
    assert sum(map(Counter, study.clusters), Counter()) == Counter(study.patterns)
    assert list(study.clusters) == list(study.clusters)


def test_too_many_patterns_are_not_kept_but_the_documents_are() -> None:
    tally = Tally()
    crowd = list(combinations([f"r{place}" for place in range(370)], 2))
    for place, (a, b) in enumerate(crowd):
        tally.add({a: "yes", b: "yes"}, 1, f"d{place % 3}")
    study = tally.study("verdict")
    assert study.patterns == {}
    assert [len(patterns) for patterns in study.clusters] == [len(crowd) // 3] * 3


def test_one_label_against_the_rest_is_counted_by_document_too() -> None:
    tally = Tally()
    tally.take(VOTES, lambda unit: "d1" if unit < "c3" else "d2")
    study = tally.study("verdict")
    apart, cut = against_rest(study, "true"), without(study, ["mixed"])
    assert list(apart.clusters)[1] == {(("ada", "label"), ("ben", "label")): 1, (("ben", "other"),): 1}
    assert list(cut.clusters)[1] == {(("ada", "true"), ("ben", "true")): 1}
    assert sum(cut.patterns.values()) == 3
