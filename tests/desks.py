"""Desks to work at: a real project on disk, a clock that can be told what to say, dice that always fall alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.engines import new_store

from annotate.domain import PRESETS, Judgement, Moment, Scheme
from annotate.work import Desk, list_claims, read_log

MORNING = 1_600_000_000_000_000
"""When every test begins: 2020-09-13T12:26:40Z, in microseconds."""

SECOND = 1_000_000


@dataclass
class Clock:
    """Goes on by a second whenever it is looked at."""

    at: Moment = MORNING

    def __call__(self) -> Moment:
        self.at += SECOND
        return self.at


@contextmanager
def project(file: Path, clock: Clock | None = None, scheme: Scheme = PRESETS["averitec"]) -> Iterator[Desk]:
    """The lead's desk with a new project in that file, or where the running test keeps its projects instead."""
    now = clock or Clock()
    with new_store(file, scheme, now) as store:
        yield Desk(store, None, now, bytes)


def judged(desk: Desk) -> list[Judgement]:
    """Every judgement that was ever recorded, in the order of recording, taken back or not."""
    return [entry.fact for entry in read_log(replace(desk, reviewer=None)) if isinstance(entry.fact, Judgement)]


def quotes(lead: Desk) -> list[str]:
    """What the claims of the project say, in their order."""
    return [listed.quote for listed in list_claims(lead)]
