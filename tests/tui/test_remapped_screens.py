"""Keys of one's own on the screens: they act, the old ones do not, and every line names the new ones."""

from pathlib import Path

import pytest
from tests.journeys.commands import alone, done
from tests.tui.screens import as_called

from annotate.settings import config_file
from annotate.tui.screens.home import HomeScreen
from annotate.tui.screens.queue import QueueScreen
from annotate.tui.screens.reading import HelpSheet
from annotate.tui.screens.review import ReviewScreen
from annotate.tui.screens.span import SpanSheet
from annotate.tui.widgets.footer_line import FooterLine
from annotate.tui.widgets.side_panel import SidePanel

SIZES = [(80, 24), (160, 48)]
KEYS = """
[keys]
undo = "z"
evidence = ["f4", "ctrl+e"]
rationale = "ctrl+w"
queue = "L"
quit = "ctrl+q"
close = ["f9"]
go_on = "space"
walk = "."
next_owed = ","
"""


@pytest.fixture(autouse=True)
def _set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A project with three claims, and a config file."""
    folder = alone(tmp_path, monkeypatch)
    text = "Fewer ships called. Two cranes were sold. Jobs were lost."
    records = [f'{{"kind":"document","id":"d","title":"Ships","text":"{text}"}}']
    records += [f'{{"kind":"claim","document":"d","quote":"{quote}"}}' for quote in text.rstrip(".").split(". ")]
    (folder / "ships.jsonl").write_text("\n".join(records), encoding="utf-8")
    done("init")
    done("import", "ships.jsonl")
    config_file().write_text(KEYS, encoding="utf-8")


@pytest.mark.parametrize("size", SIZES)
async def test_the_new_keys_act_and_the_old_ones_do_not(size: tuple[int, int]) -> None:
    async with as_called("--reviewer", "ada", start="review", size=size) as ada:
        await ada.press("full_stop")
        assert "2/3" in ada.header
        await ada.press("j", "u", "l", "q")
        assert "2/3" in ada.header
        await ada.press("1", "z")
        assert "2/3" in ada.header
        assert ada.notice == "Taken back."
        await ada.press("comma")
        assert "3/3" in ada.header
        await ada.press("L")
        assert ada.shows(QueueScreen)
        await ada.press("escape")
        assert ada.shows(QueueScreen)
        await ada.press("f9")
        assert ada.shows(ReviewScreen)
        await ada.press("f4", "f9", "ctrl+e", "f9", "ctrl+q")
    assert ada.app.return_code == 0


@pytest.mark.parametrize("size", SIZES)
async def test_footer_panel_sentences_help_and_palette_name_them(size: tuple[int, int]) -> None:
    async with as_called("--reviewer", "ada", start="review", size=size) as ada:
        footer = ada.reads(FooterLine)
        assert "f4 evidence" in footer
        assert "ctrl+w why" in footer
        assert "z undo" in footer
        assert " e evidence" not in footer
        if size[0] > 100:
            panel = ada.reads(SidePanel)
            assert "f4 add" in panel
            assert "ctrl+w edit" in panel
        await ada.press("E")
        assert "f4 adds a new piece." in ada.notice
        await ada.press("f4")
        await ada.write("https://e.org")
        await ada.press("ctrl+c", "f9")
        assert ada.notice == "Kept as it was typed; f4 opens it again."
        await ada.press("1", "1", "1")
        assert ada.notice == "All 3 claims have your answer. L lists them, to look again; ctrl+q quits."
        offered = {command.title: command.help for command in ada.app.get_system_commands(ada.app.screen)}
        assert offered["undo"].startswith("z ")
        await ada.press("question_mark")
        assert ada.shows(HelpSheet)
        told = [ada.page("reading")]
        for _ in range(4):
            await ada.press("pagedown")
            told.append(ada.page("reading"))
        assert "z           undo" in "\n".join(told)
        assert str(config_file()) in "".join(told[-1].split())
        await ada.press("f9", "h")
        assert ada.shows(HomeScreen)
        assert "L  lists the claims" in ada.page("page")
        assert "Space go on" in ada.reads(FooterLine)
        await ada.press("space")
        assert ada.shows(ReviewScreen)


async def test_a_label_of_the_scheme_keeps_its_key_and_it_is_said(tmp_path: Path) -> None:
    Path("scheme.toml").write_text(
        'name = "letters"\n[[facet]]\nid = "verdict"\nkind = "single"\n'
        '[[facet.label]]\nid = "yes"\nname = "Yes"\nkey = "y"\n'
        '[[facet.label]]\nid = "no"\nname = "No"\nkey = "z"\n',
        encoding="utf-8",
    )
    done("--project", "other.db", "init", "--scheme", "scheme.toml")
    done("--project", "other.db", "import", "ships.jsonl")
    async with as_called("--project", "other.db", "--reviewer", "ada", start="review") as ada:
        await ada.wait(0.2)
        assert ada.notice == "z gives a verdict in this project, so undo is u."
        await ada.press("z")
        assert "2/3" in ada.header
        await ada.press("u")
        assert "1/3" in ada.header


async def test_the_sheets_of_evidence_and_of_a_search_name_them_too() -> None:
    file = config_file()
    more = 'untrack = "f5"\nadd = "f6"\nremove = "f7"\nlook = "f8"\nturn = "f10"\n'
    file.write_text(file.read_text("utf-8") + more, encoding="utf-8")
    async with as_called("--reviewer", "ada", start="review") as ada:
        await ada.press("f4")
        await ada.write("https://e.org?utm_source=mail")
        assert "f5 removes it." in ada.page("noticed")
        await ada.press("ctrl+s", "f4", "ctrl+c")
        assert ada.notice == "ctrl+c copies what is selected. f9 closes this; all is kept."
        await ada.press("f7")
        assert ada.notice == "Removed; z brings it back."
        assert "f6 adds a piece." in ada.page("pieces")
        await ada.press("f9", "slash")
        assert ada.notice.endswith("f8 opens the text.")
        assert "f9 goes back to the claim." in ada.app.screen.way_out  # type: ignore[attr-defined]
        await ada.write("cranes")
        await ada.once(lambda: "cranes" in ada.page("found"))
        await ada.press("f8")
        await ada.once(lambda: ada.shows(SpanSheet))
        assert "f9 only looks" in ada.page("title")
        assert "f10: " in ada.notice
        await ada.press("ctrl+c")
        assert "f9 leaves all as it was." in ada.notice
        await ada.press("f9", "f9", "L", "ctrl+c")
        assert ada.notice == "ctrl+c copies what is selected. f9 goes back."
        await ada.press("v", "ctrl+c")
        assert ada.notice == "ctrl+c copies what is selected. f9 leaves the list."
