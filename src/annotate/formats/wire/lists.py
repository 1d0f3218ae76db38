"""What the lists of the command line say under `--json`: an array of these, except where it says otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from annotate.domain import FacetKind, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document; `source` is the file or url that it came from, `characters` its length in code points."""

    id: str
    title: str
    source: str
    sha256: str
    characters: int
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim, where it stands now; `judgements` is how many the asker may see."""

    id: str
    document: str
    start: int
    end: int
    quote: str
    status: Status
    verdict: str | None
    judgements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerRow:
    """A reviewer; `kind` is "human" or "model"."""

    handle: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeLabel:
    """A label and the key that gives it."""

    id: str
    name: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeFacet:
    """A question of a scheme and its labels."""

    id: str
    kind: FacetKind
    name: str
    labels: tuple[SchemeLabel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeRow:
    """A scheme: the labels of its verdict, and all its facets, the verdict among them."""

    name: str
    version: str
    labels: tuple[SchemeLabel, ...]
    facets: tuple[SchemeFacet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRow:
    """A claim that reviewers differ on or flagged; `entropy` is that of its votes, in bits.

    `bounds` counts the bounds that it has, where corrections that do not know of one another left more than one.
    """

    claim: str
    votes: Mapping[str, int]
    entropy: float
    flagged: bool
    bounds: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """A recorded fact, one a line: when and by whom; `content` is the fact itself as it was hashed.

    `entry` is the digest of the log entry itself, `previous` that of its author's entry before in that `installation`
    (null for his first), `version` the tool's. Of a withdrawal, `undone` or `redone` is the id of the fact that it
    takes back or brings back in the end, and `claim` the claim that this is about.
    """

    at: str
    reviewer: str
    kind: str
    id: str
    claim: str | None
    installation: str
    version: str
    content: Mapping[str, Any]
    entry: str
    previous: str | None
    undone: str | None = None
    redone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatRow:
    """A format on the shelf; `loses` says what it cannot carry."""

    name: str
    reads: bool
    writes: bool
    suffixes: tuple[str, ...]
    loses: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerProgress:
    """How far a reviewer is, in claims; `median_seconds` is null before the first timed judgement."""

    name: str
    assigned: int
    done: int
    skipped: int
    median_seconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow:
    """A setting, reviewer or description that copies set differently: the first of the values holds until it is set
    again. `subject` is the setting's name, the reviewer's handle, or the id of the document."""

    kind: str
    subject: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusReport:
    """The project in numbers (one object); `disputes` is null for a reviewer, who must not know, and there are no
    conflicts for him."""

    documents: int
    claims: int
    judgements: int
    evidence: int
    decisions: int
    disputes: int | None
    reviewers: tuple[ReviewerProgress, ...]
    conflicts: tuple[ConflictRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong with a project, where, in a sentence, and what one can do about it."""

    what: str
    where: str
    sentence: str
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found (one object); `mended` is what was wrong and has been made anew from the facts."""

    ok: bool
    findings: tuple[Finding, ...]
    mended: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedCopy:
    """A copy that was not taken in, and why."""

    other: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeReport:
    """What a merge brought (one object): new facts by kind, claims (ids) disputed because of it, values that differ."""

    added: Mapping[str, int]
    disputed: tuple[str, ...]
    conflicts: tuple[ConflictRow, ...]
    refused: tuple[RefusedCopy, ...]
    dry_run: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleReport:
    """What a bundle holds (one object); `answered` counts claims that the reviewer has answered before."""

    reviewer: str
    claims: int
    documents: int
    answered: int
