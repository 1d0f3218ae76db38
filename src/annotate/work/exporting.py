"""Export: the project as a dataset, ordered by content alone, so that the same state gives the same bytes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotate.domain import Key
from annotate.errors import Nothing
from annotate.formats import writer_of
from annotate.store import (
    Store,
    is_empty,
    is_told,
    key,
)
from annotate.work.dataset import dataset
from annotate.work.delivering import delivered
from annotate.work.desk import Desk
from annotate.work.records import records


@dataclass(slots=True)
class Exported:
    """How many claims (or records, of a lossless format) were written."""

    items: int = 0


def export(desk: Desk, dest: Path, form: str, *, everything: bool = False, names: bool = False) -> Exported:
    """Write the dataset to `dest` ("-": stdout) in a format: settled claims, or all with `everything`.

    The file appears whole or not at all. Reviewers stand under pseudonyms unless `names`; a lossless format always has
    handles and always has everything. Raises Nothing where there is nothing to write.
    """
    writer = writer_of(form)
    lossless = writer.takes == "records"
    _check(desk, lossless=lossless, everything=everything)
    done = Exported()
    with delivered(dest) as stream:
        secret = "" if names or lossless else _secret(desk)
        with desk.store.reading() as connection:
            found: Iterator[object] = (
                records(connection, desk.reviewer)
                if lossless
                else dataset(connection, desk.reviewer, secret, everything=everything)
            )
            writer.write(_counted(found, done), stream)
    return done


def _check(desk: Desk, *, lossless: bool, everything: bool) -> None:
    """Refuse an empty export before anything is made for it."""
    with desk.store.reading() as connection:
        if not is_empty(connection) if lossless else is_told(connection, settled=not everything):
            return
    if lossless or everything:
        raise Nothing("There is nothing to export yet.", "Import documents and claims first: annotate import FILE…")
    raise Nothing("No claim is settled yet, so there is nothing to export.", "Settle some, or add: --include all.")


def _counted(items: Iterable[object], done: Exported) -> Iterator[object]:
    for item in items:
        done.items += 1
        yield item


def _secret(desk: Desk) -> str:
    """The key for pseudonyms, made when the first one is needed; a past state is told under today's names."""
    store = desk.present or desk.store
    with store.reading() as connection:
        held = key(connection)
    return held or _new_secret(desk, store)


def _new_secret(desk: Desk, store: Store) -> str:
    """A key, unless somebody else made one just now."""
    with store.writing(desk.author, alone=True) as ledger:
        held = key(ledger.connection)
        if held is None:
            held = desk.draw(32).hex()
            ledger.add(Key(held))
    return held
