"""What an engine says when it cannot, in words that help."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from annotate.errors import Unusable

_SAID = (
    ("is locked", "{target} is being written by another program and did not become free.", "Try again in a moment."),
    ("readonly", "{target} can only be read.", "Make the file and its folder writable, or name another project."),
    (
        "disk is full",
        "The disk that holds {target} is full; nothing of this was written.",
        "Free some space and repeat it.",
    ),
    ("unable to open", "{target} cannot be opened.", "Check that its folder exists and may be read and written."),
    ("not a database", "{target} is not a database of annotate.", "Name another project, or make one: annotate init."),
    ("malformed", "{target} is damaged.", "Keep a copy of the file, then run: annotate check."),
    (
        "disk I/O error",
        "{target} could not be read or written (disk error).",
        "Check the disk, then run: annotate check.",
    ),
    (
        "no such table",
        "{target} is a database of another program.",
        "Name another project, or make one: annotate init.",
    ),
)


@contextmanager
def refusing(target: str) -> Iterator[None]:
    """Turn the engine's errors about `target` into refusals; anything else is a defect and stays what it is."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig)
        for sign, sentence, step in _SAID:
            if sign in said:
                raise Unusable(sentence.format(target=target), step) from error
        raise
