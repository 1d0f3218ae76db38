"""Merge: take in everything that another copy of the project holds."""

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotate.domain import Document, printable
from annotate.errors import BadInput, Refusal, Unknown
from annotate.store import (
    Conflict,
    Copy,
    Ledger,
    Reading,
    conflicts,
    create_store,
    disputed_claims,
    folder_apart,
    has_signed,
    is_same,
    is_url,
    reviewers,
    scheme,
    sizes,
    take_in,
    visited,
)
from annotate.work.desk import Desk, checked_handle, fix_scheme
from annotate.work.importing import import_files
from annotate.work.parting import part_for
from annotate.work.reconciling import agree_on_scheme, are_alike, refuse_strangers


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought: new facts by kind, ids of claims that are disputed because of it, values that differ.

    `met` says whether the two had anything in common before. A reviewer is not told of disputes.
    """

    added: Counter[str] = field(default_factory=Counter)
    disputed: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    notices: tuple[str, ...] = ()
    met: bool = True


class _TakenBack(Exception):
    """Ends a transaction whose work is not to be kept."""


def merge(desk: Desk, other: str, *, names: Mapping[str, str] | None = None, dry_run: bool = False) -> Merged:
    """Take in another copy: a SQLite file, a PostgreSQL URL, or a lossless export; it is not changed.

    `names` are handles of reviewers there with what they are called here. A reviewer takes in what a lossless export
    for him would hold. Raises Refusal, with nothing taken, where the copy is damaged or judges by another scheme.
    """
    if is_same(desk.store.target, other):
        raise Refusal(f"{printable(other)} is this very project.", "Name the other copy of it.")
    merged = Merged()
    try:
        with _copy(desk, other) as copy, desk.store.writing(desk.author, alone=True) as ledger:
            merged = _merge(desk, ledger, copy, names or {})
            if dry_run:
                raise _TakenBack
    except _TakenBack:
        pass
    return merged


def _merge(desk: Desk, ledger: Ledger, copy: Copy, names: Mapping[str, str]) -> Merged:
    _check_names(copy, names)
    alike = are_alike(ledger, copy)
    notices = agree_on_scheme(ledger, copy)
    before = _standing_out(ledger.connection)
    had_documents = sizes(ledger.connection)[0] > 0
    part = None if desk.reviewer is None else part_for(copy, desk.reviewer)
    seen = take_in(ledger, copy, part, names)
    fix_scheme(ledger)
    met = not had_documents or not seen[Document.kind] or ledger.added[Document.kind] < seen[Document.kind]
    if not met and not alike:
        refuse_strangers(copy)
    after = _standing_out(ledger.connection)
    return Merged(
        ledger.added,
        () if desk.reviewer is not None else tuple(sorted(after[0] - before[0])),
        tuple(conflict for conflict in after[1] if conflict not in before[1]),
        notices,
        met,
    )


def _check_names(copy: Copy, names: Mapping[str, str]) -> None:
    known = copy.ask(reviewers) if names else {}
    for there, here in names.items():
        if there not in known:
            raise Unknown(
                f'{copy.name} knows no reviewer "{printable(there)}".',
                f"Its reviewers are: {', '.join(map(printable, known)) or 'none'}.",
            )
        checked_handle(here)


def _standing_out(connection: Reading) -> tuple[set[str], list[Conflict]]:
    """Ids of the claims that are disputed, and the values that differ."""
    return disputed_claims(connection), conflicts(connection)


@contextmanager
def _copy(desk: Desk, other: str) -> Iterator[Copy]:
    """The other copy; of an export, the project that it makes, which is gone with the block."""
    if is_url(other) or not _is_export(Path(other)):
        with visited(other) as copy:
            yield copy
        return
    with folder_apart() as folder:
        target = str(folder / "export.db")
        _make(desk, Path(other), target)
        with visited(target) as copy:
            yield replace(copy, name=printable(other))


def _is_export(path: Path) -> bool:
    """Whether a file begins as records do, and not as a database does."""
    try:
        with path.open("rb") as file:
            return file.read(64).removeprefix(BOM_UTF8).lstrip().startswith(b"{")
    except OSError:
        return False


def _make(desk: Desk, export: Path, target: str) -> None:
    """A project from a lossless export of one; BadInput where the file holds anything else."""
    with desk.store.reading() as connection:
        planned = scheme(connection)[1]
    store = create_store(target, planned, version=desk.store.version, now=desk.now)
    try:
        done = import_files(
            replace(desk, store=store, reviewer=None), [export], form="annotate", strict=True, as_is=True
        )
        with store.reading() as connection:
            foreign = has_signed(connection)
    finally:
        store.close()
    for row in done.refused:
        raise BadInput(row.reason, file=row.file, line=row.line)
    if foreign:
        raise BadInput(
            f"{printable(str(export))} holds records that no project wrote out.", "Take them in with: annotate import."
        )
