"""What you can do: one verb a file, one transaction a verb; the command line and the screens call these."""

from importlib import import_module
from typing import TYPE_CHECKING

from annotate.store import Conflict, DocumentRow, Finding, Kind, Logged, Wanted
from annotate.work.adjudicating import (
    OpenDispute,
    Side,
    adjudication_queue,
    keep_reason,
    open_dispute,
    read_reason,
)
from annotate.work.assigning import Dealt, assign
from annotate.work.backing import BackedUp, backup
from annotate.work.bundling import Bundled, bundle
from annotate.work.checking import Checked, check_project, rebuild_project
from annotate.work.citing import Uses, uses_of
from annotate.work.correcting import correct, shown_then
from annotate.work.deciding import POLICIES, Adjudicated, Settled, adjudicate, decide
from annotate.work.delivering import STDOUT, delivered
from annotate.work.desk import Desk, checked_handle
from annotate.work.disputing import Dispute, disputes
from annotate.work.drafting import Draft, judge_with_draft, keep_answer_draft, read_answer_draft
from annotate.work.entering import enter, known_as
from annotate.work.exporting import Exported, export
from annotate.work.importing import Imported, RefusedRow, import_files
from annotate.work.judging import Judged, Response, judge, response_of
from annotate.work.leafing import Leaf, Sought, before, edge, leaf, place_in_queue, seek
from annotate.work.listing import (
    Quoted,
    add_reviewer,
    list_claims,
    list_documents,
    list_formats,
    list_reviewers,
    list_schemes,
)
from annotate.work.marking import mark
from annotate.work.merging import Merged, merge
from annotate.work.progress import Overview, Progress, status
from annotate.work.projects import SETTINGS, set_values
from annotate.work.recalling import Earlier, earlier_in, earlier_of
from annotate.work.redacting import Aim, Redacted, aim, redact
from annotate.work.remembering import EVERYTHING, Sifting, Told, moment_after, read_log, tell_log
from annotate.work.restoring import Restored, Restorer, restore
from annotate.work.reusing import own_evidence
from annotate.work.reviewing import (
    OpenClaim,
    OpenDocument,
    Queue,
    confidence_scale,
    guidelines_of,
    next_owed,
    open_claim,
    open_document,
    open_queue,
    queue_at,
    queue_of,
    scheme_in_use,
    step,
    title_of,
)
from annotate.work.searching import Hit, Indexed, index_documents, search, text_in, unindexed_documents, where_stands
from annotate.work.undoing import Deed, redo, undo
from annotate.work.withdrawing import Withdrawn, bring_back, withdraw

if TYPE_CHECKING:
    from annotate.work.agreeing import Extras, TableAgreement, project_agreement, table_agreement
    from annotate.work.contrasting import parted_claims
    from annotate.work.glancing import Agreed, agreement_so_far, size_of
    from annotate.work.watching import Watched, watch

__all__ = [
    "EVERYTHING",
    "POLICIES",
    "SETTINGS",
    "STDOUT",
    "Adjudicated",
    "Agreed",
    "Aim",
    "BackedUp",
    "Bundled",
    "Checked",
    "Conflict",
    "Dealt",
    "Deed",
    "Desk",
    "Dispute",
    "DocumentRow",
    "Draft",
    "Earlier",
    "Exported",
    "Extras",
    "Finding",
    "Hit",
    "Imported",
    "Indexed",
    "Judged",
    "Kind",
    "Leaf",
    "Logged",
    "Merged",
    "OpenClaim",
    "OpenDispute",
    "OpenDocument",
    "Overview",
    "Progress",
    "Queue",
    "Quoted",
    "Redacted",
    "RefusedRow",
    "Response",
    "Restored",
    "Restorer",
    "Settled",
    "Side",
    "Sifting",
    "Sought",
    "TableAgreement",
    "Told",
    "Uses",
    "Wanted",
    "Watched",
    "Withdrawn",
    "add_reviewer",
    "adjudicate",
    "adjudication_queue",
    "agreement_so_far",
    "aim",
    "assign",
    "backup",
    "before",
    "bring_back",
    "bundle",
    "check_project",
    "checked_handle",
    "confidence_scale",
    "correct",
    "decide",
    "delivered",
    "disputes",
    "earlier_in",
    "earlier_of",
    "edge",
    "enter",
    "export",
    "guidelines_of",
    "import_files",
    "index_documents",
    "judge",
    "judge_with_draft",
    "keep_answer_draft",
    "keep_reason",
    "known_as",
    "leaf",
    "list_claims",
    "list_documents",
    "list_formats",
    "list_reviewers",
    "list_schemes",
    "mark",
    "merge",
    "moment_after",
    "next_owed",
    "open_claim",
    "open_dispute",
    "open_document",
    "open_queue",
    "own_evidence",
    "parted_claims",
    "place_in_queue",
    "project_agreement",
    "queue_at",
    "queue_of",
    "read_answer_draft",
    "read_log",
    "read_reason",
    "rebuild_project",
    "redact",
    "redo",
    "response_of",
    "restore",
    "scheme_in_use",
    "search",
    "seek",
    "set_values",
    "shown_then",
    "size_of",
    "status",
    "step",
    "table_agreement",
    "tell_log",
    "text_in",
    "title_of",
    "undo",
    "unindexed_documents",
    "uses_of",
    "watch",
    "where_stands",
    "withdraw",
]

_LATER = {
    "Extras": "agreeing",
    "TableAgreement": "agreeing",
    "project_agreement": "agreeing",
    "table_agreement": "agreeing",
    "parted_claims": "contrasting",
    "Agreed": "glancing",
    "agreement_so_far": "glancing",
    "size_of": "glancing",
    "Watched": "watching",
    "watch": "watching",
}
"""What measures agreement, by the file that has it: all of it takes a tenth of a second to load, and most commands and
screens never ask for it."""


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = found
    return found
