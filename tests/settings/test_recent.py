"""The projects lately used."""

from pathlib import Path

import pytest

from annotate.settings import recent, remember
from annotate.settings.paths import recent_file


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("HOME", str(tmp_path))


def made(folder: Path, name: str) -> str:
    (folder / name).touch()
    return str(folder / name)


def test_the_newest_comes_first_and_each_once(tmp_path: Path) -> None:
    one, two = made(tmp_path, "one.db"), made(tmp_path, "two.db")
    for target in (one, two, one):
        remember(target)
    assert recent() == [one, two]
    assert recent(besides=one) == [two]


def test_not_more_than_nine_are_kept_and_none_that_is_gone_is_shown(tmp_path: Path) -> None:
    names = [made(tmp_path, f"{number}.db") for number in range(12)]
    for target in names:
        remember(target)
    Path(names[11]).unlink()
    assert recent() == [names[number] for number in range(10, 2, -1)]


def test_a_path_means_the_same_from_every_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "here.db")
    monkeypatch.chdir(tmp_path)
    remember("here.db")
    assert recent() == [str(tmp_path / "here.db")]
    assert recent(besides="here.db") == []


@pytest.mark.parametrize(
    ("url", "noted"),
    [
        ("postgresql://ada:s3cret@host:5432/desk", "postgresql://ada@host:5432/desk"),
        ("postgresql://ada:p%40ss:word@host/desk?sslmode=require", "postgresql://ada@host/desk?sslmode=require"),
        ("postgresql://host/desk?user=ada&password=s3cret", "postgresql://host/desk?user=ada"),
        ("postgresql://host/desk?sslpassword=s3cret", "postgresql://host/desk"),
        ("postgresql:///desk?host=&password=s3cret&port=5433", "postgresql:///desk?host=&port=5433"),
        *(
            (f"postgresql://ada:{word}s3cret@host/desk", "postgresql://ada@host/desk")
            for word in ("#", "/", "?", "[", ":")
        ),
    ],
)
def test_no_password_is_kept(url: str, noted: str) -> None:
    remember(url)
    assert recent() == [noted]
    assert "s3cret" not in recent_file().read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "{", "{}", "3", '["", 4, null]', "\x00"])
def test_a_file_that_says_nothing_usable_is_passed_over(tmp_path: Path, text: str) -> None:
    recent_file().parent.mkdir(parents=True)
    recent_file().write_text(text, encoding="utf-8")
    assert recent() == []
    remember(made(tmp_path, "one.db"))
    assert recent() == [str(tmp_path / "one.db")]


def test_where_nothing_can_be_kept_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "state").touch()
    remember(made(tmp_path, "one.db"))
    assert recent() == []
