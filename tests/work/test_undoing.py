"""Undo and redo go back through judgements, marks and corrections alike."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project, quotes
from tests.engines import BOTH
from tests.tui.articles import CLAIMS, TEXT, add_article

from annotate.domain import Judgement, Status
from annotate.errors import Nothing
from annotate.work import (
    Desk,
    Response,
    add_reviewer,
    adjudicate,
    assign,
    check_project,
    correct,
    decide,
    disputes,
    export,
    import_files,
    judge,
    leaf,
    list_claims,
    list_documents,
    mark,
    open_queue,
    redo,
    size_of,
    status,
    undo,
)

pytestmark = BOTH

DRIVER = TEXT.index("a crane driver")


@pytest.fixture
def document(lead: Desk) -> str:
    """Id of a document with three claims."""
    add_article(lead)
    (found,) = list_documents(lead)
    return found.id


@pytest.fixture
def ada(lead: Desk, document: str) -> Desk:
    """A reviewer's desk."""
    return replace(lead, reviewer="ada")


def test_the_newest_deed_is_taken_back_first_whatever_it_was_and_done_again_last(
    lead: Desk, ada: Desk, document: str
) -> None:
    first = next(listed.claim for listed in list_claims(lead))
    judge(ada, first.id, Response(verdict="refuted"))
    marked = mark(ada, document, start=DRIVER, end=DRIVER + 14)
    judge(ada, marked.id, Response(verdict="supported"))
    correct(ada, first.id, first.span.start, first.span.end - 5)
    correct(ada, marked.id, DRIVER + 2, DRIVER + 14)
    after = quotes(lead)
    kinds = [undo(ada).fact.kind for _ in range(5)]
    assert kinds == ["version", "version", "judgement", "claim", "judgement"]
    assert quotes(lead) == list(CLAIMS)
    assert status(lead).counts.judgements == 0
    with pytest.raises(Nothing):
        undo(ada)
    assert [redo(ada).fact.kind for _ in range(5)] == kinds[::-1]
    assert quotes(lead) == after
    assert undo(ada).fact.kind == "version"
    assert check_project(lead) == []


def test_a_mark_taken_back_is_in_no_queue_list_or_count(lead: Desk, ada: Desk, document: str, tmp_path: Path) -> None:
    for name in ("ada", "ben"):
        add_reviewer(lead, name)
    assign(lead, ["ada", "ben"], 2)
    claim = mark(ada, document, start=DRIVER, end=DRIVER + 14)
    assert open_queue(ada).size == 4
    undo(ada)
    assert (open_queue(ada).size, open_queue(ada).owed) == (3, 3)
    assert (status(lead).counts.claims, status(lead).reviewers[0].assigned) == (3, 3)
    assert size_of(lead) == (1, 3)
    assert [row.at.size for row in leaf(lead, None, 5)] == [3, 3, 3]
    (listed,) = list_documents(lead)
    assert listed.claims == 3
    export(lead, tmp_path / "claims.jsonl", "jsonl", everything=True)
    assert claim.id not in (tmp_path / "claims.jsonl").read_text(encoding="utf-8")
    assert [gone.claim.id for gone in list_claims(lead, status="withdrawn")] == [claim.id]
    assert assign(lead, ["ada", "ben"], 2).made == 0


def test_a_span_marked_again_after_an_undo_is_the_same_claim_and_can_be_taken_back_again(
    lead: Desk, ada: Desk, document: str
) -> None:
    first = mark(ada, document, start=DRIVER, end=DRIVER + 14)
    undo(ada)
    judge(ada, next(listed.claim.id for listed in list_claims(lead)), Response(verdict="refuted"))
    assert mark(ada, document, start=DRIVER, end=DRIVER + 14).id == first.id
    assert len(quotes(lead)) == 4
    assert [undo(ada).fact.kind, undo(ada).fact.kind] == ["claim", "judgement"]
    assert quotes(lead) == list(CLAIMS)
    assert check_project(lead) == []


def test_bounds_corrected_again_after_an_undo_stand(lead: Desk, ada: Desk) -> None:
    claim = next(listed.claim for listed in list_claims(lead))
    for _ in range(2):
        assert correct(ada, claim.id, claim.span.start, claim.span.end - 5).span.end == claim.span.end - 5
        undo(ada)
        assert quotes(lead) == list(CLAIMS)


