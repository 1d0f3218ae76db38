"""Where a source was given before: one's own evidence, and that of settled claims; never another's beforehand."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.engines import BOTH, ON_SQLITE
from tests.statements import heard
from tests.store.test_plans import searched
from tests.tui.articles import add_article

from annotate.domain import Evidence
from annotate.work import Desk, Response, decide, judge, undo, uses_of

pytestmark = BOTH

URL = "https://example.org/table"


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    with project(tmp_path / "annotate.db") as desk:
        yield desk


def give(desk: Desk, claim: str, stance: str, url: str = URL) -> None:
    judge(desk, claim, Response(verdict="refuted", evidence=(Evidence(url=url, stance=stance),)))


def test_ones_own_uses_are_counted_by_claim_and_stance_in_whatever_spelling(lead: Desk) -> None:
    one, two, three = add_article(lead)
    ada = replace(lead, reviewer="ada")
    give(ada, one, "refutes", "HTTPS://Example.org:443/table?utm_source=mail#row7")
    give(ada, two, "supports")
    give(ada, two, "refutes")
    assert uses_of(ada, URL, three).own == {"refutes": 2}
    assert uses_of(ada, URL, two).own == {"refutes": 1}
    assert uses_of(ada, URL + "/2", three).own == {}
    undo(ada)
    assert uses_of(ada, URL, three).own == {"supports": 1, "refutes": 1}


def test_anothers_use_is_told_of_once_the_claim_is_settled(lead: Desk) -> None:
    one, two, _ = add_article(lead)
    ada, ben = replace(lead, reviewer="ada"), replace(lead, reviewer="ben")
    give(ben, one, "refutes")
    assert uses_of(ada, URL, two) == uses_of(ada, URL + "?x", two)
    decide(lead, one, "refuted")
    assert uses_of(ada, URL, two).settled == 1
    assert uses_of(ada, URL, one).settled == 0


@ON_SQLITE
def test_the_uses_are_looked_up_and_never_searched_for(lead: Desk) -> None:
    one, two, _ = add_article(lead)
    ada = replace(lead, reviewer="ada")
    give(ada, one, "refutes")
    with heard() as asked:
        uses_of(ada, URL, two)
    assert searched(lead, asked) == set()
