"""A section of a report told in Markdown as GitHub reads it: headings, paragraphs, tables."""

import re
from collections.abc import Iterator, Mapping

from annotate.domain import printable
from annotate.report.sections import Section, Table, cited, with_sources

MARKS = re.compile(r"[\\`<>|&*\[\]{}#~$@!]|(?<![^\W_])_|_(?![^\W_])|:(?=\S)|(?<=[Ww][Ww][Ww])\.")
"""Characters that mark something up, or make a link of a word; an underscore inside a word does not."""

PARTING = "\\`<>|&"
"""Those that a backslash does not tame everywhere, such as in the cells of a table: written as entities."""

LEADING = re.compile(r"[-+=]|\d+(?=[.)])")
"""What makes a list, a heading or a rule of a paragraph that begins with it."""


def plain(text: str) -> str:
    """The text as Markdown that shows just that text: no markup, no link, no end of a table's cell."""
    return MARKS.sub(_tamed, printable(text).strip())


def _tamed(match: re.Match[str]) -> str:
    return _entity(match.group()) if match.group() in PARTING else f"\\{match.group()}"


def _entity(character: str) -> str:
    return f"&#{ord(character)};"


def paragraph(text: str) -> str:
    """The text as a paragraph of its own, and as nothing else."""
    told = plain(text)
    return _entity(told[0]) + told[1:] if LEADING.match(told) else told


def section_markdown(section: Section, numbers: Mapping[str, int]) -> Iterator[str]:
    """The blocks of a section; `numbers` maps each source to its number in the list of them."""
    yield f"## {plain(section.title)}"
    for sentence in (*section.sentences, *cited(section, numbers)):
        yield paragraph(sentence)
    for table in section.tables:
        yield from _table(with_sources(table, numbers))


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield f"**{plain(table.caption)}**"
    rules = ["---" if place < table.texts else "---:" for place, _ in enumerate(table.head)]
    head = [plain(cell) for cell in table.head]
    rows = [[plain(cell) for cell in row] for row in table.rows]
    yield "\n".join(f"| {' | '.join(row)} |" for row in (head, rules, *rows))
    for note in table.notes:
        yield paragraph(note)
