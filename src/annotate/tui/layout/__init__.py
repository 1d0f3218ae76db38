"""WHERE TEXT STANDS ON A SCREEN: offsets in code points ↔ rows and cells, for any text, however odd; no widget here."""

from annotate.tui.layout.bounds import Bounds, Moving
from annotate.tui.layout.clusters import NEWLINE, cluster_at, cluster_end, cluster_start
from annotate.tui.layout.glyphs import glyph
from annotate.tui.layout.lines import Layout, Line
from annotate.tui.layout.marks import Mark, Marks, Tone
from annotate.tui.layout.page import Page
from annotate.tui.layout.painting import MARGIN, NOWHERE, Piece, margin_pieces, text_pieces, thumb_rows
from annotate.tui.layout.steps import Unit, next_end, next_start, previous_end, previous_start
from annotate.tui.layout.wrapping import BLANKS, wrap

__all__ = [
    "BLANKS",
    "MARGIN",
    "NEWLINE",
    "NOWHERE",
    "Bounds",
    "Layout",
    "Line",
    "Mark",
    "Marks",
    "Moving",
    "Page",
    "Piece",
    "Tone",
    "Unit",
    "cluster_at",
    "cluster_end",
    "cluster_start",
    "glyph",
    "margin_pieces",
    "next_end",
    "next_start",
    "previous_end",
    "previous_start",
    "text_pieces",
    "thumb_rows",
    "wrap",
]
