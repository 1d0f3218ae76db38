"""Copies in the native format: every record, a line each."""

from pathlib import Path

from annotate.formats import writer_of
from annotate.store import Reading, unwritable
from annotate.work.records import records

NATIVE = (".jsonl", ".ndjson")
"""How a name ends that asks for a backup in the native format."""


def write_records(connection: Reading, part: Path, place: Path) -> None:
    """Write every record in the native format to the part of a file at `place`; Refusal where it cannot be written."""
    try:
        with part.open("wb") as stream:
            writer_of("annotate").write(records(connection, None), stream)
    except OSError as error:
        raise unwritable(place, error) from error
