"""Hripcsak and Rothschild (2005), Agreement, the F-measure, and reliability in information retrieval, JAMIA 12(3)."""

from fractions import Fraction

from annotate.agreement import Shared, Unit, cohen_kappa, f1, labelled, shares

ADA = [Unit(0, 10, "x"), Unit(20, 30, "y"), Unit(40, 50, "x")]
BEN = [Unit(0, 10, "x"), Unit(21, 30, "y"), Unit(40, 50, "z"), Unit(60, 65, "x")]


def test_kappa_comes_to_f1_as_what_neither_marked_grows_without_end() -> None:
    """What both marked 30, one alone 10, the other alone 5: F1 = 60/75 = 4/5, whatever neither marked."""
    one = f1(Shared(both=30, first=40, second=35))
    assert one == Fraction(4, 5)

    def lacking(neither: int) -> Fraction:
        table = {("yes", "yes"): 30, ("yes", "no"): 10, ("no", "yes"): 5, ("no", "no"): neither}
        kappa = cohen_kappa(table)
        assert isinstance(kappa, Fraction)
        return Fraction(4, 5) - kappa

    assert lacking(100) > lacking(10_000) > lacking(10**6) > 0
    assert lacking(10**9) < Fraction(1, 10**7)


def test_f1_is_precision_and_recall_whoever_is_the_gold() -> None:
    precision, recall = Fraction(30, 40), Fraction(30, 35)
    assert f1(Shared(30, 40, 35)) == f1(Shared(30, 35, 40)) == 2 * precision * recall / (precision + recall)


def test_spans_of_two_by_hand() -> None:
    """Three spans and four. Same bounds: two, one of them with the same label. Overlap: three, two with the same label.

    Characters: 30 and 34; in common [0, 10), [21, 30), [40, 50) = 29, with the same label 19.
    """
    found = shares(ADA, BEN)
    assert f1(found["exact", None]) == Fraction(4, 7)
    assert f1(labelled(found, "exact")) == Fraction(2, 7)
    assert f1(found["partial", None]) == Fraction(6, 7)
    assert f1(labelled(found, "partial")) == Fraction(4, 7)
    assert f1(found["character", None]) == Fraction(58, 64)
    assert f1(labelled(found, "character")) == Fraction(38, 64)
    assert f1(found["exact", "x"]) == Fraction(2, 4)
