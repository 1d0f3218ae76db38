"""Fleiss, J. L. (1971), Measuring nominal scale agreement among many raters, Psychological Bulletin 76(5), table 1."""

from collections.abc import Callable
from fractions import Fraction

from annotate.agreement import (
    Study,
    Undefined,
    against_rest,
    brennan_prediger,
    fleiss_kappa,
    fleiss_z,
    gwet_ac,
    krippendorff_alpha,
    percent_agreement,
)

# Thirty patients, six psychiatrists each; columns: depression, personality disorder, schizophrenia, neurosis, other.
PATIENTS = [
    (0, 0, 0, 6, 0),
    (0, 3, 0, 0, 3),
    (0, 1, 4, 0, 1),
    (0, 0, 0, 0, 6),
    (0, 3, 0, 3, 0),
    (2, 0, 4, 0, 0),
    (0, 0, 4, 0, 2),
    (2, 0, 3, 1, 0),
    (2, 0, 0, 4, 0),
    (0, 0, 0, 0, 6),
    (1, 0, 0, 5, 0),
    (1, 1, 0, 4, 0),
    (0, 3, 3, 0, 0),
    (1, 0, 0, 5, 0),
    (0, 2, 0, 3, 1),
    (0, 0, 5, 0, 1),
    (3, 0, 0, 1, 2),
    (5, 1, 0, 0, 0),
    (0, 2, 0, 4, 0),
    (1, 0, 2, 0, 3),
    (0, 0, 0, 0, 6),
    (0, 1, 0, 5, 0),
    (0, 2, 0, 1, 3),
    (2, 0, 0, 4, 0),
    (1, 0, 0, 4, 1),
    (0, 5, 0, 1, 0),
    (4, 0, 0, 0, 2),
    (0, 2, 0, 4, 0),
    (1, 0, 5, 0, 0),
    (0, 0, 0, 0, 6),
]


def test_thirty_patients_have_the_printed_agreement(
    of_label_counts: Callable[..., Study], printed: Callable[..., str]
) -> None:
    agreement = percent_agreement(of_label_counts(PATIENTS))
    assert agreement == Fraction(5, 9)
    assert printed(agreement, 4) == "0.5556"


def test_thirty_patients_have_an_alpha_a_little_above_fleiss_kappa_430(of_label_counts: Callable[..., Study]) -> None:
    assert krippendorff_alpha(of_label_counts(PATIENTS)) == Fraction(5477, 12637)


def test_thirty_patients_have_the_printed_kappa(
    of_label_counts: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_label_counts(PATIENTS)
    assert fleiss_kappa(study) == Fraction(5437, 12637)
    assert printed(fleiss_kappa(study), 3) == "0.430"
    assert (brennan_prediger(study), gwet_ac(study)) == (Fraction(4, 9), Fraction(23363, 52163))


def test_each_diagnosis_against_the_rest_has_its_kappa(
    of_label_counts: Callable[..., Study], printed: Callable[..., str]
) -> None:
    study = of_label_counts(PATIENTS)
    kappas = [printed(fleiss_kappa(against_rest(study, label)), 3) for label in study.labels]
    # The paper prints .248, .248, .517, .470 and .565, from shares that it had rounded before.
    assert kappas == ["0.245", "0.245", "0.520", "0.471", "0.566"]


def test_thirty_patients_are_many_standard_errors_from_chance(of_label_counts: Callable[..., Study]) -> None:
    # kappam.fleiss of the R package irr prints z = 17.65183.
    tested = fleiss_z(of_label_counts(PATIENTS))
    assert not isinstance(tested, Undefined)
    assert f"{tested.z:.5f}" == "17.65183"
    assert 0 < tested.p < 1e-60


def test_units_with_different_numbers_of_judgements_have_no_z(of_label_counts: Callable[..., Study]) -> None:
    assert fleiss_z(of_label_counts([(2, 0), (1, 2)])) == Undefined("it is of units with as many judgements each")
