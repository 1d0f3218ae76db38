"""Where it is kept: the ledger, what is derived from it, and the questions that one asks of it."""

from annotate.store import queue, seeking
from annotate.store.checks import Finding, check, look, mend
from annotate.store.claims import (
    ClaimRow,
    Texts,
    claim_at,
    claims,
    claims_among,
    claims_in,
    claims_on,
    find_claims,
    is_withdrawn,
    standing_versions,
    versions,
)
from annotate.store.conflicts import Conflict, conflicts, stand
from annotate.store.counting import Counts, counts, sizes
from annotate.store.documents import (
    DocumentRow,
    descriptions,
    document_at,
    documents,
    documents_at,
    find_documents,
    text_by_id,
    text_of,
)
from annotate.store.drafts import draft, keep_draft
from annotate.store.entries import Entry
from annotate.store.history import entries, fact_by_id, facts, facts_begun, newest_by
from annotate.store.judgements import (
    Held,
    Vote,
    decisions,
    is_weighed,
    judgement_by_source,
    judgements,
    latest_standing,
    own,
    own_among,
    own_ever,
    own_fallen_in,
    own_in,
    said_of,
    votes,
)
from annotate.store.ledger import Ledger
from annotate.store.marks import Marked, find_marked, known_from
from annotate.store.merging import Part, fact_in, take_in
from annotate.store.opening import is_url
from annotate.store.queue import START, Place, assignments
from annotate.store.quotes import Wording, quotes, titles
from annotate.store.redacting import redaction_of
from annotate.store.registry import (
    disputed_claims,
    has_signed,
    is_empty,
    is_judged,
    is_known,
    key,
    local,
    reviewers,
    scheme,
    setting,
    settings,
)
from annotate.store.scratch import Scratch
from annotate.store.search import Found, find, forget, index_more, unindexed
from annotate.store.seeking import Kind, Wanted
from annotate.store.settling import withdrawals_of
from annotate.store.sources import Cited, cited
from annotate.store.store import Reading, Store, create_store, open_store
from annotate.store.sweeping import is_named, left_over
from annotate.store.telling import Told, decisions_in, entries_of, facts_about, is_told, judgements_in, told
from annotate.store.trail import ALL, Logged, Mark, Target, Trail, authors, history
from annotate.store.visiting import Copy, is_same, visited
from annotate.store.whole import Written, whole
from annotate.store.words import Query, found_in, query_of
from annotate.store.working import Work, work_of

__all__ = [
    "ALL",
    "START",
    "Cited",
    "ClaimRow",
    "Conflict",
    "Copy",
    "Counts",
    "DocumentRow",
    "Entry",
    "Finding",
    "Found",
    "Held",
    "Kind",
    "Ledger",
    "Logged",
    "Mark",
    "Marked",
    "Part",
    "Place",
    "Query",
    "Reading",
    "Scratch",
    "Store",
    "Target",
    "Texts",
    "Told",
    "Trail",
    "Vote",
    "Wanted",
    "Wording",
    "Work",
    "Written",
    "assignments",
    "authors",
    "check",
    "cited",
    "claim_at",
    "claims",
    "claims_among",
    "claims_in",
    "claims_on",
    "conflicts",
    "counts",
    "create_store",
    "decisions",
    "decisions_in",
    "descriptions",
    "disputed_claims",
    "document_at",
    "documents",
    "documents_at",
    "draft",
    "entries",
    "entries_of",
    "fact_by_id",
    "fact_in",
    "facts",
    "facts_about",
    "facts_begun",
    "find",
    "find_claims",
    "find_documents",
    "find_marked",
    "forget",
    "found_in",
    "has_signed",
    "history",
    "index_more",
    "is_empty",
    "is_judged",
    "is_known",
    "is_named",
    "is_same",
    "is_told",
    "is_url",
    "is_weighed",
    "is_withdrawn",
    "judgement_by_source",
    "judgements",
    "judgements_in",
    "keep_draft",
    "key",
    "known_from",
    "latest_standing",
    "left_over",
    "local",
    "look",
    "mend",
    "newest_by",
    "open_store",
    "own",
    "own_among",
    "own_ever",
    "own_fallen_in",
    "own_in",
    "query_of",
    "queue",
    "quotes",
    "redaction_of",
    "reviewers",
    "said_of",
    "scheme",
    "seeking",
    "setting",
    "settings",
    "sizes",
    "stand",
    "standing_versions",
    "take_in",
    "text_by_id",
    "text_of",
    "titles",
    "told",
    "unindexed",
    "versions",
    "visited",
    "votes",
    "whole",
    "withdrawals_of",
    "work_of",
]
