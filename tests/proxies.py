"""A wire to a server that can be cut: what a network does to a session, at the moment that a test wants it."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Literal

COMMIT = b"Q\x00\x00\x00\x0bCOMMIT\x00"
"""The message in which a client asks for it."""

Cut = Literal["before", "behind"]
"""When the wire breaks: before the COMMIT, of which the server hears nothing then, or right behind it."""


class Wire:
    """Passes on what a client and the server at a socket say to each other, to whoever connects unless it is down."""

    def __init__(self, server: Path) -> None:
        self._cut: Cut | None = None
        self.is_down = False
        self._server = server
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        Thread(target=self._listen, daemon=True).start()

    def url(self, database: str) -> str:
        """The URL of a database through this wire."""
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    def cut_next(self, cut: Cut) -> None:
        """Break at the next COMMIT."""
        self._cut = cut

    @property
    def was_cut(self) -> bool:
        """Whether that has come about."""
        return self._cut is None

    def break_off(self) -> None:
        """Cut what is open; one can connect again."""
        while self._open:
            _shut(self._open.pop())

    def close(self) -> None:
        """Cut what is open, and let nobody connect any more."""
        self._listener.close()
        self.break_off()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                if self.is_down:
                    client.close()
                    continue
                server = socket.socket(socket.AF_UNIX)
                try:
                    server.connect(str(self._server))
                except OSError:
                    client.close()
                    continue
                self._open += [client, server]
                Thread(target=self._ask, args=(client, server), daemon=True).start()
                Thread(target=self._answer, args=(server, client), daemon=True).start()

    def _ask(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            for said in _heard(client):
                if COMMIT in said and self._cut:
                    self._break(client, server, said)
                    break
                server.sendall(said)
        _shut(client)
        _shut(server)

    def _break(self, client: socket.socket, server: socket.socket, said: bytes) -> None:
        """Break; what the server answers to the last that it heard does not reach the client any more."""
        how, self._cut = self._cut, None
        _shut(client)
        if how == "behind":
            server.sendall(said)

    def _answer(self, server: socket.socket, client: socket.socket) -> None:
        with suppress(OSError):
            for said in _heard(server):
                client.sendall(said)
        _shut(client)


def _heard(end: socket.socket) -> Iterator[bytes]:
    with suppress(OSError):
        while said := end.recv(1 << 16):
            yield said


def _shut(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
    end.close()


@contextmanager
def wire(server: Path) -> Iterator[Wire]:
    """A wire to the server that listens at that socket."""
    made = Wire(server)
    try:
        yield made
    finally:
        made.close()
