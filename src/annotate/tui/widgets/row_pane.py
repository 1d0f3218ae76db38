"""A widget that draws rows which its screen gives it: no layout, no markup, one repaint when they change."""

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import ClassVar, get_args

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from annotate.tui.widgets.rows import Role, Row, cut, width_of


class RowPane(Widget):
    """Draws what `write(width, height)` returned last; asks it again when the size changes."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(get_args(Role))

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._write: Callable[[int, int], Sequence[Row]] = lambda width, height: []
        self._rows: Sequence[Row] = ()

    def draw(self, write: Callable[[int, int], Sequence[Row]]) -> None:
        """Show the rows that `write` makes of a width and a height; unchanged ones are not painted again."""
        self._write = write
        width, height = self.size
        before, self._rows = self._rows, write(width, height) if self.size and self.display else ()
        changed = [y for y, pair in enumerate(zip_longest(before, self._rows)) if pair[0] != pair[1] and y < height]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def on_resize(self) -> None:
        """Write for the new size."""
        self.draw(self._write)

    def on_show(self) -> None:
        """Write what was left out while nobody saw it."""
        self.draw(self._write)

    def render_line(self, y: int) -> Strip:
        """One row, filled up with blanks."""
        width, base = self.size.width, self.rich_style
        if y >= len(self._rows):
            return Strip.blank(width, base)
        pieces = list(cut(self._rows[y], width))
        segments = [Segment(piece.text, self.get_component_rich_style(piece.role)) for piece in pieces]
        filled = width_of(pieces)
        return Strip([*segments, Segment(" " * (width - filled), base)], width).simplify()
