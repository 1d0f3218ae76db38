"""A queue, a page at a time."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.engines import BOTH
from tests.tui.articles import add_article

from annotate.work import Desk, Response, judge, leaf, list_claims, open_queue

pytestmark = BOTH

TEXT = " ".join(f"Claim number {n:02}." for n in range(25))
QUOTES = tuple(f"Claim number {n:02}." for n in range(25))


@pytest.fixture
def ada(tmp_path: Path) -> Iterator[Desk]:
    """Ada's desk, with 25 claims."""
    with project(tmp_path / "annotate.db") as lead:
        add_article(lead, TEXT, QUOTES, title="Numbers")
        yield replace(lead, reviewer="ada")


def test_pages_on_and_back_hold_the_queue_in_its_order(ada: Desk) -> None:
    first = leaf(ada, None, 10)
    assert [row.quote for row in first] == list(QUOTES[:10])
    assert [row.at.position for row in first] == list(range(1, 11))
    second = leaf(ada, first[-1].at, 10)
    assert [row.quote for row in second] == list(QUOTES[10:20])
    assert leaf(ada, second[0].at, 10, back=True) == first


def test_the_last_page_ends_with_the_last_claim(ada: Desk) -> None:
    last = leaf(ada, None, 10, back=True)
    assert [row.quote for row in last] == list(QUOTES[15:])
    assert last[-1].at.position == 25
    assert leaf(ada, last[-1].at, 10) == []


def test_a_row_names_its_document_and_ones_own_answer_alone(ada: Desk) -> None:
    claim = next(list_claims(ada)).claim.id
    judge(ada, claim, Response(verdict="refuted"))
    judge(replace(ada, reviewer="ben"), claim, Response(verdict="supported"))
    (row,) = leaf(ada, None, 1)
    assert row.document == "Numbers"
    assert row.answer is not None
    assert row.answer.reviewer == "ada"


def test_an_empty_queue_has_no_page(tmp_path: Path) -> None:
    with project(tmp_path / "empty.db") as lead:
        ada = replace(lead, reviewer="ada")
        assert leaf(ada, None, 10) == []
        assert open_queue(ada).place is None
