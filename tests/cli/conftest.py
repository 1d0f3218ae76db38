"""Where the command line is tried: an empty folder, or one with a small project in it."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from tests.journeys.commands import alone, done

TEXT = "Minister: flights doubled\n\nThe minister said flights had doubled. Critics said “doubled” is wrong.\n"
"""An article in which "doubled" stands three times and "flights had doubled" once."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that one stands in."""
    return alone(tmp_path, monkeypatch)


@pytest.fixture
def write(desk: Path) -> Callable[[str, str], Path]:
    """Write a file in that folder, its text freed from the indentation that it has in the test."""

    def written(name: str, text: str) -> Path:
        file = desk / name
        file.write_bytes(dedent(text).encode())
        return Path(name)

    return written


@pytest.fixture
def project(desk: Path, write: Callable[[str, str], Path]) -> str:
    """A project here with an article and two claims; the id of the first claim."""
    done("init")
    done("import", write("article.txt", TEXT))
    first = done("mark", "article.txt", "--quote", "flights had doubled").out.strip()
    done("mark", "article.txt", "--quote", "“doubled” is wrong")
    return first
