"""Tables on which a coefficient has no value: each says why, and percent agreement stands where it can."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from annotate.agreement import (
    Study,
    Tally,
    Undefined,
    cohen_kappa,
    krippendorff_alpha,
    pair_percent_agreement,
    percent_agreement,
)

ONE_LABEL = Undefined('every judgement that can be compared is "A", so that agreement by chance is certain (0/0)')
NO_COMMON_UNIT = Undefined("the two reviewers have no unit in common")


@pytest.mark.parametrize("rows", [["AA", "AA", "AA"], ["AA"]], ids=["three units", "one unit"])
def test_one_label_throughout_leaves_only_percent_agreement(of_ratings: Callable[..., Study], rows: list[str]) -> None:
    study = of_ratings(rows)
    assert percent_agreement(study) == 1
    assert krippendorff_alpha(study) == ONE_LABEL
    assert cohen_kappa(study.pairs["r0", "r1"]) == ONE_LABEL


def test_a_declared_label_that_nobody_used_changes_nothing_of_that() -> None:
    tally = Tally()
    tally.add({"ada": "A", "ben": "A"}, 3)
    assert krippendorff_alpha(tally.study("verdict", labels=["A", "B"])) == ONE_LABEL


def test_a_label_that_only_a_lone_judgement_has_cannot_be_compared(of_ratings: Callable[..., Study]) -> None:
    study = of_ratings([("A", "A"), ("B", None)])
    assert study.label_counts == (2, 1)
    assert percent_agreement(study) == 1
    assert krippendorff_alpha(study) == ONE_LABEL


@pytest.mark.parametrize("rows", [[], [(None, None), (None, None)]], ids=["no unit", "all missing"])
def test_without_a_judgement_nothing_is_defined(of_ratings: Callable[..., Study], rows: list[object]) -> None:
    study = of_ratings(rows)
    assert percent_agreement(study) == krippendorff_alpha(study) == Undefined("there is no judgement")
    assert (study.units, study.judgements, study.reviewers) == (0, 0, ())


def test_one_reviewer_agrees_with_nobody(of_ratings: Callable[..., Study]) -> None:
    study = of_ratings(["A", "B", "A"])
    assert percent_agreement(study) == krippendorff_alpha(study) == Undefined("no unit was judged by two reviewers")


def test_two_reviewers_of_different_units_have_nothing_in_common(of_ratings: Callable[..., Study]) -> None:
    study = of_ratings([("A", None), (None, "A")])
    assert study.pairs == {}
    assert cohen_kappa({}) == pair_percent_agreement({}) == NO_COMMON_UNIT
    assert krippendorff_alpha(study) == Undefined("no unit was judged by two reviewers")


def test_full_agreement_on_two_labels_is_one(of_ratings: Callable[..., Study]) -> None:
    study = of_ratings(["AA", "BB", "AA", "BB"])
    assert percent_agreement(study) == krippendorff_alpha(study) == cohen_kappa(study.pairs["r0", "r1"]) == 1


def test_full_disagreement_is_minus_one_for_kappa_and_minus_three_quarters_for_alpha(
    of_ratings: Callable[..., Study],
) -> None:
    study = of_ratings(["AB", "BA", "AB", "BA"])
    assert percent_agreement(study) == 0
    assert cohen_kappa(study.pairs["r0", "r1"]) == -1
    assert krippendorff_alpha(study) == Fraction(-3, 4)


def test_alpha_leaves_out_a_lone_judgement(of_ratings: Callable[..., Study]) -> None:
    study = of_ratings([("A", "A", None), ("B", "B", "A"), (None, None, "B")])
    assert percent_agreement(study) == Fraction(2, 3)
    assert krippendorff_alpha(study) == Fraction(1, 3)


def test_a_reviewer_who_never_judged_is_none(of_ratings: Callable[..., Study]) -> None:
    study = of_ratings([("A", "A", None), ("B", "A", None), ("B", "B", None)])
    assert study.reviewers == ("r0", "r1")
    assert cohen_kappa(study.pairs["r0", "r1"]) == Fraction(2, 5)
    assert krippendorff_alpha(study) == Fraction(4, 9)


def test_no_value_takes_part_in_no_arithmetic() -> None:
    with pytest.raises(TypeError):
        sum([Fraction(1), Undefined("there is no judgement")])  # type: ignore[list-item]
