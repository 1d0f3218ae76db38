"""List: documents, claims, reviewers, schemes."""

from collections.abc import Generator
from dataclasses import dataclass

from annotate.domain import PRESETS, Reviewer, Scheme, Status, printable
from annotate.errors import Unknown
from annotate.formats import FORMATS, Format
from annotate.store import (
    ClaimRow,
    DocumentRow,
    Ledger,
    Texts,
    claims,
    documents,
    find_documents,
    reviewers,
    scheme,
    stand,
)
from annotate.work.desk import Desk, checked_handle, the_document


def list_documents(desk: Desk) -> Generator[DocumentRow, None, None]:
    """All documents in the order in which they came in."""
    with desk.store.reading() as connection:
        yield from documents(connection)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A claim with what stands at its span."""

    claim: ClaimRow
    quote: str


def list_claims(desk: Desk, *, document: str | None = None, status: str | None = None) -> Generator[Quoted, None, None]:
    """Claims in the order of the queue, as the asker may see them; of one document, or of one status."""
    wanted = _status(status)
    with desk.store.reading() as connection:
        row = the_document(find_documents(connection, document), document).row if document else None
        texts = Texts(connection)
        for claim in claims(connection, desk.reviewer, document=row, status=wanted):
            yield Quoted(claim, claim.span.of(texts.of(claim.document_row)))


def _status(name: str | None) -> Status | None:
    if name is None:
        return None
    if name not in list(Status):
        raise Unknown(f'There is no status "{printable(name)}".', f"There are: {', '.join(Status)}.")
    return Status(name)


def list_reviewers(desk: Desk) -> list[Reviewer]:
    """All reviewers who are known, by handle."""
    with desk.store.reading() as connection:
        return [reviewer for _, reviewer in reviewers(connection).values()]


def add_reviewer(desk: Desk, handle: str, *, name: str = "", is_model: bool | None = None) -> Reviewer:
    """Make a reviewer known, or correct what is known of him; what is not said stays as it was.

    What is known already records nothing.
    """
    with desk.store.writing(desk.author) as ledger:
        known = reviewers(ledger.connection).get(handle)
        kind = is_model if is_model is not None else known is not None and known[1].is_model
        return ledger_reviewer(ledger, Reviewer(checked_handle(handle), name, kind))


def ledger_reviewer(ledger: Ledger, wanted: Reviewer) -> Reviewer:
    """Record a reviewer unless the project knows just that of him; a name that is not given stays as it was.

    Where copies differed, a name that is given settles it.
    """
    ledger.take_turn(wanted.handle)
    held = stand(ledger.connection, Reviewer.kind, wanted.handle)
    known = [fact for fact in held.values() if isinstance(fact, Reviewer)]
    if not known:
        ledger.add(wanted)
        return wanted
    fresh = Reviewer(wanted.handle, wanted.name or known[0].name, wanted.is_model, tuple(sorted(held)))
    differing = known if wanted.name else known[:1]
    if any((fresh.name, fresh.is_model) != (one.name, one.is_model) for one in differing):
        ledger.add(fresh)
    return fresh


def list_schemes(desk: Desk | None) -> list[Scheme]:
    """The project's scheme first, where there is a project, then the presets."""
    if desk is None:
        return list(PRESETS.values())
    with desk.store.reading() as connection:
        current = scheme(connection)[1]
    return [current, *(preset for preset in PRESETS.values() if preset.name != current.name)]


def list_formats() -> tuple[Format, ...]:
    """Every file format."""
    return FORMATS
