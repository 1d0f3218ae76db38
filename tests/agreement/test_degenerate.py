"""Tables on which a coefficient has no value: each says why, and percent agreement stands where it can."""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from annotate.agreement import (
    Level,
    Study,
    Tally,
    Undefined,
    Value,
    brennan_prediger,
    cohen_kappa,
    conger_kappa,
    fleiss_kappa,
    gwet_ac,
    krippendorff_alpha,
    light_kappa,
    majority_share,
    pair_percent_agreement,
    percent_agreement,
    percent_agreement_pairs,
    percent_agreement_ratings,
    scott_pi,
    unanimity,
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


def test_one_label_leaves_no_kappa_but_those_that_look_at_the_choices(of_ratings: Callable[..., Study]) -> None:
    tally = Tally()
    tally.add({"ada": "A", "ben": "A"}, 3)
    study = tally.study("verdict", labels=["A", "B"])
    assert fleiss_kappa(study) == conger_kappa(study) == ONE_LABEL
    why = "agreement by chance is certain for two of the reviewers, who so have no kappa (0/0)"
    assert light_kappa(study) == Undefined(why)
    assert scott_pi(study.pairs["ada", "ben"]) == ONE_LABEL
    assert brennan_prediger(study) == gwet_ac(study) == 1
    alone = tally.study("verdict")
    one = Undefined("there is only one label to choose from, so that agreement by chance is certain (0/0)")
    assert brennan_prediger(alone) == gwet_ac(alone) == one


EVERY = [
    percent_agreement,
    percent_agreement_pairs,
    percent_agreement_ratings,
    fleiss_kappa,
    conger_kappa,
    light_kappa,
    brennan_prediger,
    gwet_ac,
    krippendorff_alpha,
    unanimity,
    majority_share,
]


@pytest.mark.parametrize("coefficient", EVERY)
def test_nothing_to_compare_leaves_every_coefficient_undefined(
    of_ratings: Callable[..., Study], coefficient: Callable[[Study], Value]
) -> None:
    assert coefficient(of_ratings([])) == Undefined("there is no judgement")
    assert coefficient(of_ratings(["A", "B"])) == Undefined("no unit was judged by two reviewers")


def test_a_lone_judgement_counts_for_the_frequencies_of_fleiss_gwet_and_conger(
    of_ratings: Callable[..., Study],
) -> None:
    study = of_ratings([("A", "A", None), ("B", "B", "A"), (None, None, "B")])
    assert (fleiss_kappa(study), gwet_ac(study)) == (Fraction(13, 40), Fraction(14, 41))
    assert conger_kappa(study) == light_kappa(study) == Fraction(1, 3)
    assert (percent_agreement_pairs(study), percent_agreement_ratings(study)) == (Fraction(1, 2), Fraction(3, 5))


def test_an_idle_reviewer_leaves_congers_kappa_undefined(of_ratings: Callable[..., Study]) -> None:
    study = of_ratings([("A", "A"), ("B", "A"), ("B", "B")])
    idle = replace(study, marginals={**study.marginals, "r2": (0, 0)})
    assert conger_kappa(idle) == Undefined('the reviewer "r2" gave no judgement, and so has no label frequencies')
    assert conger_kappa(study) == light_kappa(study) == Fraction(2, 5)


def test_without_names_there_is_no_kappa_of_persons(of_label_counts: Callable[..., Study]) -> None:
    study = of_label_counts([(2, 0), (1, 1)])
    assert conger_kappa(study) == light_kappa(study) == Undefined("it is not known who gave which judgement")


@pytest.mark.parametrize(
    ("label", "level", "reason"),
    [("x", "interval", 'the label "x" is no number'), ("-1", "ratio", "a ratio scale has no negative numbers")],
)
def test_alpha_of_numbers_needs_numbers(
    of_ratings: Callable[..., Study], label: str, level: Level, reason: str
) -> None:
    study = replace(of_ratings([(label, "2"), ("2", "2")]), level=level)
    assert krippendorff_alpha(study, level) == Undefined(reason)


def test_labels_that_are_the_same_number_leave_alpha_undefined(of_ratings: Callable[..., Study]) -> None:
    study = replace(of_ratings([("1", "1.0")]), level="interval")
    alpha = krippendorff_alpha(study, "interval")
    assert isinstance(alpha, Undefined)
    assert alpha.reason.startswith("no two labels that can be compared are apart")


def test_no_value_takes_part_in_no_arithmetic() -> None:
    with pytest.raises(TypeError):
        sum([Fraction(1), Undefined("there is no judgement")])  # type: ignore[list-item]
