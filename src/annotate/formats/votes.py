"""A table of votes: CSV or TSV with a header and a row for each vote, of any length, read line by line."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple

from annotate.domain import excerpt, printable
from annotate.errors import BadInput, Usage
from annotate.formats.decoding import conversion, refuse_other_marks

COLUMNS = ("claim", "reviewer", "verdict", "text", "document", "confidence", "rationale", "evidence_url")
"""What a column can mean; also its name, where the caller gives no other."""

NEEDED = COLUMNS[:3]
"""The columns without which there is no vote."""

DELIMITERS = "\t,;"

LONGEST_LINE = 1 << 24
"""Bytes. Whatever has a longer line is no table, and reading it whole could take all the memory there is."""

NAMED = 12
"""Columns of a file that a refusal names."""


class Vote(NamedTuple):
    """A row. An empty `verdict` is a missing vote; `line` is where the row begins, from 1; `document` may be ""."""

    claim: str
    reviewer: str
    verdict: str
    line: int
    document: str = ""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that says no vote: the line where it begins, and why."""

    line: int
    reason: str


def read_votes(stream: BinaryIO, *, file: str, columns: Mapping[str, str] | None = None) -> Iterator[Vote | RefusedRow]:
    """The rows of a table in their order, each a vote or refused.

    UTF-8, with or without byte-order mark; cells apart by tab, comma or semicolon, whichever makes sense of the header.
    `columns` maps any of COLUMNS to the name that it has in this file. Cells are stripped, empty rows passed over.
    Raises BadInput, with file and line, where the whole file is no such table; Usage for a key that is no column.
    """
    wanted = {key: key for key in NEEDED} | _known(columns or {})
    lines = _lines(stream, file)
    first = next(lines, None)
    if first is None:
        raise BadInput("The file is empty.", "A table of votes starts with a header row.", file=file)
    records = _records(chain([first], lines), _delimiter(first, set(wanted.values())), file)
    header = [name.strip() for name in next(records)[1]]
    _check_header(header, wanted, file)
    wanted.setdefault("document", "document")
    places = [header.index(wanted[key]) for key in NEEDED]
    if header.count(wanted["document"]) == 1:
        places.append(header.index(wanted["document"]))
    yield from _votes(records, header, places, file)


def _known(columns: Mapping[str, str]) -> dict[str, str]:
    for key in columns:
        if key not in COLUMNS:
            raise Usage(f"A table of votes has no column {_shown(key)}.", f"It can have: {', '.join(COLUMNS)}.")
    return dict(columns)


def _lines(stream: BinaryIO, file: str) -> Iterator[str]:
    codec = "utf-8-sig"
    for number, raw in enumerate(iter(partial(stream.readline, LONGEST_LINE), b""), start=1):
        text = _decoded(raw, codec, file, number)
        codec = "utf-8"
        # Lone carriage returns, as old spreadsheets write them, end a line too.
        yield from StringIO(text, newline="") if "\r" in text.rstrip("\r\n") else [text]


def _decoded(raw: bytes, codec: str, file: str, line: int) -> str:
    if line == 1:
        refuse_other_marks(raw, Path(file))
    if len(raw) == LONGEST_LINE:
        raise BadInput(f"The line is longer than {LONGEST_LINE:,} bytes: no table of votes.", file=file, line=line)
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        sentence = f"The file is not UTF-8: byte 0x{byte:02x} belongs to no character."
        raise BadInput(sentence, conversion("WINDOWS-1252"), file=file, line=line) from error
    if "\0" in text:
        raise BadInput("The line holds a NUL byte: no table of votes.", conversion("UTF-16"), file=file, line=line)
    return text


def _delimiter(first: str, wanted: set[str]) -> str:
    """The delimiter that finds the most wanted names in the header, or else cuts it into the most cells."""
    start = first[: csv.field_size_limit()]

    def sense(delimiter: str) -> tuple[int, int]:
        cells = [cell.strip() for cell in next(csv.reader([start], delimiter=delimiter, skipinitialspace=True))]
        return len(wanted.intersection(cells)), len(cells)

    return max(DELIMITERS, key=sense)


def _records(lines: Iterable[str], delimiter: str, file: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True, skipinitialspace=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise BadInput(*_fault(str(error)), file=file, line=line) from error


def _fault(error: str) -> tuple[str, str]:
    if "end of data" in error:
        return (
            "The row that begins here opens a quote and never closes it.",
            "Close it; a quote inside a cell is written twice.",
        )
    if "field limit" in error:
        limit = f"{csv.field_size_limit():,}"
        return f"The row that begins here has a cell of more than {limit} characters.", "Is a quote left open?"
    return f"The row that begins here is no CSV: {error}.", "Quote the whole cell, and write quotes in it twice."


def _check_header(header: list[str], wanted: Mapping[str, str], file: str) -> None:
    if not any(header):
        raise BadInput("The line is empty.", "A table of votes starts with a header row.", file=file, line=1)
    for key, name in wanted.items():
        if header.count(name) > 1:
            raise BadInput(
                f"The column {_shown(name)} is there twice.", "Give each column its own name.", file=file, line=1
            )
        if name not in header:
            there = ", ".join(map(_shown, header[:NAMED])) + (", …" if len(header) > NAMED else "")
            way_out = f"Name it with --columns {key}=NAME; there are: {there}."
            raise BadInput(f"There is no column {_shown(name)}.", way_out, file=file, line=1)


def _votes(
    records: Iterable[tuple[int, list[str]]], header: list[str], places: list[int], file: str
) -> Iterator[Vote | RefusedRow]:
    claim_at, reviewer_at, verdict_at, *document_at = places
    empty = True
    for line, row in records:
        if not any(row):
            continue
        empty = False
        if len(row) != len(header):
            yield RefusedRow(line, f"the row has {len(row)} cells, the header {len(header)}")
            continue
        claim, reviewer = row[claim_at].strip(), row[reviewer_at].strip()
        if claim and reviewer:
            yield Vote(claim, reviewer, row[verdict_at].strip(), line, "".join(row[at].strip() for at in document_at))
        else:
            yield RefusedRow(line, f"the cell {_shown(header[reviewer_at if claim else claim_at])} is empty")
    if empty:
        raise BadInput("The table has a header and no rows.", file=file, line=1)


def _shown(name: str) -> str:
    return printable(excerpt(name))
