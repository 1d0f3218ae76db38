"""A section of a report told in plain text, for 80 columns and no colour."""

from collections.abc import Iterator, Mapping

from rich.cells import cell_len

from annotate.domain import printable
from annotate.report.columns import GAP, WIDTH, columns, cut, paragraph
from annotate.report.forest_text import forest_lines
from annotate.report.sections import Forest, Section, Table, cited, with_sources

NAMED = 30
"""Cells that a name beside a plot may take."""


def section_text(section: Section, numbers: Mapping[str, int]) -> Iterator[str]:
    """The lines of a section; `numbers` maps each source to its number in the list of them."""
    yield from paragraph(section.title)
    for sentence in (*section.sentences, *cited(section, numbers)):
        yield from paragraph(sentence)
    for table in section.tables:
        yield ""
        yield from _table(with_sources(table, numbers))


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield from paragraph(table.caption)
    yield from columns(table.head, table.rows, texts=table.texts)
    if isinstance(table.picture, Forest):
        yield ""
        yield from _forest(table.picture)
    for note in table.notes:
        yield from paragraph(note)


def _forest(forest: Forest) -> Iterator[str]:
    names = ["", *(printable(mark.name) for mark in forest.marks)]
    room = min(NAMED, max(map(cell_len, names)))
    lines = forest_lines(forest, WIDTH - room - len(GAP))
    return (f"{cut(name, room)}{GAP}{line}".rstrip() for name, line in zip(names, lines, strict=True))
