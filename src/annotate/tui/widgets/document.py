"""The document pane: a text of any size with its claims marked in it, drawn line by line."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from annotate.tui.layout import MARGIN, NOWHERE, Mark, Marks, Page, Piece, Tone, margin_pieces, text_pieces, thumb_rows
from annotate.tui.widgets.pointing import Pointing

GUTTER = 2
"""Cells behind the text: one into which a blank may hang, and one that shows how far the text is scrolled."""

MEASURE = 90
"""Cells that a line has at most: longer ones are hard to read on."""

CONTEXT = 2
"""Lines that stay in view above and below what the eye is led to."""


class DocumentPane(ScrollView, Pointing, can_focus=True, inherit_bindings=False):
    """Shows a text, its claims and which of them is current; scrolls, and says where the mouse pressed and dragged."""

    ALLOW_SELECT = False  # a drag marks a span of the text, it does not select what is on the screen
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "document--headline",
        "document--byline",
        "document--claim",
        "document--overlap",
        "document--current",
        "document--selection",
        "document--stand-in",
        "document--pointer",
        "document--neutral",
        "document--positive",
        "document--negative",
        "document--mixed",
        "document--thumb",
    }
    DEFAULT_CSS = """
    DocumentPane {
        width: 1fr;
        height: 1fr;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 0;
        & > .document--headline { text-style: bold; }
        & > .document--byline { color: $foreground-muted; }
        & > .document--claim { text-style: underline; }
        & > .document--current { color: $foreground; background: $accent-muted; text-style: bold underline; }
        & > .document--overlap { background: $foreground 12%; text-style: uu; }
        & > .document--selection { text-style: reverse; }
        & > .document--stand-in { text-style: dim italic; }
        & > .document--pointer { color: $text-accent; text-style: bold; }
        & > .document--neutral { color: $foreground-muted; }
        & > .document--positive { color: $text-success; }
        & > .document--negative { color: $text-error; }
        & > .document--mixed { color: $text-warning; }
        & > .document--thumb { color: $foreground 30%; }
        &:nocolor > .document--current { text-style: bold underline reverse; }
        &:ansi > .document--current { color: $accent; background: ansi_default; text-style: bold underline reverse; }
        &:ansi > .document--overlap { background: ansi_default; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_lines(-1)", "a line up", show=False, id="document.scroll_lines(-1)"),
        Binding("down", "scroll_lines(1)", "a line down", show=False, id="document.scroll_lines(1)"),
        Binding("pageup", "scroll_pages(-1)", "a page up", show=False, id="document.scroll_pages(-1)"),
        Binding("space,pagedown", "scroll_pages(1)", "a page down", show=False, id="document.scroll_pages(1)"),
        Binding("home", "scroll_ends(-1)", "start of the text", show=False, id="document.scroll_ends(-1)"),
        Binding("end", "scroll_ends(1)", "end of the text", show=False, id="document.scroll_ends(1)"),
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._heading: tuple[str, ...] = ()
        self._text = ""
        self._page = Page((), "", MEASURE)
        self._marks = Marks()
        self._current: int | None = None
        self._selection = NOWHERE
        self._rows_shown = 0
        self._looks: dict[tuple[str, ...], Style] = {}

    def show(self, text: str, marks: Sequence[Mark], current: int | None, heading: Sequence[str] = ()) -> None:
        """Show `text` under its `heading` (headline, then lines about it), `current` an index into `marks`.

        Another text starts with its current claim, or its top, in view; the same one stays where it is scrolled to.
        """
        other = (text, tuple(heading)) != (self._text, self._heading)
        self._text, self._heading = text, tuple(heading)
        self._marks, self._current, self._selection = Marks(marks), current, NOWHERE
        if not self.size:
            return  # `on_resize` lays out, as soon as there is a width to do it for
        self._lay_out()
        if other:
            self._scroll(0)
        self._reveal_current()
        self.refresh()

    def go(self, current: int | None) -> None:
        """Make another mark the current one, and bring it into view."""
        left, self._current = self._current_span, current
        if not self._reveal_current():
            self._refresh_span(left)
            self._refresh_span(self._current_span)

    def set_sign(self, index: int, sign: str, tone: Tone = "neutral") -> None:
        """Another sign for the claim at `index`, say the mark of the verdict just given."""
        self._marks.set_sign(index, sign, tone)
        self.refresh_lines(self._page.row_of(self._marks[index].start))

    @property
    def selection(self) -> tuple[int, int] | None:
        """The span being marked, `[start, end)`, drawn above all else; setting it brings the moved bound into view."""
        return None if self._selection == NOWHERE else self._selection

    @selection.setter
    def selection(self, span: tuple[int, int] | None) -> None:
        left, self._selection = self._selection, span or NOWHERE
        self._refresh_span(left)
        self._refresh_span(self._selection)
        if span is not None:
            first, last = self._page.rows_of(*span)
            self._keep_in_view(first if span[1] == left[1] else last)

    @property
    def in_view(self) -> tuple[int, int]:
        """`[start, end)` of the text that is in view, apart from the rows nearest to the edges."""
        top, bottom = self._in_view()
        return self._page.offset_of(top), self._page.offset_of(bottom) if bottom < len(self._page) else len(self._text)

    def beside(self, offset: int, rows: int) -> int:
        """The start of the cluster straight below `offset`, so many rows on; above, if negative."""
        return self._page.beside(offset, rows)

    # What is drawn

    def render_line(self, y: int) -> Strip:
        """The row that is shown `y` cells below the pane's top edge."""
        pieces, cells = self._row(self.scroll_offset.y + y)
        segments = [Segment(piece.text, self._look(piece.styles)) for piece in pieces]
        # Widths are given, not measured again: Rich takes the spacing marks of Indic scripts for zero cells wide.
        width, base = self.size.width, self._look(())
        row = Strip(segments, cells).extend_cell_length(width - 1, base).adjust_cell_length(width - 1)
        thumb = thumb_rows(len(self._page), self.size.height, self.scroll_offset.y)
        return Strip([*row, Segment("▐", self._look(("thumb",))) if y in thumb else Segment(" ", base)], width)

    def notify_style_update(self) -> None:
        """Another theme, or other colours around the pane: styles are looked up anew."""
        self._looks.clear()
        super().notify_style_update()

    def _row(self, row: int) -> tuple[Iterable[Piece], int]:
        """The pieces of a row, and the cells that they take."""
        if row >= len(self._page):
            return (), 0
        if row < self._page.first:
            return self._head_row(row)
        line = self._page.line(row)
        current = None if self._current is None else self._marks[self._current]
        margin = margin_pieces(line, self._marks.starting_in(line.start, line.end), current)
        crossing = self._marks.crossing(line.start, line.end)
        text = text_pieces(line, crossing, self._current_span, self._selection)
        return chain(margin, text), MARGIN + line.width + (line.stop < line.end)

    def _head_row(self, row: int) -> tuple[Iterable[Piece], int]:
        head = self._page.head(row)
        if head is None:
            return (), 0
        index, line = head
        styles = ("byline",) if index else ("headline",)
        pieces = (Piece(part.text, styles) for part in line.drawn(line.start, line.stop))
        return chain((Piece(" " * MARGIN),), pieces), MARGIN + line.width

    def _look(self, styles: tuple[str, ...]) -> Style:
        """The pane's own style with the named ones laid over it, the last one uppermost."""
        if styles not in self._looks:
            names = [f"document--{name}" for name in styles]
            shapes = (self.get_component_styles(name).text_style for name in names)
            self._looks[styles] = sum(shapes, start=self.get_visual_style(*names).rich_style)
        return self._looks[styles]

    # Where it is scrolled to

    @property
    def _current_span(self) -> tuple[int, int]:
        if self._current is None:
            return NOWHERE
        mark = self._marks[self._current]
        return mark.start, mark.end

    def on_resize(self) -> None:
        """Wrap anew; what led the eye, the current claim if it was in view, else the top line, stays where it was."""
        top = self.scroll_offset.y
        claim = self._page.row_of(self._current_span[0])
        led_by_claim = self._current is not None and top <= claim <= top + self._rows_shown
        offset, above = (self._current_span[0], claim - top) if led_by_claim else (self._page.offset_of(top), 0)
        self._lay_out()
        self._scroll(self._page.row_of(offset) - above if top else 0)
        if led_by_claim:
            self._reveal_current()
        self.refresh()

    def _lay_out(self) -> None:
        """Lay heading and text out for the width there is."""
        self._rows_shown = self.size.height
        width = max(1, min(MEASURE, self.size.width - MARGIN - GUTTER))
        self._page = Page(self._heading, self._text, width)
        # Set quietly: a virtual size asks for a layout of the screen otherwise, and so for a second frame.
        self.set_reactive(Widget.virtual_size, Size(self.size.width, len(self._page)))

    def _refresh_span(self, span: tuple[int, int]) -> None:
        if span != NOWHERE:
            first, last = self._page.rows_of(*span)
            self.refresh_lines(first, last - first + 1)

    def _reveal_current(self) -> bool:
        """If the current claim is not in view, scroll until it begins a third down; whether that moved anything."""
        if self._current is None:
            return False
        first, last = self._page.rows_of(*self._current_span)
        top, bottom = self._in_view()
        return not (top <= first and last < bottom) and self._scroll(first - self.size.height // 3)

    def _keep_in_view(self, row: int) -> None:
        top, bottom = self._in_view()
        self._scroll(self.scroll_offset.y + min(0, row - top) + max(0, row + 1 - bottom))

    def _in_view(self) -> tuple[int, int]:
        """The rows `[top, bottom)` that are shown with others around them."""
        top, height = self.scroll_offset.y, self.size.height
        context = min(CONTEXT, (height - 1) // 2)
        return top + context, top + height - context

    def _scroll(self, top: int) -> bool:
        """Put the row `top` uppermost, or as near as can be; whether that moved anything."""
        before = self.scroll_offset.y
        self.scroll_to(y=top, animate=False, immediate=True, force=True)
        return self.scroll_offset.y != before

    def action_scroll_lines(self, count: int) -> None:
        """Scroll by `count` lines, upwards if negative."""
        self._scroll(self.scroll_offset.y + count)

    def action_scroll_pages(self, count: int) -> None:
        """Scroll by `count` pages, which overlap so that the eye finds its place."""
        self._scroll(self.scroll_offset.y + count * max(1, self.size.height - CONTEXT))

    def action_scroll_ends(self, direction: int) -> None:
        """Scroll to the heading (-1), or to the end of the text (1)."""
        self._scroll(0 if direction < 0 else len(self._page))

    # The mouse

    @property
    def pointed_at(self) -> "DocumentPane":
        """Itself."""
        return self

    def cluster_at(self, at: Offset) -> tuple[int, int]:
        """`(start, end)` of the cluster at a place of the pane; empty above, below and behind the text."""
        return self._page.cluster_at(self.scroll_offset.y + at.y, at.x - MARGIN)
