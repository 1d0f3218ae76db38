"""The agreement screen: what it says to the lead while others judge, and what it opens."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.tui.articles import add_article
from tests.tui.screens import at_the_screen

from annotate.settings import samples
from annotate.tui.screens import agreement
from annotate.tui.screens.agreement import AgreementScreen
from annotate.tui.screens.choice import ChoiceSheet
from annotate.tui.screens.claim import ClaimSheet
from annotate.tui.screens.home import HomeScreen
from annotate.tui.screens.report import ReportSheet
from annotate.wiring import read_scheme
from annotate.work import Desk, Response, import_files, judge, list_claims

SIZES = [(80, 24), (160, 48)]


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """Three claims: ada and ben agree on the first, part on the second; the third waits."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        first, second, _ = (item.claim.id for item in list_claims(desk))
        said = [("ada", first, "refuted"), ("ben", first, "refuted"), ("ada", second, "refuted")]
        for reviewer, claim, verdict in [*said, ("ben", second, "supported")]:
            judge(replace(desk, reviewer=reviewer), claim, Response(verdict=verdict))
        yield desk


@pytest.mark.parametrize("size", SIZES)
async def test_each_coefficient_stands_on_one_scale_and_each_pair_and_where_they_part(
    lead: Desk, size: tuple[int, int]
) -> None:
    async with at_the_screen(lead, "home", reviewer=None, size=size) as someone:
        await someone.press("m")
        said = await someone.until("page", "where they part")
        assert "verdict, nominal   2 of 2 claims in common   2 reviewers" in said
        rows = said.splitlines()
        alpha = next(row for row in rows if "Krippendorff's alpha" in row)
        (scale,) = [row for row in rows if row.rstrip().endswith(" 1")]
        # Two units, three refuted and one supported: disagreement 1/2 observed, 1/2 expected.
        assert "0.000" in alpha
        assert alpha.index("●") == scale.index("0")
        assert "▶ Supported against Refuted   1 claim" in said
        assert "▁ 0.00" in said


async def test_what_others_judge_meanwhile_is_measured(lead: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement, "EVERY", 0.05)
    third = [item.claim.id for item in list_claims(lead)][2]
    async with at_the_screen(lead, "home", reviewer=None) as someone:
        await someone.press("m")
        await someone.until("page", "2 of 2 claims")
        judge(replace(lead, reviewer="cy"), third, Response(verdict="supported"))
        await someone.until("page", "2 of 3 claims in common   3 reviewers")
        judge(replace(lead, reviewer="ada"), third, Response(verdict="conflicting_evidence"))
        await someone.until("page", "3 of 3 claims", "Supported against Conflicting")


@pytest.mark.parametrize("size", SIZES)
async def test_enter_lists_the_claims_on_which_they_part_and_opens_one(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, "home", reviewer=None, size=size) as someone:
        await someone.press("m")
        await someone.until("page", "where they part")
        await someone.press("enter")
        await someone.once(lambda: someone.shows(ChoiceSheet))
        await someone.wait()
        assert "two hundred jobs" in someone.page("options")
        await someone.press("enter")
        assert someone.shows(ClaimSheet)
        assert "It is disputed." in someone.page("reading")
        await someone.press("escape")
        assert someone.shows(AgreementScreen)
        await someone.press("escape")
        assert someone.shows(HomeScreen)


async def test_the_whole_report_can_be_read(lead: Desk) -> None:
    async with at_the_screen(lead, "home", reviewer=None) as someone:
        await someone.press("m", "r")
        await someone.once(lambda: someone.shows(ReportSheet))
        await someone.wait()
        assert "In short" in someone.page("reading")
        await someone.press("tab")
        assert "Agreement on verdict (nominal)" in someone.page("reading")


async def test_a_key_goes_through_the_facets(tmp_path: Path) -> None:
    with project(tmp_path / "annotate.db", scheme=read_scheme(samples() / "scheme.toml")) as desk:
        import_files(desk, [samples() / "project.jsonl"], strict=True)
        async with at_the_screen(desk, "home", reviewer=None) as someone:
            await someone.press("m")
            await someone.until("page", "verdict, nominal   19 of 20 claims in common   3 reviewers")
            await someone.press("f")
            await someone.until("page", "attribution, nominal   12 of 13 claims in common")
            await someone.press("f")
            await someone.until("page", "verdict, nominal")


async def test_a_scheme_with_one_facet_says_so(lead: Desk) -> None:
    async with at_the_screen(lead, "home", reviewer=None) as someone:
        await someone.press("m", "f")
        assert someone.notice == "The scheme has no other facet."


async def test_before_anybody_judged_it_says_what_it_waits_for(tmp_path: Path) -> None:
    with project(tmp_path / "new.db") as desk:
        async with at_the_screen(desk, "home", reviewer=None, size=(40, 12)) as someone:
            await someone.press("m")
            await someone.until("page", "As soon as somebody does")
            await someone.press("enter", "down", "escape")
            assert someone.shows(HomeScreen)


async def test_a_narrow_window_leaves_out_the_scale(lead: Desk) -> None:
    async with at_the_screen(lead, "home", reviewer=None, size=(40, 12)) as someone:
        await someone.press("m")
        said = await someone.until("page", "Krippendorff's alpha   0.000")
        assert "●" not in said


async def test_who_judges_does_not_get_to_see_it(lead: Desk) -> None:
    async with at_the_screen(lead, "home") as ada:
        await ada.press("m")
        assert ada.shows(HomeScreen)
        assert ada.notice.startswith("How far reviewers agree shows how others judged.")
        assert "agreement" not in ada.page("page")
