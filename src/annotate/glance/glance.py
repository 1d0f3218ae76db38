"""What is drawn of a claim before the project is opened: values only, named as a walk through the queue names them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple

from annotate.domain import Description, Evidence, Judgement, Scheme, Span, Version


class SeenQueue(NamedTuple):
    """The claim's place in the reviewer's queue, from 1; how long the queue is, and how many of it wait for him."""

    position: int
    size: int
    owed: int


class SeenClaim(NamedTuple):
    """A claim of the document: its row, where it stands, and what is said of it."""

    row: int
    span: Span
    version: Version
    version_id: str | None
    wording: str


class SeenDocument(NamedTuple):
    """A document as its heading needs it."""

    name: str
    description: Description


class SeenText(NamedTuple):
    """A text with its claims in order, and the reviewer's own answers by row of the claim."""

    document: SeenDocument
    text: str
    claims: tuple[SeenClaim, ...]
    answers: Mapping[int, Judgement]


@dataclass(frozen=True, slots=True)
class Glance:
    """The first claim that the reviewer has not answered, in its document.

    As he has said nothing of it, what a walk knows of an answer is here always the same.
    """

    reviewer: str
    title: str
    scheme: Scheme
    most_confident: int
    at: SeenQueue
    opened: SeenText
    index: int
    answer: ClassVar[None] = None
    missing: ClassVar[None] = None
    judged_then: ClassVar[str] = ""
    unsaved: ClassVar[str] = ""
    unkept: ClassVar[Mapping[str, object]] = {}

    @property
    def document(self) -> SeenText:
        """The open document; there always is one."""
        return self.opened

    def answer_at(self, index: int) -> Judgement | None:
        """His own answer to a claim of the document."""
        return self.opened.answers.get(self.opened.claims[index].row)

    def told_earlier(self) -> list[tuple[str, Literal["neutral"], str]]:
        """What he had said before; read when the project is open."""
        return []

    def is_late(self, published: str) -> bool:
        """Whether a piece of evidence is later than the claim: there is none yet."""
        return False

    def where(self, piece: Evidence) -> str:
        """Where a passage that was given stands: none was."""
        return ""

    def given(self) -> Judgement:
        """What he has said of the open claim: nothing."""
        return Judgement("", self.reviewer, "")
