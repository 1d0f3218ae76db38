"""Facts and their native records, each from the other, exactly."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from annotate.domain import (
    Answer,
    Assignment,
    Claim,
    Decision,
    Description,
    Document,
    Evidence,
    Fact,
    Judgement,
    Key,
    Moment,
    Redaction,
    Reviewer,
    Scheme,
    Setting,
    Version,
    Withdrawal,
    canonical,
    fact_id,
    iso,
    kind_of,
    moment_of,
    scheme_of,
)
from annotate.errors import BadInput
from annotate.formats.wire import (
    RECORDS,
    ClaimRecord,
    DocumentRecord,
    EvidenceRecord,
    Record,
    Recording,
    SchemeRecord,
    adapter,
)

_PLAIN = {
    fact.kind: fact
    for fact in (Description, Version, Reviewer, Setting, Key, Assignment, Judgement, Withdrawal, Decision, Redaction)
}
"""Kind → fact, where record and fact have the same fields but for those of `_TRANSLATED`."""

_DETAILS = ("claimant", "attribution", "date", "types", "checkworthy")
"""What a claim's record tells of the version that stands. Its wording is part of its own id, and stays."""


@dataclass(frozen=True, slots=True)
class _Translation:
    """What a field of a fact is called in its record, how it is told there, and how it is taken back."""

    name: str
    tell: Callable[[Any], Any]
    take: Callable[[Any], Any]


def record_of(
    fact: Fact,
    identity: str,
    *,
    text: str = "",
    standing: tuple[str, Description | Version] | None = None,
    entries: Iterable[Recording] = (),
) -> Record:
    """The record of the fact with that id.

    `text` is that of a document, or the quote of a claim or version; `standing` the description (of a document) or
    version (of a claim) that stands, with its id, which the record tells along; `entries` are the fact's log entries.
    """
    fields = _told(fact) | _told_along(fact, text, standing)
    record: Record = RECORDS[fact.kind](kind=fact.kind, id=identity, **fields, recorded=tuple(entries))
    return record


def fact_of_record(record: Record, covered: Callable[[str, Fact], bool] = lambda identity, fact: False) -> Fact:
    """The fact that a record tells, its references taken as the ids of facts.

    Raises BadInput where the record has an id of ours that is not that of its content, and it is not `covered` by a
    redaction, or where a scheme breaks a rule.
    """
    fact = _taken(record)
    altered = kind_of(record.id) and record.id != fact_id(record.kind, canonical(fact.content()))
    if altered and not covered(record.id, fact):
        raise BadInput(
            f"This {record.kind} was altered: its content is not the one that {record.id} stands for.",
            'Remove "id" and "recorded" to take it in as a new one.',
        )
    return fact


def _told(fact: Fact) -> dict[str, Any]:
    match fact:
        case Document():
            return {"record": fact.record}
        case Claim():
            return {"document": fact.document, "start": fact.start, "end": fact.end, "claim": fact.wording}
        case Scheme():
            told = adapter(SchemeRecord).validator.validate_python({"kind": "scheme", **fact.content()})
            return {"name": fact.name, "version": fact.version, "facets": told.facets}
    translated = ((_translation(name), getattr(fact, name)) for name in fact.__slots__)
    return {translation.name: translation.tell(value) for translation, value in translated}


def _told_along(fact: Fact, text: str, standing: tuple[str, Description | Version] | None) -> dict[str, Any]:
    match fact, standing:
        case Document(sha256=sha256), (identity, Description() as description):
            return _text(text, sha256) | {"description": identity, **description.said()}
        case Claim(), (identity, Version() as version):
            return {"quote": text, "version": identity} | {name: getattr(version, name) for name in _DETAILS}
        case Document(sha256=sha256), _:
            return _text(text, sha256)
        case ((Claim() | Version()), _):
            return {"quote": text}
    return {}


def _text(text: str, sha256: str) -> dict[str, str]:
    """The text of a document, or where it was redacted what it was known by."""
    return {"text": text} if text else {"sha256": sha256}


def _taken(record: Record) -> Fact:
    match record:
        case DocumentRecord():
            return Document.of(record.text, record.record) if record.text else Document(record.sha256, record.record)
        case ClaimRecord():
            return Claim(record.document, record.start or 0, record.end or 0, record.claim)
        case SchemeRecord():
            return _scheme(record)
    fact = _PLAIN[record.kind]
    translated = {name: _translation(name) for name in fact.__slots__}
    return fact(**{name: field.take(getattr(record, field.name)) for name, field in translated.items()})


def _scheme(record: SchemeRecord) -> Scheme:
    try:
        return scheme_of(asdict(record))
    except ValueError as error:
        raise BadInput(f'Scheme "{record.name}": {error}.') from error


def _evidence_told(evidence: tuple[Evidence, ...]) -> tuple[EvidenceRecord, ...]:
    return tuple(_piece_told(piece) for piece in evidence)


def _piece_told(piece: Evidence) -> EvidenceRecord:
    fields: dict[str, Any] = {name: getattr(piece, name) for name in Evidence.__slots__}
    return EvidenceRecord(**(fields if piece.document else fields | {"start": None, "end": None}))


def _evidence_taken(evidence: tuple[EvidenceRecord, ...]) -> tuple[Evidence, ...]:
    return tuple(_piece_taken(piece) for piece in evidence)


def _piece_taken(piece: EvidenceRecord) -> Evidence:
    fields: dict[str, Any] = {name: getattr(piece, name) for name in Evidence.__slots__}
    return Evidence(**fields | {"start": piece.start or 0, "end": piece.end or 0})


def _time_told(at: Moment) -> str:
    return iso(at) if at else ""


def _time_taken(at: str) -> Moment:
    return moment_of(at) if at else 0


def _shares_told(millionths: Mapping[str, int]) -> dict[str, float]:
    return {label: share / 1_000_000 for label, share in millionths.items()}


def _shares_taken(shares: Mapping[str, float]) -> dict[str, int]:
    return {label: round(share * 1_000_000) for label, share in shares.items()}


_TRANSLATED = {
    "answer": _Translation("answer", str, Answer),
    "at": _Translation("at", _time_told, _time_taken),
    "confidence": _Translation("confidence", lambda level: level or None, lambda level: level or 0),
    "evidence": _Translation("evidence", _evidence_told, _evidence_taken),
    "is_model": _Translation(
        "reviewer_kind", lambda is_model: "model" if is_model else "human", lambda kind: kind == "model"
    ),
    "milliseconds": _Translation("seconds", lambda whole: whole / 1000, lambda seconds: round(seconds * 1000)),
    "soft": _Translation("soft", _shares_told, _shares_taken),
}


def _translation(name: str) -> _Translation:
    return _TRANSLATED.get(name) or _Translation(name, _same, _same)


def _same(value: Any) -> Any:
    return value
