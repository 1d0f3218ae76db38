"""A rule across the screen, with joints where upright rules meet it."""

from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell


class RuleLine(RowPane):
    """`joint` is the character drawn where an upright rule meets this one, so many cells from an end."""

    def show(self, joint: str = "", *, from_right: int = 0, from_left: int = 0) -> None:
        """Draw the rule; 0 is no joint at that side."""

        def write(width: int, _: int) -> list[list[Cell]]:
            drawn = ["─"] * width
            for place in (from_left - 1, width - from_right):
                if joint and 0 <= place < width:
                    drawn[place] = joint
            return [[Cell("".join(drawn), width, "rule")]]

        self.draw(write)
