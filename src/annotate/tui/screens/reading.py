"""Sheets to read: what the verdicts mean, and what the keys do."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult

from annotate.domain import Scheme
from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.screens.choice import ChoiceSheet, Option
from annotate.tui.screens.sheet import Sheet
from annotate.tui.telling import tone_of
from annotate.tui.widgets.reading import Reading, Section
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell, paragraph

INDENT = Cell("     ", 5)
NAMES = 13
"""Cells that the names of keys take."""

MOST = 40
"""Rows that what one label means, or one key does, may take."""
BESIDE = Cell(" " * NAMES, NAMES)


class ReadingSheet(Sheet[str]):
    """Rows to scroll through; begins at the first heading that `names` finds.

    Dismissed with the heading under which the reader was, "" above the first.
    """

    SCENE: ClassVar[keys.Scene] = "reading"
    BINDINGS = bindings("reading")

    def __init__(self, title: str, names: Sequence[str] = ()) -> None:
        super().__init__(title)
        self._names = names
        self._top = 0
        self._width = 0
        self._reading = Reading(())

    def read(self, width: int) -> Reading:
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
        place = self._reading.at(self._top)
        self.dismiss("" if place is None else self._reading.sections[place].title)

    def action_scroll_lines(self, step: int) -> None:
        """Scroll by lines."""
        self._scroll(self._top + step)

    def action_scroll_pages(self, step: int) -> None:
        """Scroll by pages, which overlap by a line."""
        self._scroll(self._top + step * max(1, self._pane.size.height - 1))

    def action_scroll_ends(self, step: int) -> None:
        """Scroll to the start or the end."""
        self._scroll(0 if step < 0 else len(self._reading.rows) - self._pane.size.height)

    def action_next_section(self, step: int) -> None:
        """Scroll to the next heading, or the one before."""
        rows = [section.row for section in self._reading.sections]
        onward = [row for row in rows if row > self._top] if step > 0 else [row for row in rows if row < self._top][-1:]
        if onward:
            self._scroll(onward[0])

    def action_contents(self) -> None:
        """Choose among the headings."""
        sections = self._reading.sections
        if not sections:
            self.say("There are no headings here.")
            return
        options = [Option("", "  " * (section.level - 1) + section.title) for section in sections]

        def took(taken: tuple[int, ...] | None) -> None:
            if taken:
                self._scroll(sections[taken[0]].row)

        self.app.push_screen(ChoiceSheet("headings", options, [self._reading.at(self._top) or 0]), took)

    @property
    def _pane(self) -> RowPane:
        return self.query_one("#reading", RowPane)

    def _scroll(self, top: int) -> None:
        self._top = self._within(top, self._pane.size.height)
        self._show()

    def _within(self, top: int, height: int) -> int:
        """As far down as there are rows; the last heading may stand uppermost, whatever little is below it.

        Where all of it is in view, it stays there.
        """
        if len(self._reading.rows) <= height:
            return 0
        last = self._reading.sections[-1].row if self._reading.sections else 0
        return max(0, min(top, max(last, len(self._reading.rows) - height)))

    def _show(self) -> None:
        self._pane.draw(self._rows)

    def _rows(self, width: int, height: int) -> Sequence[Row]:
        if width != self._width:
            self._set_for(width)
            self._top = self._within(self._top, height)
        return self._reading.rows[self._top : self._top + height]

    def _set_for(self, width: int) -> None:
        """Set it anew, and stay under the heading where the reader was, or go where he was sent."""
        before, first = self._reading, self._width == 0
        self._width, self._reading = width, self.read(width)
        place = before.at(self._top)
        if first:
            found = self._reading.find(self._names)
            self._top = found.row if found else 0
        elif place is not None:
            self._top += self._reading.sections[place].row - before.sections[place].row


class DefinitionsSheet(ReadingSheet):
    """What each label of each facet means."""

    def __init__(self, scheme: Scheme, names: Sequence[str] = ()) -> None:
        super().__init__(f"verdicts of {scheme.name}", names)
        self._scheme = scheme

    def read(self, width: int) -> Reading:
        """A line a label, its definition under it."""
        found: list[Row] = []
        sections: list[Section] = []
        for facet in self._scheme.facets:
            if facet is not self._scheme.verdict:
                found += [(), [cell(f" {facet.name or facet.id}", "quiet")]]
            for label in facet.labels:
                sections.append(Section(len(found), 1, label.name))
                sign = cell(f"{label.sign or ' '} ", tone_of(label.sign))
                found.append([cell(f" {label.key or ' '} ", "accent"), sign, cell(label.name, "strong")])
                lines = paragraph(label.definition, width - 6, MOST, "quiet") if label.definition else []
                found += [[INDENT, *line] for line in lines]
        return Reading(found, sections)


class HelpSheet(ReadingSheet):
    """Every key of a scene, by group."""

    def __init__(self, listed: Sequence[keys.Key]) -> None:
        from annotate.settings import config_file

        super().__init__("keys")
        self._listed = listed
        self._file = config_file()

    def read(self, width: int) -> Reading:
        """A heading a group, a line a key."""
        found: list[Row] = []
        sections: list[Section] = []
        for group in keys.Group:
            listed = [key for key in self._listed if key.group is group]
            if listed:
                found += [()] if found else []
                sections.append(Section(len(found), 1, group.value))
                found.append([cell(f" {group.value}", "strong")])
            for key in listed:
                name = cell(f" {key.shown:<{NAMES - 1}}", "accent")
                first, *more = paragraph(key.does, max(10, width - NAMES - 1), MOST)
                beside = name.text.endswith(" ")  # else the names of its keys have a row to themselves
                found += [[name, *first]] if beside else [[name], [BESIDE, *first]]
                found += [[BESIDE, *line] for line in more]
        told = paragraph(f"Other keys, and a theme, are set in {self._file}", max(1, width - 2), MOST, "quiet")
        return Reading([*found, (), *[[Cell(" ", 1), *line] for line in told]], sections)
