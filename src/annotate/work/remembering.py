"""Remember: who recorded what, when, as far as the asker may see it."""

from collections.abc import Generator
from dataclasses import dataclass
from itertools import islice

from annotate.domain import Claim, Decision, Fact, Judgement, Moment, Version, printable
from annotate.errors import Unknown
from annotate.store import (
    Logged,
    Marked,
    Reading,
    Trail,
    Wording,
    authors,
    fact_by_id,
    find_claims,
    find_documents,
    find_marked,
    history,
    is_known,
    known_from,
    quotes,
    titles,
)
from annotate.work.desk import Desk, the_claim, the_document

LEAD = "lead"
"""What the lead is called where the log has no name."""

BATCH = 100
"""Entries that are put into words at once."""


@dataclass(frozen=True, slots=True)
class Sifting:
    """Which entries are asked for; all that is given must hold.

    `claim` and `document` are ids or starts of ids (a document also a title or source), `by` is a handle or "lead".
    `since` and `until` are inclusive. Reading goes on behind the entry `after`: its digest, or the id of its fact, or a
    start of either. With `newest`, it goes from the newest back.
    """

    claim: str | None = None
    document: str | None = None
    by: str | None = None
    kinds: frozenset[str] = frozenset()
    since: Moment | None = None
    until: Moment | None = None
    after: str | None = None
    newest: bool = False


EVERYTHING = Sifting()
"""Every entry, from the oldest on."""


def read_log(desk: Desk, sifting: Sifting = EVERYTHING) -> Generator[Logged, None, None]:
    """Who recorded what, in the order of the authors' clocks; to a reviewer, of judgements only what he may see."""
    with desk.store.reading() as connection:
        yield from history(connection, _trail(connection, desk, sifting), desk.reviewer)


def _trail(connection: Reading, desk: Desk, sifting: Sifting) -> Trail:
    claim, document, after = sifting.claim, sifting.document, sifting.after
    return Trail(
        claim=None if claim is None else the_claim(find_claims(connection, claim), claim).id,
        document=None if document is None else the_document(find_documents(connection, document), document).id,
        authors=None if sifting.by is None else _authors(connection, desk, sifting.by),
        kinds=sifting.kinds,
        since=sifting.since,
        until=sifting.until,
        after=None if after is None else _marked(connection, desk, after).mark,
        newest=sifting.newest,
    )


def _authors(connection: Reading, desk: Desk, name: str) -> frozenset[str]:
    """Whom the log calls so; Unknown where it is nobody that the asker could know of."""
    if name == LEAD:
        return frozenset({"", LEAD})
    if not is_known(connection, name) and (desk.reviewer is not None or name not in authors(connection)):
        raise Unknown(f'Nobody here is called "{printable(name)}".', "List the names with: annotate reviewers.")
    return frozenset({name})


def _marked(connection: Reading, desk: Desk, name: str) -> Marked:
    found = find_marked(connection, name, desk.reviewer)
    if not found:
        raise Unknown(f'Nothing that was recorded has an id that begins with "{printable(name)}".', _IDS)
    if len(found) > 1:
        raise Unknown(f'Several things have ids that begin with "{printable(name)}".', "Give more of the id.")
    return found[0]


_IDS = "Ids are in: annotate log --json."


def moment_after(desk: Desk, name: str) -> Moment:
    """The first moment as of which there is what was recorded under that name: the id of a fact, an entry's digest."""
    with desk.store.reading() as connection:
        return known_from(connection, _marked(connection, desk, name).logged)


@dataclass(frozen=True, slots=True)
class Told:
    """An entry with what a person needs beside it.

    `quote` is what stands at the claim that it is about, `title` what its document is called (each "" where there is
    none), `before` what the judgement or decision supersedes.
    """

    logged: Logged
    quote: str
    title: str
    before: tuple[Fact, ...]


def tell_log(desk: Desk, sifting: Sifting = EVERYTHING) -> Generator[Told, None, None]:
    """The same entries for people."""
    with desk.store.reading() as connection:
        found = history(connection, _trail(connection, desk, sifting), desk.reviewer)
        while some := list(islice(found, BATCH)):
            wordings = {one.digest: _wording(one) for one in some}
            quoted = quotes(connection, set(wordings.values()))
            titled = titles(connection, {one.document for one in some if one.document})
            for one in some:
                quote, title = quoted.get(wordings[one.digest], ""), titled.get(one.document or "", "")
                yield Told(one, quote, title, _before(connection, one.fact))


def _wording(logged: Logged) -> Wording:
    """The words that are meant: of a mark and a correction those of then, of everything else those of now."""
    _, fact = logged.about
    return logged.claim or "", fact.span if isinstance(fact, Claim | Version) else None


def _before(connection: Reading, fact: Fact) -> tuple[Fact, ...]:
    if not isinstance(fact, Judgement | Decision):
        return ()
    found = (fact_by_id(connection, identity) for identity in fact.supersedes)
    return tuple(one for one in found if one is not None)
