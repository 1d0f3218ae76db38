"""The checked values of which published records are made: texts, numbers, times, addresses, words from a list.

Nothing is converted on the way in: `"3"` is no number and `1` is no yes. A field that is absent is `""`, which every
checked text lets through.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, Strict
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from annotate.domain import METHODS, REVIEWER_KINDS, STANCES, Answer, iso, moment_of, precision

LARGEST = 2**53
"""The largest whole number that every JSON reader keeps exact."""

LONGEST = 10**9
"""The most seconds that a judgement can take: some thirty years."""

_WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f/][^\s\x00-\x1f\x7f]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Checked:
    """Lets a text through that is empty or that `holds` accepts; `expected` completes the sentence "it must be …"."""

    expected: str
    holds: Callable[[str], object]
    schema: Mapping[str, object]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        return handler(schema) | dict(self.schema)

    def _checked(self, value: str) -> str:
        if value and not self.holds(value):
            raise PydanticCustomError("expected", "{expected}", {"expected": self.expected})
        return value


def is_web_address(written: str) -> bool:
    """Whether it is an http or https address: what evidence may link to."""
    return _WEB_ADDRESS.fullmatch(written) is not None


def _is_time(written: str) -> bool:
    """Whether it is a time that can be written in UTC again; the first hours of year 1 cannot, east of Greenwich."""
    try:
        iso(moment_of(written))
    except (ValueError, OverflowError):
        return False
    return True


def _one_of(names: tuple[str, ...]) -> Checked:
    return Checked(f"one of {', '.join(names)}", names.__contains__, {"enum": ["", *names]})


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Words = Annotated[str, Field(min_length=1)]
Offset = Annotated[int, Strict(), Field(ge=0, le=LARGEST)]
Count = Annotated[int, Strict(), Field(ge=1, le=LARGEST)]
Share = Annotated[float, Strict(), Field(ge=0, le=1)]
Seconds = Annotated[float, Strict(), Field(ge=0, le=LONGEST)]
Yes = Annotated[bool, Strict()]
Labels = Annotated[tuple[Words, ...], BeforeValidator(_listed, json_schema_input_type=str | list[str])]

WebAddress = Annotated[
    str,
    Checked("a web address that begins with http:// or https://", is_web_address, {"pattern": "^$|^[hH][tT]{2}[pP]"}),
]
Time = Annotated[str, Checked("a time such as 2021-11-18T09:30:00Z", _is_time, {"examples": ["2021-11-18T09:30:00Z"]})]
PartialDate = Annotated[
    str,
    Checked("a date such as 2021, 2021-11 or 2021-11-18", precision, {"examples": ["2021", "2021-11", "2021-11-18"]}),
]
Secret = Annotated[
    Words, Checked("hexadecimal digits", re.compile("([0-9a-fA-F]{2})+").fullmatch, {"pattern": "^([0-9a-fA-F]{2})*$"})
]
AnswerName = Annotated[str, _one_of(tuple(Answer))]
Method = Annotated[str, _one_of(METHODS)]
ReviewerKind = Annotated[str, _one_of(REVIEWER_KINDS)]
Stance = Annotated[str, _one_of(STANCES)]
YesOrNo = Annotated[str, _one_of(("yes", "no"))]
