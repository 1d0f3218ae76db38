"""Records of what is judged: documents and their descriptions, claims and their versions."""

from dataclasses import dataclass
from typing import Literal

from annotate.formats.wire.recording import Recording
from annotate.formats.wire.values import Offset, PartialDate, Words, YesOrNo


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """A text, and what is said of it now; `description` is the id of the fact that says so.

    `record` is the id that a bare claim had where it came from. Of a redacted text there is its `sha256` alone.
    """

    kind: Literal["document"]
    id: str = ""
    record: str = ""
    title: str = ""
    url: str = ""
    archived: str = ""
    publisher: str = ""
    author: str = ""
    language: str = ""
    published: PartialDate = ""
    description: str = ""
    sha256: str = ""
    text: Words | None = None
    recorded: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptionRecord:
    """What was said of a document at one time."""

    kind: Literal["description"]
    id: str = ""
    document: Words
    title: str = ""
    url: str = ""
    archived: str = ""
    publisher: str = ""
    author: str = ""
    language: str = ""
    published: PartialDate = ""
    supersedes: tuple[str, ...] = ()
    recorded: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord:
    """A claim as first marked, by offsets (code points) or by its quote; `claim` is its self-contained wording.

    The details are those of the `version` that stands. Without a document, the quote (or else the wording) is a
    one-sentence document of its own.
    """

    kind: Literal["claim"]
    id: str = ""
    document: str = ""
    start: Offset | None = None
    end: Offset | None = None
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    claim: str = ""
    claimant: str = ""
    attribution: tuple[str, ...] = ()
    date: str = ""
    types: tuple[str, ...] = ()
    checkworthy: YesOrNo = ""
    version: str = ""
    recorded: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRecord:
    """Corrected bounds and details of a claim."""

    kind: Literal["version"]
    id: str = ""
    claim: Words
    start: Offset
    end: Offset
    quote: str = ""
    wording: str = ""
    claimant: str = ""
    attribution: tuple[str, ...] = ()
    date: str = ""
    types: tuple[str, ...] = ()
    checkworthy: YesOrNo = ""
    supersedes: tuple[str, ...] = ()
    recorded: tuple[Recording, ...] = ()
