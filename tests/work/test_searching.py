"""Searching the documents: what is found, what is not, and the index behind it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desks import project
from tests.engines import BOTH, ON_POSTGRESQL, ON_SQLITE, tampering
from tests.tui.articles import TEXT, add_article

from annotate.domain import Document
from annotate.store import find_documents, forget
from annotate.store.words import words
from annotate.work import (
    Desk,
    Hit,
    Response,
    check_project,
    index_documents,
    judge,
    list_claims,
    search,
    unindexed_documents,
    where_stands,
)

pytestmark = BOTH

CHINESE = "外交部说，航班数量增加了一倍。\n\n東京の鉄道が止まった。"


def indexed(desk: Desk) -> Desk:
    """The desk, when all of its documents can be found."""
    after = 0
    while done := index_documents(desk, after):
        after = done.row
    assert unindexed_documents(desk) == 0
    return desk


def told(hits: list[Hit]) -> list[list[str]]:
    """The words that stand out, a list a passage."""
    return [[hit.words[start:end] for start, end in hit.places] for hit in hits]


@pytest.fixture
def desk(lead: Desk) -> Desk:
    """Ada's desk in a project with two articles, both to be found."""
    add_article(lead)
    add_article(lead, CHINESE, (), title="Flights")
    return indexed(replace(lead, reviewer="ada"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("fewer SHIPS", [["fewer", "ships"]]),
        ("crane dri", [["crane", "driver"]]),
        ('"fewer ships"', [["fewer ships"]]),
        ('"ships fewer"', []),
        ("two jobs ships", [["ships", "two", "jobs"]]),
        ("数量", [["数量"]]),
        ("鉄道", [["鉄道"]]),
        ("fewer nowhere", []),
        ("sh", [["ships"], ["ships"]]),
        ("s", []),
    ],
)
def test_words_that_stand_in_one_passage_are_found_there(desk: Desk, typed: str, found: list[list[str]]) -> None:
    hits = search(desk, typed)
    assert told(hits) == found
    assert all(hit.span.of(TEXT if hit.document.name != "Flights" else CHINESE) == hit.words for hit in hits)


TYPED = st.lists(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
    | st.sampled_from(["ships ", "fewer ", '"', "*", "(", "AND ", "NOT ", "NEAR(", "^", ":"])
).map("".join)


def test_whatever_is_typed_is_looked_for_and_what_is_found_holds_it(desk: Desk) -> None:
    @given(TYPED)
    def holds(typed: str) -> None:
        for hit in search(desk, typed):
            held = " ".join(words(hit.words))
            assert all(word in held for word in words(typed))
            assert hit.places

    holds()


@pytest.mark.parametrize("typed", ["", '"', "*", "'", "AND", "NOT ships", "a NEAR/2 b", "\0", "😀", "-", "a:b"])
def test_no_syntax_is_ever_wrong(desk: Desk, typed: str) -> None:
    search(desk, typed)


def test_a_document_that_came_in_since_is_found_when_the_index_has_caught_up(desk: Desk) -> None:
    add_article(replace(desk, reviewer=None), "A lighthouse was sold.", (), title="Light")
    assert unindexed_documents(desk) == 1
    assert search(desk, "lighthouse") == []
    assert [hit.document.name for hit in search(indexed(desk), "lighthouse")] == ["Light"]


def test_a_document_without_words_is_looked_at_once(lead: Desk) -> None:
    add_article(lead, " \n ", ())
    assert index_documents(lead) is not None
    assert unindexed_documents(lead) == 0


def test_what_is_forgotten_is_found_no_more_and_the_rest_still_is(desk: Desk) -> None:
    with desk.store.writing() as ledger:
        (document,) = find_documents(ledger.connection, "Flights")
        forget(ledger.connection, document.row)
    assert search(desk, "数量") == []
    assert len(search(indexed(desk), "fewer")) == 1


@ON_SQLITE
def test_forgetting_leaves_no_word_in_the_index(desk: Desk) -> None:
    with desk.store.writing() as ledger:
        forget(ledger.connection, find_documents(ledger.connection, "Flights")[0].row)
    with closing(sqlite3.connect(desk.store.target)) as raw:
        assert raw.execute("SELECT count(*) FROM passage_words_docsize").fetchone() == (0,)
        raw.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'passage_words', 'row')")
        assert raw.execute("SELECT * FROM temp.vocabulary").fetchall() == []


@ON_POSTGRESQL
def test_forgetting_leaves_no_word_of_that_document_in_the_index(desk: Desk) -> None:
    with desk.store.writing() as ledger:
        document = find_documents(ledger.connection, "Flights")[0].row
        forget(ledger.connection, document)
    with tampering(desk.store.target) as raw:
        assert raw.exec_driver_sql(f"SELECT count(*) FROM passage WHERE document = {document}").scalar() == 0
        left = raw.exec_driver_sql('SELECT count(*) FROM passage_words WHERE "row" NOT IN (SELECT "row" FROM passage)')
        assert left.scalar() == 0


def test_only_documents_are_searched_and_never_what_was_said_of_them(desk: Desk) -> None:
    claim = next(list_claims(desk)).claim.id
    judge(replace(desk, reviewer="ben"), claim, Response(verdict="refuted", rationale="Ludicrous."))
    assert search(indexed(desk), "ludicrous") == []


def test_the_index_is_no_fact_and_the_project_is_sound_with_it(desk: Desk) -> None:
    assert check_project(replace(desk, reviewer=None)) == []


def test_a_text_of_two_records_is_found_in_both(tmp_path: Path) -> None:
    with project(tmp_path / "two.db") as lead:
        with lead.store.writing() as ledger:
            for record in ("1", "2"):
                document = Document.of("A crane was sold.", record)
                ledger.add_text(document.sha256, "A crane was sold.")
                ledger.add(document)
        assert len(search(indexed(lead), "crane")) == 2


def test_a_place_is_told_by_title_and_paragraph(desk: Desk) -> None:
    (hit,) = search(desk, "fewer")
    assert where_stands(desk, hit.document.id, hit.span.start) == "Harbour counts, par. 2"
    assert where_stands(desk, hit.document.id, 0) == "Harbour counts, par. 1"
