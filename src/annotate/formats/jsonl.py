"""The adjudicated dataset as JSON Lines, one claim a line."""

from collections.abc import Iterable
from typing import BinaryIO

from annotate.formats.wire import DatasetClaim, json_lines


def write(claims: Iterable[DatasetClaim], stream: BinaryIO) -> None:
    """Each claim as a line with every field, null where nothing is known."""
    stream.writelines(json_lines(DatasetClaim, claims))
