"""A program in a real terminal: keys go in as a person types them, and what stands on the screen can be waited for."""

import fcntl
import os
import re
import resource
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

PATIENCE = 30.0
"""Seconds after which a screen that did not come is a failure."""

KEYS = {
    "backspace": "\x7f",
    "esc": "\x1b",
    "enter": "\r",
    "left": "\x1b[D",
    "right": "\x1b[C",
    "tab": "\t",
    "ctrl+c": "\x03",
    "ctrl+r": "\x12",
    "ctrl+s": "\x13",
    "ctrl+z": "\x1a",
}

_MODES = (1000, 1003, 1004, 1006, 1049, 2004)
"""The alternate screen, the mouse, the focus, the brackets of a paste."""

# What a terminal answers or obeys and never paints; pyte would print some of it.
_UNPAINTED = re.compile(rb"\x1b\[[<>=?][0-9;]*\$?[a-zA-Z]|\x1b\][^\x07]*\x07")
_UNFINISHED = re.compile(rb"\x1b(\[[<>=?]?[0-9;]*\$?|\][^\x07]*)?\Z")


class Terminal:
    """Runs `command` in a pseudo-terminal of `columns` by `rows` cells that shows what the program paints."""

    def __init__(self, command: Sequence[str], columns: int = 80, rows: int = 24, **environment: str) -> None:
        self.printed = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = b""
        self._ours, theirs = os.openpty()
        self._size(columns, rows)
        self._program = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            env={**os.environ, "TERM": "xterm-256color", **environment},
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        if self._program.poll() is None:
            self._program.kill()
        self._program.wait()
        os.close(self._ours)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self._screen.display)

    def reversed(self) -> str:
        """The words that stand in reverse, from all lines."""
        return self._in("reverse")

    def italic(self) -> str:
        """The words that stand in italics, from all lines."""
        return self._in("italics")

    def _in(self, style: str) -> str:
        lines = (self._screen.buffer[y] for y in range(self._screen.lines))
        columns = range(self._screen.columns)
        pieces = ("".join(line[x].data for x in columns if getattr(line[x], style)) for line in lines)
        return " ".join(piece.strip() for piece in pieces if piece.strip())

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the terminal's cursor, from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    def colours(self) -> set[str]:
        """The codes of colour among all that was sent to style text: not bold, underlined and the like."""
        sent = re.findall(rb"\x1b\[([0-9;]*)m", self.printed)
        codes = {code for style in sent for code in style.decode().split(";")}
        return {code for code in codes if code and int(code) >= 30}

    def type(self, text: str) -> None:
        """Type it, all at once: more than a few characters are what a paste without brackets looks like."""
        os.write(self._ours, text.encode())

    def press(self, *keys: str) -> None:
        """Press keys by name or character, one after the other, as fingers do."""
        for key in keys:
            self.type(KEYS.get(key, key))
            time.sleep(0.3 if key == "esc" else 0.08)  # a key right behind Esc would be taken for Alt and that key

    def paste(self, text: str) -> None:
        """Paste it, in the brackets that the program asked its terminal for."""
        self.type(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self._screen.resize(rows, columns)
        self._size(columns, rows)

    def until(self, *wanted: str) -> str:
        """Wait until all of that stands on the screen; returns the screen."""
        end = time.monotonic() + PATIENCE
        while not all(words in self.text for words in wanted):
            if time.monotonic() > end or not self._read(end):
                raise AssertionError(f"{wanted} did not come. The screen:\n{self.text}")
        return self.text

    def settle(self) -> str:
        """Wait until nothing is painted any more; returns the screen."""
        while self._read(time.monotonic() + 0.3):
            pass
        return self.text

    def ended(self) -> int:
        """Wait until the program ends; returns its exit code."""
        while self._read(time.monotonic() + PATIENCE):
            pass
        return self._program.wait(PATIENCE)

    def kill(self) -> None:
        """End the program at once, and wait until it is gone."""
        self._program.kill()
        self._program.wait()

    @contextmanager
    def no_file_beyond(self, kilobytes: int) -> Iterator[None]:
        """A disk on which no file of the program grows beyond this."""
        before = resource.prlimit(self._program.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self._program.pid, resource.RLIMIT_FSIZE, (kilobytes * 1024, before[1]))
        try:
            yield
        finally:
            resource.prlimit(self._program.pid, resource.RLIMIT_FSIZE, before)

    def strike(self) -> None:
        """Kill the program and wait for nothing: for another thread."""
        self._program.kill()

    def look(self) -> bool:
        """Take in what is painted next; False when nothing ever comes again."""
        return self._read(time.monotonic() + PATIENCE)

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is painted just now."""
        return not select.select([self._ours], [], [], 0.02)[0]

    def send(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._program.send_signal(number)

    def clear(self) -> None:
        """Wipe the screen, as what another program prints meanwhile does."""
        self._screen.reset()

    def stopped(self) -> None:
        """Wait until the program is stopped."""
        end = time.monotonic() + PATIENCE
        while "State:\tT" not in Path(f"/proc/{self._program.pid}/status").read_text(encoding="ascii"):
            self._read(time.monotonic() + 0.02)
            if time.monotonic() > end:
                raise AssertionError("the program was not stopped")

    def hang_up(self) -> int:
        """Close our end, as a broken connection does; returns the exit code."""
        os.close(self._ours)
        self._ours = os.open(os.devnull, os.O_RDWR)
        return self._program.wait(PATIENCE)

    @property
    def is_sane(self) -> bool:
        """Whether the terminal is as it was found: its modes, its echo, its lines."""
        lines, local = termios.tcgetattr(self._ours)[0], termios.tcgetattr(self._ours)[3]
        left = all(
            self.printed.rfind(f"\x1b[?{mode}l".encode()) > self.printed.rfind(f"\x1b[?{mode}h".encode())
            for mode in _MODES
        )
        shown = self.printed.rfind(b"\x1b[?25h") > self.printed.rfind(b"\x1b[?25l")
        return left and shown and bool(local & termios.ECHO and local & termios.ICANON and lines & termios.ICRNL)

    def _size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, end: float) -> bool:
        """Show what the program paints next; False where nothing comes before `end`, or ever."""
        if not select.select([self._ours], [], [], max(0.0, end - time.monotonic()))[0]:
            return False
        try:
            data = os.read(self._ours, 1 << 16)
        except OSError:  # the program has ended
            return False
        self.printed += data
        whole = self._rest + data
        unfinished = _UNFINISHED.search(whole)
        cut = unfinished.start() if unfinished else len(whole)
        self._rest = whole[cut:]
        self._stream.feed(_UNPAINTED.sub(b"", whole[:cut]))
        return True


def review(target: str, columns: int = 80, rows: int = 24, **environment: str) -> Terminal:
    """Ada at the review screen of a project."""
    command = ["-m", "annotate", "--project", target, "--reviewer", "ada", "review"]
    return Terminal([sys.executable, *command], columns, rows, **environment)
