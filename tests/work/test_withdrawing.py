"""Withdraw: what is taken out of the work is gone from it, kept in its history, and can be brought back."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import Clock, project
from tests.engines import BOTH
from tests.laws.copies import exported, take_in
from tests.laws.histories import CLAIMS, DOCUMENTS, HOUR, SPANS, Act, begun, play, response

from annotate.domain import Status
from annotate.errors import NotForYou, Refusal, Unknown
from annotate.store import find_documents
from annotate.work import (
    Desk,
    Overview,
    agreement_so_far,
    assign,
    bring_back,
    correct,
    decide,
    disputes,
    import_files,
    index_documents,
    judge,
    list_claims,
    list_documents,
    mark,
    open_queue,
    project_agreement,
    read_log,
    search,
    status,
    undo,
    withdraw,
)

pytestmark = BOTH


@pytest.fixture
def lead() -> Iterator[Desk]:
    """Two documents with three and two claims; ada and bob judged the first claim of each, and disagree on both."""
    with begun() as desk:
        play(desk, [Act("judge", who, number, label) for who, label in SAID for number in (0, 3)])
        yield desk


SAID = (("ada", "refuted"), ("bob", "supported"))


def listed(lead: Desk) -> list[str]:
    return [item.claim.id for item in list_claims(lead)]


def overview(lead: Desk) -> Overview:
    return status(lead)


def test_a_claim_goes_with_all_that_was_said_of_it_and_comes_back_with_it(lead: Desk) -> None:
    before = overview(lead), listed(lead), exported(lead, "jsonl"), len(disputes(lead))
    (done,) = withdraw(lead, [CLAIMS[0]])
    assert (done.id, done.changed, done.claims) == (CLAIMS[0], True, 1)
    assert CLAIMS[0] not in listed(lead)
    assert CLAIMS[0].encode() not in exported(lead, "jsonl")
    assert CLAIMS[0].encode() in exported(lead)
    now = overview(lead)
    assert (now.counts.claims, now.counts.judgements, now.counts.disputes) == (4, 2, 1)
    assert [(one.assigned, one.work.done) for one in now.reviewers] == [(4, 1), (4, 1), (4, 0)]
    assert [dispute.claim.id for dispute in disputes(lead)] == [CLAIMS[3]]
    assert project_agreement(lead).facets[0].judgements == 2
    assert [found.claim.id for found in list_claims(lead, status="withdrawn")] == [CLAIMS[0]]
    (done,) = bring_back(lead, [CLAIMS[0]])
    assert (done.changed, done.claims) == (True, 1)
    assert (overview(lead), listed(lead), exported(lead, "jsonl"), len(disputes(lead))) == before


def test_a_settled_claim_goes_too(lead: Desk) -> None:
    decide(lead, CLAIMS[0], "refuted")
    withdraw(lead, [CLAIMS[0]])
    assert overview(lead).counts.decisions == 0
    assert CLAIMS[0].encode() not in exported(lead, "jsonl")
    bring_back(lead, [CLAIMS[0]])
    assert next(item.claim.status for item in list_claims(lead)) is Status.ADJUDICATED


def test_a_document_takes_its_claims_along(lead: Desk) -> None:
    index_documents(lead)
    assert search(lead, "pont")
    (done,) = withdraw(lead, [DOCUMENTS[0]])
    assert (done.changed, done.claims) == (True, 3)
    assert [document.id for document in list_documents(lead)] == [DOCUMENTS[1]]
    assert listed(lead) == sorted(CLAIMS[3:], key=listed(lead).index)
    assert overview(lead).counts.documents == 1
    assert search(lead, "pont") == []
    assert open_queue(replace(lead, reviewer="eve")).size == 2
    bring_back(lead, [DOCUMENTS[0]])
    assert len(listed(lead)) == 5
    assert len(list(list_documents(lead))) == 2
    assert search(lead, "pont")


def test_a_claim_that_was_withdrawn_by_itself_stays_so_when_its_document_comes_back(lead: Desk) -> None:
    withdraw(lead, [CLAIMS[0], DOCUMENTS[0]])
    bring_back(lead, [DOCUMENTS[0]])
    assert CLAIMS[0] not in listed(lead)
    assert CLAIMS[1] in listed(lead)


def test_a_claim_does_not_come_back_into_a_document_that_is_withdrawn(lead: Desk) -> None:
    withdraw(lead, [CLAIMS[0], DOCUMENTS[0]])
    log = list(read_log(lead))
    with pytest.raises(Refusal, match="document of that claim is withdrawn"):
        bring_back(lead, [CLAIMS[0]])
    with pytest.raises(Refusal, match="document of that claim is withdrawn"):
        bring_back(lead, [CLAIMS[1]])
    assert list(read_log(lead)) == log


def test_withdrawing_again_records_nothing_and_says_so(lead: Desk) -> None:
    ada = replace(lead, reviewer="ada")
    mine = judge(ada, CLAIMS[1], response("supported")).id
    for desk, name in ((lead, CLAIMS[0]), (lead, DOCUMENTS[1]), (ada, mine)):
        withdraw(desk, [name])
        log = list(read_log(lead))
        assert [one.changed for one in withdraw(desk, [name])] == [False]
        assert list(read_log(lead)) == log
        assert [one.changed for one in bring_back(desk, [name, name])] == [True, False]


def test_the_judgement_before_stands_again_when_one_is_withdrawn(lead: Desk) -> None:
    ada = replace(lead, reviewer="ada")
    later = judge(ada, CLAIMS[0], response("supported")).id
    withdraw(ada, [later])
    assert [one.votes for one in disputes(lead) if one.claim.id == CLAIMS[0]] == [{"refuted": 1, "supported": 1}]


def test_what_another_copy_judged_meanwhile_brings_the_claim_back_with_all_that_was_said(
    lead: Desk, tmp_path: Path
) -> None:
    with project(tmp_path / "copy.db", Clock(lead.now() + HOUR)) as copy:
        take_in(copy, list(read_log(lead)))
        withdraw(lead, [DOCUMENTS[0]])
        judge(replace(copy, reviewer="eve"), CLAIMS[0], response("refuted"))
        take_in(lead, list(read_log(copy)))
        take_in(copy, list(read_log(lead)))
        for desk in (lead, copy):
            assert [document.id for document in list_documents(desk)] == DOCUMENTS
            assert listed(desk) == [CLAIMS[0], *CLAIMS[3:]]
            (found,) = [one for one in disputes(desk) if one.claim.id == CLAIMS[0]]
            assert found.votes == {"refuted": 2, "supported": 1}
        assert withdraw(lead, [DOCUMENTS[0]])[0].claims == 1
        assert len(listed(lead)) == 2


def test_redo_of_what_was_known_does_not_bring_a_claim_back(lead: Desk) -> None:
    ada = replace(lead, reviewer="ada")
    undo(ada)  # the answer to the claim 3
    withdraw(lead, [CLAIMS[3]])
    bring_back(ada, [entry.id for entry in read_log(lead) if entry.fact.kind == "judgement"][1:2])
    assert CLAIMS[3] not in listed(lead)


def test_documents_and_claims_are_the_leads_and_judgements_their_reviewers(lead: Desk) -> None:
    ada, bob = replace(lead, reviewer="ada"), replace(lead, reviewer="bob")
    mine = judge(ada, CLAIMS[1], response("supported")).id
    for name in (CLAIMS[0], DOCUMENTS[0]):
        with pytest.raises(NotForYou, match="is the lead's"):
            withdraw(ada, [name])
    with pytest.raises(NotForYou, match="ada's own"):
        withdraw(lead, [mine])
    with pytest.raises(Unknown, match="judgement of yours"):
        withdraw(bob, [mine])
    withdraw(ada, [mine[3:12]])
    assert overview(lead).counts.judgements == 4


def test_of_several_that_cannot_all_be_withdrawn_none_is(lead: Desk) -> None:
    with pytest.raises(Unknown, match="begins with"):
        withdraw(lead, [CLAIMS[0], "nonsense"])
    for name in ("", "c1_"):
        with pytest.raises(Unknown):
            withdraw(lead, [name])
    assert len(listed(lead)) == len(SPANS)


def test_nothing_is_done_to_what_is_withdrawn(lead: Desk) -> None:
    with lead.store.reading() as connection:
        (document,) = find_documents(connection, DOCUMENTS[0])
    withdraw(lead, [document.id])
    ada = replace(lead, reviewer="ada")
    for refused in (
        lambda: judge(ada, CLAIMS[0], response("refuted")),
        lambda: decide(lead, CLAIMS[0], "refuted"),
        lambda: correct(ada, CLAIMS[0], 0, 5),
        lambda: mark(lead, document.id, start=3, end=5),
    ):
        with pytest.raises(Refusal, match=r"taken back|withdrawn"):
            refused()
    assign(lead, ["ada", "bob", "eve"], 2)
    assert {one.fact.claim for one in read_log(lead) if one.fact.kind == "assignment"} == set(CLAIMS[3:])  # type: ignore[union-attr]
    assert agreement_so_far(lead)


def test_the_very_same_input_does_not_bring_back_what_was_withdrawn(lead: Desk, tmp_path: Path) -> None:
    file = tmp_path / "more.jsonl"
    file.write_text(
        '{"kind":"document","id":"d","text":"Ten ships came. None left."}\n'
        '{"kind":"claim","id":"c","document":"d","quote":"Ten ships came."}\n'
        '{"kind":"judgement","claim":"c","reviewer":"ada","verdict":"refuted"}\n'
    )
    assert import_files(lead, [file]).refused == []
    (document,) = [one for one in list_documents(lead) if one.id not in DOCUMENTS]
    withdraw(lead, [document.id])
    again = import_files(lead, [file])
    assert (again.refused, sum(again.added.values())) == ([], 0)
    assert document.id not in {one.id for one in list_documents(lead)}


def test_a_file_with_more_of_what_was_withdrawn_is_refused_by_name(lead: Desk, tmp_path: Path) -> None:
    file = tmp_path / "more.jsonl"
    file.write_text(
        f'{{"kind":"judgement","claim":"{CLAIMS[0]}","reviewer":"max","verdict":"refuted"}}\n'
        f'{{"kind":"claim","id":"c","document":"{DOCUMENTS[1]}","start":2,"end":5}}\n'
        f'{{"kind":"decision","claim":"{CLAIMS[0]}","outcome":"refuted"}}\n'
    )
    withdraw(lead, [CLAIMS[0], DOCUMENTS[1]])
    done = import_files(lead, [file])
    assert sorted(row.line or 0 for row in done.refused) == [1, 2, 3]
    assert sum(done.added.values()) == 0
    assert overview(lead).counts.claims == 2
