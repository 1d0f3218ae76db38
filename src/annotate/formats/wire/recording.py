"""How a fact came into the log, as its record tells it."""

from dataclasses import dataclass

from annotate.formats.wire.values import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One log entry of a fact: who recorded it, in which copy, when, by which version, after which entry of his.

    `digest` is the entry's own, where its author goes by an alias since and nobody can work it out.
    """

    author: str
    installation: str
    at: Time
    version: str
    previous: str = ""
    digest: str = ""
