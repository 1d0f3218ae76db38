"""What every verb is given: the project, who asks, the clock and the dice."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from annotate.domain import Moment, Reviewer, Scheme, Status, printable
from annotate.errors import NotForYou, Refusal, Unknown
from annotate.store import ClaimRow, DocumentRow, Ledger, Store, is_judged, is_known, scheme


@dataclass(frozen=True, slots=True)
class Desk:
    """`reviewer` is the handle of who asks, None for the lead, who sees all; `draw(n)` gives n random bytes.

    `present` is the project itself where `store` shows a past state of it.
    """

    store: Store
    reviewer: str | None
    now: Callable[[], Moment]
    draw: Callable[[int], bytes]
    present: Store | None = None

    @property
    def author(self) -> str:
        """Whom the log names."""
        return self.reviewer or ""

    def as_of(self, moment: Moment) -> "Desk":
        """The project as it was at a time; what is done on it is gone with the process.

        A reviewer sees there what he might have seen then and may see now: of a claim that was settled and is open
        again, no more than he could when it was first judged.
        """
        past = self.store.as_of(moment, blind=self.reviewer is not None)
        return replace(self, store=past, present=self.store)


def sitting(desk: Desk) -> str:
    """The reviewer's handle; NotForYou where nobody said who is asking."""
    if desk.reviewer is None:
        raise NotForYou("It is not said who judges.", "Add --reviewer NAME, or set ANNOTATE_REVIEWER.")
    return checked_handle(desk.reviewer)


def lead_only(desk: Desk, what: str) -> None:
    """Refuse what would show a reviewer how others judged."""
    if desk.reviewer is not None:
        raise NotForYou(
            f"{what} would show {printable(desk.reviewer)} how others judged claims that are not settled.",
            "Ask as the lead: --lead.",
        )


def lead_alone(desk: Desk, what: str) -> None:
    """Refuse a reviewer what arranges the work of everybody."""
    if desk.reviewer is not None:
        raise NotForYou(f"{what} is the lead's.", f"Ask as the lead, not as {printable(desk.reviewer)}: --lead.")


def checked_handle(handle: str) -> str:
    """A handle that can be an identity: some printable text without white space."""
    if not handle or any(character.isspace() for character in handle) or printable(handle) != handle:
        raise Unknown(f'"{printable(handle)}" cannot be a reviewer.', "A name is printable text without spaces.")
    return handle


def known_reviewer(ledger: Ledger, handle: str) -> None:
    """Make the reviewer known, where this is the first that one hears of him."""
    if not is_known(ledger.connection, handle):
        ledger.add(Reviewer(checked_handle(handle)))


def used_scheme(ledger: Ledger) -> tuple[str, Scheme]:
    """The scheme and its id; it becomes a fact, and so immutable, by being used."""
    identity, current = scheme(ledger.connection)
    return identity or ledger.add(current), current


def fix_scheme(ledger: Ledger) -> None:
    """Make the planned scheme a fact where others' judgements by it have come in, which told nobody who used it."""
    if scheme(ledger.connection)[0] is None and is_judged(ledger.connection):
        used_scheme(ledger)


def the_claim(found: list[ClaimRow], name: str) -> ClaimRow:
    """The one claim that was found by `name`; Unknown where there is none or more than one."""
    if not name:
        raise Unknown("No claim is named.", "List them with: annotate claims.")
    if not found:
        raise Unknown(f'No claim has an id that begins with "{printable(name)}".', "List them with: annotate claims.")
    if len(found) > 1:
        raise Unknown(f'Several claims have ids that begin with "{printable(name)}".', "Give more of the id.")
    return found[0]


def the_standing_claim(found: list[ClaimRow], name: str) -> ClaimRow:
    """The same, to do something to it; Refusal where it was taken back, since nobody would see what was done."""
    claim = the_claim(found, name)
    if claim.status is Status.WITHDRAWN:
        raise Refusal("That claim was taken back meanwhile.", "Go on to another one, or mark its span again.")
    return claim


def the_standing_document(found: list[DocumentRow], name: str) -> DocumentRow:
    """The one document that was found by `name`, to do something to it; Refusal where it was withdrawn."""
    document = the_document(found, name)
    if not document.stands:
        raise Refusal("That document was withdrawn.", "Take another one.")
    return document


def the_document(found: list[DocumentRow], name: str) -> DocumentRow:
    """The one document that was found by `name`; Unknown where there is none or more than one."""
    if not name:
        raise Unknown("No document is named.", "List them with: annotate documents.")
    if not found:
        raise Unknown(
            f'No document has "{printable(name)}" as title, source or start of its id.',
            "List them with: annotate documents.",
        )
    if len(found) > 1:
        raise Unknown(f'Several documents answer to "{printable(name)}".', "Give the id, or more of it.")
    return found[0]
