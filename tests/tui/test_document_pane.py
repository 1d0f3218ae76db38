"""The document pane in a running app: what it draws where, what it repaints, and what it says of the mouse."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.geometry import Region
from textual.message import Message
from textual.pilot import Pilot
from textual.strip import Strip

from annotate.tui.layout import Mark
from annotate.tui.widgets.document import DocumentPane

STORY = "The ministry said the number of flights had doubled in a month.\n[bold]Flights[/bold] by one country rose."
LONG = "\n".join(f"Line {n} says that the figure {n} is right." for n in range(200))
HEADING = ["Ministry reports more flights", "Example Wire · 18 Nov 2021 · en"]


class WatchedPane(DocumentPane):
    """Keeps which rows were drawn anew, whether a layout was asked for, and what was said of the mouse."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: list[int] = []
        self.layouts = 0
        self.said: list[Message] = []

    def draw_row(self, key: tuple[int, bool], width: int) -> Strip:
        self.painted.append(key[0])
        return super().draw_row(key, width)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Any:
        self.layouts += layout
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def post_message(self, message: Message) -> bool:
        if isinstance(message, DocumentPane.Clicked | DocumentPane.Dragged | DocumentPane.Drawn):
            self.said.append(message)
        return super().post_message(message)


class Host(App[None]):
    """An app with nothing but the pane."""

    def compose(self) -> ComposeResult:
        yield WatchedPane()


@asynccontextmanager
async def shown(
    text: str,
    marks: list[Mark],
    current: int | None = None,
    heading: list[str] | None = None,
    size: tuple[int, int] = (60, 20),
) -> AsyncIterator[tuple[WatchedPane, Pilot[None]]]:
    async with Host().run_test(size=size) as pilot:
        pane = pilot.app.query_one(WatchedPane)
        pane.show(text, marks, current, heading or [])
        pane.focus()
        await pilot.pause()
        pane.painted.clear()
        pane.layouts = 0
        yield pane, pilot


def mark(text: str, quote: str, sign: str = "") -> Mark:
    start = text.index(quote)
    return Mark(start, start + len(quote), sign)


def rows(pane: DocumentPane) -> list[str]:
    return [pane.render_line(y).text.rstrip("▐ ") for y in range(pane.size.height)]


def drawn_as(pane: DocumentPane, test: Callable[[Style], bool | None]) -> list[str]:
    """The stretches of text whose style passes a test, row by row."""
    found = []
    for y in range(pane.size.height):
        lit = [segment.text for segment in pane.render_line(y) if segment.style and test(segment.style)]
        found += ["".join(lit)] if lit else []
    return found


def line(number: int) -> Mark:
    return mark(LONG, f"Line {number} says")


async def test_the_text_is_drawn_under_its_heading_with_a_margin_and_never_as_markup() -> None:
    async with shown(STORY, [], heading=HEADING) as (pane, _):
        assert rows(pane)[:6] == [
            "   Ministry reports more flights",
            "   Example Wire · 18 Nov 2021 · en",
            "",
            "   The ministry said the number of flights had doubled in",
            "   a month.",
            "   [bold]Flights[/bold] by one country rose.",
        ]
        assert drawn_as(pane, lambda style: style.bold) == ["Ministry reports more flights"]


async def test_every_claim_is_underlined_and_the_current_one_bold_and_pointed_at() -> None:
    marks = [mark(STORY, "number of flights had doubled in a"), mark(STORY, "[/bold] by one", "+")]
    async with shown(STORY, marks, 0) as (pane, _):
        assert drawn_as(pane, lambda style: style.underline) == [
            "number of flights had doubled in ",
            "a",
            "[/bold] by one",
        ]
        assert drawn_as(pane, lambda style: style.underline and style.bold) == [
            "number of flights had doubled in ",
            "a",
        ]
        assert [row[:3] for row in rows(pane)[:3]] == [" ▶ ", "   ", " + "]


async def test_overlapping_claims_are_underlined_twice_where_they_overlap() -> None:
    marks = [mark(STORY, "the number of flights"), mark(STORY, "flights had doubled")]
    async with shown(STORY, marks, None) as (pane, _):
        assert drawn_as(pane, lambda style: style.underline) == ["the number of flights had doubled"]
        assert drawn_as(pane, lambda style: style.underline2) == ["flights"]


