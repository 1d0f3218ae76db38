"""The evidence form: what a paste fills in, and which piece of evidence a filled form is."""

from dataclasses import replace

import pytest

from annotate.domain import Evidence
from annotate.errors import BadInput
from annotate.tui.pieces import (
    beside,
    changed,
    evidence_of,
    form_from,
    form_of,
    is_untouched,
    left_of,
    told_uses,
    with_pasted,
)
from annotate.work import Uses


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


PASSAGE = Evidence(document="d1_x", start=0, end=9, quote=" Two\r\nof\t", stance="context", set=3)
PAGE = Evidence(url="https://example.org/a", quote="12 %", stance="refutes", published="2021-11", question="How many?")


@pytest.mark.parametrize("piece", [PASSAGE, PAGE, Evidence(quote="12 %")])
def test_the_form_of_a_piece_is_that_piece(piece: Evidence) -> None:
    form = form_from(piece, "Figures, par. 1")
    assert evidence_of(form) == piece
    assert is_untouched(form, "2021-11-24")
    assert not is_untouched(form | {"publisher": "Example Wire"}, "2021-11-24")


def test_a_form_changes_its_piece_where_it_stands_and_a_new_one_comes_last() -> None:
    form = form_from(PAGE) | {"stance": "partial"}
    assert changed(form, (PAGE, PASSAGE)) == (replace(PAGE, stance="partial"), PASSAGE)
    assert changed(form, (PASSAGE,)) == (PASSAGE, replace(PAGE, stance="partial"))
    assert changed({"quote": "12 %"}, (PAGE,)) == (PAGE, Evidence(quote="12 %"))


def test_an_empty_form_is_not_kept_for_the_date_that_it_came_with() -> None:
    assert is_untouched({"retrieved": "2021-11-24"}, "2021-11-24")
    assert not is_untouched({"retrieved": "2021-11-23"}, "2021-11-24")


def test_a_form_that_was_left_waits_for_the_one_before_it() -> None:
    left = {"url": "https://example.org/half"}
    form = beside(form_from(PASSAGE), left)
    assert left_of(form) == left
    assert left_of(with_pasted(form, "12 %")) == form
    assert left_of({}) == {}


@pytest.mark.parametrize(
    ("uses", "said"),
    [
        (Uses({}, 0), []),
        (Uses({"": 1}, 0), ["You gave this source on an earlier claim."]),
        (Uses({"refutes": 2, "": 1}, 0), ["You gave this source on 3 earlier claims, twice as refutes."]),
        (
            Uses({"supports": 1}, 2),
            ["You gave this source on an earlier claim, once as supports.", "2 settled claims rest on it too."],
        ),
    ],
)
def test_where_a_source_was_given_is_told_in_words(uses: Uses, said: list[str]) -> None:
    assert told_uses(uses) == said
