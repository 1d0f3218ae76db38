"""The native format: JSON Lines, one record a line. Read and written line by line, whatever the length of the file."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from pydantic_core import from_json

from annotate.errors import BadInput
from annotate.formats.decoding import readable, refuse_other_marks
from annotate.formats.rows import Read, Refused, Row
from annotate.formats.validating import plain_record, record_from
from annotate.formats.wire import Record, json_line

_FAULT = re.compile(r"(.*) at line \d+ column (\d+)", re.DOTALL)


def read(path: Path) -> Iterator[Read]:
    """A record for every line that is one, a refusal for every other; blank lines are passed over.

    Raises BadInput, once the first row is asked for, where the file cannot be read, is not UTF-8 or has no line.
    """
    empty = True
    with readable(path), path.open("rb") as lines:
        for number, line in enumerate(_unmarked(lines, path), 1):
            if line.strip():
                empty = False
                yield _read_line(number, line.rstrip(b"\r\n"))
    if empty:
        raise BadInput("The file is empty.", file=path)


def sought(path: Path, kind: str) -> Iterator[Row]:
    """The records of one kind. Lines that cannot be of it, which is most of them, are not even parsed."""
    # As it is written, or with a letter in it that is spelled as an escape.
    signs = (b'"%b"' % kind.encode(), rb"\u006", rb"\u007")
    with readable(path), path.open("rb") as lines:
        for number, line in enumerate(_unmarked(lines, path), 1):
            row = _read_line(number, line.rstrip(b"\r\n")) if any(sign in line for sign in signs) else None
            if isinstance(row, Row) and row.record.kind == kind:
                yield row


def write(records: Iterable[Record], stream: BinaryIO) -> None:
    """Each record as a line, fields in the order of its model, without those that hold nothing."""
    for record in records:
        stream.write(json_line(record, sparse=True))


def parsed(line: bytes) -> Any:
    """The JSON value of a line, members that are null left out. BadInput says where it is no JSON."""
    try:
        value = from_json(line, allow_inf_nan=False)
    except ValueError as error:
        raise BadInput(_not_json(line, str(error))) from error
    return _said(value) if b"null" in line else value


def _unmarked(lines: Iterable[bytes], path: Path) -> Iterator[bytes]:
    """The lines, the first without its byte-order mark."""
    rest = iter(lines)
    for first in rest:
        refuse_other_marks(first, path)
        yield first.removeprefix(BOM_UTF8)
        yield from rest


def _read_line(number: int, line: bytes) -> Read:
    record = plain_record(line)
    if record is not None:
        return Row(number, record)
    try:
        record, ignored = record_from(parsed(line))
    except BadInput as refusal:
        return Refused(number, str(refusal))
    return Row(number, record, ignored)


def _said(value: Any) -> Any:
    """The value without members of objects that are null: that is how many programs write what is absent."""
    if isinstance(value, dict):
        return {name: _said(member) for name, member in value.items() if member is not None}
    return [_said(item) for item in value] if isinstance(value, list) else value


def _not_json(line: bytes, fault: str) -> str:
    told = _FAULT.fullmatch(fault)
    why, column = (told[1], int(told[2])) if told else (fault, len(line))
    # Columns are counted in bytes; people count characters.
    place = f"column {len(line[:column].decode(errors='replace'))}"
    if why.startswith("EOF"):
        return f"The line is not whole JSON: it ends too early, at {place}."
    if "hex escape" in why:
        return f"The line is not JSON: a \\u escape that is no character (half of a pair?) ends at {place}."
    if "unicode" in why:
        return f"The line is not UTF-8: a byte that belongs to no character is at {place}."
    return f"The line is not JSON: {why} at {place}."
