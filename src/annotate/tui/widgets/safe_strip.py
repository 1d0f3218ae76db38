"""What a widget of Textual's would draw, made safe: nothing that a terminal obeys, hides or places in its own way."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from annotate.tui.layout import cluster_end, glyph


def safe(strip: Strip) -> Strip:
    """The same cells; only what stands in them may be other characters."""
    if all(_is_safe(segment.text) for segment in strip):
        return strip
    return Strip([Segment(_drawn(segment.text), segment.style) for segment in strip], strip.cell_length)


def _is_safe(text: str) -> bool:
    return text.isascii() and text.isprintable()


def _drawn(text: str) -> str:
    """`text` cluster by cluster, each in as many cells as Textual holds it to take."""
    if _is_safe(text):
        return text
    drawn: list[str] = []
    start = 0
    while start < len(text):
        end = max(start + 1, cluster_end(text, start + 1))
        cluster = text[start:end]
        drawn.append(_fitted("".join(part.text for part in glyph(cluster).parts), cell_len(cluster)))
        start = end
    return "".join(drawn)


def _fitted(text: str, cells: int) -> str:
    """As much of `text` as has room in so many cells, filled up with blanks."""
    if not cells:
        return ""
    while cell_len(text) > cells:
        text = text[:-1]
    return text + " " * (cells - cell_len(text))
