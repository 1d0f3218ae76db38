"""A session outlives its connection: nothing acknowledged is lost, nothing is there twice, and nobody need know."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import psycopg
import pytest
from tests.desks import Clock
from tests.laws.histories import CLAIMS, SCHEME, add_ground
from tests.proxies import Cut, Wire, wire
from tests.servers import Server, made_database, started

from annotate.domain import Judgement
from annotate.errors import Busy, Unusable
from annotate.store import create_store, open_store
from annotate.work import Desk, Draft, Response, check_project, judge, keep_answer_draft, read_answer_draft, read_log

REFUTED, SUPPORTED = Response(verdict="refuted"), Response(verdict="supported")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server that may be stopped: nobody else's tests are on it."""
    with started() as made:
        yield made


@pytest.fixture
def database(server: Server) -> str:
    """The name of a database with a project of five claims in it."""
    name = made_database(server)
    with closing(create_store(server.url(name), SCHEME, version="0.1", now=Clock())) as store:
        add_ground(Desk(store, None, store.now, bytes))
    return name


@pytest.fixture
def ada(server: Server, database: str) -> Iterator[Desk]:
    """Ada's desk, right at the server."""
    with closing(open_store(server.url(database), version="0.1", now=Clock())) as store:
        yield Desk(store, "ada", store.now, bytes)


@pytest.fixture
def line(server: Server) -> Iterator[Wire]:
    """A wire to the server."""
    with wire(server.socket) as made:
        yield made


@pytest.fixture
def far(line: Wire, database: str) -> Iterator[Desk]:
    """Ada's desk, at the other end of the wire."""
    with closing(open_store(line.url(database), version="0.1", now=Clock())) as store:
        yield Desk(store, "ada", store.now, bytes)


def judged(desk: Desk) -> list[tuple[str, str]]:
    """Claim and verdict of every judgement that was ever recorded."""
    found = (entry.fact for entry in read_log(replace(desk, reviewer=None)))
    return [(fact.claim, fact.verdict) for fact in found if isinstance(fact, Judgement)]


def cut_off(desk: Desk) -> None:
    """End every connection of that project but the one that does so."""
    others = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database()"
    with psycopg.connect(desk.store.target) as raw:
        assert raw.execute(f"{others} AND pid <> pg_backend_pid()").fetchall()


def test_a_connection_that_is_lost_between_two_verbs_is_made_again(ada: Desk) -> None:
    judge(ada, CLAIMS[0], REFUTED)
    cut_off(ada)
    judge(ada, CLAIMS[1], REFUTED)
    cut_off(ada)
    assert judged(ada) == [(CLAIMS[0], "refuted"), (CLAIMS[1], "refuted")]
    assert check_project(ada) == []


def test_a_server_that_was_restarted_is_found_again(ada: Desk, server: Server) -> None:
    judge(ada, CLAIMS[0], REFUTED)
    list(read_log(ada))
    for stop in (server.stop, server.kill):
        stop()
        server.start()
        judge(ada, CLAIMS[1], SUPPORTED if stop == server.stop else REFUTED)
    assert judged(ada) == [(CLAIMS[0], "refuted"), (CLAIMS[1], "supported"), (CLAIMS[1], "refuted")]
    assert check_project(ada) == []


def test_while_the_server_is_away_all_is_refused_with_a_sentence_and_then_goes_on(ada: Desk, server: Server) -> None:
    judge(ada, CLAIMS[0], REFUTED)
    server.stop()
    try:
        for _ in range(2):
            with pytest.raises(Unusable, match="cannot be reached"):
                judge(ada, CLAIMS[1], REFUTED)
            with pytest.raises(Unusable, match="cannot be reached"):
                list(read_log(ada))
    finally:
        server.start()
    judge(ada, CLAIMS[1], REFUTED)
    assert judged(ada) == [(CLAIMS[0], "refuted"), (CLAIMS[1], "refuted")]


def test_lost_in_the_middle_nothing_of_it_is_there_and_it_can_be_done_again(ada: Desk) -> None:
    def stumble() -> None:
        with ada.store.writing("ada") as ledger:
            ledger.add(Judgement(CLAIMS[0], "ada", "s1", verdict="refuted"))
            assert ledger.connection
            cut_off(ada)
            ledger.add(Judgement(CLAIMS[0], "ada", "s1", verdict="supported"))

    with pytest.raises(Unusable, match=r"was lost .*nothing of this was written"):
        stumble()
    assert judged(ada) == []
    judge(ada, CLAIMS[0], REFUTED)
    assert judged(ada) == [(CLAIMS[0], "refuted")]
    assert check_project(ada) == []


def test_a_commit_whose_answer_does_not_come_was_done_where_it_was_done(far: Desk, line: Wire) -> None:
    for number, claim in enumerate(CLAIMS, 1):
        line.cut_next("behind")
        assert judge(far, claim, REFUTED).judgement.claim == claim
        assert line.was_cut
        assert len(judged(far)) == number
    assert check_project(far) == []


def test_a_commit_that_never_arrived_is_refused_and_nothing_of_it_is_there(far: Desk, line: Wire) -> None:
    for claim in CLAIMS[:2]:
        line.cut_next("before")
        with pytest.raises(Unusable, match="The connection was lost, and nothing of this was written"):
            judge(far, claim, REFUTED)
        assert line.was_cut
    assert judged(far) == []
    judge(far, CLAIMS[0], REFUTED)
    assert judged(far) == [(CLAIMS[0], "refuted")]
    assert check_project(far) == []


@pytest.mark.parametrize("cut", ["before", "behind"])
def test_where_nobody_answers_after_the_commit_it_is_said_that_this_is_not_known(
    cut: Cut, far: Desk, line: Wire
) -> None:
    line.cut_next(cut)
    line.is_down = True
    with pytest.raises(Unusable, match="it cannot be seen whether it was"):
        judge(far, CLAIMS[0], REFUTED)
    line.is_down = False
    assert judged(far) == ([(CLAIMS[0], "refuted")] if cut == "behind" else [])
    judge(far, CLAIMS[0], REFUTED)
    assert judged(far) == [(CLAIMS[0], "refuted")]
    assert check_project(far) == []


@pytest.mark.parametrize("cut", ["before", "behind"])
def test_a_draft_whose_commit_was_lost_can_be_kept_again(cut: Cut, far: Desk, line: Wire) -> None:
    line.cut_next(cut)
    with pytest.raises(Unusable, match="nothing of this was written"):
        keep_answer_draft(far, CLAIMS[0], Draft(rationale="It says so."))
    keep_answer_draft(far, CLAIMS[0], Draft(rationale="It says so."))
    assert read_answer_draft(far, CLAIMS[0]) == Draft(rationale="It says so.")


def test_another_writer_is_waited_for_no_longer_than_said(ada: Desk) -> None:
    ada.store.wait = 0.1
    with psycopg.connect(ada.store.target) as other:
        other.execute("SELECT pg_advisory_xact_lock(7101)")
        with pytest.raises(Busy, match="is being written by another program"):
            judge(ada, CLAIMS[0], REFUTED)
        assert judged(ada) == []
    judge(ada, CLAIMS[0], REFUTED)
    assert judged(ada) == [(CLAIMS[0], "refuted")]


def test_a_server_that_was_restarted_is_found_again_by_whoever_had_two_connections(ada: Desk, server: Server) -> None:
    with ada.store.reading() as one, ada.store.reading() as other:
        assert one is not other
    server.stop()
    server.start()
    judge(ada, CLAIMS[0], REFUTED)
    assert judged(ada) == [(CLAIMS[0], "refuted")]
