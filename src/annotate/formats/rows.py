"""What reading yields: a record, or why there is none."""

from dataclasses import dataclass
from typing import NamedTuple

from annotate.formats.wire import Record


class Row(NamedTuple):
    """A record, the line where it stands (None where it is the whole file), and fields that no record has."""

    line: int | None
    record: Record
    ignored: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that is no record, and the sentence that says why."""

    line: int
    sentence: str


Read = Row | Refused
