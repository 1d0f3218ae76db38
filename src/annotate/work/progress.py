"""Status: how far the project and each reviewer have come."""

from dataclasses import dataclass

from annotate.store import (
    Conflict,
    Counts,
    Work,
    conflicts,
    counts,
    queue,
    reviewers,
    work_of,
)
from annotate.work.desk import Desk


@dataclass(frozen=True, slots=True)
class Progress:
    """One reviewer: the claims in his queue, and what he has done of them."""

    handle: str
    assigned: int
    work: Work

    @property
    def left(self) -> int:
        """Claims that wait for his answer."""
        return max(0, self.assigned - self.work.done)

    @property
    def seconds_left(self) -> float | None:
        """Time to finish at his median pace."""
        return None if self.work.median_seconds is None else self.left * self.work.median_seconds


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole: counts, as far as the asker may know them, and the reviewers; to a reviewer, himself alone.

    `conflicts` are the values that copies set differently, for the lead to settle.
    """

    counts: Counts
    reviewers: list[Progress]
    conflicts: list[Conflict]


def status(desk: Desk) -> Overview:
    """How far the project has come. A reviewer is told of others' work only what settled claims show anyway."""
    with desk.store.reading() as connection:
        handles = list(reviewers(connection)) if desk.reviewer is None else [desk.reviewer]
        people = [Progress(handle, queue.size(connection, handle), work_of(connection, handle)) for handle in handles]
        open_values = conflicts(connection) if desk.reviewer is None else []
        return Overview(counts(connection, desk.reviewer), people, open_values)
