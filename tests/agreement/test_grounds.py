"""What two verdicts rest on."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.agreement import Grounds, Piece, Undefined, compared_grounds, of_grounds

A, B, C = "https://a.example/", "https://b.example/", "https://c.example/"
STANCES, QUOTES = ("supports", "refutes", ""), ("", "twelve cranes fell")
PIECE = st.builds(Piece, st.sampled_from([A, B, C, ""]), st.sampled_from(STANCES), st.sampled_from(QUOTES))
PIECES = st.lists(PIECE, max_size=4).map(lambda pieces: [Piece(A), *pieces])


def test_sources_stances_and_quotes_are_compared() -> None:
    ours = [Piece(A, "refutes", "Nobody was hurt, the harbour said."), Piece(B, "supports"), Piece("", "context")]
    theirs = [Piece(A, "refutes", "the  Harbour said. It"), Piece(B, "refutes"), Piece(C)]
    found = compared_grounds(ours, theirs)
    assert found.apart == (B,)
    assert found.grounds == Grounds(1, Fraction(2, 3), 1, 1, 1, 2, 1)
    assert of_grounds(found.grounds) == {
        "jaccard": Fraction(2, 3),
        "same_source": 1,
        "same_passage": 1,
        "same_stance": Fraction(1, 2),
    }


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Piece(A, text="d1", start=3, end=9), Piece(A, text="d1", start=8, end=12), 1),
        (Piece(A, text="d1", start=3, end=9), Piece(A, text="d1", start=9, end=12), 0),
        (Piece(A, quote="市長は十二台のクレーンが倒れたと述べた"), Piece(A, quote="クレーンが倒れた"), 1),
        (Piece(A, quote="about the fallen cranes"), Piece(A, quote="the fallen cranes were old"), 1),
        (Piece(A, quote="it was in the end"), Piece(A, quote="the end is near"), 0),
        (Piece(A, quote="one thing"), Piece(A, quote="another thing"), 0),
        (Piece(A, quote="a page", text="d1", start=0, end=6), Piece(A, quote="of a page"), 1),
    ],
)
def test_a_passage_is_known_by_its_place_or_by_its_words(one: Piece, other: Piece, same: int) -> None:
    for pair in ((one, other), (other, one)):
        grounds = compared_grounds([pair[0]], [pair[1]]).grounds
        assert (grounds.quoted, grounds.overlapping) == (1, same)


def test_nothing_in_common_has_no_share() -> None:
    found = of_grounds(compared_grounds([Piece(A, "supports")], [Piece(B, "supports")]).grounds)
    assert found["jaccard"] == found["same_source"] == 0
    assert isinstance(found["same_passage"], Undefined)
    assert isinstance(found["same_stance"], Undefined)
    assert isinstance(of_grounds(Grounds())["jaccard"], Undefined)


@given(PIECES, PIECES)
def test_it_is_the_same_from_either_side_and_does_not_depend_on_order(ours: list[Piece], theirs: list[Piece]) -> None:
    assert compared_grounds(ours, theirs) == compared_grounds(theirs, ours) == compared_grounds(ours[::-1], theirs)
