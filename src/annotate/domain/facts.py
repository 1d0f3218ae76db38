"""The facts that a project holds: frozen values, each of which can be written down and read back exactly."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import ClassVar

from annotate.domain.anchoring import Span
from annotate.domain.canonical import Content
from annotate.domain.schemes import Scheme
from annotate.domain.times import Moment

REVIEWER_KINDS = ("human", "model")
STANCES = ("supports", "refutes", "partial", "context")


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
        return _fields(self)

    def said(self) -> dict[str, str]:
        """The statements alone, without what they are about."""
        return {name: getattr(self, name) for name in DESCRIBED if getattr(self, name)}


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


DETAILED = ("wording", "claimant", "attribution", "date", "types", "checkworthy")
"""What can be said of a claim beside its span, and corrected."""


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
        rest = {name: value for name, value in _fields(self).items() if name not in ("start", "end")}
        return rest | {"span": [self.start, self.end]}


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
        return _fields(self)


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
        return _fields(self)


@dataclass(frozen=True, slots=True)
class Key:
    """The project's random key (hexadecimal) for pseudonyms; the smallest stands where two projects met."""

    kind: ClassVar = "key"
    secret: str

    def content(self) -> Content:
        """What is hashed."""
        return _fields(self)


@dataclass(frozen=True, slots=True)
class Assignment:
    """That a reviewer owes a judgement on a claim."""

    kind: ClassVar = "assignment"
    claim: str
    reviewer: str

    def content(self) -> Content:
        """What is hashed."""
        return _fields(self)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a judgement rests on: a url, or a passage `[start, end)` of another document in the project.

    Members of one `set` hold together (AND); sets are alternatives (OR).
    """

    url: str = ""
    document: str = ""
    start: int = 0
    end: int = 0
    quote: str = ""
    stance: str = ""
    set: int = 1
    question: str = ""
    archived: str = ""
    retrieved: str = ""
    publisher: str = ""
    published: str = ""


class Answer(StrEnum):
    """The kinds of answer that a judgement can be."""

    VERDICT = "verdict"
    SKIPPED = "skipped"
    CANNOT_JUDGE = "cannot_judge"
    NOT_A_CLAIM = "not_a_claim"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One reviewer's answer to one claim. Never overwritten: a new one names those that it `supersedes`.

    `version` is the version of the claim that was shown ("" for the root); `milliseconds` the active time taken;
    `source` knows an imported judgement again by the row that it came from; `at` is 0 where the source has no time.
    """

    kind: ClassVar = "judgement"
    claim: str
    reviewer: str
    scheme: str
    answer: Answer = Answer.VERDICT
    verdict: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    confidence: int = 0
    rationale: str = ""
    evidence: tuple[Evidence, ...] = ()
    flagged: bool = False
    at: Moment = 0
    milliseconds: int = 0
    version: str = ""
    round: int = 1
    source: str = ""
    supersedes: tuple[str, ...] = ()

    @property
    def side(self) -> str | None:
        """What it says of the claim: a label's id, "not_a_claim", or None where it takes no side."""
        if self.answer is Answer.NOT_A_CLAIM:
            return Answer.NOT_A_CLAIM.value
        return self.verdict if self.answer is Answer.VERDICT else None

    def content(self) -> Content:
        """What is hashed."""
        evidence = [_kept(item) for item in self.evidence]
        facets = {name: list(labels) for name, labels in self.facets.items() if labels}
        return _fields(self) | {"answer": self.answer.value, "evidence": evidence, "facets": facets}


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That a fact no longer counts: an undo. To withdraw a withdrawal is a redo."""

    kind: ClassVar = "withdrawal"
    fact: str
    author: str = ""
    at: Moment = 0

    def content(self) -> Content:
        """What is hashed."""
        return _fields(self)


METHODS = ("unanimous", "majority", "model", "adjudicated")


@dataclass(frozen=True, slots=True)
class Decision:
    """The settled outcome of a claim: a label's id or "not_a_claim", how, by whom, and on which judgements it rests.

    `judged` says that the author had judged the claim too; `soft` gives labels' shares in millionths.
    """

    kind: ClassVar = "decision"
    claim: str
    outcome: str
    method: str
    author: str = ""
    at: Moment = 0
    scheme: str = ""
    judgements: tuple[str, ...] = ()
    rationale: str = ""
    evidence: tuple[Evidence, ...] = ()
    soft: Mapping[str, int] = field(default_factory=dict)
    judged: bool = False
    version: str = ""
    round: int = 1
    supersedes: tuple[str, ...] = ()

    def content(self) -> Content:
        """What is hashed."""
        return _fields(self) | {"evidence": [_kept(item) for item in self.evidence], "soft": dict(self.soft)}


Fact = (
    Document
    | Description
    | Claim
    | Version
    | Reviewer
    | Scheme
    | Setting
    | Key
    | Assignment
    | Judgement
    | Withdrawal
    | Decision
)


def _fields(fact: Fact) -> dict[str, object]:
    values = ((name, getattr(fact, name)) for name in fact.__slots__)
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values}


def _kept(evidence: Evidence) -> dict[str, object]:
    """The fields of a piece of evidence that say something; the offsets of a passage always do."""
    kept = {name: getattr(evidence, name) for name in Evidence.__slots__ if getattr(evidence, name)}
    return kept | {"start": evidence.start, "end": evidence.end} if evidence.document else kept


def _evidence(content: Content) -> tuple[Evidence, ...]:
    return tuple(Evidence(**item) for item in content.get("evidence", ()))


def _tupled(content: Content) -> dict[str, object]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in content.items()}


def _spanned(content: Content) -> dict[str, object]:
    start, end = content["span"]
    return {name: value for name, value in _tupled(content).items() if name != "span"} | {
        "start": start,
        "end": end,
    }


def _judgement(content: Content) -> Judgement:
    fields = _tupled(content) | {
        "answer": Answer(content["answer"]),
        "evidence": _evidence(content),
        "facets": {name: tuple(labels) for name, labels in content.get("facets", {}).items()},
    }
    return Judgement(**fields)  # type: ignore[arg-type]


def _decision(content: Content) -> Decision:
    return Decision(**(_tupled(content) | {"evidence": _evidence(content)}))  # type: ignore[arg-type]


def fact_of(kind: str, content: Content) -> Fact:
    """The fact of that kind that was written down as `content`: the inverse of its `content()`.

    Raises KeyError, TypeError or ValueError where `content` is not of that kind; digests are checked elsewhere.
    """
    match kind:
        case "claim":
            return Claim(**_spanned(content))  # type: ignore[arg-type]
        case "version":
            return Version(**_spanned(content))  # type: ignore[arg-type]
        case "judgement":
            return _judgement(content)
        case "decision":
            return _decision(content)
        case "scheme":
            return Scheme.from_content(content)
        case _:
            return _PLAIN[kind](**_tupled(content))  # type: ignore[arg-type]


_PLAIN = {fact.kind: fact for fact in (Document, Description, Reviewer, Setting, Key, Assignment, Withdrawal)}
