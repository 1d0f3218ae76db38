"""Where it is kept: the ledger, what is derived from it, and the questions that one asks of it."""

from annotate.store import queue, seeking
from annotate.store.backups import PRIVATE, back_up, known_backups, mode_of, note_backup, read_only
from annotate.store.checking import Finding, check, check_recorded
from annotate.store.claims import (
    ClaimRow,
    Texts,
    claim_at,
    claims,
    claims_among,
    claims_in,
    claims_on,
    find_claims,
    standing_versions,
    versions,
)
from annotate.store.copying import begin_moment, held_in
from annotate.store.counting import Counts, counts, sizes
from annotate.store.derived import rebuild
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
from annotate.store.history import Logged, entries, fact_by_id, facts, history, newest_by
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
    votes,
)
from annotate.store.ledger import Ledger
from annotate.store.opening import is_database, is_url, shown
from annotate.store.parts import SIDES, part_of, put, taken, unwritable
from annotate.store.queue import START, Place, assignments
from annotate.store.registry import is_empty, is_known, key, local, reviewers, scheme, setting, settings
from annotate.store.restoring import copy_backup, make_sound, place_for, put_in_place
from annotate.store.scratch import Scratch
from annotate.store.search import Found, find, forget, index_more, unindexed
from annotate.store.seeking import Kind, Wanted
from annotate.store.settling import withdrawals_of
from annotate.store.sources import Cited, cited
from annotate.store.store import Reading, Store, create_store, open_store, store_in
from annotate.store.telling import Told, decisions_in, entries_of, facts_about, is_told, judgements_in, told
from annotate.store.whole import Written
from annotate.store.words import Query, found_in, query_of
from annotate.store.working import Work, work_of

__all__ = [
    "PRIVATE",
    "SIDES",
    "START",
    "Cited",
    "ClaimRow",
    "Counts",
    "DocumentRow",
    "Entry",
    "Finding",
    "Found",
    "Held",
    "Kind",
    "Ledger",
    "Logged",
    "Place",
    "Query",
    "Reading",
    "Scratch",
    "Store",
    "Texts",
    "Told",
    "Vote",
    "Wanted",
    "Work",
    "Written",
    "assignments",
    "back_up",
    "begin_moment",
    "check",
    "check_recorded",
    "cited",
    "claim_at",
    "claims",
    "claims_among",
    "claims_in",
    "claims_on",
    "copy_backup",
    "counts",
    "create_store",
    "decisions",
    "decisions_in",
    "descriptions",
    "document_at",
    "documents",
    "documents_at",
    "draft",
    "entries",
    "entries_of",
    "fact_by_id",
    "facts",
    "facts_about",
    "find",
    "find_claims",
    "find_documents",
    "forget",
    "found_in",
    "held_in",
    "history",
    "index_more",
    "is_database",
    "is_empty",
    "is_known",
    "is_told",
    "is_url",
    "is_weighed",
    "judgement_by_source",
    "judgements",
    "judgements_in",
    "keep_draft",
    "key",
    "known_backups",
    "latest_standing",
    "local",
    "make_sound",
    "mode_of",
    "newest_by",
    "note_backup",
    "open_store",
    "own",
    "own_among",
    "own_ever",
    "own_fallen_in",
    "own_in",
    "part_of",
    "place_for",
    "put",
    "put_in_place",
    "query_of",
    "queue",
    "read_only",
    "rebuild",
    "reviewers",
    "scheme",
    "seeking",
    "setting",
    "settings",
    "shown",
    "sizes",
    "standing_versions",
    "store_in",
    "taken",
    "text_by_id",
    "text_of",
    "told",
    "unindexed",
    "unwritable",
    "versions",
    "votes",
    "withdrawals_of",
    "work_of",
]
