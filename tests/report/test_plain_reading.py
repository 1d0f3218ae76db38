"""What a report says in plain words is never more certain than its intervals."""

from itertools import product

import pytest
from tests.report.given import THREE, Ballots, facts_of

from annotate.report import agreement_text
from annotate.report.plain_reading import standing
from annotate.report.sections import Mark


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0.80, 0.95, "the whole interval reaches 0.800, which data to rely on need"),
        (0.667, 0.80, "the whole interval reaches 0.667, which tentative conclusions need; 0.800 is open"),
        (0.70, 0.79, "the whole interval reaches 0.667, which tentative conclusions need, but not 0.800"),
        (0.60, 0.79, "whether it reaches 0.667, which tentative conclusions need, is open; 0.800 it does not"),
        (0.60, 0.80, "the interval holds 0.667 and 0.800, so that it is open whether that is enough"),
        (0.30, 0.66, "the whole interval is below 0.667, which even tentative conclusions need"),
        (
            -0.1,
            0.30,
            "the whole interval is below 0.667, which even tentative conclusions need, and agreement by chance",
        ),
        (-0.1, 0.90, "the interval holds 0.667 and 0.800, so that it is open whether that is enough, and agreement by"),
    ],
)
def test_alpha_is_held_against_the_marks_by_its_interval(low: float, high: float, said: str) -> None:
    assert standing(Mark("", (low + high) / 2, low, high)).startswith(said)


def test_no_sentence_says_more_than_both_ends_of_the_interval_do() -> None:
    steps = [step / 20 for step in range(-10, 21)]
    for low, high in product(steps, steps):
        if low <= high:
            said = standing(Mark("", (low + high) / 2, low, high))
            assert ("whole interval reaches 0.800" in said) == (low >= 0.8)
            assert ("whole interval is below 0.667" in said) == (high < 0.667)
            assert ("open" in said) == (low < 0.667 <= high or (low < 0.8 <= high and low >= 0.667))


@pytest.mark.parametrize(
    ("value", "said"), [(0.9, "that reaches 0.800,"), (0.7, "that reaches 0.667,"), (0.2, "that is below 0.667,")]
)
def test_without_an_interval_it_says_that_chance_is_not_known(value: float, said: str) -> None:
    told = standing(Mark("", value))
    assert told.startswith(said)
    assert told.endswith("but how far chance moved it is not known, for it has no interval")


def reading(ballots: Ballots) -> str:
    told = " ".join(agreement_text(facts_of(ballots)).split())
    return told.partition("In short ")[2].partition(" Agreement on ")[0]


def test_the_pair_and_the_label_at_fault_are_named_where_they_stand_out() -> None:
    said = reading(
        [
            {"ada": "a", "ben": "a", "cy": "b"},
            {"ada": "b", "ben": "b", "cy": "c"},
            {"ada": "c", "ben": "c", "cy": "c"},
            {"ada": "d", "ben": "d", "cy": "d"},
        ]
    )
    # ada and cy: half alike, by chance 1/4: 1/3; ada and ben are of one mind.
    least = "Of the pairs ada and cy agree least (Cohen's kappa, identity weights, 0.333 on 4 units),"
    assert f"{least} ada and ben most (1.000);" in said
    # b against the rest: among 12 judgements 3 are b, and of 12 pairs 4 differ in it.
    assert (
        'The label told apart least well is "b" (alpha 0.185 against the rest, 3 judgements), best "d" (1.000);' in said
    )


def test_what_may_be_chance_is_said_to_be_so_where_intervals_overlap() -> None:
    few: Ballots = [{"ada": "a", "ben": "a", "cy": "b"}, {"ada": "b", "ben": "b", "cy": "b"}, {"ada": "a", "cy": "a"}]
    mixed: Ballots = [*few, {"ada": "a", "ben": "b", "cy": "b"}, {"ada": "b", "ben": "b", "cy": "a"}]
    assert "their intervals overlap, so that it may be chance." in reading(mixed)
    assert "their intervals overlap" not in reading(mixed * 100)


def test_nobody_is_named_where_all_agree_alike() -> None:
    said = reading([{"ada": a, "ben": b} for a in "xy" for b in "xy"])
    assert "agree least" not in said
    assert "least well" not in said


def test_the_paradox_leads_to_the_numbers_that_it_leaves_alone() -> None:
    votes = [("+", "+")] * 80 + [("+", "-")] * 10 + [("-", "+")] * 5 + [("-", "-")] * 5
    said = reading([{"ada": a, "ben": b} for a, b in votes])
    assert "It is low though agreement is high, because 88% of the judgements are" in said
    assert "read it beside Percent agreement (0.850) and Gwet's AC1 (0.808)." in said
    assert "fewer than 50 units" not in said
    assert "With fewer than 50 units an interval may be too narrow." in reading(THREE)


def test_why_there_is_no_interval_is_said() -> None:
    said = reading([{"ada": "a", "ben": "b"}])
    assert "for it has no interval. That is because " in said
    assert "fewer than 50 units" not in said


def test_without_an_alpha_the_reason_is_said() -> None:
    assert reading([]) == "verdict: no alpha, for there is no judgement. See [1]."
