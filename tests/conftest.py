"""What most tests begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests.desks import Clock, project

from annotate.work import Desk

settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")


@pytest.fixture
def clock() -> Clock:
    """The clock of the lead's desk."""
    return Clock()


@pytest.fixture
def lead(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """The lead's desk with a new, empty project; another's is `replace(lead, reviewer="ada")`."""
    with project(tmp_path / "annotate.db", clock) as desk:
        yield desk
