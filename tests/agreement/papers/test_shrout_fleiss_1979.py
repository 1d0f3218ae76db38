"""Shrout, P. E. and Fleiss, J. L. (1979), Intraclass correlations, Psychological Bulletin 86(2), tables 2 and 4."""

from collections.abc import Callable, Sequence

from annotate.agreement import Complete, Study, Undefined, Value, complete, icc

# Six targets, four judges.
RATINGS = [(9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7)]


def table(rows: Sequence[tuple[int, ...]]) -> Complete:
    return Complete(dict.fromkeys(rows, 1), len(rows[0]))


def test_six_targets_have_the_printed_correlations(printed: Callable[[Value, int], str]) -> None:
    found = {name: printed(value, 2) for name, value in icc(table(RATINGS)).items()}
    assert found == {"icc1": "0.17", "icc2": "0.29", "icc3": "0.71", "icc1k": "0.44", "icc2k": "0.62", "icc3k": "0.91"}


def test_they_are_those_of_other_programs_to_ten_digits(printed: Callable[[Value, int], str]) -> None:
    # pingouin prints ICC(1,1) .16574176840547544, ICC(A,1) .28976377952755916, ICC(C,1) .7148407148407154.
    found = icc(table(RATINGS))
    told = [printed(found[name], 10) for name in ("icc1", "icc2", "icc3")]
    assert told == ["0.1657417684", "0.2897637795", "0.7148407148"]


def test_a_judge_who_is_higher_throughout_costs_the_second_form_alone() -> None:
    even = icc(table([(1, 1), (2, 2), (4, 4)]))
    shifted = icc(table([(1, 3), (2, 4), (4, 6)]))
    assert even["icc2"] == even["icc3"] == shifted["icc3"] == 1
    assert not isinstance(shifted["icc2"], Undefined)
    assert shifted["icc2"] < 1


def test_the_unit_of_the_values_plays_no_part() -> None:
    assert icc(table([tuple(7 * value for value in row) for row in RATINGS])) == icc(table(RATINGS))


def test_values_without_spread_have_no_correlation() -> None:
    why = Undefined("the values do not spread, so that there is nothing to share out (0/0)")
    assert set(icc(Complete({(2, 2): 3}, 2)).values()) == {why}


def test_only_units_that_all_judged_count(of_ratings: Callable[..., Study]) -> None:
    study = of_ratings([*RATINGS, (1, 9, None, None)])
    found = complete(study.patterns, study.reviewers, {str(value): value for value in range(1, 11)})
    assert found == table(RATINGS)
    lonely = of_ratings([(1, 2), (3, None)])
    assert complete(lonely.patterns, lonely.reviewers, {"1": 1, "2": 2, "3": 3}) == Undefined(
        "fewer than two units were judged by every reviewer"
    )
