"""An entry of the log: who recorded a fact, where and when, and the digest by which his next entry names it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from annotate.domain import Moment, canonical, digest, is_alias


class Entry(NamedTuple):
    """Who recorded a fact, in which copy, when (microseconds UTC), with which version, after which entry of his.

    `signed` is the digest that it was signed with, where its author goes by an alias since and nobody can work it out.
    """

    author: str
    installation: str
    at: Moment
    version: str
    previous: str | None = None
    source: str = ""
    signed: str = ""

    def under(self, signed: str, fact: str) -> "Entry":
        """The entry of that fact (id), with the digest that is noted with it where it needs to be told."""
        is_hidden = is_alias(self.author) and self.digest(fact) != signed
        return self._replace(signed=signed) if is_hidden else self

    def digest(self, fact: str) -> str:
        """What the author's next entry names as its `previous`. `source` is this copy's own and not part of it."""
        return self.signed or Pen.of(self.author, self.installation, self.version).digest(fact, self.at, self.previous)


Signed = tuple[str, str, int, int, Moment, str, str | None, str]
"""An entry as it stands in a copy: its digest, the id of its fact, the rows there of that and of who wrote it, and the
other fields of `Entry` but for the last. Flat, since a million of them are taken in as they are read."""

Writers = Mapping[int, tuple[str, str]]
"""Row there → author and installation."""


@dataclass(frozen=True, slots=True)
class Pen:
    """What signs entries: what is the same in a million of one author, as it stands in their canonical form.

    The author has a comma behind it, where there is one, the other two have one before them.
    """

    author: str
    installation: str
    version: str

    @classmethod
    @lru_cache(maxsize=64)
    def of(cls, author: str, installation: str, version: str) -> "Pen":
        """The pen of that author in that installation of that version."""
        named = {"author": author, "installation": installation, "version": version}
        first, second, third = (canonical({name: value})[1:-1] for name, value in named.items())
        return cls(first and f"{first},", second and f",{second}", third and f",{third}")

    def written(self, fact: str, at: Moment, previous: str | None) -> str:
        """What is hashed: the canonical form of the entry with the id of its fact, but for its source."""
        moment = f'"at":{at},' if at else ""
        before = f',"previous":"{previous}"' if previous else ""
        return f'{{{moment}{self.author}"fact":"{fact}"{self.installation}{before}{self.version}}}'

    def digest(self, fact: str, at: Moment, previous: str | None) -> str:
        """The digest of that entry."""
        return digest("entry", self.written(fact, at, previous))