@pytest.mark.parametrize("by", ["ben", None], ids=["judged", "decided"])
def test_a_claim_that_others_weighed_meanwhile_is_passed_over_without_a_word(
    lead: Desk, ada: Desk, document: str, by: str | None
) -> None:
    first = next(listed.claim for listed in list_claims(lead))
    correct(ada, first.id, first.span.start, first.span.end - 5)
    claim = mark(ada, document, start=DRIVER, end=DRIVER + 14)
    if by is None:
        decide(lead, claim.id, "refuted")
    else:
        judge(replace(lead, reviewer=by), claim.id, Response(verdict="refuted"))
    assert undo(ada).fact.kind == "version"
    with pytest.raises(Nothing, match="There is nothing to undo"):
        undo(ada)
    assert claim.id in [listed.claim.id for listed in list_claims(lead)]


def test_a_mark_whose_bounds_another_corrected_is_not_his_to_take_back(lead: Desk, ada: Desk, document: str) -> None:
    claim = mark(ada, document, start=DRIVER, end=DRIVER + 14)
    correct(ada, claim.id, DRIVER, DRIVER + 12)
    undo(ada)
    correct(replace(lead, reviewer="ben"), claim.id, DRIVER + 2, DRIVER + 14)
    with pytest.raises(Nothing, match="There is nothing to undo"):
        undo(ada)
    assert TEXT[DRIVER + 2 : DRIVER + 14] in quotes(lead)


def test_what_others_marked_and_corrected_is_not_his_to_take_back(lead: Desk, ada: Desk, document: str) -> None:
    ben = replace(lead, reviewer="ben")
    claim = mark(ben, document, start=DRIVER, end=DRIVER + 14)
    correct(ben, claim.id, DRIVER, DRIVER + 7)
    mark(ada, document, start=DRIVER, end=DRIVER + 7)
    with pytest.raises(Nothing):
        undo(ada)


def test_a_claim_taken_back_stands_again_when_it_was_judged_elsewhere(lead: Desk, ada: Desk, document: str) -> None:
    claim = mark(ada, document, start=DRIVER, end=DRIVER + 14)
    scheme = judge(ada, claim.id, Response(verdict="refuted")).judgement.scheme
    assert [undo(ada).fact.kind, undo(ada).fact.kind] == ["judgement", "claim"]
    with lead.store.writing("ben") as ledger:
        ledger.add(Judgement(claim.id, "ben", scheme, verdict="refuted"))
    assert claim.id in [listed.claim.id for listed in list_claims(lead)]
    assert check_project(lead) == []


def test_two_corrections_that_do_not_know_of_one_another_are_a_dispute_until_one_takes_their_place(
    lead: Desk, ada: Desk
) -> None:
    claim = next(listed.claim for listed in list_claims(lead))
    decide(lead, claim.id, "refuted")
    first = correct(ada, claim.id, claim.span.start, claim.span.end - 5)
    with lead.store.writing("ben") as ledger:
        ledger.add(replace(first.version, end=claim.span.end - 12))
    (dispute,) = disputes(lead)
    assert (dispute.claim.id, dispute.claim.status, dispute.versions) == (claim.id, Status.DISPUTED, 2)
    assert adjudicate(lead, "majority").settled == []
    settled = correct(ada, claim.id, dispute.claim.span.start, dispute.claim.span.end)
    assert len(settled.version.supersedes) == 2
    assert disputes(lead) == []
    assert check_project(lead) == []


def test_marks_and_corrections_taken_back_are_so_in_a_copy_too(
    lead: Desk, ada: Desk, document: str, tmp_path: Path
) -> None:
    first = next(listed.claim for listed in list_claims(lead))
    mark(ada, document, start=DRIVER, end=DRIVER + 14)
    correct(ada, first.id, first.span.start, first.span.end - 5)
    undo(ada)
    undo(ada)
    mark(ada, document, start=DRIVER, end=DRIVER + 7)
    export(lead, tmp_path / "all.jsonl", "annotate", everything=True)
    with project(tmp_path / "copy.db") as copy:
        assert import_files(copy, [tmp_path / "all.jsonl"]).refused == []
        assert quotes(copy) == quotes(lead)
        assert len(quotes(copy)) == 4
        assert undo(replace(copy, reviewer="ada")).fact.kind == "claim"
        assert check_project(copy) == []
