"""Sheets to read: what the verdicts mean, and what the keys do."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult

from annotate.domain import Scheme
from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.screens.sheet import Sheet
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell, paragraph

INDENT = Cell("     ", 5)
NAMES = 13
"""Cells that the names of keys take."""


class ReadingSheet(Sheet[None]):
    """Rows to scroll through."""

    SCENE: ClassVar[keys.Scene] = "reading"
    BINDINGS = bindings("reading")

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._top = 0

    def rows(self, width: int) -> Sequence[Row]:
        """What there is to read, for a width."""
        raise NotImplementedError

    def content(self) -> ComposeResult:
        """The rows."""
        yield RowPane(id="reading")

    def on_mount(self) -> None:
        """Draw."""
        self._show()

    def action_close(self) -> None:
        """Done reading."""
        self.dismiss(None)

    def action_scroll_lines(self, step: int) -> None:
        """Scroll by lines."""
        self._scroll(self._top + step)

    def action_scroll_pages(self, step: int) -> None:
        """Scroll by pages, which overlap by a line."""
        self._scroll(self._top + step * max(1, self._pane.size.height - 1))

    def action_scroll_ends(self, step: int) -> None:
        """Scroll to the start or the end."""
        self._scroll(0 if step < 0 else len(self.rows(self._pane.size.width)))

    @property
    def _pane(self) -> RowPane:
        return self.query_one("#reading", RowPane)

    def _scroll(self, top: int) -> None:
        width, height = self._pane.size
        self._top = max(0, min(top, len(self.rows(width)) - height))
        self._show()

    def _show(self) -> None:
        self._pane.draw(lambda width, height: self.rows(width)[self._top : self._top + height])


class DefinitionsSheet(ReadingSheet):
    """What each label of each facet means."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__(f"verdicts of {scheme.name}")
        self._scheme = scheme

    def rows(self, width: int) -> Sequence[Row]:
        """A line a label, its definition under it."""
        found: list[Row] = []
        for facet in self._scheme.facets:
            if facet is not self._scheme.verdict:
                found += [(), [cell(f" {facet.name or facet.id}", "quiet")]]
            for label in facet.labels:
                found.append([cell(f" {label.key or ' '} {label.sign or ' '} "), cell(label.name, "strong")])
                lines = paragraph(label.definition, width - 6, 9, "quiet") if label.definition else []
                found += [[INDENT, *line] for line in lines]
        return found


class HelpSheet(ReadingSheet):
    """Every key of a scene, by group."""

    def __init__(self, listed: Sequence[keys.Key]) -> None:
        from annotate.settings import config_file

        super().__init__("keys")
        self._listed = listed
        self._file = config_file()

    def rows(self, width: int) -> Sequence[Row]:
        """A heading a group, a line a key."""
        found: list[Row] = []
        for group in keys.Group:
            listed = [key for key in self._listed if key.group is group]
            if listed:
                found += [(), [cell(f" {group.value}", "strong")]] if found else [[cell(f" {group.value}", "strong")]]
            for key in listed:
                first, *more = paragraph(key.does, max(10, width - NAMES - 1), 9)
                found.append([cell(f" {key.shown:<{NAMES - 1}}", "accent"), *first])
                found += [[Cell(" " * NAMES, NAMES), *line] for line in more]
        told = paragraph(f"Other keys, and a theme, are set in {self._file}", max(1, width - 2), 9, "quiet")
        return [*found, (), *[[Cell(" ", 1), *line] for line in told]]
