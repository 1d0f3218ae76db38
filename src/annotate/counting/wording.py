"""Wording: the questions in the SQL of each engine, which groups the votes so that nobody else has to hold them.

The inner group runs along an index on the judgements of a claim, so that nothing is sorted; a document is a row of the
answer, whatever the number of its claims.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from annotate.counting.coding import KINDS, VERDICT, Code

SQLITE, POSTGRESQL = "sqlite", "postgresql"

Ask = Callable[[str, Mapping[str, object]], Iterator[Any]]
"""Puts a question with named values (:name) to a database; its rows, one after the other."""

_STANDING = "judgement.stands = 1 AND judgement.round = 1"

# The claims of a document that was imported are neighbours, and are then read in one go.
_IN_SQLITE = f"""
SELECT held.document, CASE
    WHEN held.last - held.first + 1 = held.claims
        OR (SELECT count(*) FROM claim WHERE claim.fact BETWEEN held.first AND held.last) = held.claims
    THEN (SELECT group_concat(said, char(30)) FROM (
        SELECT {{unit}} AS said FROM judgement {{joined}}
        WHERE judgement.claim BETWEEN held.first AND held.last AND {_STANDING} GROUP BY judgement.claim))
    ELSE (SELECT group_concat(said, char(30)) FROM (
        SELECT {{unit}} AS said FROM claim CROSS JOIN judgement ON judgement.claim = claim.fact {{joined}}
        WHERE claim.document = held.document AND {_STANDING} GROUP BY claim.start, claim.fact))
    END
FROM (SELECT document, min(fact) AS first, max(fact) AS last, count(*) AS claims FROM claim
    WHERE document BETWEEN :least AND :most GROUP BY document) AS held
"""
_IN_POSTGRESQL = f"""
SELECT held.document, string_agg(held.said, chr(30)) FROM (
    SELECT min(claim.document) AS document, CAST({{unit}} AS text) AS said FROM judgement
    JOIN claim ON claim.fact = judgement.claim
    WHERE claim.document BETWEEN :least AND :most AND {_STANDING}
    GROUP BY judgement.claim) AS held
GROUP BY held.document ORDER BY held.document
"""
_WORDS = {
    SQLITE: "group_concat(json_array(judgement.reviewer, judgement.answer, {label}), char(31))",
    POSTGRESQL: "string_agg(CAST(json_build_array(judgement.reviewer, judgement.answer, {label}) AS text), chr(31))",
}
_JOINED = "JOIN fact ON fact.row = judgement.fact"

EACH_VOTE = f"""
SELECT claim.document, judgement.claim, judgement.reviewer, judgement.answer, fact.content FROM judgement
JOIN claim ON claim.fact = judgement.claim JOIN fact ON fact."row" = judgement.fact
WHERE claim.document BETWEEN :least AND :most AND {_STANDING} ORDER BY claim.document, judgement.claim
"""
"""Every vote with all that was said. PostgreSQL reads no JSON in which somebody wrote U+0000."""

REVIEWERS = """
WITH RECURSIVE one(name) AS (
    SELECT min(reviewer) FROM judgement
    UNION ALL SELECT (SELECT min(reviewer) FROM judgement WHERE reviewer > one.name) FROM one
    WHERE one.name IS NOT NULL)
SELECT name FROM one WHERE name IS NOT NULL
"""
"""Whoever judged anything, by code point; as many look-ups as there are reviewers."""

SCHEMES = "SELECT fact.content FROM about JOIN fact ON fact.\"row\" = about.fact WHERE about.kind = 'scheme'"


def in_words(engine: str, facet: str) -> tuple[str, Mapping[str, object]]:
    """Asks for document (row) and its units, the votes of each in JSON."""
    if facet == VERDICT:
        unit = _WORDS[engine].format(label="judgement.verdict")
        return _question(engine, unit), {}
    unit = _WORDS[SQLITE].format(label="json_extract(fact.content, :path)")
    return _question(SQLITE, unit, _JOINED), {"path": f'$.facets."{facet}"'}


def in_numbers(engine: str, code: Code) -> tuple[str, Mapping[str, object]]:
    """Asks for document (row) and its units, the verdicts of each packed into a number."""
    number: Callable[[int], str] = str if engine == SQLITE else "CAST({} AS bigint)".format
    unit = f"sum({_among(0, [_vote(code, place, number) for place in range(len(code.reviewers))])})"
    named = {f"label_{place}": label for place, label in enumerate(code.labels, 1)}
    named |= {f"reviewer_{place}": reviewer for place, reviewer in enumerate(code.reviewers) if place}
    return _question(engine, unit), named


def _vote(code: Code, reviewer: int, number: Callable[[int], str]) -> str:
    """What a vote of that reviewer adds to the number: itself, counted once, summed here rather than vote by vote."""

    def added(said: int) -> str:
        return number((1 << code.votes_at) + (said << code.bits * reviewer))

    first_kind = len(code.labels) + 1
    kinds = " ".join(f"WHEN '{kind}' THEN {added(place)}" for place, kind in enumerate(KINDS, first_kind))
    answers = " ".join(f"WHEN :label_{place} THEN {added(place)}" for place in range(1, first_kind))
    verdict = f"CASE judgement.verdict {answers} ELSE {added(0)} END" if answers else added(0)
    return f"CASE judgement.answer WHEN '{VERDICT}' THEN {verdict} {kinds} ELSE {added(0)} END"


def _among(first: int, lanes: Sequence[str]) -> str:
    """The lane of a reviewer, who is one of all that judged: halved as often as it takes."""
    if len(lanes) == 1:
        return lanes[0]
    half = len(lanes) // 2
    lower, upper = _among(first, lanes[:half]), _among(first + half, lanes[half:])
    return f"CASE WHEN judgement.reviewer < :reviewer_{first + half} THEN {lower} ELSE {upper} END"


def _question(engine: str, unit: str, joined: str = "") -> str:
    return {SQLITE: _IN_SQLITE, POSTGRESQL: _IN_POSTGRESQL}[engine].format(unit=unit, joined=joined)
