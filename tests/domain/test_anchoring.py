"""A quote stands where it stands: exactly there, in several places, or nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import texts

from annotate.domain import Ambiguous, Contradiction, Lost, Span, anchor, excerpt

few_letters = st.text(st.sampled_from("abé\u0301\U0001f600\0\r"), max_size=12)
quotes = st.text(st.sampled_from("abé\u0301\U0001f600\0\r"), min_size=1, max_size=3)


def places(text: str, whole: str) -> list[int]:
    """Every place of `whole` in `text`, looked for at each code point in turn."""
    return [at for at in range(len(text)) if text[at : at + len(whole)] == whole]


@given(texts, st.integers(0, 40), st.integers(0, 40))
def test_offsets_inside_the_text_are_the_span_and_all_others_contradict(text: str, start: int, end: int) -> None:
    place = anchor(text, start=start, end=end)
    assert place == Span(start, end) if start < end <= len(text) else isinstance(place, Contradiction)


@given(texts.filter(bool), st.data())
def test_a_span_and_what_stands_there_name_each_other(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = Span(start, end).of(text)
    assert quote == text[start:end]
    assert anchor(text, start=start, end=end, quote=quote) == Span(start, end)
    assert anchor(text, quote=quote, prefix=text[:start], suffix=text[end:]) == Span(start, end)


@given(few_letters, quotes, few_letters, few_letters)
def test_a_quote_is_found_once_or_not_at_all(text: str, quote: str, prefix: str, suffix: str) -> None:
    there = [at + len(prefix) for at in places(text, prefix + quote + suffix)]
    match anchor(text, quote=quote, prefix=prefix, suffix=suffix):
        case Span(start, end):
            assert there == [start]
            assert text[start:end] == quote
        case Ambiguous(starts):
            assert len(there) > 1
            assert list(starts) == there[:5]
        case Lost():
            assert there == []
        case other:
            raise AssertionError(other)


@given(texts, st.integers(0, 40), st.integers(0, 40), st.text(max_size=5))
def test_offsets_never_win_over_a_quote_that_says_otherwise(text: str, start: int, end: int, quote: str) -> None:
    place = anchor(text, start=start, end=end, quote=quote)
    assert isinstance(place, Contradiction) or text[place.start : place.end] == quote  # type: ignore[union-attr]


def test_places_that_overlap_count_as_two() -> None:
    assert anchor("ha ha ha", quote="ha ha") == Ambiguous((0, 3))


def test_the_mark_of_a_letter_is_a_character_of_its_own() -> None:
    assert anchor("cafe\u0301 caf\u00e9", quote="caf\u00e9") == Span(6, 10)
    assert anchor("cafe\u0301", quote="cafe") == Span(0, 4)


@pytest.mark.parametrize(
    ("given_", "why"),
    [
        ({"start": 3}, "has one offset without the other"),
        ({"end": 3, "quote": "river"}, "has one offset without the other"),
        ({}, "has neither offsets nor a quote"),
        ({"quote": ""}, "has neither offsets nor a quote"),
        ({"start": 3, "end": 3}, "[3, 3) is empty or begins before the text"),
        ({"start": -2, "end": 3}, "[-2, 3) is empty or begins before the text"),
        ({"start": 4, "end": 99}, "[4, 99) ends past the text, which has 15 characters"),
        ({"start": 0, "end": 3, "quote": "river"}, '[0, 3) holds "The", not "river"'),
    ],
)
def test_a_contradiction_says_what_contradicts_what(given_: dict[str, int | str], why: str) -> None:
    assert anchor("The river rose.", **given_) == Contradiction(why)  # type: ignore[arg-type]


@given(st.text(max_size=60), st.integers(2, 60))
def test_an_excerpt_is_never_longer_than_it_may_be(text: str, length: int) -> None:
    assert len(excerpt(text, length)) <= length + 2
    assert excerpt(text, len(text)) == f'"{text}"'
