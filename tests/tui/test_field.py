"""A field to type into: what is drawn of it, and how the cursor walks."""

from hypothesis import given
from rich.cells import cell_len
from rich.segment import Segment
from tests.tui.awkward import UNSAFE, nasty
from textual import events
from textual.app import App, ComposeResult
from textual.strip import Strip

from annotate.tui.personal import Personal
from annotate.tui.widgets.field import Field, tidy
from annotate.tui.widgets.safe_strip import safe

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


class Host(App[None]):
    """An app with nothing but an editor."""

    CSS = "Field { height: 8; }"
    personal = Personal()

    def compose(self) -> ComposeResult:
        yield Field("rationale", shape="text")


@given(nasty, nasty)
def test_a_strip_is_made_safe_in_the_same_cells(one: str, other: str) -> None:
    strip = Strip([Segment(tidy(one).replace("\n", "").replace("\t", "")), Segment(other.replace("\n", ""))])
    drawn = safe(strip)
    assert drawn.cell_length == strip.cell_length
    assert not UNSAFE.search(drawn.text)
    assert [cell_len(segment.text) for segment in drawn] == [cell_len(segment.text) for segment in strip]


def test_what_is_safe_already_is_drawn_as_it_is() -> None:
    strip = Strip([Segment("“Zürich” 政府 e\u0301")])
    assert safe(strip).text == strip.text


def test_a_family_is_drawn_in_the_two_cells_that_it_is_given() -> None:
    assert safe(Strip([Segment(f"a{FAMILY}b")])).text == "a\U0001f468b"


def test_text_is_tidied_into_lines() -> None:
    assert tidy("one\r\ntwo\rthree\u2028four\x85five\x0bsix") == "one\ntwo\nthree\nfour\nfive\nsix"
    assert tidy("\x1b[31mred\0\x07") == "[31mred"


async def test_the_cursor_walks_by_characters_as_one_sees_them() -> None:
    async with Host().run_test() as pilot:
        field = pilot.app.query_one(Field)
        field.focus()
        pilot.app.post_message(events.Paste(f"a{FAMILY}e\u0301"))
        await pilot.pause()
        await pilot.press("left")
        assert field.cursor_location == (0, 6)
        await pilot.press("left")
        assert field.cursor_location == (0, 1)
        await pilot.press("delete")
        assert field.text == "ae\u0301"
        await pilot.press("end", "backspace")
        assert field.text == "a"
        await pilot.press("ctrl+z", "ctrl+z")
        assert field.text == f"a{FAMILY}e\u0301"


async def test_ten_kilobytes_are_pasted_and_the_cursor_is_in_view() -> None:
    async with Host().run_test(size=(45, 12)) as pilot:
        field = pilot.app.query_one(Field)
        field.focus()
        pilot.app.post_message(events.Paste("The yearly table says twelve. " * 340))
        await pilot.pause()
        assert len(field.text) == 10_200
        assert field.region.contains_point(field.cursor_screen_offset)
        await pilot.press("ctrl+z")
        assert field.text == ""
