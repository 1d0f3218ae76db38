"""The notice: a fixed place for what just happened, or what is in the way."""

from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Role, Row, paragraph


class NoticeLine(RowPane):
    """Says one sentence; with none to say, something quiet about what is open."""

    def say(self, sentence: str, *, warning: bool = False, otherwise: str = "") -> None:
        """Say the sentence, or `otherwise` where it is empty."""
        role: Role = "warning" if warning else "strong"
        self.draw(lambda width, height: told(sentence, width, height, role) or told(otherwise, width, height, "quiet"))


_MARGIN = Cell(" ", 1)


def told(sentence: str, width: int, rows: int, role: Role) -> list[Row]:
    """A sentence in at most so many rows; none where there is nothing to say."""
    lines = paragraph(sentence, max(1, width - 2), rows, role) if sentence else []
    return [[_MARGIN, *line] for line in lines]
