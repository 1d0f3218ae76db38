"""Real processes: streams that are closed, full, or not UTF-8."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.journeys.commands import done

from annotate.settings import samples

ANNOTATE = f"{sys.executable} -m annotate"


@pytest.fixture(autouse=True)
def _sample(desk: Path) -> None:
    done("init", "--scheme", str(samples() / "scheme.toml"))
    done("import", samples() / "project.jsonl")


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell, `annotate` standing for this program."""
    return subprocess.run(
        ["bash", "-c", f'set -o pipefail; annotate() {{ {ANNOTATE} "$@"; }}; {line}'],
        capture_output=True,
        env=os.environ | environment,
    )


@pytest.mark.parametrize(
    "words", ["log --json", "export - --include all", "export /dev/stdout --include all", "--help"]
)
def test_a_reader_that_goes_away_is_no_fault(words: str) -> None:
    ran = shell(f"annotate {words} | head -c 1 >/dev/null")
    assert b"Traceback" not in ran.stderr
    assert b"Exception" not in ran.stderr
    assert b"fault" not in ran.stderr


def test_the_first_line_of_a_long_log_is_had_without_noise() -> None:
    ran = shell("annotate log | head -1")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.startswith(b"at ")


def test_streams_that_are_closed_are_no_fault() -> None:
    assert shell("annotate status >&- 2>&- <&-").returncode == 0
    assert shell("annotate sttus 2>&-").returncode == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("words", ["status", "export - --names --include all"])
def test_a_full_disk_behind_stdout_is_told(words: str) -> None:
    ran = shell(f"annotate {words} >/dev/full")
    assert (ran.returncode, ran.stderr) == (1, b"annotate: No space left on device.\n")


@pytest.mark.parametrize("environment", [{"LANG": "C", "LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}])
def test_a_terminal_that_is_not_utf_8_is_no_fault(environment: dict[str, str]) -> None:
    table, listed = shell("annotate claims", **environment), shell("annotate claims --json", **environment)
    assert (table.returncode, table.stderr, listed.returncode) == (0, b"", 0)
    assert json.loads(listed.stdout) == done("claims", "--json").json
    assert shell("annotate mark d --quote ąę", **environment).returncode == 1


def test_a_report_draws_with_what_the_terminal_has_and_writes_a_page_to_the_byte() -> None:
    told = shell("annotate agreement", PYTHONIOENCODING="ascii")
    assert (told.returncode, told.stderr) == (0, b"")
    assert b"\nKrippendorff's alpha" in told.stdout
    assert b"\\" not in told.stdout
    page = shell("annotate agreement --format html", PYTHONIOENCODING="ascii")
    assert page.stdout.decode() == done("agreement", "--format", "html").out
    assert "·" in page.stdout.decode()


def test_the_program_is_python_minus_m_annotate_and_the_console_script_too() -> None:
    script = Path(sys.executable).parent / "annotate"
    for program in (ANNOTATE, str(script)):
        ran = subprocess.run(f"{program} --version", shell=True, capture_output=True, text=True)
        assert ran.stdout.startswith("annotate ")
