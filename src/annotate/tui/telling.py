"""How values are told on a screen: signs of answers, dates, sources, paths, who said that who said."""

import os
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from annotate.domain import Answer, Evidence, Facet, Judgement, Version, precision
from annotate.tui.layout import Tone

if TYPE_CHECKING:
    from annotate.work import Earlier

ANSWERS = {
    Answer.SKIPPED: ("·", "skipped for now"),
    Answer.CANNOT_JUDGE: ("∅", "cannot be judged"),
    Answer.NOT_A_CLAIM: ("×", "not a claim"),
}
"""Sign and words of the answers that are no verdict."""

STANCE_SIGNS = {"supports": "+", "refutes": "-", "partial": "~", "context": "·", "": " "}

STANCE_TONES: dict[str, Tone] = {
    "supports": "positive",
    "refutes": "negative",
    "partial": "mixed",
    "context": "neutral",
    "": "neutral",
}

_TONES: dict[str, Tone] = {"+": "positive", "-": "negative", "!": "negative", "~": "mixed", "=": "mixed"}


def tone_of(sign: str) -> Tone:
    """The tone of a label's sign."""
    return _TONES.get(sign, "neutral")


def sign_of(verdicts: Facet, answer: Judgement | None) -> tuple[str, Tone]:
    """The mark of an answer and the tone of its colour; no mark where there is no answer."""
    if answer is None:
        return "", "neutral"
    if answer.answer is not Answer.VERDICT:
        return ANSWERS[answer.answer][0], "neutral"
    label = verdicts.label(answer.verdict)
    sign = label.sign or label.name[:1] if label else "?"
    return sign, tone_of(sign)


def answer_words(verdicts: Facet, answer: Judgement) -> str:
    """What an answer says: the name of its label, or what it is instead of a verdict."""
    label = verdicts.label(answer.verdict) if answer.answer is Answer.VERDICT else None
    if label is not None:
        return label.name
    return answer.verdict if answer.answer is Answer.VERDICT else ANSWERS[answer.answer][1]


def before(
    verdicts: Facet, standing: Judgement | None, earlier: "Sequence[Earlier]", now: int
) -> list[tuple[str, Tone, str]]:
    """Sign, tone and words of answers that no longer stand, the newest first: `Refuted, 12 Nov, taken back`.

    One that only became another by evidence or a reason is no other answer, and left out.
    """
    told: list[tuple[str, Tone, str]] = []
    above = standing
    for fallen in earlier:
        said = fallen.judgement
        changed = above is None or (said.answer, said.verdict) != (above.answer, above.verdict)
        if changed or fallen.taken_back:
            words = (answer_words(verdicts, said), ago(said.at, now), "taken back" if fallen.taken_back else "changed")
            told.append((*sign_of(verdicts, said), ", ".join(word for word in words if word)))
        if not fallen.taken_back:
            above = said
    return told


def ago(at: int, now: int) -> str:
    """A time of the ledger (microseconds; 0 is none) by the clock on the wall: `14:02`, `12 Nov`, `12 Nov 2021`."""
    if not at:
        return ""
    there, here = (datetime.fromtimestamp(moment // 1_000_000).astimezone() for moment in (at, now))
    if there.date() == here.date():
        return f"{there:%H:%M}"
    return f"{there.day} {there:%b}" if there.year == here.year else f"{there.day} {there:%b %Y}"


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


def duration(seconds: float | None) -> str:
    """A time as a person says it: `41 s`, `19 min`, `3 h 05 min`."""
    if seconds is None:
        return "-"
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{round(seconds)} s"
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02} min"


def many(number: int, what: str) -> str:
    """A number of things: `1 claim`, `1,200 claims`."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def short_path(target: str, most: int = 200) -> str:
    """A path as a person writes it, its end where it is longer than `most` characters."""
    home = os.path.expanduser("~")
    told = "~" + target.removeprefix(home) if target.startswith(home + "/") else target
    return told if len(told) <= most else "…" + told[1 - max(2, most) :]
