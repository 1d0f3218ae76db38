"""Help is there at once, and a room that has no screen and no database loads neither."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "sqlalchemy", "numpy", "alembic", "pydantic")


def loaded(program: str, folder: Path) -> set[str]:
    """The packages that a fresh Python has loaded when it has run the program; all that it prints is passed over."""
    told = "import sys; print('\\n' + ' '.join({name.partition('.')[0] for name in sys.modules}))"
    words = [sys.executable, "-c", f"{program}\n{told}"]
    ran = subprocess.run(words, capture_output=True, text=True, cwd=folder, env=_environment())
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.splitlines()[-1].split())


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith("ANNOTATE_")}


@pytest.mark.parametrize("words", [["--version"], ["--help"], [], ["improt"]], ids=" ".join)
def test_help_version_and_a_slip_of_the_pen_load_nothing_heavy(words: list[str], tmp_path: Path) -> None:
    assert not loaded(f"from annotate.cli import run; run({words})", tmp_path) & set(HEAVY)


@pytest.mark.parametrize(
    "room", ["domain", "agreement", "counting", "glance", "formats", "report", "settings", "errors"]
)
def test_a_room_that_only_computes_loads_neither_screens_nor_databases(room: str, tmp_path: Path) -> None:
    assert not loaded(f"import annotate.{room}", tmp_path) & {"textual", "sqlalchemy", "alembic"}


@pytest.mark.parametrize("room", ["domain", "agreement", "counting", "glance", "errors"])
def test_the_heart_stands_on_the_standard_library_alone(room: str, tmp_path: Path) -> None:
    mine = loaded(f"import annotate.{room}", tmp_path) - loaded("", tmp_path)
    assert mine <= set(sys.stdlib_module_names) | {"annotate"}


@pytest.mark.parametrize("room", ["store", "work", "wiring"])
def test_what_keeps_projects_loads_no_screens_and_no_migrations(room: str, tmp_path: Path) -> None:
    assert not loaded(f"import annotate.{room}", tmp_path) & {"textual", "alembic"}


def test_agreement_is_told_without_what_opens_a_project(tmp_path: Path) -> None:
    loaded("from annotate.cli import run; run(['init'])", tmp_path)
    assert not loaded(
        "from annotate.cli import run; run(['--lead', 'agreement', '--facet', 'verdict'])", tmp_path
    ) & set(HEAVY)


def test_a_command_opens_a_project_without_screens_and_migrations(tmp_path: Path) -> None:
    program = "from annotate.cli import run; run(['init']); run(['status'])"
    assert not loaded(program, tmp_path) & {"textual", "alembic", "numpy"}
