"""The ledger: what is recorded stays, whoever asks; and it is there whole or not at all."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from tests.desks import project

from annotate.domain import Claim, Document, Judgement, Withdrawal, fact_id
from annotate.errors import BadInput
from annotate.store import Entry, Finding, Written, tables
from annotate.store.history import signed_entries
from annotate.work import Desk, Response, check_project, judge, list_claims, read_log, redo, undo

TEXT = "The river rose.\0\r\nCafe\u0301 \U0001f600 closed."


@pytest.fixture
def claim(lead: Desk) -> str:
    """The id of a claim in the lead's project."""
    with lead.store.writing() as ledger:
        document = Document.of(TEXT)
        ledger.add_text(document.sha256, TEXT)
        return ledger.add(Claim(ledger.add(document), 4, 9))


def logged(lead: Desk) -> list[str]:
    return [entry.id for entry in read_log(lead)]


@pytest.mark.parametrize("table", ["fact", "body", "log"])
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM {table}",
        "UPDATE {table} SET {column} = {column}",
        "UPDATE {table} SET {column} = 'x' WHERE {column} IS NOT NULL",
        "REPLACE INTO {table} SELECT * FROM {table}",
        "INSERT INTO {table} SELECT * FROM {table} WHERE true ON CONFLICT DO UPDATE SET {column} = 'x'",
    ],
)
def test_the_engine_itself_refuses_to_change_what_was_recorded(
    table: str, statement: str, lead: Desk, claim: str
) -> None:
    column = {"fact": "content", "body": "sha256", "log": "version"}[table]
    with pytest.raises(IntegrityError, match="is never changed"), lead.store.writing() as ledger:
        ledger.raw.exec_driver_sql(statement.format(table=table, column=column))
    assert claim in logged(lead)
    assert check_project(lead) == []


def test_an_exception_takes_everything_back(lead: Desk, claim: str) -> None:
    before = logged(lead)

    def stumble() -> None:
        with lead.store.writing() as ledger:
            ledger.add(Judgement(claim, "ada", "s1", verdict="refuted"))
            assert ledger.connection
            raise KeyError

    with pytest.raises(KeyError):
        stumble()
    assert logged(lead) == before
    assert check_project(lead) == []


def test_a_fact_with_entries_from_elsewhere_keeps_them_and_gets_none_of_ours(lead: Desk, claim: str) -> None:
    entries = tuple(Entry(who, "laptop", at, "0.0.9") for who, at in (("ada", 5), ("", 7)))
    with lead.store.writing("bob") as ledger:
        ledger.add(Judgement(claim, "ada", "s1", verdict="refuted"), source="b.jsonl", entries=entries)
        ledger.add(Judgement(claim, "ada", "s1", verdict="refuted"))
    assert [entry.entry for entry in read_log(lead)][-2:] == [replace(one, source="b.jsonl") for one in entries]


def test_another_copys_chain_goes_on_where_it_ended_there_and_ours_where_it_ended_here(lead: Desk, claim: str) -> None:
    ours = lead.store.installation
    first = Entry("ada", "laptop", 5, "0.1")
    second = Entry("ada", "laptop", 6, "0.1", first.digest(claim))
    with lead.store.writing("ada") as ledger:
        ledger.add(Withdrawal(claim, "ada", 1), entries=(second,))
        ledger.add(Withdrawal(claim, "ada", 2), entries=(first,))
        one = ledger.add(Withdrawal(claim, "ada", 3))
        ledger.add(Withdrawal(claim, "ada", 4))
    mine = [entry for entry in read_log(lead) if (entry.entry.author, entry.entry.installation) == ("ada", ours)]
    assert [entry.entry.previous for entry in mine] == [None, mine[0].entry.digest(one)]


def test_a_batch_is_written_piece_by_piece_and_in_one_transaction(lead: Desk, claim: str) -> None:
    with lead.store.writing() as ledger:
        for number in range(4_500):
            ledger.add(Withdrawal(claim, "ada", number + 1))
        assert ledger.added["withdrawal"] == 4_000
    assert ledger.added["withdrawal"] == 4_500
    assert len(set(logged(lead))) == 4_502


