"""Changes: which documents have to be counted anew after what was recorded since."""

from annotate.counting.wording import Ask

_SAID = """
SELECT document FROM claim WHERE fact IN (
    SELECT claim FROM judgement WHERE fact > :since UNION ALL SELECT claim FROM decision WHERE fact > :since)
"""
_WITHDRAWN = "SELECT subject FROM about WHERE fact > :since AND kind = 'withdrawal'"
_REDACTED = "SELECT fact FROM about WHERE fact > :since AND kind = 'redaction'"
_REACHED = """
WITH RECURSIVE target(id, "row") AS (
    SELECT id, "row" FROM fact WHERE id = :target
    UNION ALL SELECT fact.id, fact."row" FROM target
    JOIN about ON about.fact = target."row" AND about.kind = 'withdrawal' JOIN fact ON fact.id = about.subject)
SELECT document.fact FROM target JOIN document ON document.fact = target."row"
UNION ALL SELECT claim.document FROM target JOIN claim ON claim.fact = target."row"
UNION ALL SELECT claim.document FROM target JOIN judgement ON judgement.fact = target."row"
    JOIN claim ON claim.fact = judgement.claim
UNION ALL SELECT claim.document FROM target JOIN decision ON decision.fact = target."row"
    JOIN claim ON claim.fact = decision.claim
"""
"""The document of whatever a withdrawal ends at: withdrawals of withdrawals are followed."""


def touched(ask: Ask, since: int) -> set[int] | None:
    """Documents (rows) of which the facts behind that row may have changed what stands; None where all may have."""
    after = {"since": since}
    if list(ask(_REDACTED, after)):
        return None
    documents = {row for (row,) in ask(_SAID, after)}
    for (target,) in list(ask(_WITHDRAWN, after)):
        documents.update(row for (row,) in ask(_REACHED, {"target": target}))
    return documents
