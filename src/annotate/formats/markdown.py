"""Markdown: the file, marks and all, is the document."""

import re
from collections.abc import Iterator
from pathlib import Path

from annotate.formats.decoding import text_of
from annotate.formats.rows import Read, Row
from annotate.formats.wire import DocumentRecord

_HEADING = re.compile(r" {0,3}#[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
# A star between spaces is a star; an underscore inside a word is part of it.
_EMPHASIS = re.compile(r"(?<!\\)(?:(?<!\s)\*+|\*+(?!\s)|`|~~|(?<!\w)__?|__?(?!\w))")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(path: Path) -> Iterator[Read]:
    """One document: the file's text, unchanged, and the first top heading as its title."""
    text = text_of(path)
    return iter([Row(None, DocumentRecord(kind="document", text=text, title=title_of(text)))])


def title_of(text: str) -> str:
    """The first `# heading` outside a code block, without the marks in it; "" where there is none."""
    fence = ""
    for line in text.splitlines():
        mark = _FENCE.match(line)
        if mark and fence in ("", mark[1]):
            fence = "" if fence else mark[1]
        heading = _HEADING.fullmatch(line)
        if heading and not fence:
            return _unmarked(heading[1])
    return ""


def _unmarked(heading: str) -> str:
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub("", _LINK.sub(r"\1", heading))).strip()
