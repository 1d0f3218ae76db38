"""Rows set in columns for a terminal of 80 cells, in plain text."""

from collections.abc import Sequence

from rich.cells import cell_len, chop_cells, set_cell_size

from annotate.domain import printable

WIDTH = 80
GAP = "  "


def columns(headers: Sequence[str], rows: Sequence[Sequence[str]], *, texts: int) -> list[str]:
    """Lines with a header: the first `texts` columns on the left and cut to what fits, the others (numbers) right."""
    shown = [[printable(cell) for cell in row] for row in (headers, *rows)]
    widths = [max(map(cell_len, column)) for column in zip(*shown, strict=True)]
    room = WIDTH - sum(widths[texts:]) - len(GAP) * (len(widths) - 1)
    widths[:texts] = _fitted(widths[:texts], room)
    return [GAP.join(_set(row, widths, texts)).rstrip() for row in shown]


def paragraph(sentence: str) -> list[str]:
    """The sentence in lines that fit, counted in cells, of which a Chinese character has two."""
    lines: list[str] = []
    for word in printable(sentence).split():
        for piece in chop_cells(word, WIDTH):
            if lines and cell_len(lines[-1]) + 1 + cell_len(piece) <= WIDTH:
                lines[-1] += " " + piece
            else:
                lines.append(piece)
    return lines


def _fitted(widths: list[int], room: int) -> list[int]:
    """The widths, the widest cut down to what fits into `room`; at least one cell each."""
    order = sorted(range(len(widths)), key=widths.__getitem__)
    fitted = list(widths)
    for place, column in enumerate(order):
        share = room // (len(order) - place)
        fitted[column] = max(1, min(widths[column], share))
        room -= fitted[column]
    return fitted


def _set(row: Sequence[str], widths: Sequence[int], texts: int) -> list[str]:
    left = [cut(cell, width) for cell, width in zip(row[:texts], widths, strict=False)]
    return left + [cell.rjust(width) for cell, width in zip(row[texts:], widths[texts:], strict=True)]


def cut(cell: str, width: int) -> str:
    """The cell in exactly `width` cells, with a mark where something is missing."""
    return set_cell_size(cell if cell_len(cell) <= width else set_cell_size(cell, width - 1) + "…", width)
