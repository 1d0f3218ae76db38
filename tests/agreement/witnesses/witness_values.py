"""Values and errors beside those of other programs, over random studies; and where these are known to part from ours.

`make witnesses` runs it. Not collected by `make test`, since the programs are large.
"""

import warnings
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import krippendorff
import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from irrCAC.raw import CAC
from irrCAC.table import CAC as TableCAC
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.inter_rater import fleiss_kappa as fleiss_by_statsmodels

from annotate.agreement import (
    Interval,
    Level,
    Study,
    Tally,
    Terms,
    Undefined,
    Value,
    Weights,
    brennan_prediger,
    cohen_kappa,
    compared,
    conger_kappa,
    fleiss_kappa,
    gwet_ac,
    identity,
    krippendorff_alpha,
    light_kappa,
    linear,
    percent_agreement,
    quadratic,
    scott_pi,
    weighted_alpha,
)
from annotate.agreement.student import t_cdf

pytestmark = pytest.mark.filterwarnings("ignore")
LABELS = ("1", "2", "3")
Rows = list[list[str | None]]
WEIGHTS: Mapping[str, Weights] = {
    "identity": identity,
    "linear": linear([1, 2, 3]),
    "quadratic": quadratic([1, 2, 3]),
}
TRIES = settings(max_examples=40, deadline=None)


def tables(reviewers: int, *, gaps: bool) -> st.SearchStrategy[Rows]:
    """Rows of units, columns of reviewers."""
    cell = st.sampled_from([*LABELS, None] if gaps else list(LABELS))
    return st.lists(st.lists(cell, min_size=reviewers, max_size=reviewers), min_size=4, max_size=14)


def study(rows: Rows) -> Study:
    tally = Tally()
    for row in rows:
        tally.add({f"r{place}": label for place, label in enumerate(row) if label})
    return tally.study("verdict", "ratio", LABELS)


def same(ours: Value, theirs: float) -> None:
    assert isinstance(ours, Fraction)
    assert float(ours) == pytest.approx(theirs, rel=1e-9, abs=1e-9)


def usable(rows: Rows) -> Study:
    """A study with two labels and work for every reviewer, which no program trips over."""
    found = study(rows)
    assume(found.pairable_units >= 3 and len(found.reviewers) == len(rows[0]))
    assume(sum(count > 0 for count in found.label_counts) == 3)
    assume(not isinstance(krippendorff_alpha(found), Undefined))
    return found


@given(tables(3, gaps=True), st.sampled_from(["nominal", "ordinal", "interval", "ratio"]))
@TRIES
def test_alpha_is_that_of_krippendorff(rows: Rows, level: Level) -> None:
    ours = usable(rows)
    data = np.array([[float(label) if label else np.nan for label in row] for row in rows]).T
    same(krippendorff_alpha(ours, level), krippendorff.alpha(data, level_of_measurement=level))


def judged(rows: Rows) -> pd.DataFrame:
    frame = pd.DataFrame([[label if label else np.nan for label in row] for row in rows if any(row)])
    return frame.astype(object)


@given(tables(3, gaps=True), st.sampled_from(sorted(WEIGHTS)))
@TRIES
def test_values_and_errors_are_those_of_irrcac(rows: Rows, name: str) -> None:
    ours, weights = usable(rows), WEIGHTS[name]
    cac = CAC(judged(rows), weights=name, categories=list(LABELS), digits=15)
    theirs = {
        "gwet_ac1": (gwet_ac, cac.gwet),
        "fleiss_kappa": (fleiss_kappa, cac.fleiss),
        "krippendorff_alpha": (weighted_alpha, cac.krippendorff),
        "brennan_prediger": (brennan_prediger, cac.bp),
        "conger_kappa": (conger_kappa, cac.conger),
    }
    for coefficient, (own, other) in theirs.items():
        value, told = own(ours, weights), other()["est"]
        assert isinstance(value, Fraction)
        same(value, told["coefficient_value"])
        found = compared(ours, coefficient, weights, value, Terms(method="gwet"))
        if told["se"] > 1e-6:  # where irrCAC finds none it says the root of 1e-15, or less
            assert isinstance(found, Interval), coefficient
            assert found.se == pytest.approx(told["se"], rel=1e-6), coefficient
    same(percent_agreement(ours, weights), cac.fleiss()["est"]["pa"])


def crossed(ours: Study) -> np.ndarray[Any, Any]:
    table = ours.pairs["r0", "r1"]
    return np.array([[table.get((a, b), 0) for b in LABELS] for a in LABELS])


@given(tables(2, gaps=False), st.sampled_from(sorted(WEIGHTS)))
@TRIES
def test_cohens_kappa_and_its_error_are_those_of_statsmodels_and_scikit_learn(rows: Rows, name: str) -> None:
    ours, weights = usable(rows), WEIGHTS[name]
    kappa = cohen_kappa(ours.pairs["r0", "r1"], weights, LABELS)
    assume(isinstance(kappa, Fraction))
    assert isinstance(kappa, Fraction)
    theirs = cohens_kappa(crossed(ours), wt=None if name == "identity" else name)
    same(kappa, theirs.kappa)
    same(
        kappa, cohen_kappa_score(*zip(*rows, strict=True), weights=None if name == "identity" else name, labels=LABELS)
    )
    found = compared(ours, "cohen_kappa", weights, kappa, Terms(method="gwet"))
    assert isinstance(found, Interval)
    # Where there is none it says 1e-15, and the root of that is not small.
    assert (found.se or 0.0) ** 2 == pytest.approx(theirs.var_kappa, rel=1e-6, abs=1e-12)


