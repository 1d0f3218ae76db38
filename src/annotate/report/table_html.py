"""A table of a report told in HTML: in a box of its own, which scrolls where the page is narrow."""

from collections.abc import Iterator, Mapping

from annotate.report.html_words import reference, words
from annotate.report.sections import Heat, Table

SHADES = 10
"""Steps of a heat map's shade, as many as the style sheet has classes for."""


def table_html(table: Table, numbers: Mapping[str, int]) -> Iterator[str]:
    """The lines of the table and of its notes."""
    cited = [reference(numbers[source]) for source in table.sources]
    of_rows = cited if len(cited) == len(table.rows) else []
    kind = ' class="heat"' if isinstance(table.picture, Heat) else ""
    yield f'<div class="box" role="region" tabindex="0" aria-label="{words(table.caption)}">'
    yield f"<table{kind}>"
    yield f"<caption><span>{' '.join([words(table.caption), *([] if of_rows else cited)])}</span></caption>"
    yield f"<thead><tr>{_head(table, [*table.head, *(['Source'] if of_rows else [])])}</tr></thead>"
    yield "<tbody>"
    for place, row in enumerate(table.rows):
        yield f"<tr>{''.join(_row(table, place, row))}{''.join(map(_number, of_rows[place : place + 1]))}</tr>"
    yield "</tbody>"
    yield "</table>"
    yield "</div>"
    yield from (f"<p>{words(note)}</p>" for note in table.notes)


def _head(table: Table, names: list[str]) -> str:
    return "".join(_heading(name, place >= table.texts) for place, name in enumerate(names))


def _heading(name: str, is_number: bool) -> str:
    kind = ' class="n"' if is_number else ""
    return f'<th scope="col"{kind}>{words(name)}</th>' if name else f"<td{kind}></td>"


def _row(table: Table, place: int, row: tuple[str, ...]) -> Iterator[str]:
    for column, cell in enumerate(row):
        if column >= table.texts:
            yield _number(words(cell), _shade(table.picture, place, column - table.texts))
        elif column == 0:
            yield f'<th scope="row">{words(cell)}</th>'
        else:
            yield f"<td>{words(cell)}</td>"


def _number(told: str, shade: str = "") -> str:
    return f'<td class="n{shade}">{told}</td>'


def _shade(picture: object, row: int, column: int) -> str:
    """The class of a heat map's cell."""
    shade = picture.shades[row][column] if isinstance(picture, Heat) else None
    return "" if shade is None else f" h{round(min(1.0, max(0.0, shade)) * SHADES)}"
