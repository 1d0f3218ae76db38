"""Watching agreement: looked up anew only where something was recorded, and where reviewers part."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.engines import BOTH
from tests.tui.articles import add_article

from annotate.domain import Answer
from annotate.errors import NotForYou
from annotate.work import Desk, Response, judge, list_claims, parted_claims, undo, watch

pytestmark = BOTH


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """Three claims; on the first two ada and ben part, on the third cy says with ben that there is no evidence."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        said = {
            "ada": ("refuted", "supported", "supported"),
            "ben": ("supported", "refuted", "not_enough_evidence"),
            "cy": ("supported", "", "not_enough_evidence"),
        }
        for reviewer, verdicts in said.items():
            for item, verdict in zip(list_claims(desk), verdicts, strict=True):
                response = Response(verdict=verdict) if verdict else Response(answer=Answer.SKIPPED)
                judge(replace(desk, reviewer=reviewer), item.claim.id, response)
        yield desk


def test_two_labels_on_one_claim_are_counted_once_whoever_gave_them(lead: Desk) -> None:
    watched = watch(lead, "verdict")
    assert watched is not None
    assert watched.agreement is not None
    assert [(one.labels, one.units) for one in watched.agreement.partings] == [
        (("supported", "refuted"), 2),
        (("supported", "not_enough_evidence"), 1),
    ]
    assert watched.agreement.judgements == 8


def test_the_claims_on_which_they_part_can_be_opened(lead: Desk) -> None:
    first, second, third = (item.claim.id for item in list_claims(lead))
    for other, claims in (("refuted", [first, second]), ("not_enough_evidence", [third]), ("conflicting_evidence", [])):
        assert [leaf.claim.id for leaf in parted_claims(lead, "verdict", ("supported", other))] == claims


def test_nothing_is_looked_up_where_nothing_was_recorded_since(lead: Desk) -> None:
    watched = watch(lead, "verdict")
    assert watched is not None
    assert watch(lead, "verdict", watched.mark) is None
    undo(replace(lead, reviewer="ada"), "judgement")
    later = watch(lead, "verdict", watched.mark)
    assert later is not None
    assert later.agreement is not None
    assert later.agreement.judgements == 7
    assert [one.units for one in later.agreement.partings] == [2]


def test_who_judges_is_refused(lead: Desk) -> None:
    ada = replace(lead, reviewer="ada")
    with pytest.raises(NotForYou, match="would show ada how others judged"):
        watch(ada, "verdict")
    with pytest.raises(NotForYou, match="would show ada how others judged"):
        parted_claims(ada, "verdict", ("supported", "refuted"))