def test_what_was_added_is_known_before_it_is_written(lead: Desk, claim: str) -> None:
    with lead.store.writing() as ledger:
        fresh = ledger.add(Withdrawal(claim, "ada", 1))
        assert ledger.knows(fresh)
        assert ledger.knows(claim)
        assert not ledger.knows("w1_" + "0" * 32)
        assert ledger.is_old(claim)
        assert ledger.connection
        assert not ledger.is_old(fresh)


def test_what_is_there_and_what_is_new_may_come_in_one_batch(lead: Desk, claim: str) -> None:
    def add(numbers: range) -> None:
        with lead.store.writing() as ledger:
            for number in numbers:
                ledger.add(Withdrawal(claim, "ada", number + 1))

    add(range(0, 1_200, 2))
    add(range(1_200))
    assert len(logged(lead)) == len(set(logged(lead))) == 1_202
    assert check_project(lead) == []


def copied(lead: Desk, folder: Path, change: Callable[[Any], Any] = lambda one: one) -> list[Finding]:
    """Bring every fact and entry, changed or not, to a copy that holds the texts, twice; what is wrong with it then."""
    with lead.store.reading() as connection, project(folder / "copy.db") as copy:
        table = tables.fact.c
        facts = [Written(*row) for row in connection.execute(select(table.id, table.kind, table.content))]
        for _ in range(2):
            with copy.store.writing() as ledger:
                ledger.add_text(Document.of(TEXT).sha256, TEXT)
                ledger.bring(change(fact) for fact in facts)
                ledger.bring_entries(change(entry) for entry in signed_entries(connection))
        assert [one.entry for one in read_log(copy)] == [one.entry for one in read_log(lead)]
        assert ledger.added == {}
        return check_project(copy)


def test_facts_and_entries_can_be_brought_as_they_stand_in_another_copy(lead: Desk, claim: str, tmp_path: Path) -> None:
    judge(replace(lead, reviewer="ada"), claim, Response(verdict="refuted"))
    undo(replace(lead, reviewer="ada"))
    assert copied(lead, tmp_path) == []


def longer(one: Any) -> Any:
    """A claim that says more than was recorded."""
    return one._replace(content=one.content.replace("[4,9]", "[4,8]")) if isinstance(one, Written) else one


def renamed(one: Any) -> Any:
    """An entry that somebody else signed."""
    return one if isinstance(one, Written) else (one[0], one[1], replace(one[2], author="eve"))


def elsewhere(one: Any) -> Any:
    """A claim on a document that is not there, under the id that is right for it."""
    if not isinstance(one, Written) or one.kind != "claim":
        return one
    content = one.content.replace('"d1_', '"d2_')
    return Written(fact_id("claim", content), "claim", content)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (longer, "is not what was recorded: its digest differs"),
        (renamed, "is not the one that was written"),
        (elsewhere, "is about is not there"),
    ],
)
def test_what_was_altered_on_the_way_is_refused(
    change: Callable[[Any], Any], sentence: str, lead: Desk, claim: str, tmp_path: Path
) -> None:
    with pytest.raises(BadInput, match=sentence):
        copied(lead, tmp_path, change)


def test_undo_goes_by_the_authors_clock_also_over_what_came_from_elsewhere(lead: Desk, claim: str) -> None:
    ada = replace(lead, reviewer="ada")
    late = judge(ada, claim, Response(verdict="refuted")).judgement
    with lead.store.writing() as ledger:
        early = Judgement(claim, "ada", late.scheme, verdict="supported", at=late.at - 1)
        ledger.add(early, entries=(Entry("ada", "laptop", late.at - 1, "0.1"),))
    assert undo(ada).fact == late
    assert undo(ada).fact == early
    assert redo(ada).fact == early
    assert redo(ada).fact == late


def test_one_may_judge_while_a_list_is_still_being_read(lead: Desk, claim: str) -> None:
    ada = replace(lead, reviewer="ada")
    for listed in list_claims(lead):
        assert judge(ada, listed.claim.id, Response(verdict="refuted")).judgement.claim == claim
        assert listed.claim.judgements == 0
    assert [listed.claim.judgements for listed in list_claims(lead)] == [1]
