"""What a scheme demands of a verdict holds it: asked for plainly, left for later by Esc, and never forgotten."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.tui.articles import add_article
from tests.tui.screens import at_the_screen

from annotate.domain import Judgement
from annotate.tui.screens.evidence import EvidenceSheet
from annotate.tui.screens.rationale import RationaleSheet
from annotate.tui.screens.review import ReviewScreen
from annotate.wiring import read_scheme
from annotate.work import Desk, check_project, open_queue, read_log, rebuild_project, status

SIZES = [(80, 24), (160, 48)]
SCHEME = """
name = "newsdesk"

[[facet]]
id = "verdict"
kind = "single"

[[facet.label]]
id = "supported"
name = "Supported"

[[facet.label]]
id = "refuted"
name = "Refuted"
needs = ["evidence"]

[[facet.label]]
id = "not_enough"
name = "Not enough evidence"
needs = ["rationale"]
"""


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project whose scheme wants evidence for one label, and for another a note on what was searched."""
    file = tmp_path / "newsdesk.toml"
    file.write_text(SCHEME, encoding="utf-8")
    with project(tmp_path / "annotate.db", scheme=read_scheme(file)) as desk:
        add_article(desk)
        yield desk


def recorded(lead: Desk) -> list[Judgement]:
    """What was recorded, in its order."""
    return [entry.fact for entry in read_log(replace(lead, reviewer=None)) if isinstance(entry.fact, Judgement)]


@pytest.mark.parametrize("size", SIZES)
async def test_each_label_asks_for_what_it_needs_and_one_that_needs_nothing_for_nothing(
    lead: Desk, size: tuple[int, int]
) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("2")
        assert isinstance(ada.app.screen, EvidenceSheet)
        assert " ".join(ada.notice.split()) == "Refuted needs evidence; Esc leaves it for later."
        await ada.write("https://example.org/table")
        await ada.press("ctrl+s")
        assert "2/3" in ada.header
        await ada.press("3")
        assert isinstance(ada.app.screen, RationaleSheet)
        assert " ".join(ada.notice.split()) == "Not enough evidence needs rationale; Esc leaves it for later."
        await ada.write("Searched the archive.")
        await ada.press("ctrl+s")
        assert "3/3" in ada.header
        await ada.press("1")
        assert ada.notice.startswith("All 3 claims have your answer.")


@pytest.mark.parametrize("size", SIZES)
async def test_a_verdict_left_without_what_it_needs_says_so_whenever_it_is_looked_at(
    lead: Desk, size: tuple[int, int]
) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("2", "escape")
        assert isinstance(ada.app.screen, ReviewScreen)
        assert "1/3" in ada.header
        assert ada.notice == "Refuted still needs: evidence."
        await ada.press("j")
        assert "still needs" not in ada.notice
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("k")
        assert ada.notice == "Refuted still needs: evidence."
        await ada.press("e")
        await ada.write("https://example.org/table")
        await ada.press("ctrl+s", "k", "j")
        assert "still needs" not in ada.notice
    assert [len(judgement.evidence) for judgement in recorded(lead)] == [0, 1]


async def test_a_reason_or_evidence_given_before_is_not_asked_for_again(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("r")
        await ada.write("Searched the archive.")
        await ada.press("escape", "3")
        assert isinstance(ada.app.screen, ReviewScreen)
        assert "2/3" in ada.header


async def test_a_verdict_that_lacks_something_is_still_owed_and_comes_again_at_the_end(lead: Desk) -> None:
    desk = replace(lead, reviewer="ada")
    async with at_the_screen(lead) as ada:
        await ada.press("2", "escape", "n")
        assert "2/3" in ada.header
        assert open_queue(desk).owed == 3
        await ada.press("1", "1")
        assert "1/3" in ada.header
        assert ada.notice == "Refuted still needs: evidence."
        await ada.press("n")
        assert ada.notice == "Refuted still needs: evidence."
    (told,) = status(desk).reviewers
    assert (told.work.done, told.left) == (2, 1)
    async with at_the_screen(lead) as ada:
        assert "1/3" in ada.header
        await ada.press("e")
        await ada.write("https://example.org/table")
        await ada.press("ctrl+s", "n")
        assert ada.notice.startswith("All 3 claims have your answer.")
    assert open_queue(desk).owed == 0
    assert check_project(lead) == []
    assert rebuild_project(lead).left == []
