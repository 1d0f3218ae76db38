"""The one way in which a fact is written down before it is hashed."""

from collections.abc import Mapping
from hashlib import blake2b
from json import JSONEncoder
from json.encoder import encode_basestring
from typing import Any

Content = Mapping[str, Any]

FORMAT = 1
"""Version of the canonical form; part of every id, so that a later form can never be mistaken for this one."""

LETTERS = {
    "document": "d",
    "description": "n",
    "claim": "c",
    "version": "v",
    "reviewer": "r",
    "scheme": "s",
    "setting": "p",
    "key": "k",
    "assignment": "a",
    "judgement": "j",
    "withdrawal": "w",
    "decision": "o",
    "redaction": "x",
}
"""Kind of fact → the letter that its ids begin with."""

KINDS = {letter: kind for kind, letter in LETTERS.items()}


def fields_of(fact: Any) -> dict[str, Any]:
    """The fields of a frozen value by name, as JSON would have them."""
    values = ((name, getattr(fact, name)) for name in fact.__slots__)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values}


def canonical(content: Content) -> str:
    """UTF-8-ready JSON with sorted keys and no white space; what is absent, empty or false is left out at its top.

    Leaving out what is empty lets a later version add a field without changing the id of any fact that lacks it.
    Floats are refused (TypeError): two machines need not print one alike.
    """
    members = []
    for name in sorted(content):
        value = content[name]
        if type(value) is str:
            if value:
                members.append(f"{encode_basestring(name)}:{encode_basestring(value)}")
        elif value or _says_something(value):
            members.append(f"{encode_basestring(name)}:{_written(value)}")
    return f"{{{','.join(members)}}}"


def _written(value: object) -> str:
    """A value as JSON: texts, whole numbers and lists, which is what nearly all of them are, without JSON's machinery.

    A million facts are written in half the time.
    """
    if type(value) is str:
        return encode_basestring(value)
    if type(value) is int:
        return str(value)
    if isinstance(value, list | tuple):
        return f"[{','.join(map(_written, value))}]"
    _refuse_floats(value)
    return _OTHERS.encode(value)


def _says_something(value: object) -> bool:
    """Whether a value counts that is false to Python: none of what JSON can hold does; a float is one to refuse."""
    return isinstance(value, float) or value not in (None, "", (), [], {}, False)


def digest(kind: str, written: str) -> str:
    """BLAKE2b-128 (32 hex digits) of a canonical text of that kind."""
    return blake2b(f"annotate/{kind}/{FORMAT}\n{written}".encode(), digest_size=16).hexdigest()


def fact_id(kind: str, written: str) -> str:
    """The id of a fact: its kind's letter, the format version, and the digest of its canonical text."""
    return f"{LETTERS[kind]}{FORMAT}_{digest(kind, written)}"


def kind_of(identity: str) -> str | None:
    """The kind that an id claims to be of; None where it is no id of ours."""
    letter, mark, rest = identity[:1], identity[1:3], identity[3:]
    well_formed = mark == f"{FORMAT}_" and len(rest) == 32 and set(rest) <= set("0123456789abcdef")
    return KINDS.get(letter) if well_formed else None


def _refuse_floats(value: object) -> None:
    """JSON would print them, so that they have to be looked for."""
    if isinstance(value, float):
        _no_other(value)
    members = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    for member in members:
        _refuse_floats(member)


def _no_other(value: object) -> object:
    raise TypeError(f"A fact cannot hold a {type(value).__name__}")


_OTHERS = JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_no_other)
"""Made once: making it takes as long as writing a fact."""
