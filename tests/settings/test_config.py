"""The config file: what it may say, and the sentence for what it may not."""

from pathlib import Path

import pytest

from annotate.errors import BadInput
from annotate.settings import Settings, keep_setting, read_config, resolve


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the config file is."""
    return tmp_path / "config.toml"


def read(file: Path, text: str) -> Settings:
    file.write_text(text, encoding="utf-8")
    return read_config(file)


def test_no_file_means_that_nothing_is_set(file: Path) -> None:
    assert read_config(file) == Settings()
    assert (Settings().idle_seconds, Settings().reduced_motion, Settings().theme) == (60, False, None)


def test_everything_that_can_be_set(file: Path) -> None:
    said = read(
        file,
        'reviewer = "ada"\ntheme = "annotate-light"\nidle_seconds = 120\nreduced_motion = true\n'
        '[keys]\nundo = "z"\nnext_owed = ["ctrl+n", "f5"]\n',
    )
    assert (said.reviewer, said.theme, said.idle_seconds, said.reduced_motion) == ("ada", "annotate-light", 120, True)
    assert said.keys == {"undo": ("z",), "next_owed": ("ctrl+n", "f5")}


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("idle_second = 5\n", 1, 'There is no setting "idle_second". Did you mean "idle_seconds"?'),
        ("zzz = 5\n", 1, 'There is no setting "zzz". There are: project, reviewer, theme,'),
        ("\nidle_seconds = 5\n", 2, "It is a whole number from 10 to 3600."),
        ("idle_seconds = 3601\n", 1, "It is a whole number from 10 to 3600."),
        ('idle_seconds = "60"\n', 1, "It is a whole number from 10 to 3600."),
        ("idle_seconds = true\n", 1, "It is a whole number from 10 to 3600."),
        ('reduced_motion = "no"\n', 1, "It is true or false."),
        ("reduced_motion = 1\n", 1, "It is true or false."),
        ("reviewer = 7\n", 1, "It is a name in quotes."),
        ('keys = "u"\n', 1, "It is a table [keys]"),
        ("[keys]\n# one\nundo = 3\n", 3, 'The setting "keys.undo" is not what it has to be.'),
        ('[keys]\nundo = ["z", 3]\n', 2, 'The setting "keys.undo" is not what it has to be.'),
    ],
)
def test_a_wrong_setting_is_a_sentence_with_file_and_line(file: Path, text: str, line: int, sentence: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(file, text)
    assert str(refused.value).startswith(f"{file}:{line}: ")
    assert sentence in str(refused.value)


@pytest.mark.parametrize("text", ["[keys\n", "a = \n", "\x00"])
def test_what_is_no_toml_is_a_sentence_with_the_file(file: Path, text: str) -> None:
    with pytest.raises(BadInput, match="The config file cannot be read"):
        read(file, text)


def test_what_a_call_says_holds_over_the_file_and_the_rest_stays(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATE_CONFIG", str(file))
    read(file, 'reviewer = "ada"\nidle_seconds = 30\n')
    said = resolve("x.db", "ben", lead=False, environment={}, folder=tmp_path)
    assert (said.project, said.reviewer, said.idle_seconds) == ("x.db", "ben", 30)
    assert resolve(None, None, lead=True, environment={}, folder=tmp_path).reviewer is None


class TestKeepingTheName:
    @pytest.mark.parametrize(
        ("held", "written"),
        [
            ("", 'reviewer = "ada"\n'),
            ("# mine\ntheme = 'x'", "# mine\ntheme = 'x'\nreviewer = \"ada\"\n"),
            ("theme = 'x'\n\n[keys]\nundo = 'z'\n", "theme = 'x'\n\nreviewer = \"ada\"\n[keys]\nundo = 'z'\n"),
            ("reviewer = 'ben' # me\ntheme = 'x'\n", "reviewer = \"ada\"\ntheme = 'x'\n"),
            ("[keys]\nundo = 'z'", "reviewer = \"ada\"\n[keys]\nundo = 'z'"),
        ],
    )
    def test_every_other_line_stays(self, file: Path, held: str, written: str) -> None:
        file.write_text(held, encoding="utf-8")
        keep_setting(file, "reviewer", "ada")
        assert file.read_text(encoding="utf-8") == written

    def test_a_file_and_its_folder_are_made_where_there_are_none(self, tmp_path: Path) -> None:
        keep_setting(tmp_path / "new" / "config.toml", "reviewer", "ada")
        assert read_config(tmp_path / "new" / "config.toml").reviewer == "ada"

    @pytest.mark.parametrize("name", ['a"b', "a\\b", "żółć", "名", "a'b"])
    def test_any_name_is_read_back_as_it_was(self, file: Path, name: str) -> None:
        keep_setting(file, "reviewer", name)
        assert read_config(file).reviewer == name

    def test_what_cannot_be_read_is_not_written_over(self, file: Path) -> None:
        file.write_text("[keys\n", encoding="utf-8")
        with pytest.raises(BadInput):
            keep_setting(file, "reviewer", "ada")
        assert file.read_text(encoding="utf-8") == "[keys\n"

    def test_a_line_inside_a_text_of_many_lines_is_not_taken_for_the_setting(self, file: Path) -> None:
        held = 'theme = """\nreviewer = "x"\n"""\n'
        file.write_text(held, encoding="utf-8")
        with pytest.raises(BadInput, match="without harm"):
            keep_setting(file, "reviewer", "ada")
        assert file.read_text(encoding="utf-8") == held

    def test_a_file_that_cannot_be_written_is_a_sentence(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(BadInput, match="cannot be"):
            keep_setting(tmp_path / "file" / "config.toml", "reviewer", "ada")
