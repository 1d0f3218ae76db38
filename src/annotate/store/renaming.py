"""Reviewers of another copy under other names: what names them, and what refers to that, is said anew."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from graphlib import TopologicalSorter
from typing import Any

from annotate.domain import Fact, canonical, fact_id

_NAMES = ("handle", "reviewer", "author")
"""Fields of facts that hold a reviewer's handle."""

_REFERENCES = ("supersedes", "judgements", "over", "fact")
"""Fields of facts that hold ids, one or several, of facts that may be said anew."""


def renamed(facts: Mapping[str, Fact], names: Mapping[str, str]) -> dict[str, Fact]:
    """Old id → fact as it is to be said, for those of `facts` (by id) that name a reviewer who gets another name, or
    that refer to one which is said anew, as a decision does that weighs his judgement.
    """
    touched = _touched(facts, names)
    before = {identity: _references(facts[identity]) & touched for identity in touched}
    said: dict[str, Fact] = {}
    ids: dict[str, str] = {}
    for identity in TopologicalSorter(before).static_order():
        said[identity] = _said_anew(facts[identity], names, ids)
        ids[identity] = fact_id(said[identity].kind, canonical(said[identity].content()))
    return said


def _touched(facts: Mapping[str, Fact], names: Mapping[str, str]) -> set[str]:
    referring: dict[str, list[str]] = defaultdict(list)
    for identity, fact in facts.items():
        for earlier in _references(fact):
            referring[earlier].append(identity)
    reached = [
        identity for identity, fact in facts.items() if any(getattr(fact, name, None) in names for name in _NAMES)
    ]
    touched: set[str] = set()
    while reached:
        identity = reached.pop()
        if identity not in touched:
            touched.add(identity)
            reached += referring[identity]
    return touched


def _references(fact: Fact) -> set[str]:
    values = (getattr(fact, name, ()) for name in _REFERENCES)
    return {identity for value in values for identity in ((value,) if isinstance(value, str) else value)}


def _said_anew(fact: Fact, names: Mapping[str, str], ids: Mapping[str, str]) -> Fact:
    changes: dict[str, Any] = {}
    for name in fact.__slots__:
        value = getattr(fact, name)
        if name in _NAMES:
            changes[name] = names.get(value, value)
        elif name in _REFERENCES:
            changes[name] = _mapped(value, ids)
    said: Fact = replace(fact, **changes)
    return said


def _mapped(value: Any, ids: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return ids.get(value, value)
    return tuple(sorted(ids.get(identity, identity) for identity in value))
