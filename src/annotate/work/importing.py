"""Import: take in documents, claims, judgements and whole projects, row by row, in one transaction."""

from collections import Counter
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from annotate.domain import printable
from annotate.errors import BadInput, Refusal
from annotate.formats import Row, files_of, read
from annotate.formats.wire import DecisionRecord, JudgementRecord
from annotate.work.desk import Desk, fix_scheme
from annotate.work.intake import take
from annotate.work.references import References, Unresolved


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row, or a whole file (`line` None), that was not taken in, and why."""

    file: str
    line: int | None
    reason: str


@dataclass(slots=True)
class Imported:
    """What an import did: facts that are new by kind, rows taken in, rows refused, fields that nothing reads."""

    added: Counter[str] = field(default_factory=Counter)
    rows: int = 0
    refused: list[RefusedRow] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)
    notices: list[str] = field(default_factory=list)


_NEED_A_SCHEME = (JudgementRecord, DecisionRecord)


class _TakenBack(Exception):
    """Ends a transaction whose work is not to be kept."""


def import_files(
    desk: Desk,
    paths: Iterable[Path],
    *,
    form: str | None = None,
    dry_run: bool = False,
    strict: bool = False,
    as_is: bool = False,
) -> Imported:
    """Take in files of a format (found from each file's content where `form` is None) and say what came of it.

    Rows that cannot be taken in are refused one by one and the rest is kept; with `strict` one refused row takes
    everything back, with `dry_run` everything is taken back in any case. What came `as_is` is not added to, so that
    only the files speak. Raises Refusal where nothing can be read.
    """
    done = Imported()
    try:
        with desk.store.writing(desk.author, alone=True) as ledger, closing(References(ledger, desk)) as met:
            done.notices = met.notices
            for path in paths:
                _path(met, path, form, done)
            if not as_is:
                fix_scheme(ledger)
            ledger.flush()
            done.added = ledger.added
            if dry_run or (strict and done.refused):
                raise _TakenBack
    except _TakenBack:
        if strict and done.refused and not dry_run:
            done.added = Counter()
    return done


def _path(met: References, path: Path, form: str | None, done: Imported) -> None:
    """Take in a file, or every file of a folder."""
    try:
        for file in files_of(path):
            _file(met, file, form, done)
    except BadInput as refusal:
        done.refused.append(RefusedRow(str(path), None, f"{refusal.sentence} {refusal.next_step}".strip()))


def _file(met: References, path: Path, form: str | None, done: Imported) -> None:
    """Take in one file, whatever the order of its rows. Ids in it are its own.

    What refers to a later row waits for the end of the file, and so do decisions: they rest on all its judgements.
    """
    met.begin(str(path))
    waiting: list[Row] = []
    decisions: list[Row] = []
    judged = False
    try:
        for row in read(path, form):
            if not isinstance(row, Row):
                done.refused.append(RefusedRow(str(path), row.line, row.sentence))
                continue
            if row.ignored:
                done.ignored.update(row.ignored)
            if not judged and isinstance(row.record, _NEED_A_SCHEME):
                judged = True
                _scheme_first(met, path, form)
            if isinstance(row.record, DecisionRecord) and not row.record.recorded:
                decisions.append(row)
            elif not _row(met, row, path, done):
                waiting.append(row)
    except BadInput as refusal:
        done.refused.append(RefusedRow(str(path), refusal.line, f"{refusal.sentence} {refusal.next_step}".strip()))
    left = _resolved(met, _resolved(met, waiting, path, done) + decisions, path, done)
    done.refused += [RefusedRow(str(path), row.line, _unresolved(met, row)) for row in left]


def _scheme_first(met: References, path: Path, form: str | None) -> None:
    """Take in the scheme of a file before anything is judged, wherever it stands: by it is judged in the file.

    Only where the project's scheme is still open. A scheme that is refused is refused again in its place.
    """
    if met.is_judged:
        return
    scheme = next((row for row in read(path, form, "scheme") if isinstance(row, Row)), None)
    if scheme:
        with suppress(BadInput):
            take(met, scheme.record)


def _resolved(met: References, waiting: list[Row], path: Path, done: Imported) -> list[Row]:
    """Take in what waited, again and again since rows may wait for one another; returns what waits in vain."""
    while waiting:
        still = [row for row in waiting if not _row(met, row, path, done)]
        if len(still) == len(waiting):
            break
        waiting = still
    return waiting


def _row(met: References, row: Row, path: Path, done: Imported) -> bool:
    """Take in one row, or refuse it; False where it refers to something that is not there yet."""
    try:
        take(met, row.record)
    except Unresolved:
        return False
    except Refusal as refusal:
        done.refused.append(RefusedRow(str(path), row.line, f"{refusal.sentence} {refusal.next_step}".strip()))
    else:
        done.rows += 1
    return True


def _unresolved(met: References, row: Row) -> str:
    """The sentence for a row that refers to something which never came."""
    try:
        take(met, row.record)
    except Unresolved as missing:
        return f'There is no {missing.kind} "{printable(missing.name)}", in this file or in the project.'
    return ""
