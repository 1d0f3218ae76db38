"""The facts that a project holds, all kinds of them, and how each is read back from what was written down."""

from annotate.domain.canonical import Content
from annotate.domain.judging import Answer, Decision, Evidence, Judgement, Withdrawal
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


def _evidence(content: Content) -> tuple[Evidence, ...]:
    return tuple(Evidence(**item) for item in content.get("evidence", ()))


def _tupled(content: Content) -> dict[str, object]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in content.items()}


def _spanned(content: Content) -> dict[str, object]:
    start, end = content["span"]
    return {name: value for name, value in _tupled(content).items() if name != "span"} | {
        "start": start,
        "end": end,
    }


def _judgement(content: Content) -> Judgement:
    fields = _tupled(content)
    fields["answer"] = Answer(content["answer"])
    if "evidence" in content:
        fields["evidence"] = _evidence(content)
    if "facets" in content:
        fields["facets"] = {name: tuple(labels) for name, labels in content["facets"].items()}
    return Judgement(**fields)  # type: ignore[arg-type]


def _decision(content: Content) -> Decision:
    return Decision(**(_tupled(content) | {"evidence": _evidence(content)}))  # type: ignore[arg-type]


def fact_of(kind: str, content: Content) -> Fact:
    """The fact of that kind that was written down as `content`: the inverse of its `content()`.

    Raises KeyError, TypeError or ValueError where `content` is not of that kind; digests are checked elsewhere.
    """
    match kind:
        case "claim":
            return Claim(**_spanned(content))  # type: ignore[arg-type]
        case "version":
            return Version(**_spanned(content))  # type: ignore[arg-type]
        case "judgement":
            return _judgement(content)
        case "decision":
            return _decision(content)
        case "scheme":
            return Scheme.from_content(content)
        case _:
            return _PLAIN[kind](**_tupled(content))  # type: ignore[arg-type]


_PLAIN = {
    fact.kind: fact for fact in (Document, Description, Reviewer, Setting, Key, Assignment, Withdrawal, Redaction)
}


def subject_of(fact: Fact) -> str | None:
    """The id of the document or claim that a fact is about, without which it means nothing; None where there is none.

    What is superseded or withdrawn is not meant: two copies may exchange those in any order.
    """
    match fact:
        case Description() | Claim():
            return fact.document
        case Version() | Assignment() | Judgement() | Decision():
            return fact.claim
        case _:
            return None
