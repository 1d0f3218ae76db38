"""What was done, in a few words for a person: each kind of fact has its own."""

from annotate.domain import (
    Answer,
    Assignment,
    Claim,
    Decision,
    Description,
    Document,
    Fact,
    Judgement,
    Key,
    Redaction,
    Reviewer,
    Scheme,
    Setting,
    Version,
    Withdrawal,
)
from annotate.work import Told

_ANSWERS = {
    Answer.SKIPPED: "skipped",
    Answer.CANNOT_JUDGE: "could not judge",
    Answer.NOT_A_CLAIM: "not a claim",
}


def in_words(told: Told) -> str:
    """An entry in words, what matters most first, since its end may be cut: `refuted: "two of three bridges"`."""
    logged, quote = told.logged, f': "{told.quote}"' if told.quote else ""
    title = f": {told.title}" if told.title else ""
    match logged.fact:
        case Withdrawal():
            return _withdrawal(told) + quote + title
        case Redaction():
            return (
                f"redacted: {_what(told.logged.about[1]) if told.logged.target else 'a name or a text'}{quote}{title}"
            )
        case Judgement() | Decision():
            return _changed(told) + quote
        case Document():
            return "document" + (title or f": {logged.entry.source or logged.fact.record}")
        case Assignment(reviewer=reviewer):
            return f"assigned to {reviewer}{quote}"
        case _:
            return _what(logged.fact) + quote


def _withdrawal(told: Told) -> str:
    """An undo or a redo, with what it undid or brought back."""
    target = told.logged.target
    if target is None:
        return "undone: something that is not here yet"
    said = _by(target.fact, told.logged.entry.author)
    return f"{'undone' if target.undone else 'redone'}: {said}"


def _changed(told: Told) -> str:
    """An answer or decision, and what it replaces where that was another one."""
    fact = told.logged.fact
    said, before = _by(fact, told.logged.entry.author), dict.fromkeys(map(_what, told.before))
    before.pop(_what(fact), None)
    return f"{said}, was {', '.join(before)}" if before else said


def _by(fact: Fact, author: str) -> str:
    """An answer that somebody else recorded, with the name of who gave it."""
    said = _what(fact)
    return f"{fact.reviewer}: {said}" if isinstance(fact, Judgement) and fact.reviewer != author else said


def _what(fact: Fact) -> str:
    match fact:
        case Judgement():
            said = fact.verdict or _ANSWERS.get(fact.answer, fact.answer.value)
            return f"{said}, flagged" if fact.flagged else said
        case Decision(outcome=outcome, method=method):
            return f"decided {outcome.replace('_', ' ') if outcome == Answer.NOT_A_CLAIM else outcome} ({method})"
        case Description():
            return f"described: {' · '.join(fact.said().values())}"
        case Reviewer():
            return f"reviewer {fact.handle}" + (f" ({fact.name})" if fact.name else "")
        case Setting():
            return f"set {fact.name}: {_first_line(fact.value)}" if fact.value else f"unset {fact.name}"
        case Scheme():
            return f"scheme {fact.name} {fact.version}"
        case Version():
            return f"claim of {fact.claimant}" if fact.claimant and not fact.supersedes else "claim corrected"
    return _PLAIN.get(type(fact), fact.kind)


def _first_line(text: str) -> str:
    first, _, rest = text.strip().partition("\n")
    return f"{first} …" if rest else first


_PLAIN: dict[type, str] = {
    Claim: "claim",
    Key: "key of the pseudonyms",
}
