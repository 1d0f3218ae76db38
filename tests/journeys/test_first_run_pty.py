"""A first hour in a real terminal: nothing is there, nothing is set, and nobody reads the manual."""

import shlex
import sys
from pathlib import Path

import pytest
from tests.journeys.terminal import Terminal

SIZES = [(80, 24), (160, 48)]
RECORDS = (
    '{"kind":"document","id":"d","title":"Harbour counts","text":"Fewer ships called. Two cranes were sold."}\n'
    '{"kind":"claim","id":"c1","document":"d","quote":"Fewer ships called"}\n'
    '{"kind":"claim","id":"c2","document":"d","quote":"Two cranes were sold"}\n'
)


class Machine:
    """A computer on which the program was never run: a home, and a folder to work in."""

    def __init__(self, folder: Path) -> None:
        self.home, self.desk = folder / "home", folder / "desk"
        self.home.mkdir()
        self.desk.mkdir()

    def annotate(self, *words: str, columns: int = 80, rows: int = 24) -> Terminal:
        command = shlex.join([sys.executable, "-m", "annotate", *words])
        environment = {
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "XDG_STATE_HOME": str(self.home / "state"),
        }
        run = ["/bin/sh", "-c", f"cd {shlex.quote(str(self.desk))} && exec {command}"]
        return Terminal(run, columns, rows, **environment)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    for name in ("ANNOTATE_PROJECT", "ANNOTATE_REVIEWER", "ANNOTATE_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    return Machine(tmp_path)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_from_an_empty_folder_to_a_verdict_and_back_the_next_day(machine: Machine, columns: int, rows: int) -> None:
    (machine.desk / "harbour.jsonl").write_text(RECORDS, encoding="utf-8")
    with machine.annotate(columns=columns, rows=rows) as terminal:
        terminal.until("There is no project here yet", "Who are you?", "Enter go on", "Esc leave")
        terminal.press("a", "d", "a")
        terminal.until("your name", "ada")
        terminal.press("enter")
        terminal.until("You are ada.", "▶ 1  averitec", "6  the demo")
        terminal.press("1")
        terminal.until("0 documents, 0 claims", "i  takes in a file", "k  keeps the name ada")
        terminal.press("k")
        terminal.until("Kept in ~/config/annotate/config.toml.")
        terminal.press("i")
        terminal.until("── import")
        terminal.type("harbour.jsonl")
        terminal.until("harbour.jsonl")
        terminal.press("enter")
        terminal.until("Took in: 2 claims", "goes on with claim 1.")
        terminal.press("enter")
        terminal.until("1/2", "▶", "saved")
        terminal.press("1")
        terminal.until("2/2")
        terminal.press("q")
        assert terminal.ended() == 0
        assert b"\x1b[?1049l\x1b[?25h" in terminal.printed, "the terminal was not left as it was"
    assert (machine.home / "config" / "annotate" / "config.toml").read_text(encoding="utf-8") == 'reviewer = "ada"\n'
    with machine.annotate(columns=columns, rows=rows) as terminal:
        terminal.until("1 of your 2 claims have your answer.", "goes on with claim 2.")
        terminal.press("l")
        terminal.until("1 + Fewer ships called", "▶    2   Two cranes were sold")
        terminal.press("/")
        terminal.until("── find")
        terminal.type("ships")
        terminal.until("ships")
        terminal.press("enter")
        terminal.until("Only: with “ships”", "▶    1 + Fewer ships called")
        terminal.press("enter")
        terminal.until("1/2", "saved")
        terminal.press("q")
        assert terminal.ended() == 0


def test_leaving_the_first_screen_makes_nothing(machine: Machine) -> None:
    with machine.annotate() as terminal:
        terminal.until("Who are you?")
        terminal.press("esc")
        assert terminal.ended() == 0
    assert not list(machine.desk.iterdir())
    assert not list(machine.home.iterdir())


def test_a_key_that_cannot_be_is_a_sentence_after_a_sane_terminal(machine: Machine) -> None:
    file = machine.home / "config" / "annotate" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('reviewer = "ada"\n[keys]\nundo = "s"\n', encoding="utf-8")
    with machine.annotate("demo") as terminal:
        assert terminal.ended() == 1
    said = terminal.printed.split(b"\x1b[?1004l")[-1].decode()
    assert f'{file}:3: keys.undo: "s" is the key of skip' in said
    assert "Traceback" not in said
