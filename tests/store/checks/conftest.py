"""The small project that has something of everything, made once."""

import pytest
from tests.store.checks.specimen import specimen, unclean


@pytest.fixture(scope="session")
def whole() -> bytes:
    """Its file."""
    return specimen()


@pytest.fixture(scope="session")
def left() -> tuple[bytes, bytes]:
    """Its file, and the write-ahead log that somebody who was killed left beside it."""
    return unclean()
