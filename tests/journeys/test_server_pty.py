"""A reviewer's session on a server that others write on, that is restarted, that is away for a while."""

from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest
from tests.desks import Clock, judged
from tests.journeys.terminal import review
from tests.proxies import wire
from tests.servers import Server, made_database, started
from tests.tui.articles import add_article

from annotate.domain import PRESETS
from annotate.store import create_store
from annotate.work import Desk, check_project


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server that may be stopped."""
    with started() as made:
        yield made


@pytest.fixture
def database(server: Server) -> str:
    """The name of a database of its own."""
    return made_database(server)


@pytest.fixture
def lead(server: Server, database: str) -> Iterator[Desk]:
    """A project with one article and its three claims."""
    with closing(create_store(server.url(database), PRESETS["averitec"], version="0.1", now=Clock())) as store:
        desk = Desk(store, None, store.now, bytes)
        add_article(desk)
        yield desk


def said(desk: Desk) -> list[tuple[str, str]]:
    """Verdict and rationale of everything that was ever recorded."""
    return [(judgement.verdict, judgement.rationale) for judgement in judged(desk)]


def test_a_server_that_is_restarted_between_two_keys_is_noticed_by_nobody(lead: Desk, server: Server) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        terminal.press("1")
        terminal.until("2/3", "saved")
        server.stop()
        server.start()
        terminal.press("2")
        assert "not saved" not in terminal.until("3/3", "saved")
        terminal.press("u")
        assert "not saved" not in terminal.until("2/3", "Taken back")
        terminal.press("q")
        assert terminal.ended() == 0
    assert said(lead) == [("supported", ""), ("refuted", "")]
    assert check_project(lead) == []


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (160, 48)])
def test_while_the_server_is_away_nothing_is_acknowledged_and_what_is_typed_is_kept(
    lead: Desk, server: Server, columns: int, rows: int
) -> None:
    with review(lead.store.target, columns, rows) as terminal:
        terminal.until("1/3", "saved")
        server.stop()
        try:
            terminal.press("1")
            terminal.until("cannot be reached", "not saved", "1/3")
            terminal.press("r")
            terminal.until("── why")
            terminal.type("In the table.")
            terminal.until("cannot be reached", "In the table.")
            terminal.press("esc")
            terminal.until("could not be written yet", "not saved")
        finally:
            server.start()
        terminal.press("j", "k")
        terminal.until("1/3", "In the table.")
        terminal.press("1")
        terminal.until("2/3", "saved")
        terminal.press("q")
        assert terminal.ended() == 0
        assert terminal.is_sane
    assert "Traceback" not in terminal.printed.decode(errors="replace")
    assert said(lead) == [("supported", "In the table.")]
    assert check_project(lead) == []


def test_a_commit_whose_answer_is_lost_on_the_way_is_one_judgement(lead: Desk, server: Server, database: str) -> None:
    with wire(server.socket) as line, review(line.url(database)) as terminal:
        terminal.until("1/3", "saved")
        line.cut_next("behind")
        terminal.press("1")
        terminal.until("2/3", "saved")
        assert line.was_cut
        line.cut_next("before")
        terminal.press("2")
        terminal.until("nothing of this", "not saved", "2/3")
        assert line.was_cut
        terminal.press("2")
        terminal.until("3/3", "saved")
        terminal.press("q")
        assert terminal.ended() == 0
    assert said(lead) == [("supported", ""), ("refuted", "")]
    assert check_project(lead) == []


def test_a_key_waits_for_who_goes_through_the_whole_project_and_the_keys_behind_it_keep_their_order(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3", "saved")
        with psycopg.connect(lead.store.target) as other:
            other.execute("SELECT pg_advisory_xact_lock(7101)")
            terminal.press("1")
            assert "Nothing was recorded" not in terminal.until("Another program is writing", "1/3")
            terminal.press("2")
        terminal.until("3/3")
    assert said(lead) == [("supported", ""), ("refuted", "")]
