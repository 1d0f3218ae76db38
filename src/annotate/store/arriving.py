"""The gate through which the facts of another copy come in: each whole, and about something that is here."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from annotate.domain import (
    Claim,
    Decision,
    Document,
    Evidence,
    Fact,
    Judgement,
    Span,
    Version,
    anchor,
    canonical,
    fact_id,
    subject_of,
)
from annotate.errors import BadInput
from annotate.store import tables
from annotate.store.batches import among
from annotate.store.documents import text_by_id
from annotate.store.ledger import Ledger
from annotate.store.places import Places
from annotate.store.registry import scheme
from annotate.store.visiting import Copy
from annotate.store.whole import CHECK_THERE, Written, read, shaped, whole, whole_text

_ABOUT: Mapping[str, str] = {
    "description": "document",
    "claim": "document",
    "version": "claim",
    "assignment": "claim",
    "judgement": "claim",
    "decision": "claim",
}
"""Kind of fact → the kind of fact that it is about."""

_TEXT = select(tables.body.c.text).where(tables.body.c.sha256 == bindparam("wanted"))
_SCHEMES = (
    select(tables.fact.c.id)
    .join(tables.about, tables.about.c.fact == tables.fact.c.row)
    .where(tables.about.c.kind == "scheme")
)


def _lengths() -> dict[str, Select[Any]]:
    """Kind → id and row of each fact of it, and the length of the text that it stands in."""
    texts = tables.body.c.characters, tables.body.c.sha256 == tables.document.c.sha256
    documents = select(tables.fact.c.id, tables.fact.c.row, texts[0])
    of_document = documents.join(tables.document, tables.document.c.fact == tables.fact.c.row)
    of_claim = documents.join(tables.claim, tables.claim.c.fact == tables.fact.c.row)
    through = of_claim.join(tables.document, tables.document.c.fact == tables.claim.c.document)
    return {"document": of_document.join(tables.body, texts[1]), "claim": through.join(tables.body, texts[1])}


_LENGTHS = _lengths()


class Gate:
    """Lets facts of a copy into a ledger, a few of one kind at a time; BadInput names the first that is not fit."""

    def __init__(self, ledger: Ledger, copy: Copy, taken: Places) -> None:
        self._ledger = ledger
        self._copy = copy
        self._taken = taken
        self._text: tuple[str, str] = ("", "")

    def admit(self, arrived: Sequence[Written]) -> list[Fact]:
        """These facts, which are new here; their texts are taken in along with documents."""
        facts = [read(item) or self._left(item) for item in arrived]
        self._bring_texts(arrived, facts)
        self._check_subjects(arrived, facts)
        self._check_judging(arrived, facts)
        return facts

    def _left(self, item: Written) -> Fact:
        """What a redaction left of a fact that is not whole; BadInput where nothing else explains that."""
        left = shaped(item)
        return left if left is not None and self._ledger.redactor.covers(item.id, left) else whole(item)

    def _bring_texts(self, arrived: Sequence[Written], facts: Sequence[Fact]) -> None:
        if facts and isinstance(facts[0], Document):
            for item, fact in zip(arrived, facts, strict=True):
                if isinstance(fact, Document):
                    self._bring_text(item.id, fact)

    def _bring_text(self, identity: str, document: Document) -> None:
        found = list(self._copy.read(_TEXT, {"wanted": document.sha256}))
        if not found:
            raise BadInput(f"The text of the document {identity} is missing.", CHECK_THERE)
        if self._ledger.redactor.is_gone(document.sha256):
            self._ledger.add_text(document.sha256, "")
            return
        self._ledger.add_text(document.sha256, whole_text(document.sha256, found[0].text))

    def _check_subjects(self, arrived: Sequence[Written], facts: Sequence[Fact]) -> None:
        """What each is about is here, and has room for it."""
        if not facts or facts[0].kind not in _ABOUT:
            return
        subjects = [subject_of(fact) or "" for fact in facts]
        found = self._taken_in(arrived, subjects)
        lengths: dict[str, int] = {}
        for one in among(
            self._ledger.raw, _LENGTHS[_ABOUT[facts[0].kind]], tables.fact.c.id, {*subjects} - found.keys()
        ):
            found[one.id], lengths[one.id] = one.row, one.characters
        self._ledger.remember_only(found)
        for item, subject in zip(arrived, subjects, strict=True):
            if subject not in found:
                raise BadInput(f"What the {item.kind} {item.id} is about is not there.", CHECK_THERE)
        self._check_bounds(arrived, facts, lengths)

    def _check_bounds(self, arrived: Sequence[Written], facts: Sequence[Fact], lengths: Mapping[str, int]) -> None:
        """A span lies inside the text of its document."""
        if not isinstance(facts[0], Claim | Version):
            return
        for item, fact in zip(arrived, facts, strict=True):
            subject = subject_of(fact) or ""
            is_apart = isinstance(fact, Claim | Version) and not 0 <= fact.start < fact.end <= lengths[subject]
            if is_apart and not self._ledger.redactor.is_gone(subject):
                raise BadInput(f"{item.id} lies outside the text of its document.", CHECK_THERE)

    def _taken_in(self, arrived: Sequence[Written], subjects: Sequence[str]) -> dict[str, int]:
        """Id → row here of those of these claims that came from the copy, as far as that names them rightly."""
        pairs = zip(arrived, subjects, strict=True)
        there = {subject: item.under for item, subject in pairs if item.subject == subject and item.under}
        return {subject: here for subject, under in there.items() if (here := self._taken.here[under])}

    def _check_judging(self, arrived: Sequence[Written], facts: Sequence[Fact]) -> None:
        """Judgements and decisions are by a scheme that is here, and the passages that they rest on stand there."""
        if not facts or not isinstance(facts[0], Judgement | Decision):
            return
        judged = list(zip(arrived, facts, strict=True))
        schemes = _schemes(self._ledger.raw)
        if not {fact.scheme for fact in facts if isinstance(fact, Judgement | Decision)} <= schemes:
            for item, fact in judged:
                if isinstance(fact, Judgement | Decision) and fact.scheme not in schemes:
                    what = f"The scheme by which the {item.kind} {item.id} was given is not there."
                    raise BadInput(what, CHECK_THERE)
        for item, fact in judged:
            evidence = fact.evidence if isinstance(fact, Judgement | Decision) else ()
            if evidence and not all(self._stands(piece) for piece in evidence if piece.document):
                raise BadInput(f"A passage that {item.id} rests on does not stand where it says.", CHECK_THERE)

    def _stands(self, piece: Evidence) -> bool:
        if self._text[0] != piece.document:
            self._text = piece.document, text_by_id(self._ledger.raw, piece.document) or ""
        if self._ledger.redactor.is_gone(piece.document):
            return True
        place = anchor(self._text[1], start=piece.start, end=piece.end, quote=piece.quote or None)
        return isinstance(place, Span)


def _schemes(connection: Connection) -> set[str]:
    """Ids of the schemes that can be judged by here, that which is only planned among them."""
    _, current = scheme(connection)
    return {"", fact_id("scheme", canonical(current.content())), *connection.execute(_SCHEMES).scalars()}
