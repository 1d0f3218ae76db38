"""Which interval a coefficient gets, and the laws that all of them keep."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import sqrt
from random import Random

import pytest
from tests.agreement.additives import LABELS, Ballot, counted, every_additive

from annotate.agreement import Additive, Asked, Interval, Study, Terms, Undefined, intervals
from annotate.agreement.clusters import cluster_ses
from annotate.agreement.few import FEW_DOCUMENTS, FEWEST
from annotate.agreement.intervals import NO_DOCUMENTS, NO_SPREAD
from annotate.agreement.jackknife import influence, jackknife_se

METHODS: Sequence[Asked] = ("cluster", "jackknife", "bca", "bootstrap")
SEEN = ("fleiss identity", "alpha nominal", "conger identity", "light linear", "alpha ordinal", "unanimity")


def drawn(seed: int, units: int, documents: int) -> tuple[list[Ballot], list[str]]:
    """Ballots that agree more in some documents than in others."""
    rnd = Random(seed)
    ballots, names = [], []
    for place in range(units):
        document = place % documents
        true, keen = rnd.choice(LABELS), 0.4 + 0.5 * (document % 2)
        given = {who: true if rnd.random() < keen else rnd.choice(LABELS) for who in ("ada", "ben", "cy")}
        ballots.append({who: label for who, label in given.items() if rnd.random() < 0.85})
        names.append(f"d{document}")
    return ballots, names


def additives(study: Study) -> Mapping[str, Additive]:
    found = {name: additive for name, additive, _ in every_additive(study) if name in SEEN}
    return {name: additive for name, additive in found.items() if isinstance(additive, Additive)}


def found(study: Study, method: Asked = "auto", seed: int = 0) -> Mapping[str, Interval]:
    told = intervals(additives(study), study, Terms(method=method, seed=seed))
    return {name: one for name, one in told.items() if isinstance(one, Interval)}


@pytest.mark.parametrize("method", METHODS)
def test_every_interval_holds_its_value_and_says_how_it_was_found(method: Asked) -> None:
    study = counted(*drawn(1, 120, 12))
    told = found(study, method, seed=7)
    assert set(told) == set(SEEN)
    for name, additive in additives(study).items():
        value, one = additive.value(additive.total), told[name]
        assert not isinstance(value, Undefined)
        assert one.low < value < one.high
        assert (one.method, one.clusters) == (method, None if method == "jackknife" else 12)
        assert one.seed == (7 if method in ("bca", "bootstrap") else None)


@pytest.mark.parametrize("method", METHODS)
def test_the_order_of_units_reviewers_and_documents_changes_no_digit(method: Asked) -> None:
    ballots, names = drawn(2, 60, 10)
    rows = list(zip(ballots, names, strict=True))
    Random(3).shuffle(rows)
    other = {name: f"z{99 - int(name[1:])}" for name in names}
    turned = [dict(reversed(ballot.items())) for ballot, _ in rows]
    assert found(counted(ballots, names), method) == found(counted(turned, [other[name] for _, name in rows]), method)


@pytest.mark.parametrize("method", ["cluster", "jackknife"])
def test_other_names_of_reviewers_and_labels_change_no_digit(method: Asked) -> None:
    ballots, names = drawn(4, 60, 10)
    labels, people = dict(zip(LABELS, "421", strict=True)), {"ada": "zoe", "ben": "yan", "cy": "xu"}
    renamed = [{people[who]: labels[label] for who, label in ballot.items()} for ballot in ballots]
    turned = counted(renamed, names, labels=["4", "2", "1"])
    for name in ("fleiss identity", "alpha nominal", "conger identity", "unanimity"):
        assert found(counted(ballots, names), method)[name] == found(turned, method)[name]


def test_with_every_unit_twice_the_value_stays_and_the_interval_narrows() -> None:
    ballots, _ = drawn(5, 50, 10)
    once, twice = counted(ballots), counted(ballots * 2)
    for name, additive in additives(twice).items():
        if not name.startswith("alpha"):
            assert additive.value(additive.total) == additives(once)[name].value(additives(once)[name].total)
        one, two = found(once)[name], found(twice)[name]
        assert (two.high - two.low) / (one.high - one.low) == pytest.approx(sqrt(1 / 2), rel=0.05)


def test_more_units_on_which_all_agree_lift_both_ends_of_percent_agreement() -> None:
    ballots, _ = drawn(6, 40, 10)
    more = [dict.fromkeys(("ada", "ben", "cy"), LABELS[place % 3]) for place in range(40)]
    ends = [found(counted([*ballots, *more[:number]]))["unanimity"] for number in (0, 10, 20, 40)]
    assert all(a.low < b.low and a.high < b.high for a, b in pairwise(ends))


def test_a_wider_confidence_has_a_wider_interval() -> None:
    study = counted(*drawn(7, 80, 10))
    for method in METHODS:
        told = [intervals(additives(study), study, Terms(c, method))["alpha nominal"] for c in (0.5, 0.9, 0.99)]
        known = [one for one in told if isinstance(one, Interval)]
        assert len(known) == 3
        assert all(b.low < a.low and a.high < b.high for a, b in pairwise(known))


def test_the_seed_is_what_chance_hangs_on() -> None:
    study = counted(*drawn(8, 80, 10))
    assert found(study, "bca", 1) == found(study, "bca", 1)
    assert found(study, "bca", 1) != found(study, "bca", 2)


def test_by_document_the_error_is_that_of_the_documents_sums() -> None:
    ballots, names = drawn(9, 60, 12)
    study = counted(ballots, names)
    additive = additives(study)["fleiss identity"]
    own = influence(additive)
    assert not isinstance(own, Undefined)
    sums = dict.fromkeys(names, 0.0)
    for ballot, name in zip(ballots, names, strict=True):
        if ballot:
            sums[name] += float(own[additive.cell_of(tuple(sorted(ballot.items())))])
    mean = sum(sums.values()) / 12
    error = sqrt(12 / 11 * sum((one - mean) ** 2 for one in sums.values())) * (1 - 1 / additive.counted)
    (told,) = cluster_ses([(additive, own)], study.clusters)
    assert told.documents == 12
    assert told.se == pytest.approx(error, rel=1e-12)


def test_where_every_document_holds_one_unit_both_ways_have_the_same_error() -> None:
    ballots = [ballot for ballot in drawn(10, 60, 10)[0] if len(ballot) > 1]
    study = counted(ballots, [f"d{place}" for place in range(len(ballots))])
    for name, additive in additives(study).items():
        own = influence(additive)
        assert not isinstance(own, Undefined)
        (by_document,) = cluster_ses([(additive, own)], study.clusters)
        by_unit = jackknife_se(additive, own)
        assert by_document.se == pytest.approx(by_unit, rel=0.02), name
        assert found(study)[name].method == "jackknife"


@pytest.mark.parametrize("documents", range(1, FEWEST))
@pytest.mark.parametrize("method", ["auto", "bca"])
def test_too_few_documents_give_no_interval_and_say_so(documents: int, method: Asked) -> None:
    study = counted(*drawn(11, 40, documents))
    told = intervals(additives(study), study, Terms(method=method))["alpha nominal"]
    assert isinstance(told, Undefined)
    assert "document" in told.reason
    assert f"takes {FEWEST}" in told.reason


def test_of_few_documents_the_larger_error_stands() -> None:
    ballots, _ = drawn(12, 20, 10)
    more = [*ballots[1:], {"ada": "1", "ben": "1", "cy": "2"}]
    study = counted([*ballots * 5, *more], [f"d{place // 20}" for place in range(120)])
    assert FEW_DOCUMENTS > 6
    for name, additive in additives(study).items():
        own = influence(additive)
        assert not isinstance(own, Undefined)
        (by_document,) = cluster_ses([(additive, own)], study.clusters)
        assert by_document.se < jackknife_se(additive, own) == found(study)[name].se


def test_what_no_unit_changes_has_no_interval() -> None:
    study = counted([{"ada": label, "ben": label} for label in LABELS] * 3)
    assert intervals(additives(study), study)["alpha nominal"] == NO_SPREAD


def test_intervals_by_document_need_documents() -> None:
    study = counted(drawn(13, 40, 8)[0])
    assert intervals(additives(study), study, Terms(method="cluster"))["alpha nominal"] == NO_DOCUMENTS


def test_without_the_names_of_the_reviewers_there_are_still_intervals() -> None:
    ballots, _ = drawn(14, 80, 10)
    named = counted(ballots)
    nameless = Study("verdict", "ratio", LABELS, named.histogram, {}, {})
    for method in ("auto", "bca", "bootstrap"):
        told = found(nameless, method)
        assert set(told) == {"fleiss identity", "alpha nominal", "alpha ordinal", "unanimity"}
    assert found(nameless)["alpha nominal"] == found(named)["alpha nominal"]
