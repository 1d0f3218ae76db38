"""Records of judging: judgements and their evidence, withdrawals, decisions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from annotate.formats.wire.recording import Recording
from annotate.formats.wire.values import (
    AnswerName,
    Count,
    Labels,
    Method,
    Offset,
    PartialDate,
    Seconds,
    Share,
    Stance,
    Time,
    WebAddress,
    Words,
    Yes,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRecord:
    """What a judgement rests on: a url, or a passage of another document by offsets or quote.

    Members of one `set` hold together; sets are alternatives.
    """

    url: WebAddress = ""
    document: str = ""
    start: Offset | None = None
    end: Offset | None = None
    quote: str = ""
    stance: Stance = ""
    set: Count = 1
    question: str = ""
    archived: WebAddress = ""
    retrieved: PartialDate = ""
    publisher: str = ""
    published: PartialDate = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRecord:
    """One reviewer's answer to one claim. `seconds` is the active time taken; `source` the row that it came from."""

    kind: Literal["judgement"]
    id: str = ""
    claim: Words
    reviewer: Words
    answer: AnswerName = "verdict"
    verdict: str = ""
    facets: Mapping[str, Labels] = field(default_factory=dict)
    confidence: Count | None = None
    rationale: str = ""
    evidence: tuple[EvidenceRecord, ...] = ()
    flagged: Yes = False
    at: Time = ""
    seconds: Seconds = 0.0
    version: str = ""
    round: Count = 1
    scheme: str = ""
    source: str = ""
    supersedes: tuple[str, ...] = ()
    recorded: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalRecord:
    """That a fact no longer counts."""

    kind: Literal["withdrawal"]
    id: str = ""
    fact: Words
    author: str = ""
    at: Time = ""
    over: tuple[str, ...] = ()
    recorded: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """The settled outcome of a claim: a label's id or "not_a_claim". Read too where it is called `verdict`."""

    kind: Literal["decision"]
    id: str = ""
    claim: Words
    outcome: Words
    method: Method = ""
    author: str = ""
    at: Time = ""
    scheme: str = ""
    judgements: tuple[str, ...] = ()
    rationale: str = ""
    evidence: tuple[EvidenceRecord, ...] = ()
    soft: Mapping[str, Share] = field(default_factory=dict)
    judged: Yes = False
    version: str = ""
    round: Count = 1
    supersedes: tuple[str, ...] = ()
    recorded: tuple[Recording, ...] = ()
