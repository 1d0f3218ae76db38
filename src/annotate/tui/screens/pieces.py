"""The sheet of a claim's evidence: its pieces in their order, to be changed, moved, removed, added to."""

from typing import ClassVar, Literal, NamedTuple

from textual import events
from textual.app import ComposeResult

from annotate.domain import Evidence
from annotate.tui import keys
from annotate.tui.bindings import bindings
from annotate.tui.screens.sheet import Sheet
from annotate.tui.telling import STANCE_SIGNS, day, source
from annotate.tui.walk import Walk
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.rows import Cell, Row, cell, cut


class Wish(NamedTuple):
    """What is asked for that is no matter of the list: another piece, by whichever way."""

    way: Literal["form", "search", "reuse"]
    pasted: str = ""


class PiecesSheet(Sheet[Wish | Evidence | None]):
    """Dismissed with a wish, with the piece that is to be changed, or with None."""

    SCENE: ClassVar[keys.Scene] = "pieces"
    BINDINGS = bindings("pieces")

    def __init__(self, walk: Walk) -> None:
        super().__init__("evidence")
        self._walk = walk
        self._marked = 0
        self._before: list[tuple[Evidence, ...]] = []

    @property
    def way_out(self) -> str:
        """How one leaves, in a sentence."""
        return f"{self.key('close')} closes this; all is kept."

    def content(self) -> ComposeResult:
        """The pieces."""
        pane = RowPane(id="pieces")
        pane.styles.height = max(1, self._lines * len(self._pieces))
        yield pane

    def on_mount(self) -> None:
        """Draw."""
        if self._walk.draft.form:
            self._prompt = f"One is typed and not saved: {self.key('add')} opens it."
        self._show()

    def on_paste(self, event: events.Paste) -> None:
        """A paste is another piece."""
        if event.text.strip():
            self.dismiss(Wish("form", event.text))

    @property
    def _lines(self) -> int:
        """Rows that a piece takes: what it does for the claim, where it is from, its words."""
        return 3 if self.is_wide else 2

    @property
    def _pieces(self) -> tuple[Evidence, ...]:
        return self._walk.given().evidence

    def action_move(self, step: int) -> None:
        """Mark the piece above or below."""
        self._marked = max(0, min(len(self._pieces) - 1, self._marked + step))
        self._show()

    def action_shift(self, step: int) -> None:
        """Move the marked piece."""
        pieces, other = list(self._pieces), self._marked + step
        if 0 <= other < len(pieces):
            pieces[self._marked], pieces[other] = pieces[other], pieces[self._marked]
            self._arrange(pieces, other)

    def action_remove(self) -> None:
        """Take the marked piece out; undoing brings it back."""
        pieces = list(self._pieces)
        if pieces:
            del pieces[self._marked]
            self._arrange(pieces, min(self._marked, max(0, len(pieces) - 1)))
            self.say(f"Removed; {self.key('undo')} brings it back.")

    def action_undo(self) -> None:
        """Have the list as it was before the last change."""
        if not self._before:
            self.say("Nothing was changed here yet.")
            return
        if self._walk.answer is not None:
            self._walk.undo()
        else:
            self._walk.arrange(self._before[-1])
        self._before.pop()
        self._marked = max(0, min(self._marked, len(self._pieces) - 1))
        self._show()
        self.say("Taken back.")

    def action_change(self) -> None:
        """Change the marked piece in its form."""
        if self._pieces:
            self.dismiss(self._pieces[self._marked])

    def action_add(self) -> None:
        """Another piece, in the form."""
        self.dismiss(Wish("form"))

    def action_add_passage(self) -> None:
        """Another piece, by searching."""
        self.dismiss(Wish("search"))

    def action_reuse(self) -> None:
        """Another piece, given before."""
        self.dismiss(Wish("reuse"))

    def action_close(self) -> None:
        """Back to the claim."""
        self.dismiss(None)

    def _arrange(self, pieces: list[Evidence], marked: int) -> None:
        before = self._pieces
        if tuple(pieces) != before:  # else nothing is recorded, and undoing would take back what was done before it
            self._walk.arrange(tuple(pieces))
            self._before.append(before)
        self._marked = marked
        self._show()

    def _show(self) -> None:
        self.query_one("#pieces", RowPane).draw(self._rows)

    def _rows(self, width: int, height: int) -> list[Row]:
        pieces = self._pieces
        if not pieces:
            return [[cell(f"  No evidence is left; {self.key('add')} adds a piece.", "quiet")]]
        shown = max(1, height // self._lines)
        first = max(0, min(self._marked - shown // 2, len(pieces) - shown))
        return [row for place in range(first, min(first + shown, len(pieces))) for row in self._piece(place, width)]

    def _piece(self, place: int, width: int) -> list[Row]:
        piece = self._pieces[place]
        marked = place == self._marked
        head = [
            Cell("▶ " if marked else "  ", 2, "accent"),
            cell(f"{STANCE_SIGNS[piece.stance]} ", "accent"),
            cell(f"{piece.stance or 'no stance':<9} ", "own" if marked else "plain"),
            cell(f"set {piece.set}  ", "quiet"),
        ]
        if self._walk.is_late(piece.published):
            head.append(cell(f"! later, {day(piece.published)}  ", "warning"))
        words = cell(f"“{' '.join(piece.quote.split())}”" if piece.quote else "no quoted text", "quiet")
        told = source(piece) or self._walk.where(piece)
        indent = Cell("    ", 4)
        rows = (
            [[*head], [indent, cell(told)], [indent, words]] if self.is_wide else [[*head, cell(told)], [indent, words]]
        )
        return [list(cut(row, width)) for row in rows]
