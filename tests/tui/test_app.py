"""The app: what it loads when, and how it ends."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.tui.articles import add_article
from tests.tui.screens import at_the_screen
from textual.widgets import Input

from annotate.errors import NotForYou, Unusable
from annotate.tui import AnnotateApp
from annotate.tui.screens.opening import OpeningScreen
from annotate.tui.screens.palette import Palette
from annotate.tui.themes import DARK, HIGH_CONTRAST, LIGHT
from annotate.work import Desk


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article and its three claims."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        yield desk


def test_the_first_frame_waits_for_no_database() -> None:
    loaded = "import sys, annotate.tui; print(sorted({'sqlalchemy', 'pydantic', 'numpy'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


async def test_a_project_that_cannot_be_opened_ends_the_app_with_the_refusal() -> None:
    def unusable() -> Desk:
        raise Unusable("There is no project here.", "Make one.")

    app = AnnotateApp(unusable, "review")
    async with app.run_test() as pilot:
        await pilot.pause()
    assert isinstance(app.refusal, Unusable)
    assert app.return_value == 1


async def test_nobody_in_particular_cannot_review(lead: Desk) -> None:
    app = AnnotateApp(lambda: lead, "review")
    async with app.run_test() as pilot:
        await pilot.pause()
    assert isinstance(app.refusal, NotForYou)


async def test_a_defect_of_ours_ends_the_app_and_is_not_told_by_it(capsys: pytest.CaptureFixture[str]) -> None:
    def broken() -> Desk:
        raise ZeroDivisionError

    app = AnnotateApp(broken, "review")
    with pytest.raises(ZeroDivisionError):
        async with app.run_test() as pilot:
            await pilot.pause()
    assert isinstance(app.defect, ZeroDivisionError)
    assert "Traceback" not in capsys.readouterr().err


async def test_keys_pressed_before_there_is_a_screen_judge_nothing(lead: Desk) -> None:
    app = AnnotateApp(lambda: replace(lead, reviewer="ada"), "review")
    async with app.run_test() as pilot:
        if isinstance(app.screen, OpeningScreen):
            await pilot.press("1")
        await pilot.pause()
    with lead.store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM judgement").scalar() == 0


@pytest.mark.parametrize(
    "theme", [DARK.name, LIGHT.name, HIGH_CONTRAST.name, "ansi-dark", "ansi-light", "textual-dark"]
)
async def test_every_theme_can_be_drawn(lead: Desk, theme: str) -> None:
    async with at_the_screen(lead, size=(160, 48)) as ada:
        ada.app.theme = theme
        await ada.press("1", "e", "escape", "d", "escape")
        assert "2/3" in ada.header


async def test_the_palette_lists_what_the_keys_do(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        offered = {command.title for command in ada.app.get_system_commands(ada.app.screen)}
        assert {"evidence", "undo", "guide", "theme"} <= offered
        await ada.press("ctrl+p")
        await ada.wait(0.2)
        assert isinstance(ada.app.screen, Palette)
        assert not ada.app.screen.query_one(Input).cursor_blink
        await ada.press("escape", "1")
        assert "2/3" in ada.header
