"""Rows: text in cells, whatever the text holds."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from annotate.tui.widgets.rows import Cell, cell, cut, paragraph, spread, width_of

ODD = st.text(st.characters(codec="utf-8"), max_size=60)
PLAIN = st.text(st.sampled_from("ab e\u0301 \u4e16\u754c \t\n\x1b[1m\u202e\U0001f468\u200d\U0001f469"), max_size=80)


@given(ODD, st.integers(1, 40))
def test_a_cell_never_takes_more_than_it_may(text: str, most: int) -> None:
    assert cell(text, most=most).cells <= most


@given(ODD)
def test_no_cell_holds_what_a_terminal_obeys(text: str) -> None:
    drawn = cell(text).text
    assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in drawn)


@given(PLAIN, st.integers(1, 40))
def test_a_cell_takes_the_cells_that_it_says(text: str, most: int) -> None:
    piece = cell(text, most=most)
    assert piece.cells == cell_len(piece.text)


@given(PLAIN, st.integers(4, 40), st.integers(1, 5))
def test_a_paragraph_has_no_more_rows_and_cells_than_it_may(text: str, width: int, rows: int) -> None:
    lines = paragraph(text, width, rows)
    assert len(lines) <= rows
    for line in lines:
        assert width_of(line) <= width
        assert all(piece.cells == cell_len(piece.text) for piece in line)


def test_a_paragraph_that_goes_on_says_so() -> None:
    (line,) = paragraph("one two three four", 9, 1)
    assert line[0].text == "one two …"


def test_markup_and_brackets_are_letters() -> None:
    assert cell("[bold]x[/bold]").text == "[bold]x[/bold]"


def test_two_ends_of_a_row_fill_it() -> None:
    row = spread([cell("left")], [cell("right")], 20)
    assert "".join(piece.text for piece in row) == "left           right"


def test_where_two_ends_do_not_fit_the_left_one_is_cut() -> None:
    row = spread([cell("a long title")], [cell("right")], 12)
    assert "".join(piece.text for piece in row) == "a lon… right"
    assert width_of(row) == 12


def test_what_does_not_fit_is_cut_off() -> None:
    assert list(cut([Cell("abc", 3), Cell("def", 3)], 5)) == [Cell("abc", 3), Cell("d…", 2)]
