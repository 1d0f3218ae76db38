"""A section of a report told in plain text, for 80 columns and no colour."""

from collections.abc import Iterator, Mapping

from annotate.report.columns import columns, paragraph
from annotate.report.sections import Section, Table, with_sources


def section_text(section: Section, numbers: Mapping[str, int]) -> Iterator[str]:
    """The lines of a section; `numbers` maps each source to its number in the list of them."""
    yield from paragraph(section.title)
    for sentence in section.sentences:
        yield from paragraph(sentence)
    for table in section.tables:
        yield ""
        yield from _table(with_sources(table, numbers))


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield from paragraph(table.caption)
    yield from columns(table.head, table.rows, texts=table.texts)
    for note in table.notes:
        yield from paragraph(note)
