"""Check on PostgreSQL: the same looks, and those that only a server needs."""

from dataclasses import replace

import psycopg
import pytest
from tests.desks import Clock
from tests.engines import ON_POSTGRESQL
from tests.laws.histories import CLAIMS, Act, begun, play, response

from annotate.store import look, open_store
from annotate.work import Desk, check_project, index_documents, judge, rebuild_project

pytestmark = ON_POSTGRESQL

HISTORY = [Act("judge", "ada", 0, "refuted"), Act("judge", "bob", 0, "supported"), Act("decide", "eve", 0, "refuted")]


@pytest.mark.parametrize(
    ("statement", "what", "mends"),
    [
        ("UPDATE claim SET status = 'open'", {"derived"}, True),
        ("DELETE FROM citation", {"derived"}, True),
        ("UPDATE passage SET start = start + 1", {"search"}, True),
        ("DELETE FROM passage_words", {"search"}, True),
        ("SELECT setval('fact_row', 1)", {"schema"}, True),
        ("UPDATE log SET at = at + 1", {"log"}, False),
        ("UPDATE fact SET content = replace(content, 'refuted', 'supported')", {"digest"}, False),
        ("DELETE FROM log WHERE row = 5", {"log"}, False),
    ],
)
def test_what_is_wrong_has_its_name_and_its_way_out(statement: str, what: set[str], mends: bool) -> None:
    with begun() as lead:
        play(lead, HISTORY)
        index_documents(lead)
        assert check_project(lead) == []
        with psycopg.connect(lead.store.target) as raw:
            raw.execute("SET session_replication_role = replica")
            raw.execute(statement)
        found = check_project(lead)
        assert {finding.what for finding in found} >= what
        assert all(finding.mends for finding in found) is mends
        assert (rebuild_project(lead).left == []) is mends


@pytest.mark.parametrize(
    "statement",
    [
        "DROP INDEX about_by_subject",
        "DROP TRIGGER fact_no_update ON fact",
        "ALTER TABLE fact DISABLE TRIGGER fact_no_delete",
        "CREATE UNIQUE INDEX more ON log (at, digest)",
        "DROP SEQUENCE log_row",
    ],
)
def test_an_index_a_guard_or_a_sequence_that_is_gone_is_laid_anew(statement: str) -> None:
    with begun() as lead:
        play(lead, HISTORY)
        with psycopg.connect(lead.store.target) as raw:
            raw.execute(statement)
        assert {finding.what for finding in check_project(lead)} == {"schema"}
        assert rebuild_project(lead).left == []
        judge(replace(lead, reviewer="eve"), CLAIMS[1], response("refuted"))
        assert check_project(lead) == []


def test_while_somebody_checks_reviewers_go_on() -> None:
    with begun() as lead:
        play(lead, HISTORY)
        with lead.store.reading() as connection:
            assert look(connection) == []
            other = open_store(lead.store.target, version="0.1", now=Clock())
            judge(Desk(other, "eve", other.now, bytes), CLAIMS[1], response("refuted"))
            other.close()
        assert check_project(lead) == []
