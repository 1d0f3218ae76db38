"""A window on a list of claims, however long: what is in view, which one is marked, how far was looked. No widget."""

from annotate.work import Desk, Leaf, Queue, Sought, Wanted, before, edge, seek

FAR = 1 << 40
"""More than any list has."""


class Listing:
    """The claims that answer to `wanted`; only those in view are held.

    What moves says how many claims have to be found for it; who shows the list has them looked for, and adds what was
    found: `aim` is the row that is to be marked when all of them have come.
    """

    def __init__(self, desk: Desk, wanted: Wanted, size: int) -> None:
        self.desk = desk
        self.wanted = wanted
        self.size = size
        self.leaves: list[Leaf] = []
        self.marked = 0
        self._aim = 0
        self._looked: dict[bool, Queue] = {}
        self._is_over: dict[bool, bool] = {}
        self.begin()

    def begin(self, *, back: bool = False) -> None:
        """An empty window at the start of the list, or at its end."""
        self._empty(edge(self.size, back=back), edge(self.size, back=back), FAR if back else 0)

    def begin_at(self, at: Queue) -> None:
        """An empty window at the claim at that place."""
        self._empty(before(at), at, 0)

    def _empty(self, behind: Queue, ahead: Queue, aim: int) -> None:
        self.leaves, self.marked, self._aim = [], 0, aim
        self._looked, self._is_over = {False: behind, True: ahead}, {False: False, True: False}

    @property
    def leaf(self) -> Leaf | None:
        """The marked claim; None where there is none."""
        return self.leaves[self.marked] if self.leaves else None

    def looked_through(self, *, back: bool) -> int:
        """How many claims of the queue were looked through in that direction."""
        position = self._looked[back].position
        return max(0, min(self.size, self.size + 1 - position if back else position))

    def is_over(self, *, back: bool) -> bool:
        """Whether there are no more claims in that direction."""
        return self._is_over[back]

    def move(self, step: int) -> int:
        """Mark the claim so many on, or back; returns how many have to be found for that."""
        self._aim = self.marked + step
        self._mark()
        return max(0, -self._aim, self._aim - len(self.leaves) + 1) if self.leaves else 0

    def look(self, rows: int, most: int, *, back: bool) -> Sought:
        """Look for so many claims, through not more than `most`; changes nothing, so that it can be done apart."""
        return seek(self.desk, self.wanted, self._looked[back], rows, back=back, most=most)

    def add(self, sought: Sought, room: int, *, back: bool) -> int:
        """Take in what was found, and let go what has no room any more; returns how many were found."""
        number = len(sought.leaves)
        self._looked[back], self._is_over[back] = sought.at, sought.is_over
        if back:
            self.leaves = [*sought.leaves, *self.leaves]
            self._aim += number
        else:
            self.leaves = [*self.leaves, *sought.leaves]
        lost = len(self.leaves) - room
        if lost > 0:
            self.leaves = self.leaves[:room] if back else self.leaves[lost:]
            self._aim -= 0 if back else lost
            self._looked[not back] = self.leaves[-1 if back else 0].at
            self._is_over[not back] = False
        self._mark()
        return number

    def _mark(self) -> None:
        self.marked = max(0, min(len(self.leaves) - 1, self._aim))
