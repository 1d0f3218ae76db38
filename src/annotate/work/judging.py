"""Judge: one reviewer's answer to one claim, recorded durably."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from annotate.domain import (
    MOST_CONFIDENT,
    STANCES,
    Answer,
    Demand,
    Evidence,
    Facet,
    Judgement,
    Scheme,
    Span,
    anchor,
    demand,
    excerpt,
    is_address,
    normalised,
    printable,
)
from annotate.errors import BadInput, Refusal, Unknown
from annotate.store import ClaimRow, Ledger, Reading, find_claims, own, setting, text_by_id
from annotate.work.desk import Desk, known_reviewer, sitting, the_standing_claim, used_scheme


def most_confident(connection: Reading) -> int:
    """The highest confidence that can be given."""
    return int(setting(connection, "confidence") or MOST_CONFIDENT)


@dataclass(frozen=True, slots=True)
class Response:
    """What a reviewer answers, before it is a fact. `confidence` 0 is unsaid; `milliseconds` is active time.

    `version` is that of the claim that he saw, "" for its root; None for the one that stands now.
    """

    answer: Answer = Answer.VERDICT
    verdict: str = ""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    confidence: int = 0
    rationale: str = ""
    evidence: tuple[Evidence, ...] = ()
    flagged: bool = False
    milliseconds: int = 0
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What was recorded; `missing` is what the scheme still demands of this answer."""

    id: str
    judgement: Judgement
    missing: Demand | None = None


def response_of(judgement: Judgement | None) -> Response:
    """An earlier answer, to be changed in part; an empty one where there is none.

    Evidence of which a redaction left nothing is left behind.
    """
    if judgement is None:
        return Response()
    changing = {"milliseconds", "version"}
    said = Response(**{name: getattr(judgement, name) for name in Response.__slots__ if name not in changing})
    return replace(said, evidence=tuple(piece for piece in said.evidence if piece.url or piece.document or piece.quote))


def judge(desk: Desk, claim: str, response: Response, *, whole: bool = False) -> Judged:
    """Record the asker's answer to a claim (its id, or a start of it), superseding his earlier ones.

    The same answer again records nothing. With `whole`, an answer that lacks what the scheme demands is refused
    instead of recorded. Raises NotForYou, Unknown, BadInput or Refusal; then nothing was recorded.
    """
    with desk.store.writing(sitting(desk)) as ledger:
        return judge_in(ledger, desk, claim, response, whole=whole)


def judge_in(ledger: Ledger, desk: Desk, claim: str, response: Response, *, whole: bool = False) -> Judged:
    """The same, as a part of a transaction that does more."""
    handle = sitting(desk)
    found = the_standing_claim(find_claims(ledger.connection, claim, handle), claim)
    ledger.remember(found.id, found.row)
    scheme_id, scheme = used_scheme(ledger)
    checked = checked_response(scheme, response)
    _check_confidence(ledger, checked.confidence)
    missing = demand(scheme, checked.verdict, evidence=len(checked.evidence), rationale=checked.rationale)
    if whole and missing:
        raise Refusal(
            f'"{missing.label.id}" needs {" and ".join(missing.missing)} by the scheme {scheme.name}.',
            " ".join(_ASKED[need] for need in missing.missing),
        )
    checked = replace(checked, evidence=tuple(checked_evidence(ledger, piece) for piece in checked.evidence))
    known_reviewer(ledger, handle)
    return _record(ledger, desk, found, _judgement(found, handle, scheme_id, checked), missing)


def _check_confidence(ledger: Ledger, given: int) -> None:
    if given and given > (most := most_confident(ledger.connection)):
        raise BadInput(f"A confidence of {given} is more than the {most} that this project's scale ends at.")


_ASKED = {"evidence": "Add --evidence URL.", "rationale": "Add --rationale TEXT."}


def _record(ledger: Ledger, desk: Desk, claim: ClaimRow, fresh: Judgement, missing: Demand | None) -> Judged:
    held = own(ledger.connection, claim.row, fresh.reviewer)
    for earlier in held:
        if len(held) == 1 and _same(earlier.judgement, fresh):
            return Judged(earlier.id, earlier.judgement, missing)
    recorded = replace(fresh, at=desk.now(), supersedes=tuple(sorted(earlier.id for earlier in held)))
    return Judged(ledger.add(recorded), recorded, missing)


def _judgement(claim: ClaimRow, handle: str, scheme: str, response: Response) -> Judgement:
    said = {name: getattr(response, name) for name in Response.__slots__}
    version = (claim.version_id or "") if response.version is None else response.version
    return Judgement(claim=claim.id, reviewer=handle, scheme=scheme, **said | {"version": version})


def _same(one: Judgement, other: Judgement) -> bool:
    """Whether two judgements say the same, whenever and however fast they were given."""
    aside = {"at": 0, "milliseconds": 0, "supersedes": (), "source": ""}
    return replace(one, **aside) == replace(other, **aside)  # type: ignore[arg-type]


def checked_response(scheme: Scheme, response: Response) -> Response:
    """The response with labels that the scheme has; a verdict belongs to a verdict only."""
    if response.answer is Answer.VERDICT:
        known_label(scheme.verdict, response.verdict)
    elif response.verdict:
        response = replace(response, verdict="")
    for name, labels in response.facets.items():
        facet = scheme.facet(name)
        if facet is None or facet is scheme.verdict:
            others = ", ".join(other.id for other in scheme.facets[1:]) or "none"
            raise Unknown(f'The scheme {scheme.name} has no facet "{printable(name)}".', f"It has: {others}.")
        if facet.kind != "set" and len(labels) > 1:
            raise BadInput(f'The facet "{facet.id}" takes one label.')
        for label in labels:
            known_label(facet, label)
    if response.confidence < 0:
        raise BadInput("A confidence is a number from 1 up.")
    return response


def known_label(facet: Facet, label: str) -> None:
    """Refuse a label that the facet does not have, naming those that it has."""
    if facet.label(label) is None:
        known = ", ".join(known.id for known in facet.labels)
        raise Unknown(f'The scheme has no {facet.id} "{printable(label)}".', f"It has: {known}.")


def checked_evidence(ledger: Ledger, piece: Evidence) -> Evidence:
    """The piece, its urls normalised; refused where it leads nowhere: no http(s) url, a passage that is not there."""
    if piece.stance and piece.stance not in STANCES:
        raise BadInput(f'"{printable(piece.stance)}" is no stance.', f"It is one of: {', '.join(STANCES)}.")
    for url in (piece.url, piece.archived):
        check_url(url)
    if piece.document:
        _check_passage(ledger, piece)
    elif not piece.url and not piece.quote:
        raise BadInput("A piece of evidence needs a url, a passage or a quoted text.")
    return replace(piece, url=normalised(piece.url), archived=normalised(piece.archived))


def check_url(url: str) -> None:
    """Refuse a url that is no http or https address."""
    if url and not (is_address(url) and printable(url) == url):
        raise BadInput(f'"{printable(url)}" is no http or https address.', "Copy it from the browser's address bar.")


def _check_passage(ledger: Ledger, piece: Evidence) -> None:
    text = text_by_id(ledger.connection, piece.document)
    if not piece.quote and ledger.redactor.is_gone(piece.document):
        return
    if text is None:
        raise Unknown(f"The evidence names a document {printable(piece.document)} that is not in the project.")
    place = anchor(text, start=piece.start, end=piece.end, quote=piece.quote or None)
    if not isinstance(place, Span):
        raise BadInput(f"The passage {excerpt(printable(piece.quote))} is not at that place of its document.")
