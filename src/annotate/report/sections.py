"""What a part of a report says, before it is told: sentences and tables, the same in every telling."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotate.report.columns import columns, paragraph


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of told cells under a head; the first `texts` columns are words, the others numbers."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    texts: int = 1


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report under a title of its own: what it says in sentences, then its tables."""

    title: str
    sentences: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()


def section_text(section: Section) -> Iterator[str]:
    """The lines of a section for a terminal of 80 cells."""
    yield from paragraph(section.title)
    for sentence in section.sentences:
        yield from paragraph(sentence)
    for table in section.tables:
        yield ""
        yield from paragraph(table.caption)
        yield from columns(table.head, table.rows, texts=table.texts)
