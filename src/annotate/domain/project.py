"""Facts of the project itself: who judges, what is set, who owes what."""

from dataclasses import dataclass
from typing import ClassVar

from annotate.domain.canonical import Content, fields_of
from annotate.domain.times import Moment

REVIEWER_KINDS = ("human", "model")


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who judges. The handle is the identity, across copies too."""

    kind: ClassVar = "reviewer"
    handle: str
    name: str = ""
    is_model: bool = False
    supersedes: tuple[str, ...] = ()

    def content(self) -> Content:
        """What is hashed."""
        return fields_of(self)


@dataclass(frozen=True, slots=True)
class Setting:
    """A project setting (licence, title, …); an empty value takes it back."""

    kind: ClassVar = "setting"
    name: str
    value: str = ""
    at: Moment = 0
    supersedes: tuple[str, ...] = ()

    def content(self) -> Content:
        """What is hashed."""
        return fields_of(self)


@dataclass(frozen=True, slots=True)
class Key:
    """The project's random key (hexadecimal) for pseudonyms; the smallest stands where two projects met."""

    kind: ClassVar = "key"
    secret: str

    def content(self) -> Content:
        """What is hashed."""
        return fields_of(self)


@dataclass(frozen=True, slots=True)
class Redaction:
    """That words are gone for good, here and wherever this fact comes to; what it names keeps its id.

    It names one of three: the `fact` whose words are gone (id); a `text` (sha256), gone with all that quotes it; or the
    handle whose HMAC-SHA256 under `salt` is `name` (both hexadecimal), which an alias stands for from then on. `reason`
    is for people.
    """

    kind: ClassVar = "redaction"
    fact: str = ""
    text: str = ""
    name: str = ""
    salt: str = ""
    reason: str = ""
    author: str = ""
    at: Moment = 0

    def content(self) -> Content:
        """What is hashed."""
        return fields_of(self)


@dataclass(frozen=True, slots=True)
class Assignment:
    """That a reviewer owes a judgement on a claim."""

    kind: ClassVar = "assignment"
    claim: str
    reviewer: str

    def content(self) -> Content:
        """What is hashed."""
        return fields_of(self)
