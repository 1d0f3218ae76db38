"""All that anybody could see of a project, so that a change of it that changes none of this is harmless."""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.desks import Clock
from tests.store.checks.specimen import REVIEWERS

from annotate.errors import Nothing
from annotate.store import newest_by, open_store
from annotate.work import (
    Desk,
    export,
    leaf,
    list_claims,
    list_documents,
    list_reviewers,
    list_schemes,
    read_answer_draft,
    read_log,
    search,
    set_values,
    status,
    unindexed_documents,
)

SEARCHES = ("pont", "bri", "第二", '"no bridge"', "cafe", "שלום", "a", "of", "m")
KINDS = ("judgement", "withdrawal", "decision", "claim", "version")


def seen(file: Path) -> dict[str, object]:
    """What is exported, listed, logged, owed, found, typed; and what undo would take back."""
    with closing(open_store(str(file), version="0.1", now=Clock())) as store:
        lead = Desk(store, None, store.now, bytes)
        return dict(_of_lead(lead)) | {
            f"{what} of {handle}": value
            for handle in REVIEWERS
            for what, value in _of_reviewer(replace(lead, reviewer=handle))
        }


def _of_lead(lead: Desk) -> Iterator[tuple[str, object]]:
    yield "native", _exported(lead, "annotate")
    yield "dataset", _exported(lead, "jsonl")
    yield "documents", list(list_documents(lead))
    yield "claims", list(list_claims(lead))
    yield "project", (list_reviewers(lead), list_schemes(lead), set_values(lead, {}))
    yield "log", list(read_log(lead))
    yield "status", status(lead)
    yield "search", [search(lead, typed) for typed in SEARCHES]
    yield "unindexed", unindexed_documents(lead)


def _of_reviewer(desk: Desk) -> Iterator[tuple[str, object]]:
    yield "native", _exported(desk, "annotate")
    yield "dataset", _exported(desk, "jsonl")
    yield "queue", leaf(desk, None, 100)
    yield "drafts", [read_answer_draft(desk, found.claim.id) for found in list_claims(desk)]
    with desk.store.reading() as connection:
        yield "undo", [identity for identity, _ in newest_by(connection, desk.author, KINDS, by_hand=True)]


def _exported(desk: Desk, form: str) -> bytes:
    with TemporaryDirectory() as folder, suppress(Nothing):
        export(desk, Path(folder) / "out", form, everything=True)
        return (Path(folder) / "out").read_bytes()
    return b""