async def test_without_colour_the_current_claim_is_reversed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    marks = [mark(STORY, "flights had doubled"), mark(STORY, "by one country")]
    async with shown(STORY, marks, 1) as (pane, _):
        assert drawn_as(pane, lambda style: style.reverse) == ["by one country"]


async def test_another_theme_changes_the_colours_at_once() -> None:
    async with shown(STORY, [mark(STORY, "doubled")], 0) as (pane, pilot):
        dark = pane.render_line(0)
        pilot.app.theme = "textual-light"
        await pilot.pause()
        assert pane.render_line(0).text == dark.text
        assert pane.render_line(0) != dark


async def test_going_to_a_claim_in_view_repaints_the_rows_of_both_claims_and_asks_for_no_layout() -> None:
    async with shown(LONG, [line(4), line(9), line(11)], 0) as (pane, pilot):
        pane.go(1)
        await pilot.pause()
        assert sorted(pane.painted) == [4, 9]
        assert pane.layouts == 0
        assert rows(pane)[9].startswith(" ▶ Line 9 says")
        assert not rows(pane)[4].startswith(" ▶")


async def test_going_far_puts_the_claim_a_third_down_with_its_context() -> None:
    async with shown(LONG, [line(4), line(150)], 0) as (pane, pilot):
        pane.go(1)
        await pilot.pause()
        assert [row.startswith(" ▶") for row in rows(pane)].index(True) == 20 // 3
        assert pane.layouts == 0
        pane.go(0)
        await pilot.pause()
        assert rows(pane)[4].startswith(" ▶ Line 4")


async def test_going_nowhere_takes_the_pointer_away() -> None:
    async with shown(LONG, [line(4)], 0) as (pane, pilot):
        pane.go(None)
        await pilot.pause()
        assert not any("▶" in row for row in rows(pane))


async def test_what_is_scrolled_on_is_not_drawn_again() -> None:
    async with shown(LONG, []) as (pane, pilot):
        pane.action_scroll_lines(3)
        await pilot.pause()
        assert {20, 21, 22} <= set(pane.painted)
        assert not {5, 9, 15, 19} & set(pane.painted)
        assert rows(pane)[0].startswith("   Line 3 says")


async def test_a_new_sign_repaints_its_row_only() -> None:
    async with shown(LONG, [line(4), line(9)], 0) as (pane, pilot):
        pane.set_sign(1, "-", "negative")
        await pilot.pause()
        assert pane.painted == [9]
        assert rows(pane)[9].startswith(" - Line 9")


async def test_a_selection_is_reversed_repaints_its_rows_and_is_taken_back() -> None:
    async with shown(LONG, [line(4)], 0) as (pane, pilot):
        span = LONG.index("figure 6"), LONG.index("Line 8")
        pane.selection = span
        await pilot.pause()
        assert pane.selection == span
        assert sorted(pane.painted) == [4, 6, 7]
        assert drawn_as(pane, lambda style: style.reverse) == [
            "figure 6 is right. ",
            "Line 7 says that the figure 7 is right. ",
        ]
        pane.selection = None
        assert pane.selection is None
        assert drawn_as(pane, lambda style: style.reverse) == []


async def test_without_colour_a_selection_alone_is_reversed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with shown(STORY, [mark(STORY, "flights had doubled")], 0) as (pane, _):
        pane.selection = STORY.index("by one"), STORY.index("by one") + 6
        assert drawn_as(pane, lambda style: style.reverse) == ["by one"]
        pane.selection = None
        assert drawn_as(pane, lambda style: style.reverse) == ["flights had doubled"]


async def test_the_bound_of_the_selection_that_moved_stays_in_view() -> None:
    async with shown(LONG, [line(50)], 0) as (pane, _):
        start, end = line(50).start, line(50).end
        pane.selection = (start, end)
        pane.selection = (start, line(80).end)
        assert any("Line 80" in row for row in rows(pane))
        pane.selection = (line(30).start, line(80).end)
        assert any("Line 30" in row for row in rows(pane))


