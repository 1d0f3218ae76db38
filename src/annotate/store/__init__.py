"""Where it is kept: the ledger, what is derived from it, and the questions that one asks of it."""

from annotate.store import queue, seeking
from annotate.store.checking import Finding, check
from annotate.store.claims import ClaimRow, Texts, claim_at, claims, claims_in, find_claims, versions
from annotate.store.counting import Counts, counts, sizes
from annotate.store.derived import rebuild
from annotate.store.documents import (
    DocumentRow,
    descriptions,
    document_at,
    documents,
    find_documents,
    text_by_id,
    text_of,
)
from annotate.store.drafts import draft, keep_draft
from annotate.store.history import Logged, entries, fact_by_id, facts, history, newest_by
from annotate.store.judgements import (
    Held,
    Vote,
    Work,
    decisions,
    judgement_by_source,
    judgements,
    latest_standing,
    own,
    own_among,
    own_in,
    votes,
    work_of,
)
from annotate.store.ledger import Entry, Ledger
from annotate.store.queue import START, Place, assignments
from annotate.store.registry import is_empty, key, local, reviewers, scheme, settings
from annotate.store.seeking import Kind, Wanted
from annotate.store.store import Reading, Store, create_store, open_store

__all__ = [
    "START",
    "ClaimRow",
    "Counts",
    "DocumentRow",
    "Entry",
    "Finding",
    "Held",
    "Kind",
    "Ledger",
    "Logged",
    "Place",
    "Reading",
    "Store",
    "Texts",
    "Vote",
    "Wanted",
    "Work",
    "assignments",
    "check",
    "claim_at",
    "claims",
    "claims_in",
    "counts",
    "create_store",
    "decisions",
    "descriptions",
    "document_at",
    "documents",
    "draft",
    "entries",
    "fact_by_id",
    "facts",
    "find_claims",
    "find_documents",
    "history",
    "is_empty",
    "judgement_by_source",
    "judgements",
    "keep_draft",
    "key",
    "latest_standing",
    "local",
    "newest_by",
    "open_store",
    "own",
    "own_among",
    "own_in",
    "queue",
    "rebuild",
    "reviewers",
    "scheme",
    "seeking",
    "settings",
    "sizes",
    "text_by_id",
    "text_of",
    "versions",
    "votes",
    "work_of",
]
