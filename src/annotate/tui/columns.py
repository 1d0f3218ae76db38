"""How the width of a window is dealt out among the columns of the review screen."""

FULL = 170
"""Columns from which the list of the article's claims has room beside the text and the side panel."""

OUTLINE = 40
"""Columns of that list, its upright rule among them; the stylesheet says the same of these three."""

PANEL = 45
"""Columns of the side panel where the window has two columns."""

FULL_PANEL = 54
"""Columns of the side panel where it has three."""


def panel(width: int) -> int:
    """Columns of the side panel in a window so wide."""
    return FULL_PANEL if width >= FULL else PANEL
