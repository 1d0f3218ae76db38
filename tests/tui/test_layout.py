"""Any text, however odd: its lines tile it, fit, and are drawn so that a terminal shows them and obeys nothing."""

import unicodedata
from itertools import accumulate, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import get_character_cell_size
from wcwidth import iter_graphemes

from annotate.tui.layout import Layout, Line, cluster_at, cluster_end, cluster_start, glyph, wrap

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ASTRONAUT = "\U0001f469\U0001f3fd\u200d\U0001f680"
WAVE = "\U0001f44b\U0001f3fd"
HEART = "\u2764\ufe0f"
FRANCE = "\U0001f1eb\U0001f1f7"
GB = "\U0001f3f4\U000e0067\U000e0062\U000e007f"

# fmt: off
ODD = [
    "\r\n", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\t", " ", "  ", "\xa0", "\u3000", "\u2009",
    "\x00", "\x1b[31m", "\x1b]0;title\x07", "\x7f", "\x9b2J", "\u202e", "\u202c", "\u2066", "\u2069", "\u200f",
    "\u061c", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\xad", "\ud800", "\udfff", "\ufff9", "\uffff",
    "\U000e0041", "e\u0301", "\u0301", "z" + "\u0337" * 12, FAMILY, ASTRONAUT, WAVE, HEART, FRANCE, GB, "\U0001f3fd",
    "\ufe0f", "\U0001f1eb", "1\ufe0f\u20e3", "政府は", "。", "「", "」", "\u1100\u1161\u11a8", "한국어", "क्षि", "का",
    "กำ", "\u05e9\u05dc", "\u0645\u06cc\u200c\u062e", "\u0600", "[/bold]", "[", "word", "well-known",
]
# fmt: on
texts = st.lists(st.sampled_from(ODD) | st.characters() | st.text("ab ", max_size=9), max_size=40).map("".join)
widths = st.integers(1, 30)
OBEYED = {"Cc", "Cs", "Zl", "Zp"}
VISIBLE_FORMAT = set("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")


def lines_of(layout: Layout) -> list[Line]:
    return [layout.line(row) for row in range(len(layout))]


def cells_of(drawn: str) -> int:
    """Cells as a terminal counts them that places code point by code point."""
    return sum(1 if unicodedata.category(c) == "Mc" else get_character_cell_size(c) for c in drawn)


def drawn(line: Line) -> str:
    return "".join(part.text for part in line.drawn(line.start, line.end))


def boundaries(text: str) -> set[int]:
    return {0, *accumulate(len(cluster) for cluster in iter_graphemes(text))}


def shown(text: str, width: int) -> list[str]:
    return [drawn(line).rstrip() for line in lines_of(Layout(text, width))]


@given(texts, widths)
def test_lines_tile_the_text(text: str, width: int) -> None:
    layout = Layout(text, width)
    bounds = [layout.bounds(row) for row in range(len(layout))]
    assert bounds[0][0] == 0
    assert bounds[-1][1] == len(text)
    assert all(left[1] == right[0] for left, right in pairwise(bounds))
    assert all(layout.row_of(offset) == row for row, (a, b) in enumerate(bounds) for offset in range(a, b))
    assert all(start < end for start, end in bounds) or not text


@given(texts, widths)
def test_a_line_fits_save_for_one_hanging_blank_and_a_cluster_wider_than_the_width(text: str, width: int) -> None:
    for line in lines_of(Layout(text, width)):
        assert cells_of("".join(part.text for part in line.drawn(line.start, line.stop))) == line.width
        hangs = line.width == width + 1 and line.text[line.stop - 1].isspace()
        assert line.width <= width or hangs or len(line.edges) == 2


@given(texts, widths)
def test_no_cluster_straddles_two_lines(text: str, width: int) -> None:
    assert set(wrap(text, width)) <= boundaries(text)


@given(texts, widths)
def test_a_line_ends_where_the_text_says_so(text: str, width: int) -> None:
    for line in lines_of(Layout(text, width)):
        assert not set(text[line.start : line.stop]) & set("\n\r\x0b\x0c\x85\u2028\u2029")


@given(texts, widths)
def test_nothing_that_a_terminal_would_obey_is_drawn(text: str, width: int) -> None:
    for line in lines_of(Layout(text, width)):
        for character in drawn(line):
            category = unicodedata.category(character)
            assert category not in OBEYED
            assert category != "Cf" or character in VISIBLE_FORMAT


@given(texts, widths)
def test_every_offset_has_a_cell_and_every_cell_an_offset(text: str, width: int) -> None:
    for line in lines_of(Layout(text, width)):
        for start, end in pairwise(line.edges):
            assert {line.cell_of(offset) for offset in range(start, end)} == {line.cell_of(start)}
            after = line.cells[line.edges.index(end)]
            assert {line.offset_of(cell) for cell in range(line.cell_of(start), after)} == {start}
        if line.stop < line.end:
            assert line.offset_of(line.width) == line.offset_of(999) == line.stop


@given(st.lists(texts, max_size=8).map("".join), st.data())
def test_the_cluster_at_an_offset_is_that_of_the_whole_text(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, max(0, len(text) - 1)))
    cuts = sorted(boundaries(text))
    if text:
        assert cluster_at(text, offset) == (max(c for c in cuts if c <= offset), min(c for c in cuts if c > offset))
    assert cluster_start(text, offset) == max(c for c in cuts if c <= offset)
    assert cluster_end(text, offset) == min(c for c in cuts if c >= offset)


