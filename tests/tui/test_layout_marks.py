"""What is highlighted is exactly the claim, in every text; thousands of claims are found by place."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import get_character_cell_size

from annotate.tui.layout import (
    MARGIN,
    NOWHERE,
    Layout,
    Line,
    Mark,
    Marks,
    Piece,
    cluster_end,
    cluster_start,
    margin_pieces,
    text_pieces,
)

FRANCE = "\U0001f1eb\U0001f1f7"
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
ODD = ["\r\n", "\n", "\u2028", "\t", " ", "\x1b[7m", "\u202e", "e\u0301", "政府", FRANCE, FAMILY, "[b]", "\u200b", "का"]
texts = st.lists(st.sampled_from(ODD) | st.text("ab ", max_size=9), min_size=1, max_size=30).map("".join)
spans = st.tuples(st.integers(0, 200), st.integers(0, 200)).map(lambda ends: Mark(min(ends), max(ends) + 1))


def cells_of(drawn: str) -> int:
    return sum(1 if unicodedata.category(c) == "Mc" else get_character_cell_size(c) for c in drawn)


def lit(line: Line, pieces: list[Piece], style: str) -> str:
    """The text of `line` whose cells are drawn in `style`."""
    cell, offsets = 0, set[int]()
    for piece in pieces:
        after = cell + cells_of(piece.text)
        if style in piece.styles:
            offsets |= {line.offset_of(at) for at in range(cell, after)}
        cell = after
    ends = dict(zip(line.edges, [*line.edges[1:], line.end], strict=True))
    return "".join(line.text[offset : ends[offset]] for offset in sorted(offsets))


def highlighted(text: str, width: int, mark: Mark, style: str) -> str:
    layout = Layout(text, width)
    span, found = (mark.start, mark.end), ""
    for row in range(len(layout)):
        line = layout.line(row)
        found += lit(line, list(text_pieces(line, [mark], span, span if style == "selection" else NOWHERE)), style)
    return found


@given(texts, spans, st.integers(1, 20))
def test_the_highlighted_cells_of_a_claim_are_exactly_its_span(text: str, mark: Mark, width: int) -> None:
    quote = text[cluster_start(text, mark.start) : cluster_end(text, mark.end)]
    assert highlighted(text, width, mark, "selection") == quote
    on_its_lines = re.sub("\r\n|[\n\u2028]", "", quote)
    assert highlighted(text, width, mark, "current") == on_its_lines
    assert highlighted(text, width, mark, "claim") == on_its_lines


@given(texts, st.lists(spans, max_size=6), st.integers(1, 20))
def test_the_pieces_of_a_line_draw_all_of_it_once(text: str, marks: list[Mark], width: int) -> None:
    layout = Layout(text, width)
    for row in range(len(layout)):
        line = layout.line(row)
        pieces = list(text_pieces(line, marks, (3, 9), (5, 12)))
        assert "".join(p.text for p in pieces) == "".join(p.text for p in line.drawn(line.start, line.end))
        assert all(p.text for p in pieces)


@given(st.lists(spans, max_size=40), st.integers(0, 200), st.integers(1, 60))
def test_marks_are_found_by_place_as_if_each_were_looked_at(marks: list[Mark], start: int, length: int) -> None:
    end, found = start + length, Marks(marks)
    by_start = sorted(marks, key=lambda mark: mark.start)
    assert list(found.crossing(start, end)) == [m for m in by_start if m.start < end and m.end > start]
    assert list(found.starting_in(start, end)) == [m for m in by_start if start <= m.start < end]


def test_half_a_cluster_highlights_the_whole_of_it() -> None:
    assert highlighted("cafe\u0301 " + FAMILY, 20, Mark(4, 5), "current") == "e\u0301"
    assert highlighted("cafe\u0301 " + FAMILY, 20, Mark(6, 7), "current") == FAMILY


def pieces_of(text: str, marks: list[Mark], current: Mark | None = None) -> list[tuple[str, tuple[str, ...]]]:
    span = (current.start, current.end) if current else NOWHERE
    return [(piece.text, piece.styles) for piece in text_pieces(Layout(text, 60).line(0), marks, span, NOWHERE)]


def test_nested_claims_can_each_be_told() -> None:
    outer, inner, innermost = Mark(0, 15), Mark(4, 11), Mark(4, 7)
    assert pieces_of("the inner claims end", [outer, inner, innermost], outer) == [
        ("the ", ("claim", "current")),
        ("inn", ("claim", "current", "overlap", "overlap")),
        ("er c", ("claim", "current", "overlap")),
        ("laim", ("claim", "current")),
        ("s end", ()),
    ]


def test_a_stand_in_is_told_from_the_character_it_looks_like() -> None:
    assert pieces_of("a\u202eb␀\x00", []) == [("a", ()), ("‹RLO›", ("stand-in",)), ("b␀", ()), ("␀", ("stand-in",))]


def margin(marks: list[Mark], current: Mark | None = None) -> str:
    line = Layout("the number of flights had doubled", 60).line(0)
    drawn = "".join(piece.text for piece in margin_pieces(line, marks, current))
    assert cells_of(drawn) == MARGIN
    return drawn


def test_the_margin_points_at_the_current_claim_and_signs_those_that_are_done() -> None:
    done, other, owed = Mark(0, 3, "+", "positive"), Mark(4, 9, "-", "negative"), Mark(11, 13)
    assert margin([]) == margin([owed]) == "   "
    assert margin([owed], owed) == margin([done, owed], owed) == " ▶ "
    assert margin([done], done) == "+▶ "
    assert margin([done, owed]) == " + "
    assert margin([done, other]) == "+- "
    assert margin([done, other, Mark(5, 7, "~", "mixed")]) == "+… "


def test_a_sign_that_has_not_one_cell_is_a_dot() -> None:
    assert margin([Mark(0, 3, "政")]) == margin([Mark(0, 3, "ok")]) == " • "
