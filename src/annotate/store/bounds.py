"""Who marked which spans with his own hand, and who else was at work in the same document."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from annotate.domain import LETTERS, Answer, Moment, Status, Version, Withdrawal, withdrawn
from annotate.store import tables
from annotate.store.registry import signed_as
from annotate.store.settling import withdrawals_of

AT_ONCE = 500


class Bounds(NamedTuple):
    """Bounds that a reviewer set, as the claim (row) or a version of it: `fact` is its id, `at` when, by his clock."""

    document: int
    claim: int
    reviewer: str
    start: int
    end: int
    at: Moment
    fact: str


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A document of `length` code points: what was marked in it by hand, and answered by those who mark.

    `answers` are the standing answers of the first round: (claim, reviewer) → each with its label, "" for none.
    """

    document: int
    length: int
    bounds: Sequence[Bounds] = ()
    answers: dict[tuple[int, str], list[tuple[Answer, str]]] = field(default_factory=dict)


def marked_documents(connection: Connection) -> Iterator[MarkedDocument]:
    """Each document in the work that somebody marked in or judged, of those who ever marked; in the order of rows.

    Of the bounds that a reviewer gave one claim, only his last ones that he did not take back are among it; claims that
    came from a file, or from the lead, are nobody's marks.
    """
    writers = list(connection.execute(select(tables.writer.c.row).where(tables.writer.c.author != "")).scalars())
    if not writers:
        return  # as where all that was judged came from files
    found = [one for wanted in (_MARKED, _CORRECTED) for one in _set(connection, wanted, writers)]
    found = _standing(connection, found, writers)
    found.sort(key=attrgetter("document", "claim", "reviewer", "at"))
    who = sorted({one.reviewer for one in found})
    if not who:
        return
    of_documents = groupby(merge(_last(found), _answers(connection, who), key=itemgetter(0)), key=itemgetter(0))
    with connection.execute(_lengths()) as lengths:  # which may know documents behind the last that is wanted
        row, length = next(lengths, (0, 0))
        for document, said in of_documents:
            while row < document:
                row, length = next(lengths)
            yield _gathered(document, length, list(said))


def _gathered(document: int, length: int, said: list[Any]) -> MarkedDocument:
    held = MarkedDocument(document, length, [one for one in said if isinstance(one, Bounds)])
    for _, claim, reviewer, answer, label in (one for one in said if not isinstance(one, Bounds)):
        held.answers.setdefault((claim, reviewer), []).append((Answer(answer), label))
    return held


def _last(found: list[Bounds]) -> Iterator[Bounds]:
    """The last bounds that each reviewer gave each claim."""
    for _, given in groupby(found, key=attrgetter("document", "claim", "reviewer")):
        *_, last = given
        yield last


def _standing(connection: Connection, found: list[Bounds], writers: list[int]) -> list[Bounds]:
    """Without corrections that were taken back, and marks that their own marker took back, whoever made them too."""
    undone = _undone(connection, writers)
    kept = [one for one in found if undone.get((one.reviewer, one.fact), 0) < one.at]
    versions = sorted({one.fact for one in kept if one.fact.startswith(LETTERS[Version.kind])})
    gone: set[str] = set()
    for at in range(0, len(versions), AT_ONCE):
        gone |= withdrawn(withdrawals_of(connection, versions[at : at + AT_ONCE]))
    return [one for one in kept if one.fact not in gone]


def _undone(connection: Connection, writers: list[int]) -> dict[tuple[str, str], Moment]:
    """Reviewer and what he withdrew himself, without bringing it back himself → when he last did."""
    entry, about = tables.log.c, tables.about.c
    wanted = (
        select(tables.writer.c.author, tables.fact.c.id, about.subject, entry.at)
        .select_from(tables.log)
        .join(tables.writer, tables.writer.c.row == entry.writer)
        .join(tables.fact, tables.fact.c.row == entry.fact)
        .join(tables.about, about.fact == entry.fact)
        .where(entry.writer.in_(writers), about.kind == Withdrawal.kind)
        .order_by(entry.at)
    )
    found = connection.execute(wanted).all()
    redone = {(author, subject) for author, _, subject, _ in found}
    return {(author, subject): at for author, own, subject, at in found if (author, own) not in redone}


def _set(connection: Connection, wanted: Select[Any], writers: list[int]) -> Iterator[Bounds]:
    """Bounds as these writers (rows) set them; what one of them took from a file here is not among it."""
    entry = tables.log.c
    by_hand = or_(entry.source == "", tables.writer.c.installation.not_in(signed_as(connection)))
    theirs = wanted.where(entry.writer.in_(writers), by_hand, _in_the_work())
    for document, claim, reviewer, at, fact, content in connection.execute(theirs):
        start, end = json.loads(content)["span"]
        yield Bounds(document, claim, reviewer, start, end, at, fact)


def _in_the_work() -> ColumnElement[bool]:
    return tables.claim.c.status != Status.WITHDRAWN.value


def _by_whom() -> Select[Any]:
    """Each entry with its claim: found by its writers, since most claims come from files."""
    claim, entry = tables.claim.c, tables.log.c
    return (
        select(claim.document, claim.fact, tables.writer.c.author, entry.at, tables.fact.c.id, tables.fact.c.content)
        .select_from(tables.log)
        .join(tables.writer, tables.writer.c.row == entry.writer)
        .join(tables.fact, tables.fact.c.row == entry.fact)
    )


_root = tables.fact.alias("root")
_MARKED = _by_whom().join(tables.claim, tables.claim.c.fact == tables.fact.c.row)
_CORRECTED = (
    _by_whom()
    .join(tables.about, tables.about.c.fact == tables.fact.c.row)
    .join(_root, _root.c.id == tables.about.c.subject)
    .join(tables.claim, tables.claim.c.fact == _root.c.row)
    .where(tables.about.c.kind == Version.kind)
)


def _answers(connection: Connection, who: list[str]) -> Iterator[Any]:
    """What those who mark answer, document by document: rows of document, claim, reviewer, answer, label."""
    judged, claim = tables.judgement.c, tables.claim.c
    wanted = select(claim.document, claim.fact, judged.reviewer, judged.answer, judged.verdict)
    wanted = wanted.join(tables.judgement, judged.claim == claim.fact)
    wanted = wanted.where(judged.reviewer.in_(who), judged.stands == 1, judged.round == 1, _in_the_work())
    return iter(connection.execute(wanted.order_by(claim.document, claim.fact, judged.reviewer, judged.fact)))


def _lengths() -> Select[Any]:
    """Every document's row with the number of its code points."""
    wanted = select(tables.document.c.fact, tables.body.c.characters)
    return wanted.join(tables.body, tables.body.c.sha256 == tables.document.c.sha256).order_by(tables.document.c.fact)
