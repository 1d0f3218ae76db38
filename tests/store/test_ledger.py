"""The ledger: what is recorded stays, whoever asks; and it is there whole or not at all."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import IntegrityError
from tests.engines import BOTH, on_postgresql

from annotate.domain import Claim, Document, Judgement, Withdrawal
from annotate.store import Entry
from annotate.work import Desk, Response, check_project, judge, list_claims, read_log, redo, undo

pytestmark = BOTH

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
        "{replace}",
        "INSERT INTO {table} SELECT * FROM {table} WHERE true ON CONFLICT ({key}) DO UPDATE SET {column} = 'x'",
    ],
)
def test_the_engine_itself_refuses_to_change_what_was_recorded(
    table: str, statement: str, lead: Desk, claim: str
) -> None:
    column, key = {"fact": ("content", "id"), "body": ("sha256", "sha256"), "log": ("version", "digest")}[table]
    replace = f"TRUNCATE {table} CASCADE" if on_postgresql() else f"REPLACE INTO {table} SELECT * FROM {table}"
    with pytest.raises(IntegrityError, match="is never changed"), lead.store.writing() as ledger:
        ledger.raw.exec_driver_sql(statement.format(table=table, column=column, key=key, replace=replace))
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
        told = ledger.add(Judgement(claim, "ada", "s1", verdict="refuted"), source="b.jsonl", entries=entries)
        ledger.add(Judgement(claim, "ada", "s1", verdict="refuted"))
    kept = [entry.entry for entry in read_log(lead) if entry.id == told]
    assert kept == [one._replace(source="b.jsonl") for one in entries]


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
