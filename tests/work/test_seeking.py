"""Which claims answer to a wish, however they are looked for."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.engines import BOTH
from tests.tui.articles import add_article

from annotate.domain import Answer
from annotate.errors import Unknown
from annotate.work import (
    Desk,
    Kind,
    Leaf,
    Response,
    Wanted,
    add_reviewer,
    assign,
    decide,
    judge,
    leaf,
    list_claims,
    list_documents,
    mark,
    place_in_queue,
    seek,
    undo,
)

pytestmark = BOTH

TEXT = "Straße   und\nCafé: ships CALLED.\n\n“flagged”:true they said. Jobs were lost."
QUOTES = ("Straße   und\nCafé", "ships CALLED", "“flagged”:true they said", "Jobs were lost")


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """Two articles with the same four claims."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk, TEXT, QUOTES, title="Harbour, week 46")
        add_article(desk, TEXT + " ", QUOTES, title="İstanbul")
        yield desk


def found(desk: Desk, wanted: Wanted, *, most: int = 100) -> list[int]:
    """Numbers of the claims that answer, looked for in stretches of `most`, from either end."""
    ways = [_through(desk, wanted, most, back=back) for back in (False, True)]
    assert ways[0] == ways[1]
    return [item.at.position for item in ways[0]]


def _through(desk: Desk, wanted: Wanted, most: int, *, back: bool) -> list[Leaf]:
    leaves: list[Leaf] = []
    sought = seek(desk, wanted, None, 1, back=back, most=most)
    while sought.leaves or not sought.is_over:
        leaves = [*sought.leaves, *leaves] if back else [*leaves, *sought.leaves]
        sought = seek(desk, wanted, sought.at, 1, back=back, most=most)
    return leaves


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("ships", [2, 6]),
        ("SHIPS called", [2, 6]),
        ("called ships", [2, 6]),
        ("strasse", [1, 5]),
        ("und café", [1, 5]),
        ("harbour", [1, 2, 3, 4]),
        ("week lost", [4]),
        ("46", [1, 2, 3, 4]),
        ("called jobs", []),
        ("called.", []),
        ("%", []),
        ("_", []),
        ("“flagged”", [3, 7]),
    ],
)
@pytest.mark.parametrize("most", [1, 3, 100])
def test_words_are_looked_for_in_quote_and_title_in_whatever_case(
    lead: Desk, words: str, numbers: list[int], most: int
) -> None:
    wanted = Wanted(words=tuple(words.split()))
    assert found(lead, wanted, most=most) == numbers
    assert found(replace(lead, reviewer="ada"), wanted, most=most) == numbers


def test_a_flag_is_not_what_a_rationale_says_of_flags(lead: Desk) -> None:
    ada = replace(lead, reviewer="ada")
    ids = [item.claim.id for item in list_claims(lead)]
    judge(ada, ids[0], Response(verdict="refuted", rationale='he wrote "flagged":true', facets={}))
    judge(ada, ids[1], Response(answer=Answer.SKIPPED, flagged=True))
    assert found(ada, Wanted(kind=Kind.FLAGGED)) == [2]
    assert found(ada, Wanted(kind=Kind.SKIPPED)) == [2]
    assert found(ada, Wanted(kind=Kind.DONE)) == [1]
    assert found(ada, Wanted(kind=Kind.OWED)) == [2, 3, 4, 5, 6, 7, 8]


def test_others_answers_are_behind_no_wish_of_a_reviewer(lead: Desk) -> None:
    ids = [item.claim.id for item in list_claims(lead)]
    judge(replace(lead, reviewer="ada"), ids[0], Response(verdict="refuted"))
    judge(replace(lead, reviewer="ben"), ids[0], Response(verdict="supported", flagged=True))
    cy = replace(lead, reviewer="cy")
    for kind in (Kind.SKIPPED, Kind.DONE, Kind.FLAGGED, Kind.DISPUTED, Kind.SETTLED):
        assert found(cy, Wanted(kind=kind)) == []
    assert found(cy, Wanted(verdict="refuted")) == []
    assert found(cy, Wanted(kind=Kind.OPEN)) == list(range(1, 9))
    assert found(lead, Wanted(kind=Kind.DISPUTED)) == [1]
    decide(lead, ids[0], "refuted")
    assert found(cy, Wanted(kind=Kind.SETTLED)) == [1]
    assert found(lead, Wanted(verdict="refuted")) == [1]


def test_numbers_within_a_document_are_those_of_the_whole_queue(lead: Desk) -> None:
    row = list(list_documents(lead))[1].row
    assert found(lead, Wanted(document=row)) == [5, 6, 7, 8]
    assert found(lead, Wanted(document=row, words=("lost",)), most=1) == [8]


def test_the_lead_leafs_through_everything(lead: Desk) -> None:
    assert [item.at.position for item in leaf(lead, None, 3)] == [1, 2, 3]
    assert [item.at.position for item in leaf(lead, None, 3, back=True)] == [6, 7, 8]


def test_a_place_is_found_by_number_and_by_id(lead: Desk) -> None:
    ids = [item.claim.id for item in list_claims(lead)]
    for desk in (lead, replace(lead, reviewer="ada")):
        for name in ("7", ids[6], ids[6][:12], ids[6][3:15]):
            at = place_in_queue(desk, name)
            assert (at.position, at.size) == (7, 8)


@pytest.mark.parametrize(
    "name", ["0", "9", "99999999999999999999999", pytest.param("9" * 5000, id="long"), "zz", "c1_", ""]
)
def test_what_names_no_place_is_refused(lead: Desk, name: str) -> None:
    with pytest.raises(Unknown):
        place_in_queue(lead, name)


def test_a_claim_that_is_not_in_the_queue_has_no_place_in_it(lead: Desk) -> None:
    ada, bob = (replace(lead, reviewer=name) for name in ("ada", "bob"))
    for name in ("ada", "bob"):
        add_reviewer(lead, name)
    assign(lead, ["ada", "bob"], 1)
    (theirs, *_) = [item.claim for item in leaf(bob, None, 8)]
    assert place_in_queue(bob, theirs.id).position == 1
    with pytest.raises(Unknown, match="not in this queue"):
        place_in_queue(ada, theirs.id)
    document = next(iter(list_documents(lead)))
    marked = mark(ada, document.id, start=0, end=3)
    undo(ada)
    for desk in (ada, lead):
        with pytest.raises(Unknown, match="not in this queue"):
            place_in_queue(desk, marked.id)
