"""A command in a process that is killed at one exact point: when it is about to do something with a certain file."""

import os
import signal
import subprocess
import sys
from pathlib import Path

_WATCHED = """
import os, signal, sys
def watch(event, given):
    if event == sys.argv[1] and sys.argv[2] in str(given):
        os.kill(os.getpid(), signal.SIGKILL)
from annotate.cli import run
sys.addaudithook(watch)
run(sys.argv[3:])
"""


def killed_at(event: str, name: str, *words: str | Path, temporary: Path | None = None) -> None:
    """Give the command; it is killed before the event (as `sys.addaudithook` names it) that has to do with `name`.

    Its temporary files are made in that folder.
    """
    where = {} if temporary is None else {"TMPDIR": str(temporary)}
    command = [sys.executable, "-c", _WATCHED, event, name, *words]
    ended = subprocess.run(command, env={**os.environ, **where}, capture_output=True, text=True)
    assert ended.returncode == -signal.SIGKILL, f"it was not killed: {ended.returncode} {ended.stderr}"
