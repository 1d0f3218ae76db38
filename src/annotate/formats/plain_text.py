"""Plain text: the file is the document."""

from collections.abc import Iterator
from pathlib import Path

from annotate.formats.decoding import text_of
from annotate.formats.rows import Read, Row
from annotate.formats.wire import DocumentRecord

LONGEST_TITLE = 150
"""Characters. A longer first line is a paragraph."""


def read(path: Path) -> Iterator[Read]:
    """One document: the file's text, unchanged, and a title where its first line looks like one."""
    text = text_of(path)
    return iter([Row(None, DocumentRecord(kind="document", text=text, title=title_of(text)))])


def title_of(text: str) -> str:
    """The first line with anything in it, if it is short, a blank line follows and no full stop ends it."""
    first, _, rest = text.lstrip().partition("\n")
    following, newline, _ = rest.partition("\n")
    title = first.strip()
    headline = len(title) <= LONGEST_TITLE and not title.endswith((".", "。"))
    return title if headline and newline and not following.strip() else ""
