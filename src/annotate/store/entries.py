"""An entry of the log: who recorded a fact, where and when, and the digest by which his next entry names it."""

from dataclasses import dataclass
from functools import lru_cache

from annotate.domain import Moment, canonical, digest


@dataclass(frozen=True, slots=True)
class Entry:
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

    def digest(self, fact: str) -> str:
        """What the author's next entry names as its `previous`. `source` is this copy's own and not part of it."""
        return self.signed or digest("entry", self.written(fact))

    def written(self, fact: str) -> str:
        """What is hashed: the canonical form of all fields but `source`, with the id of the fact.

        Put together from its parts, since all but three of them are the same in a million entries of one author.
        """
        author, installation, version = _parts(self.author, self.installation, self.version)
        at = f'"at":{self.at},' if self.at else ""
        previous = f',"previous":"{self.previous}"' if self.previous else ""
        return f'{{{at}{author}"fact":"{fact}"{installation}{previous}{version}}}'


@lru_cache(maxsize=64)
def _parts(author: str, installation: str, version: str) -> tuple[str, str, str]:
    """These fields as they stand in the canonical form: the author with a comma behind, the others with one before."""
    written = [canonical({name: value})[1:-1] for name, value in _named(author, installation, version)]
    return (
        written[0] and f"{written[0]},",
        written[1] and f",{written[1]}",
        written[2] and f",{written[2]}",
    )


def _named(author: str, installation: str, version: str) -> tuple[tuple[str, str], ...]:
    return ("author", author), ("installation", installation), ("version", version)
