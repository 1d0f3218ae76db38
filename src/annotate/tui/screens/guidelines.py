"""The guidelines sheet: the project's guidelines, set in rows, beside the text."""

from collections.abc import Sequence

from annotate.tui.screens.reading import ReadingSheet
from annotate.tui.widgets.field import tidy
from annotate.tui.widgets.reading import Reading
from annotate.tui.widgets.rows import Cell

MARGIN = Cell(" ", 1)

EMPTY = """This project has no guidelines yet.

Whoever leads it sets them with

    annotate set guidelines=FILE.md
"""


class GuidelinesSheet(ReadingSheet):
    """Markdown to scroll through; its links are shown, never followed."""

    def __init__(self, guidelines: str, names: Sequence[str] = ()) -> None:
        super().__init__("guidelines", names)
        self._guidelines = tidy(guidelines) or EMPTY

    def read(self, width: int) -> Reading:
        """The text, a cell away from the edges."""
        from annotate.tui.widgets.markdown import rendered  # the parser is slow to load

        found = rendered(self._guidelines, max(1, width - 2))
        return Reading([[MARGIN, *row] for row in found.rows], found.sections)
