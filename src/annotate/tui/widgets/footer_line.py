"""The footer: what can be done now, drawn from the key table."""

from collections.abc import Mapping, Sequence

from annotate.tui.keys import Key, Scene, keys_of
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell, width_of


class FooterLine(RowPane):
    """One line at the bottom: as many keys as have room, by rank; help keeps its place."""

    def show(self, scene: Scene, written: Mapping[str, str], remapped: Mapping[str, tuple[str, ...]]) -> None:
        """Name the keys of a scene; `written` says how an action's keys are shown where the table cannot know it."""
        keys = sorted((key for key in keys_of(scene, remapped) if key.rank), key=lambda key: key.rank)
        items = [_item(key, written.get(key.action, key.shown)) for key in keys]
        last = next((index for index, key in enumerate(keys) if key.action == "help"), len(keys) - 1)
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
