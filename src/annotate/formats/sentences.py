"""What a validator finds wrong, in words for people who write records and not programs."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from pydantic_core import ErrorDetails

from annotate.domain import excerpt, printable

_EXPECTED = {
    "string_type": "text",
    "string_too_short": "text that is not empty",
    "int_type": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": "an object",
    "dataclass_type": "an object",
    "greater_than_equal": "at least {ge:.16g}",
    "less_than_equal": "at most {le:.16g}",
    "literal_error": "one of {expected}",
    "expected": "{expected}",
}
"""Kind of error → what completes the sentence "it must be …"."""


def sentence(what: str, error: ErrorDetails) -> str:
    """The error as a sentence on `what` was read (a judgement, a scheme): which field, what it must be, what it is."""
    way, field = _place(error["loc"])
    place = f"{what}, {way}" if way else what
    if error["type"] == "missing":
        return f"{place}: {field} is missing."
    return f"{place}: {field} must be {expected(error)}, but it is {given(error['input'])}."


def expected(error: ErrorDetails) -> str:
    """What would have been right."""
    context: Mapping[str, Any] = error.get("ctx", {})
    return _EXPECTED.get(error["type"], "something else").format_map(context)


def given(value: object) -> str:
    """What is there instead, in a few words."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"the number {_shortened(str(value))}"
        case str():
            return f"the text {excerpt(printable(value))}"
        case list():
            return "a list"
        case dict():
            return "an object"
        case _:
            return "a date or time"


def _shortened(digits: str) -> str:
    return digits if len(digits) <= 25 else f"{digits[:24]}…"


def _place(location: tuple[int | str, ...]) -> tuple[str, str]:
    """Where the field is and what it is called: ("evidence", 0, "url") → 'evidence 1', '"url"'."""
    *way, last = location
    if isinstance(last, int):
        name = way.pop()
        return _way(way), f'item {last + 1} of "{printable(str(name))}"'
    return _way(way), f'"{printable(last)}"'


def _way(location: list[int | str]) -> str:
    steps = (f"{name} {after + 1}" if isinstance(after, int) else name for name, after in pairwise([*location, ""]))
    return ", ".join(printable(step) for step in steps if isinstance(step, str))
