"""Records of how a project is set up: reviewers, schemes, settings, key, assignments."""

from dataclasses import dataclass
from typing import Literal

from annotate.domain import FacetKind
from annotate.formats.wire.recording import Recording
from annotate.formats.wire.values import ReviewerKind, Secret, Time, Words, Yes


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewerRecord:
    """Who judges. Read too where the handle is called `reviewer` or `id`."""

    kind: Literal["reviewer"]
    id: str = ""
    handle: Words
    name: str = ""
    reviewer_kind: ReviewerKind = "human"
    supersedes: tuple[str, ...] = ()
    recorded: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRecord:
    """One answer of a facet."""

    id: Words
    name: Words
    key: str = ""
    sign: str = ""
    definition: str = ""
    off_scale: Yes = False
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetRecord:
    """One question of a scheme; the labels of an ordinal one run from the lowest up."""

    id: Words
    kind: FacetKind
    name: str = ""
    labels: tuple[LabelRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeRecord:
    """A verdict scheme; its first facet is "verdict"."""

    kind: Literal["scheme"]
    id: str = ""
    name: Words
    version: str = ""
    facets: tuple[FacetRecord, ...]
    recorded: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingRecord:
    """A project setting; without a value it is taken back."""

    kind: Literal["setting"]
    id: str = ""
    name: Words
    value: str = ""
    at: Time = ""
    supersedes: tuple[str, ...] = ()
    recorded: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyRecord:
    """The project's key for pseudonyms, in hexadecimal digits."""

    kind: Literal["key"]
    id: str = ""
    secret: Secret
    recorded: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionRecord:
    """That words are gone for good: those of a fact (id), a text (sha256), or a handle (its HMAC under `salt`)."""

    kind: Literal["redaction"]
    id: str = ""
    fact: str = ""
    text: str = ""
    name: str = ""
    salt: str = ""
    reason: str = ""
    author: str = ""
    at: Time = ""
    recorded: tuple[Recording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentRecord:
    """That a reviewer owes a judgement on a claim."""

    kind: Literal["assignment"]
    id: str = ""
    claim: Words
    reviewer: Words
    recorded: tuple[Recording, ...] = ()
