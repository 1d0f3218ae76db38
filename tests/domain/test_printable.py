"""Text is shown, never obeyed."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.domain import printable

STEERING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
"""Classes of characters that turn the direction of others (Unicode Standard Annex 9)."""


def obeyed(character: str) -> bool:
    """Whether a terminal would do something at this character rather than draw it."""
    return (
        unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}
        or unicodedata.bidirectional(character) in STEERING
        or character in "\u061c\u200e\u200f"
    )


def test_no_code_point_that_a_terminal_obeys_is_left() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    assert not [character for character in printable(everything) if obeyed(character)]


@given(st.text(st.characters()))
def test_what_a_terminal_only_draws_stays_as_it_is_and_where_it_is(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == shown
    assert [after for before, after in zip(text, shown, strict=True) if not obeyed(before)] == [
        before for before in text if not obeyed(before)
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("one\r\ntwo\tthree", "one  two three"),
        ("a\0b\x7fc\x9bd", "a␀b␡c\ufffdd"),
        ("abc\u202edcba", "abc\ufffddcba"),
        ("\udce9t\udce9", "\ufffdt\ufffd"),
        ("e\u0301 👩\u200d🔬 [bold]", "e\u0301 👩\u200d🔬 [bold]"),
    ],
)
def test_each_has_its_stand_in(text: str, shown: str) -> None:
    assert printable(text) == shown
