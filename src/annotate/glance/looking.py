"""Look: read the first claim that waits for a reviewer out of a SQLite project, with nothing but `sqlite3`.

The same questions as the store asks, in SQL of their own, because the store's take longer to load than all else that a
first claim needs; tests/laws/test_glance.py holds the two to the same answers.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from annotate.domain import (
    MOST_CONFIDENT,
    Claim,
    Description,
    Fact,
    Judgement,
    Scheme,
    Setting,
    Span,
    Version,
    called,
    fact_of,
)
from annotate.glance.glance import Glance, SeenClaim, SeenDocument, SeenQueue, SeenText

SCHEMA = "0003"
"""The revision of the store that is read here; of another one, nothing."""

_KIND = "SELECT fact.id, fact.content FROM about JOIN fact ON fact.row = about.fact WHERE about.kind = ?"
_DEALT = "EXISTS (SELECT 1 FROM assignment WHERE assignment.claim = {claim} AND assignment.reviewer = :reviewer)"
_UNTOUCHED = """SELECT document, start, fact FROM claim
    WHERE fact NOT IN (SELECT fact FROM claim WHERE status = 'withdrawn') AND NOT EXISTS (
        SELECT 1 FROM judgement WHERE judgement.claim = claim.fact AND reviewer = :reviewer AND stands = 1)"""
_ANSWERED = (
    "SELECT count(DISTINCT claim) FROM judgement WHERE reviewer = :reviewer AND stands = 1 AND answer <> 'skipped'"
    " AND fact NOT IN (SELECT judgement FROM lacking)"
)
_UP_TO = "(document, start, fact) <= (:document, :start, :claim)"
_WITHDRAWN = "status = 'withdrawn'"
_DOCUMENT = """SELECT fact.id, body.text, description.content,
        (SELECT source FROM log WHERE row = (SELECT min(row) FROM log WHERE fact = document.fact))
    FROM document JOIN fact ON fact.row = document.fact JOIN body ON body.sha256 = document.sha256
    LEFT JOIN fact AS description ON description.row = document.described WHERE document.fact = ?"""
_CLAIMS = """SELECT claim.fact, fact.id, claim.start, claim."end", fact.content, version.id, version.content
    FROM claim JOIN fact ON fact.row = claim.fact LEFT JOIN fact AS version ON version.row = claim.version
    WHERE claim.document = ? AND claim.status <> 'withdrawn' ORDER BY claim.start, claim.fact"""
_ANSWERS = """SELECT judgement.claim, fact.content FROM claim
    JOIN judgement ON judgement.claim = claim.fact AND judgement.reviewer = ? AND judgement.stands = 1
    JOIN fact ON fact.row = judgement.fact WHERE claim.document = ? ORDER BY judgement.fact"""


def look(file: Path, reviewer: str) -> Glance | None:
    """The first claim that the reviewer has not answered; None where there is none, or where it cannot be read so.

    Why it cannot is for whoever opens the project to say.
    """
    try:
        with closing(opened(file)) as raw:
            return _seen(raw, reviewer)
    except (sqlite3.Error, OSError, ValueError, LookupError, TypeError):
        return None


def opened(file: Path) -> sqlite3.Connection:
    """The project in a file, only to be read."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=0.1, isolation_level=None)


def is_read_here(raw: sqlite3.Connection) -> bool:
    """Whether it is of the one schema that is read here."""
    found: object = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    return found == (SCHEMA,)


def _seen(raw: sqlite3.Connection, reviewer: str) -> Glance | None:
    if not is_read_here(raw):
        return None
    raw.execute("BEGIN")
    dealt = raw.execute("SELECT EXISTS (SELECT 1 FROM assignment)").fetchone() == (1,)
    mine = [_DEALT.format(claim="claim.fact")] if dealt else []
    untouched = " AND ".join([_UNTOUCHED, *mine]) + " ORDER BY document, start, fact LIMIT 1"
    found = raw.execute(untouched, {"reviewer": reviewer}).fetchone()
    if found is None:
        return None
    place = {"reviewer": reviewer, "document": found[0], "start": found[1], "claim": found[2]}
    size, position = (_number(raw, [*mine, *part], place) for part in ([], [_UP_TO]))
    answered = " AND ".join([_ANSWERED, *([_DEALT.format(claim="judgement.claim")] if dealt else [])])
    (done,) = raw.execute(answered, place).fetchone()
    opened = _text(raw, found[0], reviewer)
    index = next(index for index, claim in enumerate(opened.claims) if claim.row == found[2])
    settings = {fact.name: fact.value for fact in _standing(raw, "setting") if isinstance(fact, Setting)}
    most = int(settings.get("confidence") or MOST_CONFIDENT)
    at = SeenQueue(position, size, size - done)
    return Glance(reviewer, settings.get("title", ""), scheme_in(raw), most, at, opened, index)


def _number(raw: sqlite3.Connection, which: list[str], place: dict[str, object]) -> int:
    """How many claims there are of those. All are counted, over an index, less the few that were withdrawn."""
    number, withdrawn = (
        raw.execute("SELECT count(*) FROM claim" + " WHERE " * bool(terms) + " AND ".join(terms), place).fetchone()[0]
        for terms in (which, [*which, _WITHDRAWN])
    )
    return int(number - withdrawn)


def _text(raw: sqlite3.Connection, document: int, reviewer: str) -> SeenText:
    identity, text, said, source = raw.execute(_DOCUMENT, (document,)).fetchone()
    description = _fact("description", said) if said else Description(identity)
    if not isinstance(description, Description):
        raise TypeError(f"{identity} is described by something else")
    name = called(description, source)
    claims = tuple(_claim(*row) for row in raw.execute(_CLAIMS, (document,)))
    answers = {claim: _fact("judgement", held) for claim, held in raw.execute(_ANSWERS, (reviewer, document))}
    own = {claim: answer for claim, answer in answers.items() if isinstance(answer, Judgement)}
    return SeenText(SeenDocument(name, description), text.decode(), claims, own)


def _claim(
    row: int, identity: str, start: int, end: int, content: str, version_id: str | None, said: str | None
) -> SeenClaim:
    root = _fact("claim", content)
    version = _fact("version", said) if said else Version(identity, start, end)
    if not isinstance(root, Claim) or not isinstance(version, Version):
        raise TypeError(f"{identity} is no claim")
    return SeenClaim(row, Span(start, end), version, version_id, version.wording or root.wording)


def scheme_in(raw: sqlite3.Connection) -> Scheme:
    """The scheme that the project judges by."""
    used = [fact for fact in _standing(raw, "scheme") if isinstance(fact, Scheme)]
    if used:
        return used[-1]
    (planned,) = raw.execute("SELECT value FROM local WHERE name = 'scheme'").fetchone()
    return Scheme.from_content(json.loads(planned))


def _standing(raw: sqlite3.Connection, kind: str) -> list[Fact]:
    """The few facts of that kind that nothing supersedes, the one with the smallest id last."""
    found = {identity: _fact(kind, content) for identity, content in raw.execute(_KIND, (kind,))}
    superseded = {earlier for fact in found.values() for earlier in getattr(fact, "supersedes", ())}
    return [found[identity] for identity in sorted(found, reverse=True) if identity not in superseded]


def _fact(kind: str, content: str) -> Fact:
    return fact_of(kind, json.loads(content))