@given(tables(4, gaps=False))
@TRIES
def test_fleiss_kappa_is_that_of_statsmodels(rows: Rows) -> None:
    ours = usable(rows)
    same(fleiss_kappa(ours), fleiss_by_statsmodels([[row.count(label) for label in LABELS] for row in rows]))


def task(rows: Rows) -> AnnotationTask:
    return AnnotationTask(
        [(f"r{who}", str(unit), label) for unit, row in enumerate(rows) for who, label in enumerate(row) if label]
    )


@given(tables(3, gaps=False))
@TRIES
def test_complete_tables_have_the_values_of_nltk(rows: Rows) -> None:
    ours, theirs = usable(rows), task(rows)
    assume(isinstance(light_kappa(ours), Fraction))
    same(krippendorff_alpha(ours), theirs.alpha())
    same(light_kappa(ours), theirs.kappa())
    same(fleiss_kappa(ours), theirs.pi())
    same(conger_kappa(ours), theirs.multi_kappa())


@given(tables(3, gaps=True))
@TRIES
def test_with_gaps_nltk_still_has_alpha(rows: Rows) -> None:
    ours = usable(rows)
    same(krippendorff_alpha(ours), task([row for row in rows if sum(map(bool, row)) > 1]).alpha())


GAPS: Rows = [["1", "1", None], ["1", "2", "2"], ["2", "2", "2"], [None, "3", "3"]]
ALIKE: Rows = [["1", "1"], ["1", "1"], ["1", "1"]]


class TestWhereTheyPart:
    """What other programs are known to say otherwise: asserted, so that it is noticed when they mend it."""

    @pytest.mark.parametrize("name", ["pi", "S", "kappa", "multi_kappa"])
    def test_nltk_fails_on_a_missing_vote(self, name: str) -> None:
        with pytest.raises((RuntimeError, StopIteration)):
            getattr(task(GAPS), name)()
        assert isinstance(fleiss_kappa(study(GAPS)), Fraction)

    def test_of_one_label_everybody_says_something_else(self) -> None:
        ours = study(ALIKE)
        assert isinstance(krippendorff_alpha(ours), Undefined)
        assert isinstance(cohen_kappa(ours.pairs["r0", "r1"]), Undefined)
        assert task(ALIKE).alpha() == 1.0
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            assert np.isnan(cohen_kappa_score(["1"] * 3, ["1"] * 3))
            assert np.isnan(cohens_kappa(np.array([[3, 0], [0, 0]])).kappa)
        with pytest.raises(ZeroDivisionError):
            CAC(judged(ALIKE), categories=["1"], digits=15).fleiss()

    def test_irrcac_has_a_one_sided_p_value_for_brennan_and_prediger(self) -> None:
        rows: Rows = [["1", "1", "2"], ["2", "2", "2"], ["3", "3", "1"], ["1", "1", "1"], ["2", "3", "2"]]
        cac = CAC(judged(rows), categories=list(LABELS), digits=15)
        one, two = cac.bp()["est"]["p_value"], _two_sided(cac.bp()["est"]["z"], 4)
        assert one == pytest.approx(two / 2, rel=1e-6)

    def test_the_error_of_irrcacs_tables_is_divided_by_n(self) -> None:
        rows: Rows = [["1", "1"], ["1", "2"], ["2", "2"], ["3", "3"], ["2", "3"], ["1", "1"], ["3", "1"]]
        ours = study(rows)
        table = TableCAC(pd.DataFrame(crossed(ours)), digits=15)
        pi = scott_pi(ours.pairs["r0", "r1"], labels=LABELS)
        assert isinstance(pi, Fraction)
        found = compared(ours, "fleiss_kappa", identity, pi, Terms(method="gwet"))
        assert isinstance(found, Interval)
        assert found.se is not None
        assert float(table.scott()["est"]["se"]) == pytest.approx(found.se * np.sqrt(6 / 7), rel=1e-6)

    def test_with_votes_missing_irrcacs_error_of_percent_agreement_is_too_wide(self) -> None:
        agreed: Rows = [["1", "1"]]
        parted: Rows = [["1", "2"]]
        alone: Rows = [["1", None]]
        ours = study(agreed * 40 + parted * 4 + alone * 40)
        value = percent_agreement(ours)
        assert isinstance(value, Fraction)
        wide = compared(ours, "percent_agreement", identity, value, Terms(method="gwet"))
        assert isinstance(wide, Interval)
        assert wide.se is not None
        assert wide.se > 2 * float(value * (1 - value) / 43) ** 0.5


def _two_sided(z: float, degrees: int) -> float:
    return 2 * (1 - t_cdf(abs(z), degrees))
