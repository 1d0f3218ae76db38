"""How values are told on a screen: signs of answers, dates, sources, who said that who said."""

from datetime import date
from urllib.parse import urlsplit

from annotate.domain import Answer, Evidence, Facet, Judgement, Version, precision
from annotate.tui.layout import Tone

ANSWERS = {
    Answer.SKIPPED: ("·", "skipped for now"),
    Answer.CANNOT_JUDGE: ("∅", "cannot be judged"),
    Answer.NOT_A_CLAIM: ("×", "not a claim"),
}
"""Sign and words of the answers that are no verdict."""

STANCE_SIGNS = {"supports": "+", "refutes": "-", "partial": "~", "context": "·", "": " "}

_TONES: dict[str, Tone] = {"+": "positive", "-": "negative", "!": "negative", "~": "mixed", "=": "mixed"}


def sign_of(verdicts: Facet, answer: Judgement | None) -> tuple[str, Tone]:
    """The mark of an answer and the tone of its colour; no mark where there is no answer."""
    if answer is None:
        return "", "neutral"
    if answer.answer is not Answer.VERDICT:
        return ANSWERS[answer.answer][0], "neutral"
    label = verdicts.label(answer.verdict)
    sign = label.sign or label.name[:1] if label else "?"
    return sign, _TONES.get(sign, "neutral")


def speakers(version: Version) -> str:
    """Who said it, the innermost speaker first: the one whose words they are."""
    chain = tuple(reversed(version.attribution)) or ((version.claimant,) if version.claimant else ())
    return " < ".join(chain)


def day(published: str) -> str:
    """A date as exactly as it is known: `18 Nov 2021`, `Nov 2021`, `2021`."""
    known = precision(published)
    if known is None or known == "year":
        return published
    year, month, *rest = published[:10].split("-")
    name = date(2000, int(month), 1).strftime("%b")
    return f"{name} {year}" if known == "month" else f"{int(rest[0])} {name} {year}"


def source(piece: Evidence) -> str:
    """Where evidence comes from, short: `example.org/table`; a passage is told by its words alone."""
    parts = urlsplit(piece.url)
    return (parts.netloc.removeprefix("www.") + parts.path).rstrip("/")


def evidence(piece: Evidence, where: str = "") -> str:
    """A piece of evidence on one line: its source, or `where` its passage stands, and the words quoted from it."""
    quoted = f"“{piece.quote}”" if piece.quote else ""
    return "  ".join(part for part in (source(piece) or where, quoted) if part)
