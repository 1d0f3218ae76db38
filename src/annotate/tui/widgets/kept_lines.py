"""Lines that are kept until they change: a widget that has no border draws its rows, and nothing is done to them after.

Textual lays borders, padding and tints around every line of a widget and passes it through its filters, at each repaint
again. For rows that fill their widget that is most of what a repaint costs, and changes nothing.
"""

from collections.abc import Hashable, Sequence
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.containers import Horizontal
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class KeptLines(Widget):
    """Subclasses say by which keys the rows in view are known (`row_keys`), and draw the row of a key (`draw_row`)."""

    MOST = 2_000
    """Rows that are kept at the most."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._drawn: dict[Hashable, Strip] = {}

    def row_keys(self, rows: range) -> Sequence[Hashable]:
        """For each of these rows, counted from the top edge, a key that is equal where the same is drawn."""
        raise NotImplementedError

    def draw_row(self, key: Any, width: int) -> Strip:
        """The row with that key, `width` cells wide, as the widget is."""
        raise NotImplementedError

    def forget(self, *keys: Hashable) -> None:
        """Draw rows anew when they are shown next: those with these keys, or all where none is named."""
        if not keys:
            self._drawn.clear()
        for key in keys:
            self._drawn.pop(key, None)

    def render_line(self, y: int) -> Strip:
        """One row."""
        return self._strips(range(y, y + 1))[0]

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a region of the widget."""
        strips = self._strips(crop.line_range)
        left, right = crop.column_span
        whole = (left, right) == (0, self.size.width)
        return strips if whole else [strip.crop(left, right) for strip in strips]

    def _strips(self, rows: range) -> list[Strip]:
        if len(self._drawn) > self.MOST:
            self._drawn.clear()
        keys = self.row_keys(rows)
        missing = [key for key in keys if key not in self._drawn]
        width = self.size.width if missing else 0
        for key in missing:
            self._drawn[key] = self.draw_row(key, width)
        return [self._drawn[key] for key in keys]

    def as_shown(self, style: Style) -> Style:
        """A style as the terminal can show it: without colours where it has none. Filters look at nothing else."""
        _, background = self.background_colors
        for line_filter in self.get_line_filters():
            (filtered,) = line_filter.apply([Segment(" ", style)], background)
            style = filtered.style or style
        return style

    def notify_style_update(self) -> None:
        """Another theme, or other colours around the widget."""
        self.forget()
        super().notify_style_update()


class Ground(KeptLines):
    """What lies below other widgets: blank, and hardly ever seen, so that it must cost nothing."""

    def row_keys(self, rows: range) -> Sequence[int]:
        """All rows of a width are alike."""
        return [self.size.width] * len(rows)

    def draw_row(self, key: int, width: int) -> Strip:
        """A blank row."""
        return Strip.blank(width, self.as_shown(self.rich_style))


class Beside(Horizontal, Ground):
    """Widgets beside one another."""
