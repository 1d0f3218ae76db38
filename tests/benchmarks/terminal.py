"""A program in a real terminal, timed from outside: the clock stops at the read that brought the awaited cells."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence

import pyte

_ASKS_WHETHER_FRAMES_ARE_TOLD = b"\x1b[?2026$p"
_FRAMES_ARE_TOLD = b"\x1b[?2026;2$y"
_FRAME = b"\x1b[?2026h"

QUIET = 0.03
"""Seconds without output after which a program has painted what it had to paint."""


class Terminal:
    """Runs `command` in a pty of that size. Output is collected with time stamps and emulated afterwards, so that the
    emulator's own work is in no figure."""

    def __init__(self, command: Sequence[str], columns: int = 120, rows: int = 40) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", rows, columns, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe(command[0], list(command), os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"})
        self.frames = 0
        """Frames that were begun since the last key."""

    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.screen.display)

    def send(self, keys: str) -> float:
        """Type; returns the moment just before."""
        self.frames = 0
        moment = time.perf_counter()
        os.write(self._fd, keys.encode())
        return moment

    def until(self, there: Callable[[str], bool], limit: float = 30.0) -> float:
        """The moment of the read that made the screen's text satisfy `there`. SystemExit after `limit` seconds."""
        end = time.perf_counter() + limit
        while True:
            chunks = self._collect(end)
            self.frames += sum(data.count(_FRAME) for _, data in chunks)
            for moment, data in chunks:
                self._feed(data)
                if there(self.text()):
                    for _, rest in chunks[chunks.index((moment, data)) + 1 :]:
                        self._feed(rest)
                    return moment
            if not chunks:
                sys.exit(f"the screen did not come in {limit} s:\n{self.text()}")

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)

    def _collect(self, end: float) -> list[tuple[float, bytes]]:
        chunks: list[tuple[float, bytes]] = []
        while (left := end - time.perf_counter()) > 0:
            ready, _, _ = select.select([self._fd], [], [], min(QUIET, left) if chunks else left)
            if not ready:
                break
            try:
                data = os.read(self._fd, 1 << 20)
            except OSError:
                break
            chunks.append((time.perf_counter(), data))
            if _ASKS_WHETHER_FRAMES_ARE_TOLD in data:
                os.write(self._fd, _FRAMES_ARE_TOLD)
        return chunks

    def _feed(self, data: bytes) -> None:
        # pyte stumbles over the private sequences that ask what the terminal can do; they paint nothing.
        for asked in (
            b"\x1b[>1u",
            b"\x1b[<u",
            _ASKS_WHETHER_FRAMES_ARE_TOLD,
            b"\x1b[?2026h",
            b"\x1b[?2026l",
            b"\x1b[?2048$p",
            b"\x1b[=0;1u",
            b"\x1b[=1;1u",
        ):
            data = data.replace(asked, b"")
        self._stream.feed(data)
