"""A rule across the screen, with a joint where an upright rule meets it."""

from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell


class RuleLine(RowPane):
    """`joint` is the character drawn `from_right` cells before the right end, "" for none."""

    def show(self, joint: str = "", from_right: int = 0) -> None:
        """Draw the rule."""

        def write(width: int, _: int) -> list[list[Cell]]:
            left = width - from_right
            drawn = "─" * left + joint + "─" * (from_right - 1) if joint and 0 < left < width else "─" * width
            return [[Cell(drawn, width, "rule")]]

        self.draw(write)
