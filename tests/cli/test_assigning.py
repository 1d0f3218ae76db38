"""Dealing claims out: evenly, repeatably, and without moving what was dealt."""

from collections import Counter
from pathlib import Path

import pytest
from tests.engines import BOTH
from tests.journeys.commands import done, refused

pytestmark = BOTH


def article(name: str, sentences: int) -> None:
    """An article with as many claims as sentences."""
    text = " ".join(f"{name} claims number {number}." for number in range(sentences))
    Path(f"{name}.txt").write_text(text, encoding="utf-8")
    done("import", f"{name}.txt")
    for number in range(sentences):
        done("mark", f"{name}.txt", "--quote", f"claims number {number}.")


def dealt() -> set[tuple[str, str]]:
    """Who has which claim."""
    lines = done("log", "--json").lines
    return {(line["claim"], line["content"]["reviewer"]) for line in lines if line["kind"] == "assignment"}


@pytest.fixture(autouse=True)
def _team(desk: Path) -> None:
    done("init")
    article("first", 7)
    for name in ("ada", "ben", "cy"):
        done("reviewers", "add", name)


def test_every_claim_goes_to_as_many_and_everybody_gets_as_many_give_or_take_one() -> None:
    told = done("assign", "--reviewers", "ada,ben,cy", "--overlap", "2", "--json").json
    assert told["made"] == 14
    assert sorted(told["reviewers"].values()) == [4, 5, 5]
    assert set(Counter(claim for claim, _ in dealt()).values()) == {2}


def test_the_same_seed_deals_alike() -> None:
    done("assign", "--reviewers", "ada,ben,cy", "--overlap", "2", "--seed", "7")
    done("--project", "other.db", "init")
    done("--project", "other.db", "import", "first.txt")
    for number in range(7):
        done("--project", "other.db", "mark", "first.txt", "--quote", f"claims number {number}.")
    for name in ("cy", "ben", "ada"):
        done("--project", "other.db", "reviewers", "add", name)
    done("--project", "other.db", "assign", "--reviewers", "cy, ada, ben", "--overlap", "2", "--seed", "7")
    here = dealt()
    lines = done("--project", "other.db", "log", "--json").lines
    assert here == {(line["claim"], line["content"]["reviewer"]) for line in lines if line["kind"] == "assignment"}


def test_dealing_again_changes_nothing() -> None:
    done("assign", "--reviewers", "ada,ben,cy", "--overlap", "2")
    before = dealt()
    assert done("assign", "--reviewers", "ada,ben,cy", "--overlap", "2", "--seed", "9", "--json").json["made"] == 0
    assert dealt() == before


def test_dealing_after_an_import_extends_it_and_moves_nothing() -> None:
    done("assign", "--reviewers", "ada,ben,cy", "--overlap", "2")
    before = dealt()
    article("second", 5)
    told = done("assign", "--reviewers", "ada,ben,cy", "--overlap", "2", "--json").json
    assert before < dealt()
    assert told["made"] == 10
    assert sorted(told["reviewers"].values()) == [8, 8, 8]


def test_a_reviewers_queue_is_what_was_dealt_and_everything_where_nothing_was() -> None:
    assert [one["assigned"] for one in done("status", "--json").json["reviewers"]] == [7, 7, 7]
    done("assign", "--reviewers", "ada,ben", "--overlap", "1")
    assert sorted(one["assigned"] for one in done("status", "--json").json["reviewers"]) == [0, 3, 4]


def test_a_reviewer_whom_nobody_knows_is_refused_by_name() -> None:
    said = refused("assign", "--reviewers", "ada,dora", "--overlap", "1")
    assert said == 'The project knows no reviewer "dora". Make the reviewer known: annotate reviewers add dora.'


def test_a_claim_cannot_go_to_more_than_there_are() -> None:
    said = refused("assign", "--reviewers", "ada,ben,ada", "--overlap", "3")
    assert said == "A claim cannot go to 3 of the 2 reviewers named. Name more, or lower the overlap."


def test_where_there_is_no_claim_there_is_nothing_to_deal() -> None:
    done("--project", "empty.db", "init")
    done("--project", "empty.db", "reviewers", "add", "ada")
    assert "no claim to deal out" in refused("--project", "empty.db", "assign", "--reviewers", "ada", "--overlap", "1")
