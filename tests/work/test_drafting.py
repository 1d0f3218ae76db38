"""Drafts: what was typed for a claim and not recorded yet."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.engines import BOTH
from tests.tui.articles import add_article

from annotate.domain import Evidence
from annotate.errors import BadInput
from annotate.work import Desk, Draft, Response, keep_answer_draft, read_answer_draft

pytestmark = BOTH

FULL = Draft(
    rationale="The table\nsays “12 %”.",
    confidence=3,
    facets={"speaker": ("named",)},
    evidence=(Evidence(url="https://example.org/a", quote="12 %", stance="refutes", set=2),),
    form={"url": "https://exa"},
)


@pytest.fixture
def ada(tmp_path: Path) -> Iterator[Desk]:
    """Ada's desk, with three claims."""
    with project(tmp_path / "annotate.db") as lead:
        add_article(lead)
        yield replace(lead, reviewer="ada")


def test_a_draft_comes_back_as_it_was_kept(ada: Desk) -> None:
    keep_answer_draft(ada, "c1_x", FULL)
    assert read_answer_draft(ada, "c1_x") == FULL


def test_a_draft_belongs_to_its_reviewer_and_claim(ada: Desk) -> None:
    keep_answer_draft(ada, "c1_x", FULL)
    assert read_answer_draft(ada, "c1_y") == Draft()
    assert read_answer_draft(replace(ada, reviewer="ben"), "c1_x") == Draft()


def test_an_empty_draft_forgets_the_one_before(ada: Desk) -> None:
    keep_answer_draft(ada, "c1_x", FULL)
    keep_answer_draft(ada, "c1_x", Draft())
    assert read_answer_draft(ada, "c1_x") == Draft()


def test_a_reason_that_was_emptied_is_no_missing_reason(ada: Desk) -> None:
    keep_answer_draft(ada, "c1_x", Draft(rationale=""))
    assert read_answer_draft(ada, "c1_x").rationale == ""


def test_evidence_that_leads_nowhere_is_refused_and_the_draft_before_stays(ada: Desk) -> None:
    keep_answer_draft(ada, "c1_x", FULL)
    with pytest.raises(BadInput, match="no http or https address"):
        keep_answer_draft(ada, "c1_x", Draft(evidence=(Evidence(url="ftp://example.org"),)))
    assert read_answer_draft(ada, "c1_x") == FULL


def test_an_answer_takes_along_what_was_drafted() -> None:
    said = Response(verdict="refuted", rationale="before", confidence=1, facets={"topics": ("jobs",)})
    joined = FULL.joined(said)
    assert joined.verdict == "refuted"
    assert joined.rationale == FULL.rationale
    assert joined.confidence == 3
    assert joined.facets == {"topics": ("jobs",), "speaker": ("named",)}
    assert joined.evidence == FULL.evidence


def test_a_form_that_was_left_is_all_that_an_answer_leaves() -> None:
    assert FULL.left() == Draft(form=FULL.form)
    assert Draft().joined(Response(rationale="kept")).rationale == "kept"
