"""The footer: what can be done now, drawn from the key table."""

from collections.abc import Mapping, Sequence

from annotate.tui.keys import Key
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell, width_of


class FooterLine(RowPane):
    """One line at the bottom: as many keys as have room, by rank; help keeps its place."""

    def show(self, keys: Sequence[Key], written: Mapping[str, str] | None = None) -> None:
        """Name the keys; `written` says how an action's keys are shown where the table cannot know it."""
        known = written or {}
        ranked = sorted((key for key in keys if key.rank), key=lambda key: key.rank)
        items = [_item(key, known.get(key.action, key.first)) for key in ranked]
        last = next((index for index, key in enumerate(ranked) if key.action == "help"), len(ranked) - 1)
        self.draw(lambda width, _: [fitting(items, width, kept=last)])


def _item(key: Key, shown: str) -> Row:
    return [Cell(" ", 1), cell(shown, "accent"), Cell(" ", 1), cell(key.label, "quiet"), Cell(" ", 1)]


def fitting(items: Sequence[Row], width: int, *, kept: int) -> Row:
    """The first items that fit into `width` cells beside the one at `kept`, which stands last."""
    room = width - width_of(items[kept])
    row: list[Cell] = []
    for index, item in enumerate(items):
        if index == kept:
            continue
        if width_of(row) + width_of(item) > room:
            break
        row += item
    return [*row, *items[kept]]
