"""A bound moves by what a reader would call a character, a word, a sentence, a paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.tui.layout import Unit, cluster_start, next_end, next_start, previous_end, previous_start

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ODD = [
    "\r\n",
    "\n",
    "\u2028",
    "\t",
    ". ",
    "! ",
    "。",
    "’",
    "-",
    "e\u0301",
    "政府",
    FAMILY,
    "[b]",
    "\u200b",
    "का",
    "\ud800",
]
texts = st.lists(st.sampled_from(ODD) | st.text("ab A.", max_size=9), max_size=30).map("".join)
units = st.sampled_from(list(Unit))


def starts(text: str, unit: Unit) -> list[str]:
    """What stands between the start of each unit and its end, walking forward."""
    found, offset = [], 0 if text[:1].strip() else next_start(text, 0, unit)
    while offset < len(text):
        found.append(text[offset : next_end(text, offset, unit)])
        offset = next_start(text, offset, unit)
    return found


@given(texts, units, st.data())
def test_a_step_forward_goes_forward_to_a_boundary_of_clusters(text: str, unit: Unit, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    for step in (next_start, next_end):
        reached = step(text, offset, unit)
        assert reached > offset or reached == len(text)
        assert cluster_start(text, reached) == reached


@given(texts, units, st.data())
def test_a_step_back_goes_back_to_a_boundary_of_clusters(text: str, unit: Unit, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    for step in (previous_start, previous_end):
        reached = step(text, offset, unit)
        assert reached < offset or reached == 0
        assert cluster_start(text, reached) == reached


@given(texts, units)
def test_the_way_back_meets_the_same_places_as_the_way_forward(text: str, unit: Unit) -> None:
    for forward, back in ((next_start, previous_start), (next_end, previous_end)):
        there, here = [], 0
        while (here := forward(text, here, unit)) < len(text):
            there.append(here)
        returned, here = [], len(text)
        while (here := back(text, here, unit)) > 0:
            returned.append(here)
        assert returned[::-1] == there


def test_a_character_is_a_grapheme_cluster() -> None:
    text = "e\u0301" + FAMILY + "\r\nx"
    assert starts(text, Unit.CHARACTER) == ["e\u0301", FAMILY, "\r\n", "x"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ministry's radar, it said.", ["The", "ministry's", "radar", "it", "said"]),
        ("rose 3.5 % (by half)", ["rose", "3.5", "by", "half"]),
        ("naïve cafe\u0301 “quoted”", ["naïve", "cafe\u0301", "quoted"]),
        ("сообщило правительство", ["сообщило", "правительство"]),
        ("政府は", ["政", "府", "は"]),
        ("सरकार ने", ["सरकार", "ने"]),
        ("well-known", ["well", "known"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert starts(text, Unit.WORD) == words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One rose. Two fell! Three?", ["One rose.", "Two fell!", "Three?"]),
        ("“It rose.” He left.", ["“It rose.”", "He left."]),
        (
            "J. Smith of the U.S. office said so. Then he left.",
            ["J. Smith of the U.S. office said so.", "Then he left."],
        ),
        ("It grew by 3.5 approx. four points. End", ["It grew by 3.5 approx. four points.", "End"]),
        ("A headline\nAnd a sentence. Next", ["A headline", "And a sentence.", "Next"]),
        ("価格が上昇した。報道官は述べた。", ["価格が上昇した。", "報道官は述べた。"]),
        ("Wait ... what? “No!” she said. Yes", ["Wait ... what?", "“No!” she said.", "Yes"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert starts(text, Unit.SENTENCE) == sentences


def test_paragraphs_are_what_stands_between_line_ends_without_the_blanks_around() -> None:
    text = "  First one. Still. \r\n\r\nSecond\u2028Third"
    assert starts(text, Unit.PARAGRAPH) == ["First one. Still.", "Second", "Third"]


def test_a_step_from_inside_a_word_ends_that_word_or_starts_the_next() -> None:
    text = "the ministry said"
    assert next_end(text, 6, Unit.WORD) == 12
    assert next_start(text, 6, Unit.WORD) == 13
    assert previous_start(text, 6, Unit.WORD) == 4
    assert previous_end(text, 6, Unit.WORD) == 3


@pytest.mark.parametrize("word", ["word ", "政", "e\u0301x "])
def test_far_into_a_long_line_the_steps_are_those_of_its_start(word: str) -> None:
    text = word * 2000
    size, length = len(word), len(word.rstrip())
    for number in (1, 700, 1999):
        at = number * size
        assert next_start(text, at - 1, Unit.WORD) == at
        assert next_end(text, at, Unit.WORD) == at + length
        assert previous_start(text, at, Unit.WORD) == at - size
        assert previous_end(text, at, Unit.WORD) == (at - size + length if length < size else max(0, at - size))


def test_a_step_back_reaches_over_a_long_gap() -> None:
    text = "One word." + " " * 3000 + "Two."
    assert previous_start(text, len(text) - 4, Unit.WORD) == 4
    assert previous_end(text, len(text) - 4, Unit.SENTENCE) == 9
