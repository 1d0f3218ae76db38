"""Copies of a project, and what they say."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.desks import MORNING, Clock, project
from tests.laws.histories import HOUR, Act, add_texts, play

from annotate.errors import Nothing
from annotate.store import ClaimRow, Logged, open_store
from annotate.work import Desk, export, list_claims, merge

LATER = MORNING + 99 * HOUR
"""When people begin to work apart: behind every hour of a history."""


def exported(lead: Desk, form: str = "annotate") -> bytes:
    """The bytes of an export of everything; none where nothing is in the work."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "export"
        with suppress(Nothing):
            export(lead, file, form, everything=True, names=True)
        return file.read_bytes() if file.exists() else b""


def take_in(lead: Desk, history: list[Logged]) -> None:
    """Record what another copy has recorded, with its entries, in one transaction."""
    with lead.store.writing() as ledger:
        add_texts(ledger)
        for logged in history:
            ledger.add(logged.fact, entries=(logged.entry,))


def all_exports(lead: Desk) -> list[bytes]:
    """The bytes of every lossless or complete export."""
    return [exported(lead, form) for form in ("annotate", "jsonl", "csv")]


def said_of_claims(lead: Desk) -> dict[str, ClaimRow]:
    """What stands, by the claims' ids, since rows are each copy's own."""
    return {item.claim.id: replace(item.claim, row=0, document_row=0) for item in list_claims(lead)}


@contextmanager
def merged(*copies: Desk) -> Iterator[Desk]:
    """A project with everything that these copies hold, taken in one after the other."""
    with TemporaryDirectory() as folder, project(Path(folder) / "merged.db", Clock(LATER)) as lead:
        for copy in copies:
            merge(lead, copy.store.target)
        yield lead


@contextmanager
def forked(lead: Desk, histories: Sequence[Sequence[Act]]) -> Iterator[list[Desk]]:
    """A copy for each of these histories, which were done at the same hours by people who knew of no other copy."""
    if not histories:
        yield []
        return
    with _copied(lead, Clock()) as copy, forked(lead, histories[1:]) as others:
        play(copy, list(histories[0]), begin=LATER)
        yield [copy, *others]


@contextmanager
def _copied(lead: Desk, now: Clock) -> Iterator[Desk]:
    """A copy that signs with a name of its own."""
    with merged(lead) as copy:
        yield replace(copy, store=copy.store, now=now)


@contextmanager
def file_copied(lead: Desk, histories: Sequence[Sequence[Act]]) -> Iterator[list[Desk]]:
    """The same, by copying the file of a SQLite project: the copies go on signing with one name."""
    if not histories:
        yield []
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "copy.db"
        lead.store.close()  # so that the file alone is the project
        shutil.copyfile(lead.store.target, file)
        now = Clock()
        store = open_store(str(file), version="0.1", now=now)
        with file_copied(lead, histories[1:]) as others:
            copy = Desk(store, None, now, bytes)
            play(copy, list(histories[0]), begin=LATER)
            yield [copy, *others]
        store.close()
