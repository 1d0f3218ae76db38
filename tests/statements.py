"""What is sent to a database: the statements, with their values, in their order."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.engine import Engine

from annotate.store import driver

Statement = tuple[str, Any, bool]
"""Words, values, and whether there are several sets of values."""


@contextmanager
def heard() -> Iterator[list[Statement]]:
    """Every statement that is sent within the block, by SQLAlchemy or by the store itself."""
    sent: list[Statement] = []

    def hear(_c: object, _cursor: object, words: str, values: object, _context: object, many: bool) -> None:
        sent.append((words, values, many))

    def run(connection: Connection, words: str, values: Any = ()) -> AbstractContextManager[Any]:
        sent.append((words, values, isinstance(values, list)))
        return own(connection, words, values)

    own = driver.run
    event.listen(Engine, "before_cursor_execute", hear)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(driver, "run", run)
            yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
