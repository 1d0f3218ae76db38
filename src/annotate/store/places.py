"""Where the facts of another copy stand here, so that what speaks of them by row there needs no look-up by id."""

from array import array
from collections import defaultdict
from collections.abc import MutableMapping, MutableSequence
from dataclasses import dataclass

SPARSE = 4
"""A copy whose rows are numbered so many times as high as it holds facts was not numbered here: any number may come."""

Numbers = MutableSequence[int] | MutableMapping[int, int]


@dataclass(frozen=True, slots=True)
class Places:
    """By row there: the row `here`, noted as the facts come in, and whether a log entry came with it; 0 for what has
    not come."""

    here: Numbers
    signed: Numbers

    @classmethod
    def of(cls, first: int, last: int, number: int) -> "Places":
        """Room for so many facts in these rows: nine bytes for each row, where they are as dense as we number them."""
        if first < 0 or last > SPARSE * number + 1_000:
            return cls(defaultdict(int), defaultdict(int))
        return cls(array("q", bytes(8 * (last + 1))), bytearray(last + 1))

    def all_signed(self) -> bool:
        """Whether every fact that came has an entry."""
        here, signed = (one.values() if isinstance(one, dict) else one for one in (self.here, self.signed))
        return sum(map(bool, here)) == sum(signed)
