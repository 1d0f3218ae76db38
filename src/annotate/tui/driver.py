"""How keys come in from a terminal: what was waiting together is handed on together.

A terminal without bracketed paste sends pasted text as if it were typed. A person presses one key at a time, a paste
brings many at once, so what one look at the terminal finds is judged as a whole before any key of it acts.
"""

import asyncio
import os
import re
import select
import signal
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key

from annotate.tui.bursts import batched

if TYPE_CHECKING:
    from textual.app import App
    from textual.message import Message

_LOOK = 0.1
"""Seconds after which the reading thread looks whether it should end."""

_SOON = 0.02

_MOST = 1 << 16
"""Bytes that are judged at once."""

_WITH_ALT = re.compile("\x1b[^\x1b]")

_ENDING = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)


class Lasting:
    """A file that can be written to also when what it was is gone: then it goes nowhere."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write it, if there still is where to."""
        self._lasting(lambda: self._file.write(text))

    def flush(self) -> None:
        """Let it out, likewise."""
        self._lasting(self._file.flush)

    def fileno(self) -> int:
        """Its number."""
        number: int = self._file.fileno()
        return number

    def _lasting(self, doing: Callable[[], object]) -> None:
        try:
            doing()
        except OSError:
            # What the file still holds would be tried again when the interpreter ends.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._file.fileno())
            os.close(nowhere)
            self._file.flush()


class BatchDriver(LinuxDriver):
    """Textual's driver for terminals, reading all that is there before it hands anything on.

    It leaves the terminal as it was, whatever signal ends the program, and takes it up again after any stop.
    """

    def __init__(self, app: "App[Any]", **options: Any) -> None:
        super().__init__(app, **options)
        self._file = Lasting(self._file)  # type: ignore[assignment]  # all of a file that the writing thread uses
        self._stopped = False  # in order: having let go of the terminal
        self._keeps_what_waits = False
        self._escaped = False  # whether an escape character came alone

    def start_application_mode(self) -> None:
        """Begin; from now on signals wait for their turn, and one that ends the program ends it in order."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        loop = asyncio.get_running_loop()
        for number in _ENDING:
            loop.add_signal_handler(number, self._app.exit, 128 + number)
        # Handled at once, they would break into what writes to the terminal, and wait for it for ever.
        loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

    def disable_input(self) -> None:
        """Stop reading. What waits to be read is thrown away, since it is not for the shell; or kept, to be read on."""
        if not self._keeps_what_waits:
            super().disable_input()
        elif self._key_thread is not None:
            self.exit_event.set()
            self._key_thread.join()
            self.exit_event.clear()

    def _sigtstp_application(self, *_: object) -> None:
        self._stopped = True
        super()._sigtstp_application()

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal up again; whoever was not stopped in order, anew."""
        if self._stopped or not self._auto_restart:
            super()._sigcont_application()
        else:
            self._take_up_anew()
        self._stopped = False

    def _take_up_anew(self) -> None:
        """Ask the terminal for everything again, whatever became of it, and lose no key that is on its way."""
        # Its modes as they were found are for the end; nobody else is to have them, or to echo what is typed, now.
        found, self.attrs_before = self.attrs_before, None
        self._keeps_what_waits = True
        self.suspend_application_mode()
        self._keeps_what_waits = False
        self._must_signal_resume = True
        self.resume_application_mode()
        self.attrs_before = found

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
                    self._hung_up()
                    break
                for message in batched(self._messages(parser, decode(data))):
                    self.process_message(message)
            for message in parser.tick():
                self.process_message(message)

    def _messages(self, parser: XTermParser, text: str) -> "Iterator[Message]":
        """What came in, as messages.

        A terminal sends the code of a key in one piece, so an escape character that came alone was the key, whatever
        comes behind it; only `[` and `O` may continue a code that a slow line has cut.
        """
        if self._escaped and parser._timeout_time is not None and text[:1] not in ("[", "O"):
            parser._timeout_time = 0.0
            yield from parser.tick()
        self._escaped = text == "\x1b"
        for message in parser.feed(text):
            if isinstance(message, Key) and message.is_printable and _WITH_ALT.fullmatch(text):
                # The parser takes it for what the Option key of a Mac would type.
                yield Key(f"alt+{text[1]}", message.character)
            else:
                yield message

    def _hung_up(self) -> None:
        """The terminal is gone, and everything was written down already."""
        if self._app._loop is not None:
            self._app._loop.call_soon_threadsafe(self._app.exit, 128 + signal.SIGHUP)

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
