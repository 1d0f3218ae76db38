"""Facts whose written form shows at a glance that it is the canonical one of a well-formed fact.

One pattern a kind says of nearly every fact in a million what reading it and writing it down again would say, in a
tenth of the time. What it does not know (several facets, passages as evidence, schemes) has to be read.
"""

import re
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from annotate.domain.judging import METHODS, Answer, Decision, Evidence, Judgement, Withdrawal
from annotate.domain.project import Assignment, Key, Redaction, Reviewer, Setting
from annotate.domain.subjects import Claim, Description, Document, Version

_KINDS: dict[str, Any] = {
    fact.kind: fact
    for fact in (
        *(Document, Description, Claim, Version, Reviewer, Setting, Key),
        *(Assignment, Judgement, Withdrawal, Decision, Redaction),
    )
}

# As JSON writes them with every character but the control ones left as it is. What was matched is never tried anew,
# so that no content takes long.
_WORDS = r'"(?>[^"\\\x00-\x1f]++|\\(?:["\\bfnrt]|u00(?:0[0-7bef]|1[0-9a-f])))++"'
_NUMBER = r"[1-9][0-9]{0,17}+"
_SPAN = rf"\[(?:0|{_NUMBER}),(?:0|{_NUMBER})\]"
_LIST = rf"\[{_WORDS}(?:,{_WORDS})*+\]"
_PASSAGES = ("document", "start", "end")


def is_plain(kind: str, written: str) -> bool:
    """Whether this surely is how a well-formed fact of that kind is written down; False where it has to be read."""
    if kind not in _KINDS:
        return False
    found = _pattern(kind).fullmatch(written)
    return found is not None and _holds(kind, found)


def _holds(kind: str, found: re.Match[str]) -> bool:
    """What a pattern cannot say."""
    if kind == Judgement.kind:
        return found["answer"] != f'"{Answer.VERDICT}"' or found["verdict"] is not None
    return True


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(_object(_KINDS[kind], kind))


def _object(of: Any, kind: str = "") -> str:
    """An object with the fields of that class that hold something, by name."""
    hints = get_type_hints(of)
    members = {
        field.name: (_value(field.name, hints[field.name], kind), _is_always_there(field)) for field in fields(of)
    }
    if kind in (Claim.kind, Version.kind):
        members = {name: value for name, value in members.items() if name not in _PASSAGES[1:]}
        members["span"] = (_SPAN, True)
    if of is Evidence:
        members = {name: value for name, value in members.items() if name not in _PASSAGES}
    return r"\{" + "".join(_member(name, *members[name], named=bool(kind)) for name in sorted(members)) + r"\}"


def _member(name: str, value: str, always: bool, *, named: bool) -> str:
    """A field and what parts it from the next one."""
    held = f"(?P<{name}>{value})" if named and name in ("answer", "verdict") else value
    return rf'(?:"{name}":{held}(?:,(?=")|(?=\}})))' + ("" if always else "?")


def _is_always_there(field: "Field[Any]") -> bool:
    """Whether a fact cannot do without it: there is no default, or one that is written down."""
    if field.default is MISSING:
        return field.default_factory is MISSING
    return bool(field.default)


def _value(name: str, wanted: Any, kind: str) -> str:
    if kind == Decision.kind and name == "method":
        return f'"(?:{"|".join(METHODS)})"'
    if wanted is Answer:
        return f'"(?:{"|".join(Answer)})"'
    if wanted is int:
        return _NUMBER
    if wanted is bool:
        return "true"
    if get_origin(wanted) is tuple:
        return rf"\[{_EVIDENCE}(?:,{_EVIDENCE})*+\]" if get_args(wanted)[0] is Evidence else _LIST
    if get_origin(wanted) is Mapping:
        return rf"\{{{_WORDS}:{_LIST if get_args(wanted)[1] is not int else _NUMBER}\}}"
    return _WORDS


_EVIDENCE = _object(Evidence)
