"""A reviewer's comparisons, document by document."""

from fractions import Fraction

from annotate.agreement import Comparisons, Ratio, Undefined, by_document

CLUSTERS = [
    {(("ada", "a"), ("ben", "a")): 2, (("ada", "a"), ("ben", "b"), ("cy", "b")): 1},
    {(("ada", "b"), ("cy", "b")): 1, (("ben", "b"),): 5},
]


def test_the_units_of_one_document_are_one_cluster() -> None:
    """Ada agrees in 2 of 2 + 2 comparisons of the first document (three units) and 1 of 1 of the second."""
    ada = by_document(CLUSTERS)["ada"]
    assert ada.units == 4
    assert ada.ratio == Ratio(clusters=2, hits=3, tries=5, squares=(2 * 2 + 1, 2 * 4 + 1, 4 * 4 + 1))
    # Residuals 2 - 3/5·4 = -2/5 and 1 - 3/5 = 2/5.
    assert ada.ratio.variance == 2 * Fraction(4, 25) * 2 / 25


def test_who_judged_alone_has_nothing_to_compare() -> None:
    assert by_document([{(("ben", "b"),): 5}])["ben"] == Comparisons()


def test_what_was_added_so_far_can_be_asked_for_at_any_time() -> None:
    found = Comparisons()
    found.add("d1", 1, 2)
    assert found.ratio.tries == found.ratio.tries == 2
    found.add("d1", 1, 2)
    found.add("d2", 0, 1)
    assert (found.ratio.clusters, found.ratio.hits, found.ratio.tries, found.units) == (2, 2, 5, 3)


def in_documents(*shares: tuple[int, int]) -> Comparisons:
    """Comparisons of one unit a try: (hits, tries) of each document."""
    found = Comparisons()
    for document, (hits, tries) in enumerate(shares):
        found.add(document, 1, 1, hits)
        found.add(document, 0, 1, tries - hits)
    return found


def test_fewer_than_five_documents_say_nothing_of_how_others_would_differ() -> None:
    why = in_documents((1, 4), (2, 4), (3, 4), (4, 4)).interval()
    assert isinstance(why, Undefined)
    assert why.reason.startswith("only 4 documents hold all that can be compared")


def test_a_few_documents_that_are_alike_by_luck_are_no_more_sure_than_their_units() -> None:
    few = in_documents(*[(3, 4)] * 5)
    assert few.ratio.variance == 0
    assert few.interval() == few.ratio.interval(0.95, few.by_unit.variance)
    assert isinstance(in_documents(*[(3, 4)] * 10).interval(), Undefined)
