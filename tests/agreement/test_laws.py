"""What must hold of every study."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.agreement import (
    Study,
    Tally,
    Undefined,
    Value,
    against_rest,
    brennan_prediger,
    by_table,
    cohen_kappa,
    conger_kappa,
    fleiss_kappa,
    gwet_ac,
    identity,
    krippendorff_alpha,
    light_kappa,
    linear,
    majority_share,
    mid_ranks,
    pair_percent_agreement,
    percent_agreement,
    percent_agreement_pairs,
    percent_agreement_ratings,
    quadratic,
    scott_pi,
    unanimity,
    weighted_alpha,
)

Ballots = list[dict[str, str]]

BALLOTS: st.SearchStrategy[Ballots] = st.lists(
    st.dictionaries(st.sampled_from(["ada", "ben", "cleo", "dan"]), st.sampled_from(["a", "b", "c"])), max_size=12
)
FAMILIES: list[Callable[[Study], Value]] = [
    percent_agreement,
    percent_agreement_pairs,
    percent_agreement_ratings,
    fleiss_kappa,
    conger_kappa,
    light_kappa,
    brennan_prediger,
    gwet_ac,
    unanimity,
    majority_share,
]
COEFFICIENTS = pytest.mark.parametrize("coefficient", [*FAMILIES, krippendorff_alpha])


def counted(ballots: Ballots, times: int = 1) -> Study:
    tally = Tally()
    for ballot in ballots:
        tally.add(ballot, times)
    return tally.study("verdict")


def renamed(ballots: Ballots, *, reviewers: Mapping[str, str], labels: Mapping[str, str]) -> Ballots:
    return [{reviewers.get(r, r): labels.get(v, v) for r, v in ballot.items()} for ballot in ballots]


@given(BALLOTS, st.randoms(use_true_random=False))
def test_votes_in_any_order_make_the_same_study(ballots: Ballots, chance: Random) -> None:
    votes = [[(str(unit), r, v) for r, v in ballot.items()] for unit, ballot in enumerate(ballots)]
    for unit in votes:
        chance.shuffle(unit)
    chance.shuffle(votes)
    tally = Tally()
    tally.take(vote for unit in votes for vote in unit)
    assert tally.study("verdict") == counted(ballots)


@COEFFICIENTS
@given(ballots=BALLOTS)
def test_other_names_for_labels_change_no_value(coefficient: Callable[[Study], Value], ballots: Ballots) -> None:
    swapped = renamed(ballots, reviewers={}, labels={"a": "z", "b": "a", "c": "m"})
    assert same(coefficient(counted(ballots)), coefficient(counted(swapped)))


@COEFFICIENTS
@given(ballots=BALLOTS)
def test_other_names_for_reviewers_change_no_value(coefficient: Callable[[Study], Value], ballots: Ballots) -> None:
    swapped = renamed(ballots, reviewers={"ada": "zoe", "ben": "ada"}, labels={})
    assert coefficient(counted(ballots)) == coefficient(counted(swapped))


@given(BALLOTS)
def test_a_pair_has_the_same_values_from_either_side(ballots: Ballots) -> None:
    for table in counted(ballots).pairs.values():
        turned = {(b, a): n for (a, b), n in table.items()}
        assert cohen_kappa(table) == cohen_kappa(turned)
        assert pair_percent_agreement(table) == pair_percent_agreement(turned)


@given(BALLOTS, st.integers(2, 5))
def test_every_unit_seen_several_times_leaves_percent_agreement_and_kappa(ballots: Ballots, times: int) -> None:
    once, often = counted(ballots), counted(ballots, times)
    assert percent_agreement(once) == percent_agreement(often)
    assert {p: cohen_kappa(t) for p, t in once.pairs.items()} == {p: cohen_kappa(t) for p, t in often.pairs.items()}


@given(BALLOTS)
def test_alpha_is_one_exactly_where_all_agree_and_two_labels_are_there(ballots: Ballots) -> None:
    pairable = [set(ballot.values()) for ballot in ballots if len(ballot) >= 2]
    agreed_on_two = all(len(labels) == 1 for labels in pairable) and len(set().union(*pairable)) >= 2
    assert (krippendorff_alpha(counted(ballots)) == 1) is agreed_on_two


@given(BALLOTS)
def test_alpha_is_undefined_exactly_where_fewer_than_two_labels_can_be_compared(ballots: Ballots) -> None:
    comparable = {label for ballot in ballots if len(ballot) >= 2 for label in ballot.values()}
    assert isinstance(krippendorff_alpha(counted(ballots)), Undefined) is (len(comparable) < 2)


@given(BALLOTS)
def test_values_stay_within_their_bounds(ballots: Ballots) -> None:
    study = counted(ballots)
    assert all(0 <= value <= 1 for value in defined(percent_agreement(study)))
    assert all(value <= 1 for value in defined(krippendorff_alpha(study)))
    for table in study.pairs.values():
        assert all(-1 <= value <= 1 for value in defined(cohen_kappa(table)))


@given(BALLOTS)
def test_a_declared_label_that_nobody_gives_changes_none_of_these(ballots: Ballots) -> None:
    tally = Tally()
    for ballot in ballots:
        tally.add(ballot)
    wider = tally.study("verdict", labels=["never", "a", "b", "c"])
    assert percent_agreement(wider) == percent_agreement(counted(ballots))
    assert krippendorff_alpha(wider) == krippendorff_alpha(counted(ballots))


@given(BALLOTS)
def test_the_counts_of_a_study_agree_with_one_another(ballots: Ballots) -> None:
    study = counted(ballots)
    assert study.judgements == sum(map(len, ballots)) == sum(sum(counts) for counts in study.marginals.values())
    assert study.units == sum(1 for ballot in ballots if ballot)
    assert study.label_counts == tuple(map(sum, zip(*study.marginals.values(), strict=True)))


@given(BALLOTS)
def test_alpha_of_two_reviewers_with_every_vote_is_scotts_pi_for_a_small_sample(ballots: Ballots) -> None:
    # Krippendorff (2004): alpha = 1 - (1 - pi) (n - 1) / n, with n judgements.
    study = counted([{"ada": b["ada"], "ben": b["ben"]} for b in ballots if {"ada", "ben"} <= b.keys()])
    n = study.judgements
    by_chance = sum(Fraction(count, n) ** 2 for count in study.label_counts) if n else 1
    for observed in defined(percent_agreement(study)) if by_chance != 1 else ():
        pi = (observed - by_chance) / (1 - by_chance)
        assert krippendorff_alpha(study) == 1 - (1 - pi) * Fraction(n - 1, n)


@given(BALLOTS, st.integers(1, 1000))
def test_alpha_comes_to_fleiss_kappa_as_judgements_grow(ballots: Ballots, times: int) -> None:
    # With every vote 1 - alpha falls short of 1 - kappa by one part in as many as there are judgements.
    team = ("ada", "ben", "cleo")
    study = counted([{who: ballot[who] for who in team} for ballot in ballots if ballot.keys() >= set(team)], times)
    for kappa in defined(fleiss_kappa(study)):
        for alpha in defined(krippendorff_alpha(study)):
            assert (1 - alpha) * study.judgements == (1 - kappa) * (study.judgements - 1)


@pytest.mark.parametrize("coefficient", FAMILIES)
@given(ballots=BALLOTS, times=st.integers(2, 5))
def test_every_unit_seen_several_times_changes_no_value_but_alphas(
    coefficient: Callable[[Study], Value], ballots: Ballots, times: int
) -> None:
    assert coefficient(counted(ballots)) == coefficient(counted(ballots, times))


@pytest.mark.parametrize("coefficient", [percent_agreement, brennan_prediger, unanimity, majority_share])
@given(ballots=BALLOTS, label=st.sampled_from("abc"))
def test_one_more_unanimous_unit_never_lowers_what_ignores_frequencies(
    coefficient: Callable[[Study], Value], ballots: Ballots, label: str
) -> None:
    whole = [*ballots, dict.fromkeys(["ada", "ben", "cleo", "dan"], label)]
    for before in defined(coefficient(declared(ballots))):
        assert all(after >= before for after in defined(coefficient(declared(whole))))


@given(BALLOTS)
def test_fleiss_kappa_of_two_with_every_vote_is_scotts_pi_and_congers_is_cohens(ballots: Ballots) -> None:
    study = counted([{"ada": b["ada"], "ben": b["ben"]} for b in ballots if {"ada", "ben"} <= b.keys()])
    for table in study.pairs.values():
        assert same(fleiss_kappa(study), scott_pi(table))
        assert same(conger_kappa(study), cohen_kappa(table))
        assert same(light_kappa(study), cohen_kappa(table))


@given(BALLOTS)
def test_ordinal_alpha_is_interval_alpha_on_mid_ranks(ballots: Ballots) -> None:
    pairable = [ballot for ballot in ballots if len(ballot) >= 2]
    study = counted(pairable)
    ranks = dict(zip(study.labels, mid_ranks(study.label_counts), strict=True))
    assert krippendorff_alpha(study, "ordinal") == weighted_alpha(study, quadratic(list(ranks.values())))
    # Ranks are halves at most, so that twice each is a whole number for a label.
    numbers = {label: str(int(2 * rank)) for label, rank in ranks.items()}
    tally = Tally()
    for ballot in renamed(pairable, reviewers={}, labels=numbers):
        tally.add(ballot)
    on_ranks = tally.study("verdict", "interval")
    assert same(krippendorff_alpha(study, "ordinal"), krippendorff_alpha(on_ranks, "interval"))


@given(BALLOTS)
def test_weights_are_what_their_table_says(ballots: Ballots) -> None:
    study, places = declared(ballots), [1, 2, 5]
    linear_table = [[1 - Fraction(abs(a - b), 4) for b in places] for a in places]
    square_table = [[1 - Fraction((a - b) ** 2, 16) for b in places] for a in places]
    same_table = [[int(a == b) for b in places] for a in places]
    pairs = [
        (linear(places), by_table(linear_table)),
        (quadratic(places), by_table(square_table)),
        (identity, by_table(same_table)),
    ]
    for quick, plain in pairs:
        for family in (percent_agreement, fleiss_kappa, conger_kappa, light_kappa, brennan_prediger, gwet_ac):
            assert family(study, quick) == family(study, plain)
        assert weighted_alpha(study, quick) == weighted_alpha(study, plain)


@given(BALLOTS)
def test_of_two_labels_any_weights_and_either_label_against_the_rest_say_the_same(ballots: Ballots) -> None:
    study = counted([{who: label for who, label in ballot.items() if label != "c"} for ballot in ballots])
    if len(study.labels) == 2:
        assert fleiss_kappa(study) == fleiss_kappa(study, linear([1, 2])) == fleiss_kappa(study, quadratic([3, 9]))
        apart = against_rest(study, "a")
        assert same(fleiss_kappa(apart), fleiss_kappa(study))
        assert same(krippendorff_alpha(apart), krippendorff_alpha(study))


def declared(ballots: Ballots) -> Study:
    """The study in which a, b and c could have been given."""
    tally = Tally()
    for ballot in ballots:
        tally.add(ballot)
    return tally.study("verdict", labels=["a", "b", "c"])


def defined(value: Value) -> tuple[Fraction, ...]:
    return () if isinstance(value, Undefined) else (value,)


def same(one: Value, other: Value) -> bool:
    """Equal values, or both none: the reason may name a label."""
    return one == other or (isinstance(one, Undefined) and isinstance(other, Undefined))
