"""The facts that a project holds, all kinds of them, and how each is read back from what was written down."""

from collections.abc import Callable, Mapping

from annotate.domain.canonical import Content
from annotate.domain.judging import Answer, Decision, Evidence, Judgement, Withdrawal
from annotate.domain.making import made
from annotate.domain.project import Assignment, Key, Redaction, Reviewer, Setting
from annotate.domain.schemes import Scheme
from annotate.domain.subjects import Claim, Description, Document, Version

Fact = (
    Document
    | Description
    | Claim
    | Version
    | Reviewer
    | Scheme
    | Setting
    | Key
    | Assignment
    | Judgement
    | Withdrawal
    | Decision
    | Redaction
)


_ANSWERS = {answer.value: answer for answer in Answer}


def _evidence(content: Content) -> tuple[Evidence, ...]:
    return tuple(made(Evidence, item) for item in content.get("evidence", ()))


def _tupled(content: Content) -> dict[str, object]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in content.items()}


def _spanned(content: Content) -> dict[str, object]:
    fields = _tupled(content)
    fields["start"], fields["end"] = content["span"]
    del fields["span"]
    return fields


def _judgement(content: Content) -> Judgement:
    fields = dict(content)
    fields["answer"] = _ANSWERS[content["answer"]]
    if "supersedes" in content:
        fields["supersedes"] = tuple(content["supersedes"])
    if "evidence" in content:
        fields["evidence"] = _evidence(content)
    if "facets" in content:
        fields["facets"] = {name: tuple(labels) for name, labels in content["facets"].items()}
    return made(Judgement, fields)


def _decision(content: Content) -> Decision:
    return Decision(**(_tupled(content) | {"evidence": _evidence(content)}))  # type: ignore[arg-type]


def fact_of(kind: str, content: Content) -> Fact:
    """The fact of that kind that was written down as `content`: the inverse of its `content()`.

    Raises KeyError, TypeError or ValueError where `content` is not of that kind; digests are checked elsewhere.
    """
    return _READ[kind](content)


def _plain(of: type[Fact]) -> Callable[[Content], Fact]:
    return lambda content: made(of, _tupled(content))


_READ: Mapping[str, Callable[[Content], Fact]] = {
    **{fact.kind: _plain(fact) for fact in (Document, Description, Reviewer, Setting, Key)},
    **{fact.kind: _plain(fact) for fact in (Assignment, Withdrawal, Redaction)},
    Claim.kind: lambda content: made(Claim, _spanned(content)),
    Version.kind: lambda content: made(Version, _spanned(content)),
    Judgement.kind: _judgement,
    Decision.kind: _decision,
    Scheme.kind: Scheme.from_content,
}


def subject_of(fact: Fact) -> str | None:
    """The id of the document or claim that a fact is about, without which it means nothing; None where there is none.

    What is superseded or withdrawn is not meant: two copies may exchange those in any order.
    """
    if type(fact) in _OF_DOCUMENT:
        return fact.document  # type: ignore[union-attr]
    return fact.claim if type(fact) in _OF_CLAIM else None  # type: ignore[union-attr]


# Looked up by type, and asked of every fact of a million: to match its class takes five times as long.
_OF_DOCUMENT = frozenset((Description, Claim))
_OF_CLAIM = frozenset((Version, Assignment, Judgement, Decision))
