"""What a schema consists of, whichever engine tells it."""

from typing import NamedTuple


class Thing(NamedTuple):
    """A table, index, trigger or sequence: what it is, what it is called, of which table it is."""

    kind: str
    name: str
    table: str


Schema = dict[Thing, str]
"""Each thing with its definition, spelled so that equal ones are equal."""
