"""A widget that draws rows which its screen gives it: no layout, no markup, one repaint when they change."""

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import ClassVar, get_args

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from annotate.tui.widgets.kept_lines import KeptLines
from annotate.tui.widgets.rows import Role, Row, cut, width_of


class RowPane(KeptLines):
    """Draws what `write(width, height)` returned last; asks it again when the size changes."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(get_args(Role))

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._write: Callable[[int, int], Sequence[Row]] = lambda width, height: []
        self._rows: Sequence[Row] = ()
        self._looks: dict[str, Style] = {}

    def draw(self, write: Callable[[int, int], Sequence[Row]]) -> None:
        """Show the rows that `write` makes of a width and a height; unchanged ones are not painted again."""
        self._write = write
        width, height = self.size
        before, self._rows = self._rows, write(width, height) if self.size and self.display else ()
        changed = [y for y, pair in enumerate(zip_longest(before, self._rows)) if pair[0] != pair[1] and y < height]
        if changed:
            self.forget(*changed)
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def on_resize(self) -> None:
        """Write for the new size."""
        self.forget()
        self.draw(self._write)

    def on_show(self) -> None:
        """Write what was left out while nobody saw it."""
        self.draw(self._write)

    def row_keys(self, rows: range) -> range:
        """A row is where it stands."""
        return rows

    def draw_row(self, key: int, width: int) -> Strip:
        """One row, filled up with blanks."""
        pieces = list(cut(self._rows[key], width)) if key < len(self._rows) else []
        segments = [Segment(piece.text, self._look(piece.role)) for piece in pieces]
        filled = width_of(pieces)
        return Strip([*segments, Segment(" " * (width - filled), self._look(""))], width)

    def notify_style_update(self) -> None:
        """Another theme, or other colours around the rows: styles are looked up anew."""
        self._looks.clear()
        super().notify_style_update()

    def _look(self, role: str) -> Style:
        if role not in self._looks:
            look = self.get_component_rich_style(role) if role else self.rich_style
            self._looks[role] = self.as_shown(look)
        return self._looks[role]
