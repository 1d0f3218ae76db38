"""The path of a file to take in: typed, or pasted as a shell, a terminal or a file manager writes it."""

from pathlib import Path

import pytest

from annotate.tui.screens.taking_in import path_of


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("/home/ada/a.txt", "/home/ada/a.txt"),
        ("/home/ada/a b.txt", "/home/ada/a b.txt"),
        ("/home/ada/it's.txt", "/home/ada/it's.txt"),
        ("/home/ada/it's in 'a' b.txt", "/home/ada/it's in 'a' b.txt"),
        ("'/home/ada/a b.txt'", "/home/ada/a b.txt"),
        ('"/home/ada/a b.txt"', "/home/ada/a b.txt"),
        ("'/home/ada/it'\\''s.txt'", "/home/ada/it's.txt"),
        ("/home/ada/a\\ b\\(1\\).txt", "/home/ada/a b(1).txt"),
        ("file:///home/ada/a%20b.txt", "/home/ada/a b.txt"),
        ("file://localhost/home/ada/a%20b.txt", "/home/ada/a b.txt"),
        ("file:///home/ada/100%.txt", "/home/ada/100%.txt"),
        ("file:///home/ada/%C3%A9%FF.txt", "/home/ada/é\udcff.txt"),
        ("file:///home/ada/%00a.txt", "/home/ada/a.txt"),
    ],
)
def test_a_path_is_read_as_it_was_meant(typed: str, read: str) -> None:
    assert path_of(typed) == Path(read)


@pytest.mark.parametrize("typed", ["", "file://", "''"])
def test_where_nothing_is_named_nothing_is_taken_in(typed: str) -> None:
    assert path_of(typed) is None


@pytest.mark.parametrize("typed", ["~/a\\ b.txt", "'~/a b.txt'", "~/a b.txt"])
def test_a_tilde_is_the_home_folder(typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert path_of(typed) == tmp_path / "a b.txt"


@pytest.mark.parametrize("name", ["a\\ b.txt", "'a'", '"a', "a\\"])
def test_a_file_of_the_very_name_that_was_typed_is_the_one_that_is_meant(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("The harbour is full.", encoding="utf-8")
    assert path_of(str(tmp_path / name)) == tmp_path / name
