"""Plans: what a key press asks of the database is looked up, never searched for, however large the project is."""

from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from typing import Any

import pytest
from tests.laws.histories import CLAIMS, Act, begun, play, response
from tests.statements import Statement, heard

from annotate.store import Reading, work_of
from annotate.work import (
    Desk,
    Draft,
    Queue,
    Sifting,
    decide,
    earlier_in,
    earlier_of,
    judge,
    keep_answer_draft,
    leaf,
    next_owed,
    open_claim,
    open_document,
    open_queue,
    own_evidence,
    queue_at,
    read_log,
    redo,
    step,
    undo,
)

HISTORY = [
    Act("judge", "ada", 0, "supported"),
    Act("judge", "ada", 0, "refuted"),
    Act("judge", "bob", 0, "supported"),
    Act("undo", "ada"),
    Act("redo", "ada"),
    Act("assign", what="2"),
]

ONE_ENTRY = "SCAN assignment USING COVERING INDEX assignment_by_claim"
"""How it is found out whether anything was dealt out at all: the first entry answers it."""

COUNTED = "SCAN claim USING COVERING INDEX claim_in_order"
"""How the size of a queue is counted, once when it is opened: over the index alone."""

Verb = Callable[[Desk, Desk, Queue], object]


def searched(lead: Desk, asked: list[Statement]) -> set[str]:
    """The steps of the plans that go through a whole table."""
    found: set[str] = set()
    with lead.store.reading() as connection:
        for statement, values, many in asked:
            if statement.startswith(("SELECT", "UPDATE", "DELETE", "INSERT")):
                steps = plan(connection, statement, values[0] if many else values)
                found |= {step for step in steps if step.startswith("SCAN") and step != "SCAN CONSTANT ROW"}
    return found


def plan(connection: Reading, statement: str, values: Any) -> list[str]:
    """The steps in which SQLite would find what is asked."""
    return [step[3] for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]


def place(at: Queue) -> int:
    assert at.place is not None
    return at.place.claim


KEYS: dict[str, Verb] = {
    "judge": lambda ada, _, at: judge(ada, CLAIMS[1], response("refuted")),
    "undo": lambda ada, _, at: undo(ada),
    "redo": lambda ada, _, at: redo(ada),
    "next owed": lambda ada, _, at: next_owed(ada, at),
    "on": lambda ada, _, at: step(ada, at),
    "back": lambda ada, _, at: step(ada, at, back=True),
    "claim": lambda ada, _, at: at.place and open_claim(ada, at.place),
    "document": lambda ada, _, at: at.place and open_document(ada, at.place.document),
    "earlier": lambda ada, _, at: at.place and earlier_in(ada, at.place.document),
    "earlier of a claim": lambda ada, _, at: earlier_of(ada, place(at)),
    "draft": lambda ada, _, at: keep_answer_draft(ada, CLAIMS[0], Draft(rationale="As I was")),
    "page": lambda ada, _, at: leaf(ada, at, 2),
    "page back": lambda ada, _, at: leaf(ada, at, 2, back=True),
    "evidence": lambda ada, _, at: own_evidence(ada),
    "log of a claim": lambda ada, _, at: list(read_log(ada, Sifting(claim=CLAIMS[0]))),
    "decide": lambda _, lead, at: decide(lead, CLAIMS[0], "refuted"),
    "undo decision": lambda _, lead, at: undo(lead, "decision"),
    "redo decision": lambda _, lead, at: redo(lead, "decision"),
}


def test_no_key_goes_through_a_whole_table() -> None:
    with begun() as lead:
        play(lead, HISTORY)
        ada = replace(lead, reviewer="ada")
        at = open_queue(ada)
        for key, verb in KEYS.items():
            with heard() as asked:
                verb(ada, lead, at)
            assert asked
            assert searched(lead, asked) <= {ONE_ENTRY}, key


@pytest.mark.parametrize("history", [HISTORY, HISTORY[:-1]], ids=["dealt out", "not dealt out"])
def test_a_queue_is_opened_by_counting_over_an_index(history: list[Act]) -> None:
    with begun() as lead:
        play(lead, history)
        ada = replace(lead, reviewer="ada")
        with heard() as asked:
            queue_at(ada, place(open_queue(ada)))
        assert searched(lead, asked) <= {ONE_ENTRY, COUNTED}


@pytest.mark.parametrize("history", [HISTORY, HISTORY[:-1]], ids=["dealt out", "not dealt out"])
def test_how_far_a_reviewer_has_come_is_looked_up(history: list[Act]) -> None:
    with begun() as lead:
        play(lead, history)
        with lead.store.reading() as connection, heard() as asked:
            work_of(connection, "ada")
        assert len(asked) > 2
        assert searched(lead, asked) <= {ONE_ENTRY}


@pytest.mark.parametrize("newest", [False, True])
def test_a_page_of_the_log_is_read_along_each_authors_chain_and_nothing_is_sorted(newest: bool) -> None:
    with begun() as lead:
        play(lead, HISTORY)
        with heard() as asked:
            assert len(list(islice(read_log(lead, Sifting(newest=newest)), 2))) == 2
        chains = [statement for statement, *_ in asked if "FROM fact JOIN log" in statement]
        assert len(chains) == 3  # the lead's, ada's and bob's
        with lead.store.reading() as connection:
            steps = [step for statement, values, _ in asked for step in plan(connection, statement, values)]
            assert not [step for step in steps if "TEMP B-TREE" in step]
        assert {step.partition(" USING")[0] for step in searched(lead, asked)} == {"SCAN writer"}
