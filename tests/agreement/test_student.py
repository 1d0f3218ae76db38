"""Quantiles, beside the tables that are in every textbook."""

from math import pi, tan

import pytest

from annotate.agreement.student import incomplete_beta, normal_quantile, t_cdf, t_quantile

# Student's t as Fisher, R. A. and Yates, F. (1963), Statistical Tables, 6th ed., table III, prints it: degrees of
# freedom; 0.90, 0.95, 0.975, 0.995.
TABLE = [
    (1, "3.078 6.314 12.706 63.657"),
    (2, "1.886 2.920 4.303 9.925"),
    (3, "1.638 2.353 3.182 5.841"),
    (4, "1.533 2.132 2.776 4.604"),
    (5, "1.476 2.015 2.571 4.032"),
    (10, "1.372 1.812 2.228 3.169"),
    (14, "1.345 1.761 2.145 2.977"),
    (20, "1.325 1.725 2.086 2.845"),
    (30, "1.310 1.697 2.042 2.750"),
    (60, "1.296 1.671 2.000 2.660"),
    (120, "1.289 1.658 1.980 2.617"),
]


@pytest.mark.parametrize(("degrees", "printed"), TABLE)
def test_the_quantiles_are_those_of_the_tables(degrees: int, printed: str) -> None:
    found = (t_quantile(probability, degrees) for probability in (0.90, 0.95, 0.975, 0.995))
    assert " ".join(f"{one:.3f}" for one in found) == printed


def test_one_and_two_degrees_are_had_in_closed_form() -> None:
    for probability in (0.6, 0.9, 0.975, 0.9995):
        assert t_quantile(probability, 1) == pytest.approx(tan(pi * (probability - 0.5)), rel=1e-12)
        spread = 4 * probability * (1 - probability)
        two = 2 * (probability - 0.5) * (2 / spread) ** 0.5
        assert t_quantile(probability, 2) == pytest.approx(two, rel=1e-12)


def test_with_many_degrees_it_is_the_normal_distribution() -> None:
    assert t_quantile(0.975, 10**9) == pytest.approx(normal_quantile(0.975), rel=1e-8)
    assert t_quantile(0.975, 10_001) == pytest.approx(t_quantile(0.975, 10_000), rel=1e-7)
    assert t_cdf(t_quantile(0.975, 10_001), 10_001) == pytest.approx(0.975, rel=1e-11)
    assert f"{normal_quantile(0.975):.6f}" == "1.959964"


def test_the_lower_half_mirrors_the_upper() -> None:
    assert t_quantile(0.025, 7) == -t_quantile(0.975, 7)
    assert t_cdf(-1.5, 7) == pytest.approx(1 - t_cdf(1.5, 7), rel=1e-14)
    assert t_cdf(0.0, 7) == 0.5


def test_the_incomplete_beta_function_is_a_binomial_tail() -> None:
    # Of five tosses of a coin that falls heads once in four, three heads or more: 10·9 + 5·3 + 1 of 1024.
    assert incomplete_beta(0.25, 3, 3) == pytest.approx(106 / 1024, rel=1e-14)
    assert (incomplete_beta(0, 2, 3), incomplete_beta(1, 2, 3)) == (0, 1)
