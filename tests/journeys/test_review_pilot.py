"""A morning of reviewing, through Textual's Pilot: two claims, an undo, evidence, quitting, going on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.engines import BOTH
from tests.tui.articles import add_article
from tests.tui.screens import at_the_screen

from annotate.domain import Evidence
from annotate.work import Desk, leaf, status

ADDRESS = "https://example.org/harbour/figures"


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article and its three claims."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        yield desk


@BOTH
@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_what_was_done_before_quitting_is_there_when_one_goes_on(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("1", "2")
        assert "3/3" in ada.header
        await ada.press("u", "e")
        await ada.write(ADDRESS)
        await ada.press("tab")
        await ada.write("fewer than in any year before")
        await ada.press("tab", "r", "ctrl+s", "2")
        assert "3/3" in ada.header
        await ada.press("q")
    assert ada.app.return_code == 0
    async with at_the_screen(lead, size=size) as ada:
        assert "3/3" in ada.header
        await ada.press("3")
        assert ada.notice.startswith("All 3 claims have your answer.")
    answers = [row.answer for row in leaf(replace(lead, reviewer="ada"), None, 3)]
    assert [answer.verdict for answer in answers if answer] == ["supported", "refuted", "not_enough_evidence"]
    assert answers[1] is not None
    quoted = Evidence(url=ADDRESS, quote="fewer than in any year before", stance="refutes", retrieved="2020-09-13")
    assert answers[1].evidence == (quoted,)
    assert status(lead).reviewers[0].work.done == 3
