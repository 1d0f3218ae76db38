"""Records of judging become facts: known again by the row that they come from, checked against the scheme."""

from dataclasses import replace
from typing import Any

from annotate.domain import (
    Answer,
    Decision,
    Evidence,
    Judgement,
    Withdrawal,
    anchor,
    canonical,
    digest,
    moment_of,
    printable,
)
from annotate.errors import BadInput, Refusal
from annotate.formats.wire import DecisionRecord, EvidenceRecord, JudgementRecord, WithdrawalRecord
from annotate.store import Trail, decisions, find_claims, history, is_withdrawn, judgement_by_source, judgements, own
from annotate.work.desk import checked_handle, the_standing_claim
from annotate.work.judging import Response, checked_response, known_label
from annotate.work.marking import anchored
from annotate.work.references import Given, References


def take_judgement(met: References, record: JudgementRecord) -> None:
    """Record a judgement that came without its log.

    It supersedes what its reviewer had said of the claim in that round: what he said in another one stands beside it.
    """
    claim = met.resolve("claim", record.claim)
    response = checked_response(met.scheme(), _response(met, record))
    handle = met.ledger.redactor.gone.alias(checked_handle(record.reviewer))
    source = record.source or _source(met, record, claim)
    if _is_known(met, claim, handle, record.round, source):
        return
    before = _before(met, claim, handle, record.round)
    met.meet(handle)
    judgement = Judgement(
        claim=claim,
        reviewer=handle,
        scheme=met.use_scheme(),
        at=moment_of(record.at) if record.at else 0,
        round=record.round,
        source=source,
        supersedes=before,
        **{name: getattr(response, name) for name in Response.__slots__},
    )
    met.give(claim, handle, record.round, Given(met.add(judgement, record.id), source))


def _source(met: References, record: JudgementRecord, claim: str) -> str:
    """What knows the row again: its words and claim, and which of several rows alike it is."""
    told = {"claim": claim, "seconds": round(record.seconds * 1000)}
    evidence = [_fields(piece) for piece in record.evidence]
    row = digest("source", canonical(_fields(record) | told | {"evidence": evidence}))
    return f"{row}.{met.alike(row)}"


def _fields(record: JudgementRecord | EvidenceRecord) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}


def _is_known(met: References, claim: str, handle: str, in_round: int, source: str) -> bool:
    """Whether that row was taken in before, even if what it says was undone or superseded since."""
    given = met.given(claim, handle, in_round)
    if given is not None and given.source == source:
        return True
    return met.ledger.is_old(claim) and judgement_by_source(met.ledger.raw, source) is not None


def _before(met: References, claim: str, handle: str, in_round: int) -> tuple[str, ...]:
    """Ids of what the reviewer had said of the claim in that round, here or earlier in this import.

    Refusal where the claim was withdrawn.
    """
    given = met.given(claim, handle, in_round)
    if given is not None:
        return (given.id,)
    if not met.ledger.is_old(claim):
        return ()
    row = met.ledger.row_of(claim) or 0
    if is_withdrawn(met.ledger.raw, row):
        raise Refusal("That claim was withdrawn.", f"Bring it back first: annotate withdraw --undo {claim[:9]}")
    said = own(met.ledger.raw, row, handle)
    return tuple(sorted(held.id for held in said if held.judgement.round == in_round))


def _response(met: References, record: JudgementRecord) -> Response:
    answer = Answer(record.answer or "verdict")
    if answer is Answer.VERDICT and not record.verdict:
        raise BadInput(
            "The judgement has no verdict.", 'Give it "verdict", or "answer": skipped, cannot_judge, not_a_claim.'
        )
    return Response(
        answer=answer,
        verdict=record.verdict,
        facets=record.facets,
        confidence=record.confidence or 0,
        rationale=record.rationale,
        evidence=tuple(_evidence(met, item) for item in record.evidence),
        flagged=record.flagged,
        milliseconds=round(record.seconds * 1000),
    )


def _evidence(met: References, record: EvidenceRecord) -> Evidence:
    said = {name: value for name, value in _fields(record).items() if name not in ("document", "start", "end")}
    if not record.document:
        if not (record.url or record.quote):
            raise BadInput("A piece of evidence has no url, no passage and no quote.", "Give it one of them.")
        return Evidence(**said)
    document = met.resolve("document", record.document)
    place = anchor(met.text(document), start=record.start, end=record.end, quote=record.quote or None)
    span = anchored(place, record.quote, f"document {printable(record.document)}")
    return Evidence(
        **(said | {"quote": span.of(met.text(document))}), document=document, start=span.start, end=span.end
    )


def take_decision(met: References, record: DecisionRecord) -> None:
    """Record a decision that came without its log: it supersedes what was decided of the claim.

    It rests on the judgements that it names, or else on all that stand: whoever wrote it had them before him.
    """
    claim = met.resolve("claim", record.claim)
    if record.outcome != Answer.NOT_A_CLAIM.value:
        known_label(met.scheme().verdict, record.outcome)
    weighed = [met.resolve("judgement", name) for name in record.judgements]
    evidence = tuple(_evidence(met, item) for item in record.evidence)
    connection = met.ledger.about(claim)
    (found,) = find_claims(connection, claim)
    decision = Decision(
        claim=claim,
        outcome=record.outcome,
        method=record.method or "adjudicated",
        author=record.author,
        at=moment_of(record.at) if record.at else 0,
        scheme="",
        judgements=tuple(sorted(weighed or [held.id for held in judgements(connection, found.row, None)])),
        rationale=record.rationale,
        evidence=evidence,
        soft={label: round(share * 1_000_000) for label, share in record.soft.items()},
        judged=record.judged,
        round=record.round,
        supersedes=tuple(sorted(identity for identity, _ in decisions(connection, found.row))),
    )
    if not _was_decided(met, decision):
        the_standing_claim([found], claim)
        met.add(replace(decision, scheme=met.use_scheme()), record.id)


def _was_decided(met: References, fresh: Decision) -> bool:
    """Whether somebody decided just so before, even if it was undone or superseded since."""
    if not met.ledger.is_old(fresh.claim):
        return False
    said = [getattr(fresh, name) for name in _DECIDED]
    logged = history(met.ledger.about(fresh.claim), Trail(claim=fresh.claim))
    earlier = (one.fact for one in logged if isinstance(one.fact, Decision))
    return any([getattr(decision, name) for name in _DECIDED] == said for decision in earlier)


_DECIDED = ("outcome", "method", "author", "at", "rationale", "evidence", "round")
"""What a decision says; on which judgements it rests, and what it superseded, follows from when it came."""


def take_withdrawal(met: References, record: WithdrawalRecord) -> None:
    """Record a withdrawal that came without its log."""
    at = moment_of(record.at) if record.at else 0
    over = tuple(sorted(met.resolve_any(name) for name in record.over))
    met.add(Withdrawal(met.resolve_any(record.fact), record.author, at, over), record.id)
