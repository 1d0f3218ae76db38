"""One reviewer against the rest: by hand, and by what must hold of every study."""

from collections import Counter
from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from annotate.agreement import (
    Coincidences,
    Pattern,
    Ratio,
    Study,
    Tally,
    Undefined,
    Value,
    alpha_without,
    cohen_kappa,
    facing,
    facing_kappa,
    habits,
    krippendorff_alpha,
    leavings,
    pair_percent_agreement,
    widened,
)

Ballots = list[dict[str, str]]
NAMES, LABELS = ["ada", "ben", "cleo", "dan"], ["a", "b", "c"]
BALLOTS = st.lists(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(LABELS)), max_size=12)
WHOLE = st.lists(st.fixed_dictionaries({name: st.sampled_from(LABELS) for name in NAMES[:3]}), min_size=1, max_size=12)

THREE = [
    {"ada": "a", "ben": "a", "cleo": "a"},
    {"ada": "a", "ben": "b", "cleo": "b"},
    {"ada": "b", "ben": "b"},
    {"cleo": "b"},
]


def counted(ballots: Ballots) -> Study:
    tally = Tally()
    for ballot in ballots:
        tally.add(ballot)
    return tally.study("verdict", labels=LABELS)


def patterns(ballots: Ballots) -> list[tuple[Pattern, int]]:
    return list(Counter(tuple(sorted(ballot.items())) for ballot in ballots).items())


def whole(study: Study) -> Coincidences:
    found = Coincidences(study.labels, study.level)
    found.add(study.histogram)
    return found


def same(one: Value, other: Value) -> bool:
    return one == other or (isinstance(one, Undefined) and isinstance(other, Undefined))


def test_ada_against_the_rest_is_as_counted_by_hand() -> None:
    """Her five comparisons: a with ben's and cleo's a, a with ben's and cleo's b, b with ben's b.

    3 of 5 agree. She gave a 4 times and b once where the others gave a twice and b 3 times: chance (8 + 3)/25;
    kappa (15 - 11)/(25 - 11) = 2/7.
    """
    table = facing(counted(THREE).pairs)["ada"]
    assert table == {("a", "a"): 2, ("a", "b"): 2, ("b", "b"): 1}
    assert pair_percent_agreement(table) == Fraction(3, 5)
    assert facing_kappa(table) == Fraction(2, 7)
    assert [(one.label, one.own, one.others, one.times) for one in habits(table)] == [
        ("a", Fraction(4, 5), Fraction(2, 5), 2),
        ("b", Fraction(1, 5), Fraction(3, 5), Fraction(1, 3)),
    ]


def test_what_the_others_never_give_is_given_no_number_of_times_as_often() -> None:
    (first, _) = habits({("a", "b"): 3})
    assert first.times == Undefined("the others never gave it where he judged")


def test_a_reviewer_who_judges_alone_is_compared_with_nobody() -> None:
    assert isinstance(pair_percent_agreement({}), Undefined)
    assert isinstance(facing_kappa({}), Undefined)


@given(WHOLE)
def test_with_every_vote_kappa_is_schoutens(ballots: Ballots) -> None:
    """The sum over the others of observed less expected agreement, over that of one less expected agreement."""
    study = counted(ballots)
    n = len(ballots)
    for reviewer in study.reviewers:
        above = below = Fraction()
        for other in set(study.reviewers) - {reviewer}:
            observed = Fraction(sum(ballot[reviewer] == ballot[other] for ballot in ballots), n)
            own, his = (Counter(ballot[who] for ballot in ballots) for who in (reviewer, other))
            expected = Fraction(sum(own[label] * his[label] for label in LABELS), n * n)
            above, below = above + observed - expected, below + 1 - expected
        kappa = facing_kappa(facing(study.pairs)[reviewer])
        assert kappa == above / below if below else isinstance(kappa, Undefined)


@given(BALLOTS)
def test_of_two_reviewers_either_has_the_kappa_of_the_pair(ballots: Ballots) -> None:
    study = counted([{who: label for who, label in ballot.items() if who in ("ada", "ben")} for ballot in ballots])
    for table in study.pairs.values():
        for facing_table in facing(study.pairs).values():
            assert same(facing_kappa(facing_table), cohen_kappa(table))


@given(BALLOTS)
def test_alpha_without_a_reviewer_is_alpha_counted_without_him(ballots: Ballots) -> None:
    study = counted(ballots)
    found = whole(study)
    for reviewer, leaving in leavings(patterns(ballots), study.labels).items():
        rest = counted([{who: label for who, label in ballot.items() if who != reviewer} for ballot in ballots])
        assert same(alpha_without(found, leaving), krippendorff_alpha(rest))


@given(BALLOTS)
def test_the_comparisons_of_a_reviewer_are_those_of_his_table(ballots: Ballots) -> None:
    study = counted(ballots)
    tables = facing(study.pairs)
    for reviewer, leaving in leavings(patterns(ballots), study.labels).items():
        table = tables.get(reviewer, {})
        assert leaving.agreed.tries == sum(table.values())
        assert leaving.agreed.hits == sum(n for (own, other), n in table.items() if own == other)
        assert leaving.agreed.clusters == sum(reviewer in ballot and len(ballot) > 1 for ballot in ballots)


@given(BALLOTS, st.randoms(use_true_random=False))
def test_units_in_any_order_say_the_same(ballots: Ballots, chance: Random) -> None:
    shuffled = chance.sample(ballots, len(ballots))
    assert leavings(patterns(ballots), LABELS) == leavings(patterns(shuffled), LABELS)
    assert facing(counted(ballots).pairs) == facing(counted(shuffled).pairs)


@given(BALLOTS)
def test_new_choices_that_nobody_took_change_no_alpha(ballots: Ballots) -> None:
    wide = widened(counted(ballots), ["z", "a"])
    assert wide.labels == ("a", "b", "c", "z")
    assert same(krippendorff_alpha(wide), krippendorff_alpha(counted(ballots)))
    assert wide.label_counts[-1] == 0


def test_the_variance_of_a_share_of_comparisons_goes_by_units() -> None:
    """Units with 1 of 2, 2 of 2, 0 of 1: share 3/5; residuals -1/5, 4/5, -3/5 squared 26/25; times 3/2 over 25."""
    ratio = Ratio()
    for hits, tries in ((1, 2), (2, 2), (0, 1)):
        ratio.add(hits, tries)
    assert ratio.variance == Fraction(26, 25) * Fraction(3, 2) / 25
    assert ratio.interval() == (0.0, 1.0)


def test_units_with_as_many_tries_each_have_the_variance_of_a_mean() -> None:
    ratio = Ratio()
    ratio.add(1, 1, 30)
    ratio.add(0, 1, 10)
    assert ratio.variance == Fraction(3, 4) * Fraction(1, 4) * Fraction(40, 39) / 40
    found = ratio.interval()
    assert found is not None
    # t of 39 degrees of freedom at .975 is 2.0226909 in every table; the standard error is (3/16/39)^(1/2).
    assert abs(found[1] - 0.75 - 2.0226909 * (3 / 16 / 39) ** 0.5) < 1e-6


def test_where_no_unit_differs_there_is_no_interval() -> None:
    ratio = Ratio()
    assert ratio.interval() is None
    ratio.add(2, 2, 5)
    assert ratio.interval() is None
