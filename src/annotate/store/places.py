"""Where the facts of another copy stand here, so that what speaks of them by row there needs no look-up by id."""

from array import array
from typing import Protocol

SPARSE = 4
"""A copy whose rows are numbered so many times as high as it holds facts was not numbered here: any number may come."""


class Places(Protocol):
    """Row there → row here, noted as the facts come in."""

    def __getitem__(self, there: int, /) -> int: ...
    def __setitem__(self, there: int, here: int, /) -> None: ...


def places(first: int | None, last: int | None, number: int) -> Places:
    """Room for so many facts in these rows: eight bytes for each row, where they are as dense as we number them."""
    if first is None or last is None or first < 0 or last > SPARSE * number + 1_000:
        return {}
    return array("q", bytes(8 * (last + 1)))
