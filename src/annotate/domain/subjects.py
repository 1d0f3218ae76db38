"""What is judged: documents with what is said of them, and claims with their corrections."""

from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from annotate.domain.anchoring import Span
from annotate.domain.canonical import Content, fields_of


@dataclass(frozen=True, slots=True)
class Document:
    """An immutable text, known by its sha256; a bare claim of a dataset also by the source's `record` id."""

    kind: ClassVar = "document"
    sha256: str
    record: str = ""

    @classmethod
    def of(cls, text: str, record: str = "") -> "Document":
        """The document that is this text."""
        return cls(sha256(text.encode()).hexdigest(), record)

    def content(self) -> Content:
        """What is hashed."""
        return {"sha256": self.sha256, "record": self.record}


DESCRIBED = ("title", "url", "archived", "publisher", "author", "language", "published")
"""What can be said of a document beside its text, and corrected."""


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of a document; `published` is an ISO date as exact as it is known. Supersedes earlier ones."""

    kind: ClassVar = "description"
    document: str
    title: str = ""
    url: str = ""
    archived: str = ""
    publisher: str = ""
    author: str = ""
    language: str = ""
    published: str = ""
    supersedes: tuple[str, ...] = ()

    def content(self) -> Content:
        """What is hashed."""
        return fields_of(self)

    def said(self) -> dict[str, str]:
        """The statements alone, without what they are about."""
        return {name: getattr(self, name) for name in DESCRIBED if getattr(self, name)}


def called(description: Description, source: str) -> str:
    """What a person would call a document: its title, else its url, else the file of its `source` without folders."""
    return description.title or description.url or source.rpartition("/")[2] or description.document


@dataclass(frozen=True, slots=True)
class Claim:
    """A span of a document and its self-contained wording, as first marked: the root whose id stays for good."""

    kind: ClassVar = "claim"
    document: str
    start: int
    end: int
    wording: str = ""

    @property
    def span(self) -> Span:
        """Where it was first marked."""
        return Span(self.start, self.end)

    def content(self) -> Content:
        """What is hashed. The offsets are always written, since 0 is one."""
        return {"document": self.document, "span": [self.start, self.end], "wording": self.wording}


@dataclass(frozen=True, slots=True)
class Version:
    """Corrected bounds and details of a claim; supersedes earlier versions of it.

    `attribution` runs from the outermost speaker to the innermost; `checkworthy` is "yes", "no" or "".
    """

    kind: ClassVar = "version"
    claim: str
    start: int
    end: int
    wording: str = ""
    claimant: str = ""
    attribution: tuple[str, ...] = ()
    date: str = ""
    types: tuple[str, ...] = ()
    checkworthy: str = ""
    supersedes: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """Where the claim stands by this version."""
        return Span(self.start, self.end)

    def content(self) -> Content:
        """What is hashed."""
        rest = {name: value for name, value in fields_of(self).items() if name not in ("start", "end")}
        return rest | {"span": [self.start, self.end]}
