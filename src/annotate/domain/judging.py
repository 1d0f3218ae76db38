"""What is said of claims: judgements and the evidence that they rest on, their withdrawal, decisions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from annotate.domain.canonical import Content, fields_of
from annotate.domain.times import Moment

MOST_CONFIDENT = 5
"""Where the scale of confidence ends, unless the project is set otherwise."""

STANCES = ("supports", "refutes", "partial", "context")


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
        return fields_of(self) | {"answer": self.answer.value, "evidence": evidence, "facets": facets}


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That a fact no longer counts: an undo. To withdraw a withdrawal is a redo.

    Of a claim or document, `over` names every judgement and decision, standing or not, that its author takes out of the
    work along with it: what was said of it without his knowing still counts.
    """

    kind: ClassVar = "withdrawal"
    fact: str
    author: str = ""
    at: Moment = 0
    over: tuple[str, ...] = ()

    def content(self) -> Content:
        """What is hashed."""
        return fields_of(self)


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
        return fields_of(self) | {"evidence": [_kept(item) for item in self.evidence], "soft": dict(self.soft)}


def _kept(evidence: Evidence) -> dict[str, object]:
    """The fields of a piece of evidence that say something; the offsets of a passage always do."""
    kept = {name: getattr(evidence, name) for name in Evidence.__slots__ if getattr(evidence, name)}
    return kept | {"start": evidence.start, "end": evidence.end} if evidence.document else kept
