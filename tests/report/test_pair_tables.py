"""The kappa of a pair is one number in every place that tells it, and names its weights."""

import pytest
from tests.report.given import Ballots, facts_of

from annotate.agreement import Level
from annotate.report import agreement_text
from annotate.report.pair_tables import pair_tables

ORDER = ("low", "mid", "high")
TWO: Ballots = [
    {"ada": a, "ben": b}
    for a, b in [("low", "low"), ("low", "mid"), ("mid", "mid"), ("mid", "high"), ("high", "high"), ("low", "low")] * 4
]
THREE: Ballots = [ballot | {"cy": ballot["ada" if place % 3 else "ben"]} for place, ballot in enumerate(TWO)]


def notes(ballots: Ballots, level: Level = "nominal") -> str:
    (facet,) = facts_of(ballots, level=level).facets
    return " ".join(note for table in pair_tables(facet) for note in table.notes)


@pytest.mark.parametrize(("level", "weights"), [("nominal", "identity"), ("ordinal", "linear")])
def test_the_kappa_of_only_two_is_the_coefficient_above_it_with_its_interval(level: Level, weights: str) -> None:
    (facet,) = facts_of(TWO, ORDER, level).facets
    (table,) = pair_tables(facet)
    told = agreement_text(facts_of(TWO, ORDER, level)).splitlines()
    (above,) = [line.split() for line in told if line.startswith("Cohen's kappa") and weights in line]
    assert table.rows[0][4:] == (above[4], " ".join(above[5:8]))
    assert f"({weights} weights)" in table.caption


def test_weighted_kappas_of_more_than_two_have_no_interval_of_another_number() -> None:
    (facet,) = facts_of(THREE, ORDER, "ordinal").facets
    matrix, listed = pair_tables(facet)
    assert matrix.caption.startswith("Cohen's kappa (linear weights) above the diagonal")
    assert listed.rows[0][5] == "–"
    assert "No interval for 3 pairs: intervals of pairs are of kappa with identity weights alone" in listed.notes[-1]
    assert listed.sources[0].startswith("Cohen, J. (1968)")
    assert "(Cohen's kappa, linear weights," in " ".join(agreement_text(facts_of(THREE, ORDER, "ordinal")).split())


def test_names_that_begin_alike_are_told_apart_by_the_numbers_of_the_matrix() -> None:
    (facet,) = facts_of(THREE, ORDER).facets
    assert [row[:2] for row in list(pair_tables(facet))[1].rows] == [
        ("1 ada", "2 ben"),
        ("1 ada", "3 cy"),
        ("2 ben", "3 cy"),
    ]


def crowd(size: int) -> Ballots:
    return [{f"r{place:03}": "ab"[(unit * place) % 3 == 0] for place in range(size)} for unit in range(12)]


def test_why_a_crowd_has_no_intervals_of_pairs_is_said() -> None:
    assert "No interval for 49 pairs: pairs have them up to 45 pairs, ten reviewers' worth." in notes(crowd(11))


def test_where_pairs_have_as_many_units_the_first_are_by_name() -> None:
    said = "These have the most units in common, of those with as many the first by name; 39 pairs more in --json."
    assert said in notes(crowd(15))
