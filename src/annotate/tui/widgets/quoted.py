"""A quote as it will be stored: whole where it has room, else with its two ends in view."""

from collections.abc import Sequence

from annotate.tui.layout import NEWLINE, Layout
from annotate.tui.widgets.rows import Row, paragraph

_ONE_LINE = 1 << 20


def quoted(quote: str, width: int, rows: int) -> Sequence[Row]:
    """The quote in `rows` rows of `width` cells at most; line ends are shown, and a long quote is cut in its middle."""
    most = width * rows
    while len(told := paragraph(shortened(quote, most), width, rows + 1)) > rows:
        most -= max(1, width // 8)  # words that were not broken have left blanks behind them
    return told


def shortened(text: str, most: int) -> str:
    """`text` on one line of `most` cells at most: its start, an ellipsis, its end, none cut inside a character."""
    text = NEWLINE.sub("↵ ", text[:most] + text[-most:] if len(text) > 2 * most else text)
    line = Layout(text, _ONE_LINE).line(0)
    if line.width <= most:
        return text
    head = line.offset_of(max(0, most // 2))
    tail = line.offset_of(line.width - max(0, most - most // 2 - 2))
    return f"{text[:head]}…{text[tail:]}"
