"""What a redaction leaves of a fact: its structure without its words, and an alias in the place of a name."""

import hmac
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from annotate.domain.facts import Fact
from annotate.domain.judging import Decision, Evidence, Judgement, Withdrawal
from annotate.domain.project import Assignment, Redaction, Reviewer, Setting
from annotate.domain.subjects import Claim, Description, Document, Version

REDACTED = "[redacted]"
"""What stands where words were."""

_NAME = {
    Reviewer: "handle",
    Assignment: "reviewer",
    Judgement: "reviewer",
    Decision: "author",
    Withdrawal: "author",
    Redaction: "author",
}
"""Kind of fact → its field that names somebody."""


@dataclass(frozen=True, slots=True)
class Gone:
    """All that was redacted: ids of facts, sha256 of texts, and (HMAC, salt) of handles.

    `documents` are the ids of the documents that have such a text, `claims` those of the claims in them.
    """

    facts: AbstractSet[str] = frozenset()
    texts: AbstractSet[str] = frozenset()
    names: frozenset[tuple[str, str]] = frozenset()
    documents: AbstractSet[str] = frozenset()
    claims: AbstractSet[str] = frozenset()

    def alias(self, handle: str) -> str:
        """The name that stands for a handle: itself, unless it was redacted."""
        return _alias(self.names, handle)

    @property
    def aliases(self) -> frozenset[str]:
        """The names that stand for handles which were redacted."""
        return frozenset(alias_of(name) for name, _ in self.names)


def name_of(handle: str, salt: str) -> str:
    """What a redaction says of a handle: its HMAC-SHA256 under the salt (both hexadecimal)."""
    return hmac.digest(bytes.fromhex(salt), handle.encode(), "sha256").hex()


def alias_of(name: str) -> str:
    """The alias that stands for the handle with that HMAC: `r-` and 12 of its hex digits."""
    return f"r-{name[:12]}"


def is_alias(handle: str) -> bool:
    """Whether a name looks like such an alias; whether it is one, only the redactions tell."""
    return handle.startswith("r-") and len(handle) == 14


@lru_cache(maxsize=4096)
def _alias(names: frozenset[tuple[str, str]], handle: str) -> str:
    """An alias that was redacted in its turn is followed to its end."""
    for _ in names:
        found = [name for name, salt in names if name_of(handle, salt) == name]
        if not found:
            break
        handle = alias_of(min(found))
    return handle


def redacted(identity: str, fact: Fact, gone: Gone) -> Fact:
    """What is kept of a fact with that id. The same again changes nothing, and no order of redactions matters."""
    return _without_words(identity, _without_name(fact, gone), gone)


def is_touched(identity: str, fact: Fact, gone: Gone) -> bool:
    """Whether something was redacted of the fact, so that its content need not be the one that its id stands for."""
    field = _NAME.get(type(fact))
    if _is_told(identity, fact, gone) or (field is not None and getattr(fact, field) in gone.aliases):
        return True
    return isinstance(fact, Judgement | Decision) and any(piece.document in gone.documents for piece in fact.evidence)


def has_words(fact: Fact) -> bool:
    """Whether it is a fact whose words can be redacted by its id."""
    return isinstance(fact, Claim | Version | Description | Judgement | Decision | Reviewer | Setting)


def _without_name(fact: Fact, gone: Gone) -> Fact:
    field = _NAME.get(type(fact))
    if field is None or not gone.names:
        return fact
    named: str = getattr(fact, field)
    alias = gone.alias(named)
    changed: Any = fact
    changed = changed if alias == named else replace(changed, **{field: alias})
    return replace(changed, name="") if isinstance(changed, Reviewer) and alias in gone.aliases else changed


def _is_told(identity: str, fact: Fact, gone: Gone) -> bool:
    """Whether all words of the fact are gone: it was named, or is about a text or a claim that was."""
    match fact:
        case Document():
            return fact.sha256 in gone.texts
        case Claim() | Description():
            return identity in gone.facts or fact.document in gone.documents
        case Version():
            return identity in gone.facts or fact.claim in gone.facts or fact.claim in gone.claims
    return identity in gone.facts


def _without_words(identity: str, fact: Fact, gone: Gone) -> Fact:
    told = _is_told(identity, fact, gone)
    match fact:
        case Judgement() | Decision():
            evidence = tuple(_piece(piece, gone, told=told) for piece in fact.evidence)
            return replace(fact, rationale=_mark(fact.rationale) if told else fact.rationale, evidence=evidence)
        case Claim() if told:
            return replace(fact, wording=_mark(fact.wording))
        case Version() if told:
            said: dict[str, Any] = {name: _mark(getattr(fact, name)) for name in ("wording", "claimant", "date")}
            return replace(fact, **said, attribution=_marks(fact.attribution), types=_marks(fact.types))
        case Description() if told:
            said = {name: _mark(getattr(fact, name)) for name in ("title", "publisher", "author")}
            return replace(fact, **said, url="", archived="", language="", published="")
        case Reviewer() if told:
            return replace(fact, name="")
        case Setting() if told:
            return replace(fact, value="")
    return fact


def _piece(piece: Evidence, gone: Gone, *, told: bool) -> Evidence:
    """A piece of evidence: without its words and addresses, or where only its passage's text is gone, without that.

    The quote goes entirely, since it must be what stands in the text.
    """
    if not told:
        return replace(piece, quote="") if piece.document in gone.documents else piece
    question, publisher = _mark(piece.question), _mark(piece.publisher)
    return replace(piece, url="", archived="", quote="", question=question, publisher=publisher)


def _mark(words: str) -> str:
    return REDACTED if words else ""


def _marks(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(_mark(word) for word in words)
