"""Evidence of one's own earlier judgements."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.engines import BOTH
from tests.tui.articles import add_article

from annotate.domain import Evidence
from annotate.work import Desk, Response, judge, list_claims, own_evidence

pytestmark = BOTH

FIRST = Evidence(url="https://example.org/a", stance="refutes")
SECOND = Evidence(url="https://example.org/b", stance="supports")


@pytest.fixture
def ada(tmp_path: Path) -> Iterator[Desk]:
    """Ada's desk, with three claims."""
    with project(tmp_path / "annotate.db") as lead:
        add_article(lead)
        yield replace(lead, reviewer="ada")


def test_the_last_given_comes_first_and_each_once(ada: Desk) -> None:
    one, two, three = (quoted.claim.id for quoted in list_claims(ada))
    judge(ada, one, Response(verdict="refuted", evidence=(FIRST,)))
    judge(ada, two, Response(verdict="supported", evidence=(SECOND,)))
    judge(ada, three, Response(verdict="supported", evidence=(SECOND, FIRST)))
    assert own_evidence(ada) == [SECOND, FIRST]
    assert own_evidence(ada, most=1) == [SECOND]


def test_nobody_is_shown_anothers_evidence(ada: Desk) -> None:
    judge(ada, next(list_claims(ada)).claim.id, Response(verdict="refuted", evidence=(FIRST,)))
    assert own_evidence(replace(ada, reviewer="ben")) == []
