"""The claims of a document, found by place."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

Tone = Literal["neutral", "positive", "negative", "mixed"]
"""How a sign is coloured; the sign itself says the same without colour."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim as the document pane draws it: `[start, end)` in code points.

    `sign` is one character for the margin of the line on which the claim starts, empty while there is nothing to say.
    """

    start: int
    end: int
    sign: str = ""
    tone: Tone = "neutral"


class Marks:
    """Marks in the order given; a line among thousands of marks asks for the few that cross it.

    `_furthest` is a binary tree over the marks by start, each node holding the furthest end below it (node 1 is the
    root, the children of node i are 2i and 2i + 1).
    """

    def __init__(self, marks: Iterable[Mark] = ()) -> None:
        self._marks = list(marks)
        self._order = sorted(range(len(self._marks)), key=lambda index: self._marks[index].start)
        self._starts = [self._marks[index].start for index in self._order]
        self._leaves = 1 << (len(self._marks) - 1).bit_length() if self._marks else 1
        self._furthest = self._tree([self._marks[index].end for index in self._order])

    def __len__(self) -> int:
        return len(self._marks)

    def __getitem__(self, index: int) -> Mark:
        return self._marks[index]

    def set_sign(self, index: int, sign: str, tone: Tone) -> None:
        """Another sign for one mark, which stays where it is."""
        self._marks[index] = replace(self._marks[index], sign=sign, tone=tone)

    def starting_in(self, start: int, end: int) -> Iterator[Mark]:
        """Marks that start in `[start, end)`, by start."""
        for place in range(bisect_left(self._starts, start), bisect_left(self._starts, end)):
            yield self._marks[self._order[place]]

    def crossing(self, start: int, end: int) -> Iterator[Mark]:
        """Marks that have a code point in `[start, end)`, by start."""
        for place in self._ending_behind(start, 1, 0, self._leaves, bisect_left(self._starts, end)):
            yield self._marks[self._order[place]]

    def _ending_behind(self, offset: int, node: int, low: int, high: int, limit: int) -> Iterator[int]:
        """Places before `limit`, of the `[low, high)` below `node`, whose marks end behind `offset`."""
        if low >= limit or self._furthest[node] <= offset:
            return
        if high - low == 1:
            yield low
            return
        middle = (low + high) // 2
        yield from self._ending_behind(offset, 2 * node, low, middle, limit)
        yield from self._ending_behind(offset, 2 * node + 1, middle, high, limit)

    def _tree(self, ends: list[int]) -> list[int]:
        tree = [0] * self._leaves + ends + [0] * (self._leaves - len(ends))
        for node in range(self._leaves - 1, 0, -1):
            tree[node] = max(tree[2 * node], tree[2 * node + 1])
        return tree
