"""Words as they are searched for, and the passages that a text is cut into."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.store.slicing import LONGEST, slices
from annotate.store.words import found_in, placed, query_of, words

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It's 12 %, not DOUBLE.", ["it", "s", "12", "not", "double"]),
        ("L’Été à Łódź", ["l", "ete", "a", "łodz"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("İstanbul ISTANBUL", ["istanbul", "istanbul"]),
        ("ﬁne ｆｕｌｌ", ["fine", "full"]),
        ("外交部 says", ["外", "交", "部", "says"]),
        ("カﾞス", ["ガ", "ス"]),
        ("서울에서", ["서", "울", "에", "서"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("שָׁלוֹם مُحَمَّد", ["שלום", "محمد"]),
        ("[/bold] \x00 \x1b 👨‍👩‍👧", ["bold"]),
    ],
)
def test_words_are_folded(text: str, found: list[str]) -> None:
    assert words(text) == found


@given(anything)
def test_folded_words_stay_as_they_are(text: str) -> None:
    once = words(text)
    assert words(" ".join(once)) == once
    assert all(word and not set(word) & set(" '\"\\") for word in once)


@given(anything)
def test_each_word_has_its_place(text: str) -> None:
    held = list(placed(text))
    assert all(0 <= item.start < item.end <= len(text) for item in held)
    assert all(item.word in words(text[item.start : item.end]) for item in held)


@given(anything, st.data())
def test_what_is_taken_from_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    held = words(text)
    if held:
        start = data.draw(st.integers(0, len(held) - 1))
        phrase = held[start : start + data.draw(st.integers(1, 3))]
        assert found_in(" ".join(held), query_of(f'"{" ".join(phrase)}"'))


@pytest.mark.parametrize(
    ("typed", "phrases", "open_end"),
    [
        ("fewer ships", (("fewer",), ("ships",)), True),
        ("fewer ships ", (("fewer",), ("ships",)), False),
        ('"fewer ships" call', (("fewer", "ships"), ("call",)), True),
        ('"fewer ships', (("fewer", "ships"),), True),
        ("„fewer ships“", (("fewer", "ships"),), False),
        ("it's", (("it", "s"),), False),
        ("外交", (("外", "交"),), False),
        ("AND NEAR(a*) -b", (("and",), ("near", "a"), ("b",)), False),
        ("\0 * \" ' 😀", (), False),
    ],
)
def test_what_is_typed_is_words_and_phrases_and_nothing_else(
    typed: str, phrases: tuple[tuple[str, ...], ...], open_end: bool
) -> None:
    assert query_of(typed) == (phrases, open_end)


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\n\r .。"), max_size=3000))
def test_the_passages_of_a_text_hold_all_of_it_but_white_space(text: str) -> None:
    found = list(slices(text))
    assert all(0 < len(span.of(text)) <= LONGEST and span.of(text).strip() for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())


def test_a_blank_line_parts_passages_and_a_line_end_does_not() -> None:
    text = "One line\r\nand another.\r\n \r\n\r\nSecond\rpart\r\rThird.\n\n"
    assert [span.of(text) for span in slices(text)] == ["One line\r\nand another.", "Second\rpart", "Third."]


def test_a_long_paragraph_is_cut_where_a_sentence_ends() -> None:
    text = "Ships call. " * 200
    found = [span.of(text) for span in slices(text)]
    assert len(found) == 4
    assert all(part.startswith("Ships") and part.endswith("call.") for part in found)
    assert len(list(slices("漢" * 200_000))) == 250
