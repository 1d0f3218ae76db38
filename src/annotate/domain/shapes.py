"""Whether a fact that came from elsewhere has the shape of its kind: its digest says only that nobody altered it."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from annotate.domain.facts import Fact
from annotate.domain.judging import METHODS, Decision, Evidence, Judgement
from annotate.domain.schemes import Scheme, scheme_of

LARGEST = 2**63 - 1
"""The largest number that both engines can hold."""

Fits = Callable[[Any], bool]


def well_formed(fact: Fact) -> bool:
    """Whether every field holds what its kind of fact holds, so that it can be kept and shown."""
    if isinstance(fact, Scheme):
        return _is_scheme(fact)
    kind: Any = type(fact)
    return all(fits(getattr(fact, name)) for name, fits in _fields(kind)) and _holds(fact)


def _holds(fact: Fact) -> bool:
    """What the types of its fields don't say."""
    match fact:
        case Decision():
            return fact.method in METHODS and bool(fact.outcome) and fact.round >= 1
        case Judgement():
            return (
                fact.round >= 1
                and fact.milliseconds >= 0
                and bool(fact.reviewer)
                and (fact.side is None or bool(fact.side))
            )
    return True


def _is_scheme(fact: Scheme) -> bool:
    try:
        return scheme_of(fact.content()) == fact
    except (AttributeError, KeyError, TypeError, ValueError):
        return False


@cache
def _fields(kind: Any) -> list[tuple[str, Fits]]:
    hints = get_type_hints(kind)
    return [(name, _fits(hints[name])) for name in kind.__slots__]


def _fits(wanted: Any) -> Fits:
    """What tells the values of a type from all others."""
    if wanted is int:
        return lambda value: type(value) is int and -LARGEST <= value <= LARGEST
    if get_origin(wanted) is tuple:
        each = _fits(get_args(wanted)[0])
        return lambda value: type(value) is tuple and all(map(each, value))
    if get_origin(wanted) is Mapping:
        name, held = map(_fits, get_args(wanted))
        return lambda value: isinstance(value, dict) and all(name(key) and held(value[key]) for key in value)
    if wanted is Evidence:
        return lambda value: all(fits(getattr(value, name)) for name, fits in _fields(Evidence))
    return lambda value: type(value) is wanted
