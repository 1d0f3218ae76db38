"""The report sheet: the whole agreement report, as the command line tells it."""

from annotate.report import AgreementFacts, agreement_parts
from annotate.tui.screens.reading import ReadingSheet
from annotate.tui.widgets.reading import Reading, Section
from annotate.tui.widgets.rows import Cell, Row, cell

MARGIN = Cell(" ", 1)


class ReportSheet(ReadingSheet):
    """Its parts one below the other, their titles to go to."""

    def __init__(self, facts: AgreementFacts) -> None:
        super().__init__("agreement report")
        self._facts = facts

    def read(self, width: int) -> Reading:
        """The lines, whatever the width: they are set for 80 columns."""
        rows: list[Row] = []
        sections: list[Section] = []
        for title, *lines in agreement_parts(self._facts):
            sections.append(Section(len(rows), 1, title))
            rows += [[MARGIN, cell(title, "strong")], *([MARGIN, cell(line)] for line in lines), ()]
        return Reading(rows, sections)
