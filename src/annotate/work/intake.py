"""One record after the other becomes facts: references resolved, spans anchored, nothing guessed."""

from dataclasses import replace
from operator import attrgetter
from typing import Any

from annotate.domain import (
    DESCRIBED,
    Assignment,
    Claim,
    Description,
    Document,
    Span,
    Version,
    anchor,
    canonical,
    fact_id,
    moment_of,
    printable,
)
from annotate.errors import BadInput, Refusal
from annotate.formats import fact_of_record
from annotate.formats.wire import (
    AssignmentRecord,
    ClaimRecord,
    DecisionRecord,
    DescriptionRecord,
    DocumentRecord,
    JudgementRecord,
    Record,
    Recording,
    SchemeRecord,
    VersionRecord,
    WithdrawalRecord,
)
from annotate.store import Entry, descriptions, fact_by_id, versions
from annotate.work.desk import checked_handle
from annotate.work.intake_judging import take_decision, take_judgement, take_withdrawal
from annotate.work.intake_project import check_scheme, take_of_project
from annotate.work.marking import anchored
from annotate.work.references import References, Unresolved

_DETAILS = ("claimant", "attribution", "date", "types", "checkworthy")
_details = attrgetter(*_DETAILS)


def take(met: References, record: Record) -> None:
    """Record what the record says. Raises Unresolved, or Refusal with a sentence."""
    if record.recorded:
        _native(met, record)
    else:
        _foreign(met, record)


def _native(met: References, record: Record) -> None:
    """A fact that a project wrote out: it comes back as it was, with the log entries that speak of it."""
    fact = fact_of_record(record, met.ledger.redactor.covers)
    entries = tuple(_entry(met, item) for item in record.recorded)
    _check_references(met, record)
    if isinstance(fact, Document) and isinstance(record, DocumentRecord):
        _check_text(met, record, fact)
        met.add_document(fact, record.text or "", record.id, entries)
        return
    if isinstance(record, SchemeRecord):
        check_scheme(met, record)
    met.add(fact, record.id, entries)


def _entry(met: References, item: Recording) -> Entry:
    at, previous = moment_of(item.at), item.previous or None
    return Entry(item.author, item.installation, at, item.version, previous, met.source, item.digest)


def _check_text(met: References, record: DocumentRecord, fact: Document) -> None:
    """A document comes without its text only where that was redacted."""
    if not record.text and not met.ledger.redactor.is_gone(fact.sha256):
        raise BadInput("This document has lost its text, and no redaction says so.", "Take it in from another copy.")


def _check_references(met: References, record: Record) -> None:
    """A fact of another project may only speak of what is here; its span must be in its document."""
    match record:
        case DescriptionRecord():
            met.resolve("document", record.document)
        case ClaimRecord():
            document = met.resolve("document", record.document)
            if not met.ledger.redactor.is_gone(document):
                _span(met, document, record)
        case VersionRecord() | AssignmentRecord() | JudgementRecord() | DecisionRecord():
            met.resolve("claim", record.claim)
        case WithdrawalRecord():
            if not met.ledger.knows(record.fact):
                raise Unresolved("fact", record.fact)


def _foreign(met: References, record: Record) -> None:
    """A record that somebody wrote: what it names is looked up, what it leaves open is filled in."""
    match record:
        case DocumentRecord():
            _document(met, record)
        case DescriptionRecord():
            _description(met, record)
        case ClaimRecord():
            _claim(met, record)
        case VersionRecord():
            _version(met, record)
        case AssignmentRecord():
            _assignment(met, record)
        case JudgementRecord():
            take_judgement(met, record)
        case DecisionRecord():
            take_decision(met, record)
        case WithdrawalRecord():
            take_withdrawal(met, record)
        case _:
            take_of_project(met, record)


def _document(met: References, record: DocumentRecord) -> None:
    text = record.text or ""
    identity = met.add_document(_new(met, text, record.record), text, record.id)
    said = {name: getattr(record, name) for name in DESCRIBED}
    if any(said.values()) and not record.description:
        _describe(met, Description(identity, **said))


