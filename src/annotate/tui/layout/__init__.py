"""WHERE TEXT STANDS ON A SCREEN: offsets in code points ↔ rows and cells, for any text, however odd; no widget here."""

from annotate.tui.layout.bounds import Bounds, Moving
from annotate.tui.layout.clusters import NEWLINE, cluster_at, cluster_end, cluster_start
from annotate.tui.layout.glyphs import Glyph, Part, glyph
from annotate.tui.layout.lines import Layout, Line
from annotate.tui.layout.marks import Mark, Marks, Tone
from annotate.tui.layout.page import Page
from annotate.tui.layout.painting import MARGIN, NOWHERE, Piece, margin_pieces, text_pieces, thumb_rows
from annotate.tui.layout.steps import Unit, next_end, next_start, previous_end, previous_start, start_from
from annotate.tui.layout.wrapping import BLANKS, TAB_STOP, wrap

__all__ = [
    "BLANKS",
    "MARGIN",
    "NEWLINE",
    "NOWHERE",
    "TAB_STOP",
    "Bounds",
    "Glyph",
    "Layout",
    "Line",
    "Mark",
    "Marks",
    "Moving",
    "Page",
    "Part",
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
    "start_from",
    "text_pieces",
    "thumb_rows",
    "wrap",
]
