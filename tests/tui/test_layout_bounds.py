"""Bounds on the move: they stay inside the text, apart from one another, and between whole characters."""

from hypothesis import given
from hypothesis import strategies as st

from annotate.tui.layout import Bounds, Unit, cluster_end, cluster_start

TEXT = 'Ada said: "We doubled it. Twice!" Ben did not.\n\nThe 👨‍👩‍👧 family and the café\u0301 stay.'

PIECES = ("a", "b", " ", ".", "\n", "\r", "é", "e\u0301", "👩‍🚀", "🇩🇪", "\u200d", "文", "\x00", "[", "\t")
ODD = st.lists(st.sampled_from(PIECES), min_size=1).map("".join)
MOVES = st.lists(st.tuples(st.sampled_from([*Unit, "turn"]), st.booleans()), max_size=12)


def test_a_new_span_is_the_first_unit_from_there_on() -> None:
    assert Bounds.at(TEXT, 0).quote == "Ada"
    assert Bounds.at(TEXT, 1).quote == "said"
    assert Bounds.at(TEXT, 4, Unit.SENTENCE).quote == 'Twice!"'
    assert Bounds.at(TEXT, len(TEXT)).quote == "stay"


def test_while_a_place_is_looked_for_the_span_is_one_unit() -> None:
    begun = Bounds.at(TEXT, 0)
    assert begun.moved(Unit.WORD).moved(Unit.WORD).quote == "We"
    assert begun.moved(Unit.SENTENCE).moved(Unit.SENTENCE).quote == "Ben did not."
    assert begun.moved(Unit.PARAGRAPH).moved(Unit.WORD).moved(Unit.WORD).quote == "family"


def test_then_either_end_is_moved_and_stops_before_the_other() -> None:
    span = Bounds.at(TEXT, 34).turned().moved(Unit.WORD)
    assert span.quote == "Ben did"
    assert span.turned().moved(Unit.WORD, back=True).quote == 'Twice!" Ben did'
    assert span.moved(Unit.WORD, back=True).moved(Unit.SENTENCE, back=True).quote == "B"
    assert span.turned().moved(Unit.PARAGRAPH).quote == "d"


@given(ODD, st.integers(0, 40), MOVES)
def test_no_step_leaves_the_text_or_cuts_a_character(
    text: str, offset: int, moves: list[tuple[Unit | str, bool]]
) -> None:
    span = Bounds.at(text, offset % len(text))
    for unit, back in moves:
        span = span.turned() if unit == "turn" else span.moved(Unit(unit), back=back)
        assert 0 <= span.start < span.end <= len(text)
        assert cluster_start(text, span.start) == span.start
        assert cluster_end(text, span.end) == span.end


@given(ODD, st.integers(0, 40), st.integers(0, 40))
def test_a_span_that_was_drawn_is_widened_to_whole_characters(text: str, one: int, other: int) -> None:
    low, high = sorted((one % len(text), other % len(text)))
    span = Bounds.at(text, 0).over(low, high)
    assert span.start <= low < span.end <= len(text)
    assert (cluster_start(text, span.start), cluster_end(text, span.end)) == (span.start, span.end)