def _new(met: References, text: str, record: str) -> Document:
    """The document that is this text, unless it was redacted here: whoever brings it again has to hear of it."""
    document = Document.of(text, record)
    if met.ledger.redactor.is_gone(document.sha256):
        raise Refusal("This text was redacted here, and is not taken in again.")
    return document


def _description(met: References, record: DescriptionRecord) -> None:
    said = {name: getattr(record, name) for name in DESCRIBED}
    _describe(met, Description(met.resolve("document", record.document), **said), settles=True)


def _describe(met: References, fresh: Description, *, settles: bool = False) -> None:
    """Record a description unless this was said of the document before, even if it was corrected since.

    One that `settles` chooses among those that stand, where copies described the document differently.
    """
    held = descriptions(met.ledger.about(fresh.document), fresh.document) if met.ledger.is_old(fresh.document) else {}
    superseded = {earlier for description in held.values() for earlier in description.supersedes}
    standing = tuple(sorted(identity for identity in held if identity not in superseded))
    chooses = settles and any(held[identity].said() != held[standing[0]].said() for identity in standing)
    if fresh.said() not in [earlier.said() for earlier in held.values()] or chooses:
        met.add(replace(fresh, supersedes=standing) if standing else fresh)


def _claim(met: References, record: ClaimRecord) -> None:
    if record.document:
        document = met.resolve("document", record.document)
        start, end = _span(met, document, record)
    else:
        document, start, end = _bare(met, record)
    fresh = Claim(document, start, end, record.claim)
    if met.is_withdrawn(document) and not met.ledger.knows(fact_id(fresh.kind, canonical(fresh.content()))):
        raise Refusal("Its document was withdrawn.", f"Bring that back first: annotate withdraw --undo {document[:9]}")
    root = met.add(fresh, record.id)
    said = _details(record)
    if any(said) and not record.version:
        _correct(met, Version(root, start, end, **dict(zip(_DETAILS, said, strict=True))))


def _bare(met: References, record: ClaimRecord) -> tuple[str, int, int]:
    """A claim without a document is a document of one sentence; the source's id keeps two alike apart."""
    sentence = record.quote or record.claim
    if not sentence:
        raise BadInput("The claim has neither a document nor any words.", 'Give it "document" and "quote", or "claim".')
    return met.add_document(_new(met, sentence, record.id), sentence), 0, len(sentence)


def _span(met: References, document: str, record: ClaimRecord) -> tuple[int, int]:
    place = anchor(
        met.text(document),
        start=record.start,
        end=record.end,
        quote=record.quote or None,
        prefix=record.prefix,
        suffix=record.suffix,
    )
    if not isinstance(place, Span):
        place = anchored(place, record.quote, f"document {printable(record.document)}")
    return place.start, place.end


def _version(met: References, record: VersionRecord) -> None:
    claim = met.resolve("claim", record.claim)
    root = fact_by_id(met.ledger.about(claim), claim)
    if not isinstance(root, Claim):
        raise Unresolved("claim", record.claim)
    place = anchor(met.text(root.document), start=record.start, end=record.end, quote=record.quote or None)
    span = anchored(place, record.quote, "the claim's document")
    said = {name: getattr(record, name) for name in ("wording", *_DETAILS)}
    _correct(met, Version(claim, span.start, span.end, **said))


def _correct(met: References, fresh: Version) -> None:
    """Record a version of a claim unless it was given this very one before."""
    held = versions(met.ledger.about(fresh.claim), fresh.claim) if met.ledger.is_old(fresh.claim) else {}
    if _bare_version(fresh) in [_bare_version(earlier) for earlier in held.values()]:
        return
    superseded = {earlier for version in held.values() for earlier in version.supersedes}
    standing = tuple(sorted(identity for identity in held if identity not in superseded))
    met.add(Version(**(_bare_version(fresh) | {"supersedes": standing})))


def _bare_version(version: Version) -> dict[str, Any]:
    return {name: getattr(version, name) for name in Version.__slots__ if name != "supersedes"}


def _assignment(met: References, record: AssignmentRecord) -> None:
    claim = met.resolve("claim", record.claim)
    met.meet(checked_handle(record.reviewer))
    met.add(Assignment(claim, record.reviewer), record.id)
