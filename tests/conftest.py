"""What most tests begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests import engines
from tests.desks import Clock, project

from annotate.work import Desk

settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test runs on the engines that its mark names; without one on SQLite.

    What is tried again on PostgreSQL, and is no test of the store's own, is marked so: it takes its time, and a run of
    its own.
    """
    mark = metafunc.definition.get_closest_marker("engines")
    if mark and mark.args != (engines.SQLITE,):
        is_again = len(mark.args) > 1 and metafunc.definition.path.parent.name in _AGAIN
        marks = {engines.POSTGRESQL: pytest.mark.again} if is_again else {}
        named = [pytest.param(name, marks=marks.get(name, ())) for name in mark.args]
        metafunc.parametrize("engine", named, indirect=True)


_AGAIN = ("cli", "laws", "journeys", "work")
"""Folders of tests that stand on the verbs: what an engine does differently, the tests of the store find first."""


@pytest.fixture(autouse=True)
def engine(request: pytest.FixtureRequest) -> Iterator[str]:
    """The name of the engine that the test keeps its projects on."""
    with engines.using(getattr(request, "param", engines.SQLITE)) as name, pytest.MonkeyPatch.context() as patch:
        asked = getattr(request.function, _EXAMPLES, None)
        if name == engines.POSTGRESQL and asked is not None:
            # A law that holds on one engine fails on the other at its first examples, or by what races find out.
            patch.setattr(request.function, _EXAMPLES, settings(asked, max_examples=max(2, asked.max_examples // 5)))
        yield name


_EXAMPLES = "_hypothesis_internal_use_settings"
"""Where a test keeps how many examples it is tried on: decided with the engine, when it runs."""


@pytest.fixture(scope="session", autouse=True)
def _no_server_left() -> Iterator[None]:
    yield
    engines.stop()


@pytest.fixture(scope="session", autouse=True)
def _nobodys_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Whoever runs the tests has settings and projects of his own: they are neither read nor written."""
    folder = tmp_path_factory.mktemp("nobody")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANNOTATE_CONFIG", str(folder / "config.toml"))
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        yield


@pytest.fixture
def clock() -> Clock:
    """The clock of the lead's desk."""
    return Clock()


@pytest.fixture
def lead(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """The lead's desk with a new, empty project; another's is `replace(lead, reviewer="ada")`."""
    with project(tmp_path / "annotate.db", clock) as desk:
        yield desk