def test_a_cluster_is_found_far_from_anything_simple() -> None:
    flags = FRANCE * 500
    assert cluster_at("a" + flags, 601) == (601, 603)
    assert cluster_at("a" + flags, 602) == (601, 603)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_ends_a_line_and_shifts_nothing(newline: str) -> None:
    text = f"one{newline}two"
    assert wrap(text, 10) == [0, 3 + len(newline)]
    assert Layout(text, 10).line(0).cell_of(3) == 3


def test_a_line_end_at_the_end_of_the_text_opens_no_further_line() -> None:
    assert wrap("one\n", 10) == [0]
    assert wrap("one\n\n", 10) == [0, 4]
    assert wrap("", 10) == [0]


def test_words_are_kept_whole_and_blanks_stay_with_the_word_before() -> None:
    assert shown("the number of flights", 10) == ["the number", "of flights"]
    assert wrap("the number of flights", 10) == [0, 11]
    assert shown("extraordinarily so", 6) == ["extrao", "rdinar", "ily so"]


def test_a_no_break_space_does_not_break() -> None:
    assert shown("about fifteen\xa0kilometres", 22) == ["about", "fifteen\xa0kilometres"]


def test_chinese_and_japanese_break_between_characters_but_not_before_a_full_stop() -> None:
    assert shown("政府は昨日発表", 6) == ["政府は", "昨日発", "表"]
    assert shown("政府は。昨日", 6) == ["政府", "は。昨", "日"]
    assert shown("政府「は」", 6) == ["政府", "「は」"]


def test_a_zero_width_space_breaks_and_is_seen() -> None:
    assert shown("aaaa\u200bbbbb", 6) == ["aaaa¦", "bbbb"]


def test_tabs_reach_the_next_stop() -> None:
    assert shown("a\tb\tc", 20) == ["a   b   c"]
    assert Layout("a\tb\tc", 20).line(0).cell_of(2) == 4


@pytest.mark.parametrize(
    ("cluster", "expected"),
    [
        ("\x00", "␀"),
        ("\x1b", "␛"),
        ("\x7f", "␡"),
        ("\x9b", "‹009B›"),
        ("\u202e", "‹RLO›"),
        ("\u2069", "‹PDI›"),
        ("\u200f", "¦"),
        ("\ufeff", "¦"),
        ("\xad", "¬"),
        ("\ud83d", "‹D83D›"),
        ("\ufff9", "‹FFF9›"),
        ("\uffff", "‹FFFF›"),
        ("\u0301", "◌\u0301"),
        ("e\u0301", "e\u0301"),
        ("\u06cc\u200c", "\u06cc¦"),
        (FAMILY, "👨👩👧"),
        (ASTRONAUT, "👩🚀"),
        (HEART, "❤"),
        ("a\u200d", "a¦"),
        (WAVE, "👋"),
        ("a🏽", "a‹1F3FD›"),
        (FRANCE, "FR"),
        (GB, "🏴gb¦"),
        ("😀\U000e0101\U000e0102", "😀¦¦"),
        ("का", "का"),
        ("\u2063", "¦"),
    ],
)
def test_what_terminals_would_obey_hide_or_disagree_on_is_drawn_as(cluster: str, expected: str) -> None:
    assert "".join(part.text for part in glyph(cluster).parts) == expected


def test_a_hidden_message_and_a_tower_of_marks_are_cut() -> None:
    tags = "😀" + "".join(chr(0xE0000 + ord(c)) for c in "ignore all that was said before")
    assert "".join(part.text for part in glyph(tags).parts) == "😀ignore all th…"
    tower = glyph("a" + "\u0301" * 200)
    assert tower.cells == 2
    assert len("".join(part.text for part in tower.parts)) < 12


def test_one_odd_character_costs_its_own_line_no_more() -> None:
    """The quick path and the careful one break a text alike."""
    plain = "Wages rose by half in the year to March, said the office. " * 40
    careful = Layout(plain.replace("half", "h\u200dlf"), 40)
    assert wrap(plain, 40) == careful.starts


def test_a_line_of_two_hundred_thousand_characters_is_wrapped() -> None:
    text = "x" * 100_000 + "é" * 50_000 + "e\u0301" * 25_000
    layout = Layout(text, 88)
    assert len(layout) == -(-175_000 // 88)
    assert layout.line(len(layout) - 1).end == len(text)


@settings(max_examples=400)
@given(st.characters(), st.characters())
def test_plain_neighbours_are_two_clusters_of_one_cell(left: str, right: str) -> None:
    line = Layout(left + right, 10).line(0)
    if line.glyphs is None and line.stop == 2:
        assert list(iter_graphemes(left + right)) == [left, right]


def test_what_is_called_plain_is_one_cell_wide_and_drawn_as_it_is() -> None:
    plain = [
        chr(code) for code in range(0x3000) if Layout(chr(code), 9).line(0).glyphs is None and chr(code).isprintable()
    ]
    assert len(plain) > 1500
    for character in plain:
        assert glyph(character) == (((character, False),), 1)
        assert list(iter_graphemes("a" + character + "a")) == ["a", character, "a"]
