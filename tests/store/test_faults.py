"""What a server says when it cannot is a refusal; a defect stays one."""

import pytest
from psycopg import Error, errors
from sqlalchemy.exc import DBAPIError

from annotate.errors import Busy, Unusable
from annotate.store.faults import refusing


def raised(said: Error) -> DBAPIError:
    """The error as SQLAlchemy hands it on."""
    found = DBAPIError.instance("SELECT 1", None, said, Error)
    assert isinstance(found, DBAPIError)
    return found


@pytest.mark.parametrize("said", [errors.LockNotAvailable("lock timeout"), errors.DeadlockDetected("deadlock")])
def test_a_lock_that_was_not_given_is_busy(said: Error) -> None:
    with pytest.raises(Busy, match="x is being written"), refusing("x"):
        raise raised(said)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (errors.AdminShutdown("terminating connection"), "terminating connection"),
        (errors.OperationalError("consuming input failed: server closed it\n\tProbably."), "server closed it"),
        (errors.InterfaceError("the connection is closed"), "the connection is closed"),
    ],
)
def test_a_connection_that_is_lost_is_unusable_with_the_reason(said: Error, why: str) -> None:
    with pytest.raises(Unusable) as refused, refusing("x"):
        raise raised(said)
    assert refused.value.sentence == f"x cannot be reached ({why})."
    assert "\n" not in str(refused.value)


def test_a_wrong_statement_is_a_defect() -> None:
    with pytest.raises(DBAPIError), refusing("x"):
        raise raised(errors.SyntaxError("syntax error"))
