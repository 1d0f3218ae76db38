"""Home: what it says to a reviewer, what to the lead, and where its keys lead."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.journeys.commands import alone, done
from tests.tui.articles import add_article
from tests.tui.screens import as_called, at_the_screen

from annotate.domain import Answer
from annotate.tui.screens.adjudicate import AdjudicateScreen
from annotate.tui.screens.home import HomeScreen
from annotate.tui.screens.queue import QueueScreen
from annotate.tui.screens.review import ReviewScreen
from annotate.tui.widgets.field import Field
from annotate.work import Desk, Response, decide, judge, list_claims

SIZES = [(80, 24), (160, 48)]
RED = Response(verdict="refuted", milliseconds=30_000)
GREEN = Response(verdict="supported", milliseconds=30_000)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with three claims: ada and ben agree on the first, part on the second; the third ada skipped."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        first, second, third = (item.claim.id for item in list_claims(desk))
        for reviewer, claim, said in [
            ("ada", first, RED),
            ("ben", first, RED),
            ("ada", second, RED),
            ("ben", second, GREEN),
            ("ada", third, Response(answer=Answer.SKIPPED)),
        ]:
            judge(replace(desk, reviewer=reviewer), claim, said)
        yield desk


@pytest.mark.parametrize("size", SIZES)
async def test_a_reviewer_is_told_of_himself_alone(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, "home", size=size) as ada:
        said = await ada.until("page", "1 document, 3 claims, 0 settled")
        assert "2 of your 3 claims have your answer." in said
        assert "1 owed  ·  1 of them skipped  ·  30 s a claim  ·  30 s to finish" in said
        assert "Enter  goes on with claim 3." in said
        assert not any(word in said.lower() for word in ("ben", "dispute", "agree", "alpha"))
        await ada.press("a")
        assert ada.shows(HomeScreen)
        assert ada.notice.startswith("Who settles disputes sees how others judged.")


@pytest.mark.parametrize("size", SIZES)
async def test_the_lead_is_told_of_everybody(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, "home", reviewer=None, size=size) as someone:
        said = await someone.until("page", "Agreement so far, on 2 claims: 50%; Krippendorff's alpha 0.00.")
        assert "ada  ━━━━━━━━────  2 of 3  1 left  30 s a claim  30 s to finish" in said
        assert "ben  ━━━━━━━━────  2 of 3  1 left  30 s a claim  30 s to finish" in said
        assert "1 dispute.  a  settles them." in said
        await someone.press("enter")
        assert someone.shows(AdjudicateScreen)
        await someone.press("h")
        assert someone.shows(HomeScreen)
        await someone.press("a")
        assert someone.shows(AdjudicateScreen)


async def test_what_is_settled_is_for_everybody_to_know(lead: Desk) -> None:
    decide(lead, next(list_claims(lead)).claim.id, "refuted")
    async with at_the_screen(lead, "home") as ada:
        await ada.until("page", "3 claims, 1 settled")


async def test_the_list_leads_to_the_claim_and_home_again(lead: Desk) -> None:
    async with at_the_screen(lead, "home") as ada:
        await ada.press("l")
        assert ada.shows(QueueScreen)
        await ada.press("home", "enter")
        assert ada.shows(ReviewScreen)
        assert "1/3" in ada.header
        await ada.press("h")
        assert ada.shows(HomeScreen)


async def test_the_lead_settles_a_dispute_from_the_list_and_reads_the_rest(lead: Desk) -> None:
    async with at_the_screen(lead, "home", reviewer=None) as someone:
        await someone.press("l")
        assert "disputed" in someone.page("queue")
        await someone.press("enter")
        assert "A  Refuted" in someone.page("reading")
        await someone.press("escape", "down", "enter")
        screen = someone.app.screen
        assert isinstance(screen, AdjudicateScreen)
        assert screen.settling.dispute.dispute.claim.id == [item.claim.id for item in list_claims(lead)][1]


async def test_without_reviewers_or_judgements_it_says_what_to_do(tmp_path: Path) -> None:
    with project(tmp_path / "new.db") as lead:
        add_article(lead)
        async with at_the_screen(lead, "home", reviewer=None) as someone:
            await someone.until("page", "annotate --reviewer NAME review", "Nobody has judged yet.", "0 disputes.")


async def test_a_small_window_shows_what_matters_first(lead: Desk) -> None:
    async with at_the_screen(lead, "home", size=(44, 12)) as ada:
        said = await ada.until("page", "2 of your 3 claims")
        assert "Enter  goes on with claim 3." in said


class TestOtherProjects:
    @pytest.fixture(autouse=True)
    def _two(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Two projects; one stands in the folder of the other."""
        folder = alone(tmp_path, monkeypatch)
        (folder / "ships.jsonl").write_text(
            '{"kind":"document","id":"d","title":"Ships","text":"Fewer ships called."}\n'
            '{"kind":"claim","id":"c","document":"d","quote":"Fewer ships called"}\n',
            encoding="utf-8",
        )
        done("init")
        done("--project", "other.db", "init")
        done("--project", "other.db", "import", "ships.jsonl")

    async def test_a_number_opens_a_project_lately_used_under_the_same_name(self) -> None:
        async with as_called("--project", "other.db", "--reviewer", "ada") as ada:
            await ada.until("page", "1 claim")
        async with as_called("--reviewer", "ada") as ada:
            said = await ada.until("page", "0 claims", "Lately used")
            assert "1  " in said
            assert said.count(".db") == 2
            await ada.press("1")
            said = await ada.until("page", "1 document, 1 claim", "goes on with claim 1.")
            assert "annotate.db" in said.split("Lately used")[1]
            assert "ada" in ada.header
            await ada.press("2")
            assert ada.shows(HomeScreen)
            await ada.press("enter", "1")
            assert ada.notice.startswith("Your one claim has your answer.")

    async def test_one_that_is_no_project_any_more_is_a_sentence(self) -> None:
        async with as_called("--project", "other.db", "--reviewer", "ada") as ada:
            await ada.until("page", "1 claim")
        Path("other.db").write_text("gone", encoding="utf-8")
        async with as_called("--reviewer", "ada") as ada:
            await ada.until("page", "Lately used")
            await ada.press("1")
            assert "not a database of annotate." in ada.notice
            await ada.until("page", "0 claims")

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("'ships.jsonl'", "Took in: 1 claim, 1 description, 1 document."),
            ("none.txt", "Not taken in: none.txt:"),
            ("annotate.db", "Not taken in: annotate.db:"),
            ("~nobody-of-that-name/x", "Not taken in: ~nobody-of-that-name/x:"),
        ],
    )
    async def test_what_is_taken_in_or_not_is_said(self, typed: str, said: str) -> None:
        async with as_called("--reviewer", "ada") as ada:
            await ada.press("i")
            await ada.write(typed)
            await ada.press("enter")
            await ada.wait(0.3)
            assert said in ada.notice

    async def test_a_path_that_no_disk_can_hold_is_a_sentence(self) -> None:
        async with as_called("--reviewer", "ada") as ada:
            await ada.press("i")
            ada.app.screen.query_one(Field).text = "x" * 300
            await ada.press("enter")
            await ada.wait(0.3)
            assert ada.notice.replace("\n", "").startswith("Not taken in:")
            assert "File name too long." in ada.notice.replace("\n", "")
