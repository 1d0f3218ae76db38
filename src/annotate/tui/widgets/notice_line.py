"""The notice: one fixed line for what just happened, or what is in the way."""

from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell


class NoticeLine(RowPane):
    """Says one sentence; with none to say, something quiet about what is open."""

    def say(self, sentence: str, *, warning: bool = False, otherwise: str = "") -> None:
        """Say the sentence, or `otherwise` where it is empty."""
        said = cell(sentence, "warning" if warning else "strong") if sentence else cell(otherwise, "quiet")
        row: Row = [Cell(" ", 1), said]
        self.draw(lambda width, height: [row])
