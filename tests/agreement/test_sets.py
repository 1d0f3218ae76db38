"""Studies whose judgements are sets of labels."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotate.agreement import (
    LabelSet,
    Sets,
    Tally,
    fleiss_kappa,
    identity,
    in_sets,
    jaccard,
    krippendorff_alpha,
    light_kappa,
    masi,
    percent_agreement,
    weighted_alpha,
)

Ballots = list[dict[str, list[str]]]

ALIKE = pytest.mark.parametrize("alike", [jaccard, masi])
LISTS = st.lists(st.sampled_from("abc"), min_size=1, unique=True)


def ballots_of(labels: st.SearchStrategy[list[str]]) -> st.SearchStrategy[Ballots]:
    return st.lists(st.dictionaries(st.sampled_from(["ada", "ben", "cy"]), labels), max_size=8)


def sets_of(ballots: Ballots) -> Sets:
    tally = Tally()
    for ballot in ballots:
        tally.add({who: "+".join(labels) for who, labels in ballot.items()}, document="d")
    return in_sets(tally.study("techniques"), ["a", "b", "c"])


@ALIKE
@given(ballots=ballots_of(st.sampled_from("abc").map(lambda label: [label])))
@settings(max_examples=40)
def test_sets_of_one_label_are_that_label(alike: Callable[[LabelSet, LabelSet], Fraction], ballots: Ballots) -> None:
    sets = sets_of(ballots)
    near = sets.weights(alike)
    assert weighted_alpha(sets.study, near) == krippendorff_alpha(sets.study)
    assert percent_agreement(sets.study, near) == percent_agreement(sets.study)
    assert fleiss_kappa(sets.study, near) == fleiss_kappa(sets.study)
    assert light_kappa(sets.study, near) == light_kappa(sets.study)


@given(ballots_of(LISTS))
@settings(max_examples=40)
def test_the_order_in_which_labels_were_picked_changes_nothing(ballots: Ballots) -> None:
    turned = [{who: labels[::-1] for who, labels in ballot.items()} for ballot in ballots]
    assert sets_of(turned) == sets_of(ballots)
    assert list(sets_of(turned).study.clusters) == list(sets_of(ballots).study.clusters)


@given(ballots_of(LISTS))
@settings(max_examples=40)
def test_overlap_lies_between_nothing_and_the_same_set_and_masi_is_stricter(ballots: Ballots) -> None:
    sets = sets_of(ballots)
    same, strict, loose = (
        percent_agreement(sets.study, weights) for weights in (identity, sets.weights(masi), sets.weights(jaccard))
    )
    if isinstance(same, Fraction) and isinstance(strict, Fraction) and isinstance(loose, Fraction):
        assert same <= strict <= loose <= 1
    else:
        assert not sets.study.pairable


def test_a_judgement_counts_for_each_label_that_it_gave() -> None:
    sets = sets_of([{"ada": ["a", "b"], "ben": ["b", "a"]}, {"ada": ["c"], "ben": ["b", "c"]}])
    assert [sets.choosing(label).label_counts for label in "abc"] == [(2, 2), (3, 1), (2, 2)]
    assert krippendorff_alpha(sets.choosing("a")) == 1
    assert sets.study.labels == ("a+b", "b+c", "c")


def test_a_label_may_hold_the_sign_that_joins_labels() -> None:
    tally = Tally()
    tally.add({"ada": "c+++c", "ben": "c+c++"})
    sets = in_sets(tally.study("languages"), ["c", "c++"])
    assert set(sets.members) == {frozenset(["c", "c++"])}
