"""How it comes and goes: bytes to domain values and back."""

from annotate.formats.native import fact_of_record, record_of
from annotate.formats.reading import files_of, format_of, read
from annotate.formats.rows import Read, Refused, Row
from annotate.formats.scheme_file import scheme_from
from annotate.formats.shelf import FORMATS, Format, Reader, Writer, reader_of, writer_of
from annotate.formats.sorted_votes import open_votes
from annotate.formats.validating import record_from
from annotate.formats.vote_table import Repeats, VoteTable
from annotate.formats.votes import RefusedRow

__all__ = [
    "FORMATS",
    "Format",
    "Read",
    "Reader",
    "Refused",
    "RefusedRow",
    "Repeats",
    "Row",
    "VoteTable",
    "Writer",
    "fact_of_record",
    "files_of",
    "format_of",
    "open_votes",
    "read",
    "reader_of",
    "record_from",
    "record_of",
    "scheme_from",
    "writer_of",
]
