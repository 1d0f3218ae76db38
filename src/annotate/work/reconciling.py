"""By which scheme is judged where two copies meet: a project has one, and what was judged is never read by another."""

from dataclasses import dataclass

from annotate.domain import Scheme, printable
from annotate.errors import Refusal
from annotate.store import Copy, Ledger, Reading, is_empty, is_judged, scheme


@dataclass(frozen=True, slots=True)
class _Holds:
    """The scheme of a copy, whether something was judged by it, and whether anything at all was recorded."""

    scheme: Scheme
    used: bool
    empty: bool


def _holds(connection: Reading) -> _Holds:
    used, current = scheme(connection)
    return _Holds(current, used is not None or is_judged(connection), is_empty(connection))


def agree_on_scheme(ledger: Ledger, copy: Copy) -> tuple[str, ...]:
    """Plan to judge by the other copy's scheme where that one is used, or this copy empty; says so.

    Raises Refusal, before anything is taken in, where neither can give way.
    """
    here, there = _holds(ledger.connection), copy.ask(_holds)
    if here.scheme == there.scheme or (here.used and not there.used):
        return ()
    if here.used:
        raise Refusal(
            f"Here is judged by {_called(here.scheme)}, in {copy.name} by {_called(there.scheme)}, and they differ: "
            "what was judged by one says nothing by the other.",
            "Keep the two apart, or judge the claims of one of them anew.",
        )
    if not there.used and there.empty:
        return ()
    if not there.used and not here.empty:
        raise Refusal(
            f"Nothing is judged yet, and here is planned to judge by {_called(here.scheme)}, in {copy.name} by "
            f"{_called(there.scheme)}, which differ.",
            'Import the scheme that is to hold, a record of the kind "scheme", into the copy that has the other.',
        )
    ledger.plan_scheme(there.scheme)
    return (f"The project now judges by the scheme {printable(there.scheme.name)}, as {copy.name} does.",)


def are_alike(ledger: Ledger, copy: Copy) -> bool:
    """Whether both go by the same scheme, used or planned."""
    return _holds(ledger.connection).scheme == copy.ask(_holds).scheme


def refuse_strangers(copy: Copy) -> None:
    """Refuse to pool two projects that have no document in common and go by different schemes."""
    raise Refusal(
        f"{copy.name} has no document in common with this project, and goes by another scheme.",
        "Merge copies of one project; to pool two, both have to go by the same scheme.",
    )


def _called(wanted: Scheme) -> str:
    return f'"{printable(wanted.name)}" (version {printable(wanted.version)})'
