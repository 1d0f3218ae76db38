"""Facts and log entries as they were written down, taken as what they say only where their digests say so too."""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from annotate.domain import LETTERS, Fact, canonical, fact_id, fact_of, is_plain, well_formed
from annotate.errors import BadInput
from annotate.store.entries import Entry, Pen, Signed, Writers


class Written(NamedTuple):
    """A fact as it stands in a database, and where that counts in which row of it.

    `subject` and `under` are the id and the row of the claim that it is said of, as the database joins them.
    """

    id: str
    kind: str
    content: str
    row: int = 0
    subject: str | None = None
    under: int | None = None


def read(written: Written) -> Fact | None:
    """The fact, where it is whole: its content gives its id, and is written as the fact itself would write it."""
    is_known = written.kind in LETTERS and fact_id(written.kind, written.content) == written.id
    return shaped(written) if is_known else None


def shaped(written: Written) -> Fact | None:
    """The fact, where its content is one of that kind, written as the fact itself would write it, whatever its id."""
    if written.kind not in LETTERS:
        return None
    try:
        if is_plain(written.kind, written.content):
            return fact_of(written.kind, _parsed(written.content)[0])
        fact = fact_of(written.kind, json.loads(written.content))
        return fact if well_formed(fact) and canonical(fact.content()) == written.content else None
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return None


_parsed = json.JSONDecoder().raw_decode
"""What JSON begins there, without looking for blanks around it."""


def whole(written: Written) -> Fact:
    """The same; BadInput where it is not whole."""
    fact = read(written)
    if fact is None:
        raise BadInput(f"The {written.kind} {written.id} is not what was recorded: its digest differs.", CHECK_THERE)
    return fact


def whole_text(digest: str, held: bytes) -> str:
    """The text with that sha256; BadInput where it is another one, or none."""
    try:
        if sha256(held).hexdigest() == digest:
            return held.decode()
    except (TypeError, UnicodeDecodeError):
        pass
    raise BadInput(f"The text {digest[:12]}… is not the one that was recorded: its sha256 differs.", CHECK_THERE)


def entry_of(signed: str, fact: str, entry: Entry) -> Entry:
    """The log entry of that fact (id), where its digest is the one that it was signed with; BadInput otherwise."""
    if not _is_entry(entry) or entry.digest(fact) != signed:
        raise _not_that(fact)
    return entry


def check_entries(entries: Iterable[Signed], writers: Writers) -> None:
    """BadInput for the first entry whose digest is not the one that it was signed with: the same for many, quicker."""
    pens: dict[tuple[int, str], Pen] = {}
    for signed, fact, _, writer, at, version, previous, source in entries:
        pen = pens.get((writer, version))
        if pen is None:
            pen = pens[writer, version] = _pen(fact, *writers[writer], version)
        is_one = type(at) is int and type(source) is str and (previous is None or type(previous) is str)
        if not is_one or pen.digest(fact, at, previous) != signed:
            raise _not_that(fact)


def _pen(fact: str, author: str, installation: str, version: str) -> Pen:
    if {*map(type, (author, installation, version))} != _WORDS:
        raise _not_that(fact)
    return Pen.of(author, installation, version)


def _is_entry(entry: Entry) -> bool:
    words = (entry.author, entry.installation, entry.version, entry.source, entry.previous or "")
    return {*map(type, words)} == _WORDS and type(entry.at) is int


def _not_that(fact: str) -> BadInput:
    return BadInput(f"The log entry of {fact} is not the one that was written.", CHECK_THERE)


_WORDS = {str}

CHECK_THERE = "Run annotate check on the copy that it comes from."