@pytest.mark.parametrize("size", [(40, 20), (100, 30), (60, 6), (20, 5)])
async def test_a_resize_wraps_anew_with_the_current_claim_in_view(size: tuple[int, int]) -> None:
    long = LONG.replace("right", "right and was never anything else but right")
    claim = mark(long, "Line 120 says")
    async with shown(long, [claim], 0) as (pane, pilot):
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert any("▶ Line 120" in row for row in rows(pane))
        assert all(len(row) <= size[0] for row in rows(pane))


async def test_a_resize_leaves_the_top_line_where_the_reader_had_scrolled_to() -> None:
    async with shown(LONG, [line(4)], 0) as (pane, pilot):
        for _ in range(100):
            pane.action_scroll_lines(1)
        await pilot.resize_terminal(30, 20)
        await pilot.pause()
        assert rows(pane)[0] == "   Line 100 says that the"


async def test_lines_stay_readable_on_a_wide_screen() -> None:
    async with shown("word " * 100, [], size=(160, 20)) as (pane, _):
        assert max(len(row) for row in rows(pane)) == 3 + 89


@pytest.mark.parametrize(
    ("keys", "top"),
    [
        ("down down up", "Line 1 "),
        ("pagedown", "Line 18 "),
        ("space space pageup", "Line 18 "),
        ("end", "Line 180 "),
        ("end home", "Line 0 "),
    ],
)
async def test_keys_scroll_at_once(keys: str, top: str) -> None:
    async with shown(LONG, []) as (pane, pilot):
        await pilot.press(*keys.split())
        assert rows(pane)[0].strip().startswith(top)


async def test_another_document_starts_anew_and_the_same_one_stays_where_it_is() -> None:
    async with shown(LONG, [], heading=HEADING) as (pane, _):
        pane.action_scroll_pages(3)
        before = rows(pane)
        pane.show(LONG, [], None, HEADING)
        assert rows(pane) == before
        pane.show(STORY, [], None, HEADING)
        assert rows(pane)[0] == "   Ministry reports more flights"
        pane.show(LONG, [line(150)], 0, HEADING)
        assert any("▶ Line 150" in row for row in rows(pane))


async def test_a_click_names_the_cluster_under_the_mouse() -> None:
    text = "ab e\u0301 \U0001f468\u200d\U0001f469 政府\nnext"
    async with shown(text, []) as (pane, pilot):
        for x, y in [(3, 0), (6, 0), (9, 0), (15, 0), (50, 0), (3, 1), (30, 9), (0, 0)]:
            await pilot.mouse_down(pane, offset=(x, y))
            await pilot.mouse_up(pane, offset=(x, y))
        clicked = [message.offset for message in pane.said if isinstance(message, DocumentPane.Clicked)]
        assert clicked == [0, 3, 6, text.index("府"), text.index("\n"), text.index("next"), len(text), 0]


async def test_a_drag_names_whole_clusters_in_either_direction() -> None:
    text = "e\u0301 \U0001f468\u200d\U0001f469 said\nso"
    async with shown(text, []) as (pane, pilot):
        await pilot.mouse_down(pane, offset=(6, 0))
        await pilot.hover(pane, offset=(3, 0))
        await pilot.hover(pane, offset=(10, 0))
        await pilot.hover(pane, offset=(4, 1))
        await pilot.mouse_up(pane, offset=(4, 1))
        await pilot.hover(pane, offset=(9, 0))
        assert pane.said == [
            DocumentPane.Dragged(0, 6),
            DocumentPane.Dragged(3, 8),
            DocumentPane.Dragged(3, len(text)),
            DocumentPane.Drawn(3, len(text)),
        ]


async def test_the_last_cells_tell_how_far_the_text_is_scrolled() -> None:
    async with shown(LONG, []) as (pane, pilot):
        assert [pane.render_line(y).text[-1] for y in range(20)] == ["▐", "▐"] + [" "] * 18
        await pilot.press("end")
        assert [pane.render_line(y).text[-1] for y in range(20)] == [" "] * 18 + ["▐", "▐"]
    async with shown(STORY, []) as (pane, _):
        assert not any("▐" in pane.render_line(y).text for y in range(20))


async def test_the_wheel_scrolls() -> None:
    async with shown(LONG, []) as (pane, pilot):
        pane.post_message(MouseScrollDown(pane, 5, 5, 0, 1, 0, False, False, False))
        await pilot.pause()
        assert pane.scroll_offset.y > 0
