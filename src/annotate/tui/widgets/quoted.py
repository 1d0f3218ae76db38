"""A quote as it will be stored: whole where it has room, else with its two ends in view."""

from collections.abc import Sequence

from annotate.tui.layout import NEWLINE, Layout
from annotate.tui.widgets.rows import Row, paragraph

_ONE_LINE = 1 << 20


def quoted(quote: str, width: int, rows: int) -> Sequence[Row]:
    """The quote in `rows` rows of `width` cells at most; line ends are shown, and a long one is cut in its middle."""
    most = width * rows
    line = NEWLINE.sub("↵ ", quote[:most] + quote[-most:] if len(quote) > 2 * most else quote)
    while len(told := paragraph(shortened(line, most), width, rows + 1)) > rows:
        most -= max(1, width // 8)  # words that were not broken have left blanks behind them
    return told


def shortened(text: str, most: int) -> str:
    """`text` in `most` cells at most: its start, an ellipsis, its end, none of them cut inside a character."""
    line = Layout(text, _ONE_LINE).line(0)
    if line.width <= most:
        return text
    head = line.offset_of(max(0, most // 2))
    tail = line.offset_of(line.width - max(0, most - most // 2 - 2))
    return f"{text[:head]}…{text[tail:]}"
