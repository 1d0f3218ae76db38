"""The evidence form: what a paste fills in, and which piece of evidence a filled form is."""

import pytest

from annotate.domain import Evidence
from annotate.errors import BadInput
from annotate.tui.pieces import evidence_of, form_of, with_pasted


@pytest.mark.parametrize(
    ("pasted", "form"),
    [
        ("https://example.org/a", {"url": "https://example.org/a"}),
        ("  HTTP://example.org/a  \r\n", {"url": "HTTP://example.org/a"}),
        ("https://example.org/a says so", {"url": "https://example.org/a", "quote": "says so"}),
        ("https://example.org/a\r\n12 percent\r\n", {"url": "https://example.org/a", "quote": "12 percent"}),
        ("12 percent,\nnot double", {"quote": "12 percent,\nnot double"}),
        ("see https://example.org/a", {"quote": "see https://example.org/a"}),
        ("red\x1b[31m\x07", {"quote": "red[31m"}),
    ],
)
def test_a_paste_fills_the_address_and_the_quote(pasted: str, form: dict[str, str]) -> None:
    assert {name: value for name, value in form_of(pasted).items() if value} == form


def test_a_paste_never_takes_the_place_of_what_was_typed() -> None:
    left = {"url": "https://example.org/a", "quote": "first"}
    assert with_pasted(left, "https://example.org/b") == {
        "url": "https://example.org/a",
        "quote": "first\nhttps://example.org/b",
    }
    assert with_pasted(left, " \n") == left


def test_a_form_is_the_piece_of_evidence_that_it_says() -> None:
    form = {"url": " https://example.org/a ", "quote": "12 %", "stance": "refutes", "published": "2021-11", "set": "2"}
    piece = Evidence(url="https://example.org/a", quote="12 %", stance="refutes", published="2021-11", set=2)
    assert evidence_of(form) == piece
    assert evidence_of({"quote": "12 %"}) == Evidence(quote="12 %")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [("published", "2021-13", "is no date"), ("set", "0", "is no set"), ("set", "two", "is no set")],
)
def test_a_field_that_cannot_be_what_it_says_is_refused_by_name(name: str, value: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        evidence_of({"quote": "12 %", name: value})
