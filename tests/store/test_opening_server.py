"""What keeps a project on a server from being made, opened or written is said in one sentence, with a way out."""

from collections.abc import Callable, Iterator
from contextlib import closing
from threading import Barrier, Thread

import psycopg
import pytest
from tests.desks import Clock
from tests.servers import Server, made_database, started

from annotate.domain import PRESETS
from annotate.errors import Unusable
from annotate.store import create_store, open_store
from annotate.work import Desk, add_reviewer

SECRET = "sesame-seed"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server with a user who may do nothing, and one whom it asks for a password."""
    with started() as made:
        with psycopg.connect(made.url(), autocommit=True) as raw:
            raw.execute("CREATE ROLE guest LOGIN")
            raw.execute("CREATE ROLE asked LOGIN PASSWORD 'another'")
        made.ask_for_a_password("asked")
        yield made


@pytest.fixture
def database(server: Server) -> str:
    """The name of an empty database."""
    return made_database(server)


def made(url: str) -> None:
    create_store(url, PRESETS["fever"], version="0.1", now=Clock()).close()


def opened(url: str) -> None:
    open_store(url, version="0.1", now=Clock()).close()


def written(url: str) -> None:
    with closing(open_store(url, version="0.1", now=Clock())) as store:
        add_reviewer(Desk(store, None, store.now, bytes), "ada")


def said(doing: Callable[[str], None], url: str) -> str:
    """What is said of something that cannot be done: one line, with a next step and without a password."""
    with pytest.raises(Unusable) as refused:
        doing(url)
    assert refused.value.next_step
    assert "\n" not in str(refused.value)
    assert SECRET not in str(refused.value)
    return refused.value.sentence


def run(server: Server, database: str, statement: str) -> None:
    with psycopg.connect(server.url(database), autocommit=True) as raw:
        raw.execute(statement)


def test_a_server_that_is_not_there(server: Server) -> None:
    assert "cannot be reached (Connection refused)" in said(opened, f"postgresql://ada:{SECRET}@127.0.0.1:1/x")
    assert "cannot be reached" in said(made, f"postgresql://ada:{SECRET}@no.such.host.invalid/x")


def test_a_wrong_password(server: Server, database: str) -> None:
    for password in (SECRET, ""):
        url = f"postgresql://asked:{password}@/{database}?host={server.socket.parent}"
        assert "the server does not take the password" in said(opened, url)


def test_a_database_or_a_user_that_is_not_there(server: Server, database: str) -> None:
    assert 'database "nowhere" does not exist' in said(opened, server.url("nowhere"))
    assert 'role "nobody" does not exist' in said(opened, server.url(database, "nobody"))


def test_an_empty_database(server: Server, database: str) -> None:
    assert "There is no project at" in said(opened, server.url(database))
    made(server.url(database))
    opened(server.url(database))


def test_a_user_who_may_make_no_tables(server: Server, database: str) -> None:
    assert "does not let this user do that (permission denied" in said(made, server.url(database, "guest"))
    made(server.url(database))


def test_a_user_who_may_read_nothing_or_write_nothing(server: Server, database: str) -> None:
    made(server.url(database))
    assert "does not let this user do that (permission denied" in said(opened, server.url(database, "guest"))
    run(server, database, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest")
    opened(server.url(database, "guest"))
    assert "does not let this user do that (permission denied" in said(written, server.url(database, "guest"))


def test_a_user_with_grants_alone_can_work(server: Server, database: str) -> None:
    made(server.url(database))
    run(server, database, "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO guest")
    run(server, database, "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO guest")
    written(server.url(database, "guest"))


def test_another_programs_database(server: Server, database: str) -> None:
    run(server, database, "CREATE TABLE recipe (name TEXT)")
    assert "There is something at" in said(made, server.url(database))
    assert "There is no project at" in said(opened, server.url(database))


def test_another_program_that_counts_its_revisions_as_we_do(server: Server, database: str) -> None:
    run(server, database, "CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)")
    run(server, database, "INSERT INTO alembic_version VALUES ('ae1027a6acf')")
    assert "is a database of another program" in said(opened, server.url(database))


def test_a_newer_schema(server: Server, database: str) -> None:
    made(server.url(database))
    run(server, database, "UPDATE alembic_version SET version_num = '0999'")
    assert "was written by another version of annotate (schema 0999" in said(opened, server.url(database))


def test_a_copy_that_only_follows_is_read_and_not_written(server: Server, database: str) -> None:
    made(server.url(database))
    run(server, database, f"ALTER DATABASE {database} SET default_transaction_read_only = on")
    opened(server.url(database))
    assert "can only be read" in said(written, server.url(database))


def test_a_server_without_a_place_left(server: Server, database: str) -> None:
    made(server.url(database))
    run(server, database, f"ALTER DATABASE {database} CONNECTION LIMIT 0")
    assert "cannot be reached (too many connections" in said(opened, server.url(database, "guest"))


def test_what_is_no_url_of_a_server(server: Server) -> None:
    assert "is no PostgreSQL URL" in said(opened, f"mysql://ada:{SECRET}@host/x")
    assert "cannot be read" in said(opened, f"postgresql://ada:{SECRET}@host:port/x")


def test_of_many_who_make_a_project_at_once_one_makes_it(server: Server, database: str) -> None:
    barrier, ends = Barrier(6), list[str]()

    def make() -> None:
        barrier.wait()
        try:
            made(server.url(database))
        except Unusable as refusal:
            ends.append(refusal.sentence)
        else:
            ends.append("made")

    threads = [Thread(target=make) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ends.count("made") == 1
    assert sum("There is something at" in end for end in ends) == 5
    opened(server.url(database))
