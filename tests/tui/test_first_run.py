"""The first run: what is said to somebody who said nothing yet, and what he can do about it."""

from pathlib import Path

import pytest
from tests.journeys.commands import alone, done
from tests.tui.screens import as_called

from annotate.errors import BadInput, NotForYou
from annotate.settings import config_file, read_config, recent
from annotate.tui.screens.adjudicate import AdjudicateScreen
from annotate.tui.screens.founding import FoundingScreen
from annotate.tui.screens.home import HomeScreen
from annotate.tui.screens.review import ReviewScreen
from annotate.tui.screens.welcome import WelcomeScreen

SIZES = [(80, 24), (160, 48)]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in."""
    return alone(tmp_path, monkeypatch)


@pytest.mark.parametrize("size", SIZES)
async def test_from_nothing_to_a_claim_without_leaving(folder: Path, size: tuple[int, int]) -> None:
    record = '{"kind":"document","id":"d","title":"Ships","text":"Fewer ships called."}\n'
    claim = '{"kind":"claim","id":"c","document":"d","quote":"Fewer ships called"}\n'
    (folder / "ships.jsonl").write_text(record + claim, encoding="utf-8")
    async with as_called(size=size) as someone:
        assert "There is no project here yet" in someone.page("page")
        await someone.write("ada")
        await someone.press("enter")
        assert "You are ada." in someone.page("page")
        assert "▶ 1  averitec" in someone.page("page")
        await someone.press("2")
        await someone.until("page", "0 documents", "i  takes in a file")
        await someone.press("i")
        await someone.write("ships.jsonl")
        await someone.press("enter")
        await someone.until("page", "1 document, 1 claim", "Enter  goes on with claim 1.")
        assert someone.notice == "Took in: 1 claim, 1 description, 1 document."
        await someone.press("enter")
        assert someone.shows(ReviewScreen)
        await someone.press("1")
        assert someone.notice.startswith("Your one claim has your answer.")
    assert done("schemes", "--json").json[0]["name"] == "fever"
    assert done("status", "--json").json["reviewers"][0]["name"] == "ada"
    assert recent() == [str(folder / "annotate.db")]


@pytest.mark.parametrize("size", SIZES)
async def test_with_a_project_it_is_asked_who_he_is(size: tuple[int, int]) -> None:
    done("init")
    async with as_called(size=size) as someone:
        assert someone.shows(WelcomeScreen)
        assert "holds 0 documents with 0 claims." in " ".join(someone.page("page").split())
        await someone.write("ben")
        await someone.press("enter")
        assert someone.shows(HomeScreen)
        assert "ben" in someone.header
    assert done("reviewers", "--json").json[0]["handle"] == "ben"


async def test_enter_alone_looks_as_the_lead_and_makes_nobody_known() -> None:
    done("init")
    async with as_called() as someone:
        await someone.press("enter")
        assert someone.shows(HomeScreen)
        assert "lead" in someone.header
    assert done("reviewers", "--json").json == []


async def test_a_name_that_cannot_be_one_is_refused_and_can_be_mended() -> None:
    async with as_called() as someone:
        await someone.write("ada b")
        await someone.press("enter")
        assert someone.notice.startswith('"ada b" cannot be a reviewer.')
        await someone.press("backspace", "backspace", "enter")
        assert someone.shows(FoundingScreen)


async def test_one_key_keeps_the_name_and_it_is_not_asked_for_again() -> None:
    done("init")
    async with as_called() as someone:
        await someone.write("ada")
        await someone.press("enter")
        await someone.until("page", "k  keeps the name ada")
        await someone.press("k")
        assert someone.notice.startswith("Kept in ")
        assert "keeps the name" not in someone.page("page")
    assert read_config(config_file()).reviewer == "ada"
    async with as_called() as someone:
        assert someone.shows(HomeScreen)
        assert "ada" in someone.header
        assert "keeps the name" not in someone.page("page")


@pytest.mark.parametrize("flags", [("--reviewer", "ada"), ("--lead",)])
async def test_who_said_who_he_is_is_not_asked(flags: tuple[str, ...]) -> None:
    done("init")
    async with as_called(*flags) as someone:
        assert someone.shows(HomeScreen)
    async with as_called(*flags, start="adjudicate") as someone:
        assert someone.shows(AdjudicateScreen)


async def test_who_set_a_name_and_has_no_project_is_asked_for_that_alone() -> None:
    async with as_called("--reviewer", "ada") as someone:
        assert someone.shows(FoundingScreen)
        await someone.press("escape")
    assert someone.app.return_code == 0
    assert not list(Path.cwd().iterdir())


async def test_arrows_and_enter_open_a_project_lately_used(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    done("--project", other, "init")
    async with as_called("--project", str(other), "--lead"):
        pass
    async with as_called("--reviewer", "ada") as someone:
        assert "other.db" in someone.page("page")
        await someone.press(*["down"] * 6, "enter")
        assert someone.shows(HomeScreen)
        await someone.until("page", "other.db")
    assert not list(folder.iterdir())


async def test_the_demo_opens_in_a_folder_of_its_own(folder: Path) -> None:
    async with as_called("--reviewer", "ada") as someone:
        await someone.press("6")
        await someone.until("page", "25 claims")
    assert [path.name for path in folder.iterdir()] == ["demo"]


async def test_a_folder_in_which_nothing_can_be_made_is_a_sentence(folder: Path) -> None:
    (folder / "demo").mkdir()
    (folder / "demo" / "other").touch()
    async with as_called("--reviewer", "ada") as someone:
        await someone.press("6")
        assert someone.notice.startswith("demo is there and holds other things.")
        assert someone.shows(FoundingScreen)


class TestReviewWithoutAName:
    async def test_the_name_leads_to_the_first_claim(self) -> None:
        done("init")
        async with as_called(start="review") as someone:
            await someone.write("ada")
            await someone.press("enter")
            assert someone.shows(ReviewScreen)

    async def test_leaving_is_a_refusal(self) -> None:
        done("init")
        async with as_called(start="review") as someone:
            await someone.press("escape")
        assert isinstance(someone.app.refusal, NotForYou)
        assert someone.app.return_value == 1

    async def test_the_lead_is_refused_at_once(self) -> None:
        done("init")
        async with as_called("--lead", start="review") as someone:
            pass
        assert isinstance(someone.app.refusal, NotForYou)


class TestWhatTheConfigFileSays:
    async def test_a_theme_is_drawn(self) -> None:
        done("init")
        config_file().write_text('theme = "annotate-light"\n', encoding="utf-8")
        async with as_called("--lead") as someone:
            assert someone.app.theme == "annotate-light"

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ('theme = "annotate-lite"\n', ':1: There is no theme "annotate-lite". There are: annotate-light'),
            ('theme = "light"\n', ':1: There is no theme "light". There are: annotate-light, '),
            ('[keys]\nundo = "s"\n', ':2: keys.undo: "s" is the key of skip'),
            ("idle_seconds = 1\n", ":1: "),
        ],
    )
    async def test_a_mistake_in_it_ends_the_app_with_its_place(self, text: str, said: str) -> None:
        done("init")
        config_file().write_text(text, encoding="utf-8")
        async with as_called("--lead") as someone:
            pass
        assert isinstance(someone.app.refusal, BadInput)
        assert str(someone.app.refusal).startswith(f"{config_file()}{said}")

    async def test_a_theme_picked_in_the_palette_is_there_the_next_time(self) -> None:
        done("init")
        config_file().write_text('reviewer = "ada"  # me\n', encoding="utf-8")
        async with as_called() as someone:
            await someone.press("ctrl+p", *"theme", "enter")
            await someone.write("annotate-light")
            await someone.press("enter")
            assert someone.app.theme == "annotate-light"
        assert config_file().read_text(encoding="utf-8") == 'reviewer = "ada"  # me\ntheme = "annotate-light"\n'
        async with as_called() as someone:
            assert someone.app.theme == "annotate-light"

    @pytest.mark.parametrize(("text", "blinks"), [("", True), ("reduced_motion = true\n", False)])
    async def test_the_caret_stands_still_where_nothing_shall_move(self, text: str, blinks: bool) -> None:
        done("init")
        config_file().write_text(text, encoding="utf-8")
        async with as_called() as someone:
            field = someone.app.focused
            assert field is not None
            assert getattr(field, "cursor_blink", None) is blinks

    async def test_idle_seconds_are_those_of_the_walk(self) -> None:
        done("init")
        config_file().write_text("idle_seconds = 10\n", encoding="utf-8")
        async with as_called("--reviewer", "ada") as someone:
            walk = someone.app.walk
            assert walk is not None
            walk.stopwatch.seen(100.0, "c1")
            walk.stopwatch.seen(109.0, "c1")
            walk.stopwatch.seen(120.0, "c1")
            assert walk.stopwatch.spent("c1") == 19.0  # of the second pause no more than ten
