"""Markdown as rows: headings, lists, quotes, code, tables; links, images and HTML are shown, never followed."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from annotate.tui.layout import BLANKS, Layout, Line
from annotate.tui.widgets.reading import Reading, Section
from annotate.tui.widgets.rows import Cell, Role, Row, cell, width_of

QUOTED = Cell("│ ", 2, "rule")
BULLET = Cell("• ", 2, "quiet")
BLANK: Row = ()

NARROWEST = 8
"""Cells that text keeps, however deep it is nested."""


class Span(NamedTuple):
    """Words in one role."""

    text: str
    role: Role = "plain"


def rendered(source: str, width: int) -> Reading:
    """Rows of at most `width` cells, and the headings."""
    setter = _Setter(width)
    for token in MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable("table").parse(source):
        setter.take(token)
    return Reading(setter.rows, setter.sections)


class _Setter:
    """Takes block tokens one by one; `_marks` are what stands before the text: once, then on the rows below."""

    def __init__(self, width: int) -> None:
        self.rows: list[Row] = []
        self.sections: list[Section] = []
        self._width = width
        self._marks: list[tuple[Cell, Cell]] = []
        self._numbers: list[int | None] = []
        self._role: Role = "plain"
        self._level = 0
        self._cells: list[Sequence[Span]] | None = None

    def take(self, token: Token) -> None:
        """Set what the token brings."""
        taken = getattr(self, f"_{token.type}", None)
        if taken is not None:
            taken(token)

    def _heading_open(self, token: Token) -> None:
        self._space()
        self._level = int(token.tag[1:])
        self._role = "accent" if self._level <= 2 else "strong"

    def _heading_close(self, token: Token) -> None:
        self._level, self._role = 0, "plain"
        self._space()

    def _paragraph_close(self, token: Token) -> None:
        if not token.hidden:
            self._space()

    def _inline(self, token: Token) -> None:
        spans = list(spans_of(token.children or [], self._role))
        if self._cells is not None:
            self._cells.append(spans)
            return
        if self._level:
            self.sections.append(Section(len(self.rows), self._level, "".join(span.text for span in spans)))
        self._set(spans)

    def _bullet_list_open(self, token: Token) -> None:
        self._numbers.append(None)

    def _ordered_list_open(self, token: Token) -> None:
        self._numbers.append(int(token.attrGet("start") or 1))

    def _list_close(self, token: Token) -> None:
        self._numbers.pop()
        if not self._numbers:
            self._space()

    _bullet_list_close = _ordered_list_close = _list_close

    def _list_item_open(self, token: Token) -> None:
        number = self._numbers[-1]
        mark = BULLET if number is None else cell(f"{number}. ", "quiet")
        self._numbers[-1] = None if number is None else number + 1
        self._marks.append((mark, Cell(" " * mark.cells, mark.cells)))

    def _list_item_close(self, token: Token) -> None:
        self._marks.pop()

    def _blockquote_open(self, token: Token) -> None:
        self._marks.append((QUOTED, QUOTED))

    def _blockquote_close(self, token: Token) -> None:
        self._marks.pop()
        self._space()

    def _fence(self, token: Token) -> None:
        for line in token.content.rstrip("\n").split("\n"):
            self._set([Span(f"  {line}", "code")])
        self._space()

    _code_block = _fence

    def _html_block(self, token: Token) -> None:
        self._set([Span(token.content.rstrip("\n"), "quiet")])
        self._space()

    def _hr(self, token: Token) -> None:
        self._set([Span("─" * min(24, self._width), "rule")])
        self._space()

    def _tr_open(self, token: Token) -> None:
        self._cells = []

    def _th_open(self, token: Token) -> None:
        self._role = "strong"

    def _th_close(self, token: Token) -> None:
        self._role = "plain"

    def _tr_close(self, token: Token) -> None:
        held, self._cells = self._cells or [], None
        spans: list[Span] = []
        for place, content in enumerate(held):
            spans += [*([Span(" │ ", "rule")] if place else []), *content]
        self._set(spans)

    def _table_close(self, token: Token) -> None:
        self._space()

    def _space(self) -> None:
        """One blank row, never two, and none at the start."""
        if self.rows and self.rows[-1] != BLANK:
            self.rows.append(BLANK)

    def _set(self, spans: Sequence[Span]) -> None:
        before = [first for first, _ in self._marks]
        below = [rest for _, rest in self._marks]
        taken = width_of(before)
        if taken > self._width - NARROWEST:  # nested too deep to be told by indenting
            before, below, taken = [], [], 0
        for number, row in enumerate(styled(spans, max(1, self._width - taken))):
            self.rows.append([*(below if number else before), *row])
        self._marks = [(rest, rest) for _, rest in self._marks]


def styled(spans: Sequence[Span], width: int) -> Iterator[Row]:
    """Words in several roles, wrapped by word into rows of at most `width` cells."""
    text = "".join(span.text for span in spans)
    bounds = [0]
    for span in spans:
        bounds.append(bounds[-1] + len(span.text))
    layout = Layout(text, width)
    for index in range(len(layout)):
        line = layout.line(index)
        yield [*_pieces(line, _stop(line), [span.role for span in spans], bounds)]


def _stop(line: Line) -> int:
    """Where the words of a line end: blanks that may hang over its end are not drawn."""
    return line.start + len(line.text[line.start : line.stop].rstrip("".join(BLANKS)))


def _pieces(line: Line, stop: int, roles: Sequence[Role], bounds: Sequence[int]) -> Iterator[Cell]:
    edges = [line.snapped(line.start, min(bound, stop))[1] if bound > line.start else line.start for bound in bounds]
    for (start, end), role in zip(pairwise(edges), roles, strict=True):
        if start < end:
            drawn = "".join(part.text for part in line.drawn(start, end))
            yield Cell(drawn, line.cell_of(end) - line.cell_of(start), role)


def spans_of(tokens: Sequence[Token], base: Role) -> Iterator[Span]:
    """Inline tokens as words in roles; where a link leads stands behind its words."""
    roles: list[Role] = [base]
    links: list[str] = []
    last = ""
    for token in tokens:
        if token.type in _OPENED:
            roles.append(_OPENED[token.type])
        elif token.type in ("strong_close", "em_close"):
            roles.pop()
        elif token.type == "link_open":
            links.append(str(token.attrGet("href") or ""))
        elif token.type == "link_close":
            link = links.pop()
            yield Span("" if link == last else f" ({link})", "quiet")
        else:
            last = token.content
            yield _verbatim(token, roles[-1])


_OPENED: dict[str, Role] = {"strong_open": "strong", "em_open": "emphasis"}


def _verbatim(token: Token, role: Role) -> Span:
    """A token that holds words, or stands for some."""
    match token.type:
        case "image":
            return Span(f"[{token.content}] ({token.attrGet('src')})", "quiet")
        case "softbreak":
            return Span(" ", role)
        case "hardbreak":
            return Span("\n", role)
        case "code_inline":
            return Span(token.content, "code")
        case "html_inline":
            return Span(token.content, "quiet")
        case _:
            return Span(token.content, role)
