"""Many people at one moment on a server: nothing is lost, nothing is there twice, nobody fails."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from threading import Barrier, Thread
from time import sleep
from typing import TypeVar

import psycopg
import pytest
from tests.desks import SECOND
from tests.engines import ON_POSTGRESQL
from tests.laws.histories import CLAIMS, DOCUMENTS, SCHEME, SPANS, TEXTS, add_ground, add_texts, id_of

from annotate.domain import Claim, Decision, Document, Fact, Judgement, Key, Reviewer, Scheme, Status
from annotate.store import open_store
from annotate.work import (
    Deed,
    Desk,
    Draft,
    Response,
    add_reviewer,
    adjudicate,
    assign,
    check_project,
    correct,
    decide,
    export,
    judge,
    keep_answer_draft,
    list_claims,
    list_reviewers,
    mark,
    read_log,
    redo,
    undo,
)

pytestmark = ON_POSTGRESQL

MANY = 8
PEOPLE = [f"r{number}" for number in range(MANY)]
REFUTED, SUPPORTED = Response(verdict="refuted"), Response(verdict="supported")

Doing = Callable[[Desk], object]


@contextmanager
def desks(lead: Desk, people: Sequence[str | None]) -> Iterator[list[Desk]]:
    """A desk for each, with connections of its own; of their clocks none says twice the same."""
    now = count(lead.now(), SECOND).__next__
    with ExitStack() as stack:
        made = []
        for who in people:
            store = stack.enter_context(closing(open_store(lead.store.target, version="0.1", now=now)))
            made.append(Desk(store, who, store.now, bytes))
        yield made


def at_once(desks: Sequence[Desk], *doing: Doing) -> list[object]:
    """What each brought about (the acts are dealt out in turn), all of them begun at the same moment."""
    barrier, done, failed = Barrier(len(desks)), [], []

    def run(desk: Desk, act: Doing) -> None:
        barrier.wait()
        try:
            done.append(act(desk))
        except BaseException as error:  # noqa: BLE001  told below, whatever it is
            failed.append(error)

    threads = [Thread(target=run, args=(desk, doing[number % len(doing)])) for number, desk in enumerate(desks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    return done


Kind = TypeVar("Kind", bound=Fact)


def recorded(lead: Desk, kind: type[Kind]) -> list[Kind]:
    """Every fact of a kind that was ever recorded."""
    return [entry.fact for entry in read_log(lead) if isinstance(entry.fact, kind)]


@pytest.fixture
def grounds(lead: Desk) -> Desk:
    """A project with five claims in it."""
    add_ground(lead)
    return lead


def test_all_who_judge_one_claim_for_the_first_time_are_heard(lead: Desk) -> None:
    with lead.store.writing() as ledger:
        add_texts(ledger)
        document = ledger.add(Document.of(TEXTS[0]))
        claim = ledger.add(Claim(document, 0, 15))
    with desks(lead, PEOPLE) as people:
        at_once(people, lambda desk: judge(desk, claim, SUPPORTED), lambda desk: judge(desk, claim, REFUTED))
    assert {fact.reviewer: fact.verdict for fact in recorded(lead, Judgement)} == {
        who: ("supported", "refuted")[number % 2] for number, who in enumerate(PEOPLE)
    }
    assert len(recorded(lead, Scheme)) == 1
    assert sorted(one.handle for one in list_reviewers(lead)) == PEOPLE
    (listed,) = list_claims(lead)
    assert (listed.claim.status, listed.claim.judgements) == (Status.DISPUTED, MANY)
    assert check_project(lead) == []


def test_one_who_judges_from_many_places_has_one_answer_and_one_chain(grounds: Desk) -> None:
    answers = [Response(verdict="refuted", rationale=f"Place {number}.") for number in range(MANY)]
    with desks(grounds, ["ada"] * MANY) as places:
        at_once(places, *(partial(judge, claim=CLAIMS[0], response=said) for said in answers))
    given = recorded(grounds, Judgement)
    assert len(given) == MANY
    assert sorted(len(one.supersedes) for one in given) == [0] + [1] * (MANY - 1)
    assert len({one.supersedes for one in given}) == MANY
    assert check_project(grounds) == []


def test_one_who_undoes_from_many_places_undoes_each_deed_once(grounds: Desk) -> None:
    ada = replace(grounds, reviewer="ada")
    for _ in range(2):
        for claim in CLAIMS[:4]:
            judge(ada, claim, REFUTED if _ else SUPPORTED)
    with desks(grounds, ["ada"] * MANY) as places:
        undone = [deed.id for deed in at_once(places, undo) if isinstance(deed, Deed)]
        assert len(set(undone)) == MANY
        assert all(one.claim.judgements == 0 for one in list_claims(grounds))
        redone = [deed.id for deed in at_once(places, redo) if isinstance(deed, Deed)]
    assert sorted(redone) == sorted(undone)
    assert check_project(grounds) == []


def test_all_who_decide_one_claim_leave_one_decision(grounds: Desk) -> None:
    with desks(grounds, [None, *PEOPLE[1:]]) as people:
        at_once(
            people,
            lambda desk: decide(desk, CLAIMS[0], "refuted", rationale=str(desk.reviewer)),
            lambda desk: decide(desk, CLAIMS[0], "supported", rationale=str(desk.reviewer)),
        )
    decided = recorded(grounds, Decision)
    assert len(decided) == MANY
    assert sorted(len(one.supersedes) for one in decided) == [0] + [1] * (MANY - 1)
    listed = next(one.claim for one in list_claims(grounds) if one.claim.id == CLAIMS[0])
    assert listed.status is Status.ADJUDICATED
    assert check_project(grounds) == []


def test_who_judges_and_who_decides_at_once_leave_the_state_that_the_facts_give(grounds: Desk) -> None:
    _, start, end = SPANS[0]
    with desks(grounds, PEOPLE) as people:
        for turn in range(4):
            at_once(
                people,
                partial(judge, claim=CLAIMS[0], response=Response(verdict="supported", rationale=str(turn))),
                partial(decide, claim=CLAIMS[0], outcome="refuted", rationale=str(turn)),
                partial(correct, claim=CLAIMS[0], start=start, end=end - turn),
            )
            assert check_project(grounds) == []


def test_who_judges_while_another_has_not_ended_waits_and_then_sees_what_that_one_said(grounds: Desk) -> None:
    other = Thread(target=judge, args=(replace(grounds, reviewer="bob"), CLAIMS[0], REFUTED))
    with grounds.store.writing("ada") as ledger:
        ledger.add(Judgement(CLAIMS[0], "ada", id_of(SCHEME), verdict="supported", at=grounds.now()))
        ledger.flush()
        other.start()
        _wait_until_blocked(grounds, other)
    other.join()
    listed = next(one.claim for one in list_claims(grounds) if one.claim.id == CLAIMS[0])
    assert listed.status is Status.DISPUTED
    assert check_project(grounds) == []


def _wait_until_blocked(lead: Desk, other: Thread) -> None:
    with psycopg.connect(lead.store.target, autocommit=True) as raw:
        while other.is_alive() and not raw.execute("SELECT 1 FROM pg_locks WHERE NOT granted").fetchall():
            sleep(0.01)


def test_all_who_mark_the_same_span_mark_one_claim(grounds: Desk) -> None:
    with desks(grounds, PEOPLE) as people:
        marked = at_once(people, lambda desk: mark(desk, DOCUMENTS[0], start=3, end=9).id)
    assert len(set(marked)) == 1
    assert len(list(list_claims(grounds))) == len(SPANS) + 1
    assert check_project(grounds) == []


def test_a_reviewer_who_is_named_by_many_is_one(grounds: Desk) -> None:
    with desks(grounds, [None] * 4 + ["max"] * 4) as people:
        at_once(
            people,
            *[lambda desk: add_reviewer(desk, "max", name="Max M.")] * 4,
            *[lambda desk: judge(desk, CLAIMS[0], REFUTED)] * 4,
        )
    (max_,) = (one for one in list_reviewers(grounds) if one.handle == "max")
    assert max_.name == "Max M."
    assert len([one for one in recorded(grounds, Reviewer) if one.handle == "max"]) <= 2
    assert check_project(grounds) == []


def test_who_goes_through_all_of_it_meets_nobody(grounds: Desk) -> None:
    with desks(grounds, [None, *PEOPLE[1:]]) as people:
        at_once(
            people,
            lambda desk: assign(desk, ["ada", "bob", "eve"], 2),
            lambda desk: [judge(desk, claim, SUPPORTED) for claim in CLAIMS],
            lambda desk: adjudicate(desk, "majority"),
            lambda desk: check_project(desk),
            lambda desk: [judge(desk, claim, REFUTED) for claim in CLAIMS],
            lambda desk: keep_answer_draft(desk, CLAIMS[0], Draft(rationale="As I was")),
            lambda desk: adjudicate(desk, "unanimous"),
            lambda desk: [mark(desk, DOCUMENTS[1], start=at, end=at + 2) for at in range(5)],
        )
    assert check_project(grounds) == []


def test_who_exports_at_once_makes_one_key(grounds: Desk, tmp_path: Path) -> None:
    with desks(grounds, [None] * MANY) as people:
        files = [tmp_path / str(number) / "all.jsonl" for number in range(MANY)]
        for file in files:
            file.parent.mkdir()
        at_once(people, *(partial(export, dest=file, form="jsonl", everything=True) for file in files))
    assert len(recorded(grounds, Key)) == 1
    assert len({file.read_bytes() for file in files}) == 1
