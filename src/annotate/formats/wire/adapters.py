"""The validator and the serializer of each model, made when first needed: making one takes milliseconds."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter


@cache
def adapter(model: Any) -> TypeAdapter[Any]:
    """What reads and writes values of that model."""
    return TypeAdapter(model)


def json_lines(model: Any, values: Iterable[Any]) -> Iterator[bytes]:
    """Each of the values, all of that published model, as one line of JSON with every field."""
    to_json = adapter(model).serializer.to_json
    return (to_json(value) + b"\n" for value in values)


def json_line(value: Any, *, sparse: bool = False) -> bytes:
    """`value`, of a published model, as one line of JSON; `sparse` leaves out the fields that hold their default.

    Keys stand in the model's order, text is UTF-8 and not escaped, floats have the fewest digits that read back.
    """
    model: Any = type(value)
    return adapter(model).serializer.to_json(value, exclude_defaults=sparse) + b"\n"
