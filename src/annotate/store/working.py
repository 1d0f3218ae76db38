"""Work: how far a reviewer has come, and how fast he is."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from annotate.store import queue, tables


@dataclass(frozen=True, slots=True)
class Work:
    """What one reviewer has done of his queue: claims answered, claims skipped; median of the seconds taken.

    The median is None where nothing was timed.
    """

    done: int
    skipped: int
    median_seconds: float | None


def work_of(connection: Connection, reviewer: str) -> Work:
    """How far a reviewer has come."""
    return Work(
        queue.answered(connection, reviewer), queue.skipped(connection, reviewer), _median(connection, reviewer)
    )


def _median(connection: Connection, reviewer: str) -> float | None:
    count: int = connection.execute(_timed(), {"reviewer": reviewer}).scalar() or 0
    if not count:
        return None
    given = {"reviewer": reviewer, "before": (count - 1) // 2, "most": 2 - count % 2}
    some: Sequence[int] = connection.execute(_middle(), given).scalars().all()
    return sum(some) / len(some) / 1000


@cache
def _timed() -> Select[Any]:
    return select(func.count()).where(*_THOSE)


@cache
def _middle() -> Select[Any]:
    times = select(_judged.milliseconds).where(*_THOSE).order_by(_judged.milliseconds)
    return times.offset(bindparam("before")).limit(bindparam("most"))


_judged = tables.judgement.c
_THOSE = (_judged.reviewer == bindparam("reviewer"), _judged.stands == 1, _judged.milliseconds > 0)
