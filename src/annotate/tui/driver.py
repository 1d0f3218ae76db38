"""How keys come in from a terminal: what was waiting together is handed on together.

A terminal without bracketed paste sends pasted text as if it were typed. A person presses one key at a time, a paste
brings many at once, so what one look at the terminal finds is judged as a whole before any key of it acts.
"""

import os
import select
from codecs import getincrementaldecoder

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.messages import ExitApp

from annotate.tui.bursts import batched

_LOOK = 0.1
"""Seconds after which the reading thread looks whether it should end."""

_SOON = 0.02

_MOST = 1 << 16
"""Bytes that are judged at once."""


class BatchDriver(LinuxDriver):
    """Textual's driver for terminals, reading all that is there before it hands anything on."""

    def run_input_thread(self) -> None:
        """Read until the driver stops, or the terminal is gone."""
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("replace").decode
        data = b""
        while not self.exit_event.is_set():
            # Behind an escape character one looks sooner, whether it was the key or begins the code of another one.
            if self._waiting(_SOON if data.endswith(b"\x1b") else _LOOK):
                data = self._read()
                if not data:
                    self.process_message(ExitApp())
                    break
                for message in batched(parser.feed(decode(data))):
                    self.process_message(message)
            for message in parser.tick():
                self.process_message(message)

    def _get_terminal_size(self) -> tuple[int, int]:
        """The terminal's own word on its size: what an environment says of it does not follow the window."""
        try:
            return os.get_terminal_size(self.fileno)
        except OSError:
            return super()._get_terminal_size()

    def _read(self) -> bytes:
        """Everything that is waiting; nothing where the terminal hung up."""
        data = b""
        try:
            while len(data) < _MOST and (not data or self._waiting(0)):
                more = os.read(self.fileno, 4096)
                if not more:
                    break
                data += more
        except OSError:  # how Linux says that the other end is gone
            return b""
        return data

    def _waiting(self, seconds: float) -> bool:
        return bool(select.select([self.fileno], [], [], seconds)[0])
