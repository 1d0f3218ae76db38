"""What `agreement` is given and cannot take: each is refused in one sentence, with what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.journeys.commands import done, refused

Write = Callable[[str, str], Path]

VOTES = "claim,reviewer,verdict\n1,ada,a\n1,ben,a\n2,ada,b\n2,ben,c\n"


@pytest.fixture
def votes(write: Write) -> Path:
    """A table of two claims and two reviewers."""
    return write("votes.csv", VOTES)


class TestOrder:
    @pytest.mark.parametrize(("order", "twice"), [("a,b,c,c", "c"), ("a,a", "a"), ("a,b, c ,c", "c")])
    @pytest.mark.parametrize("options", [(), ("--level", "ordinal"), ("--sets", "|")])
    def test_that_names_a_label_twice_is_refused(
        self, votes: Path, order: str, twice: str, options: tuple[str, ...]
    ) -> None:
        said = refused("agreement", votes, "--order", order, *options, code=2)
        assert f'--order names "{twice}" twice. Name each label once.' in said

    def test_may_have_blanks_between_its_labels_as_cells_may(self, votes: Path) -> None:
        assert done("agreement", votes, "--order", "a, b, c").out == done("agreement", votes, "--order", "a,b,c").out


class TestOutput:
    @pytest.mark.parametrize("name", ["votes.csv", "./votes.csv", "hard.csv", "symbolic.csv"])
    def test_does_not_replace_the_table_that_was_read(self, votes: Path, name: str) -> None:
        Path("hard.csv").hardlink_to(votes)
        Path("symbolic.csv").symlink_to(votes)
        said = refused("agreement", votes, "--output", name)
        assert said.endswith("is the table of votes itself, which no report replaces. Name another file.")
        assert votes.read_text(encoding="utf-8") == VOTES

    @pytest.mark.parametrize(
        ("form", "suffix"), [("text", "txt"), ("html", "html"), ("markdown", "md"), ("json", "json")]
    )
    def test_that_is_a_folder_is_refused_with_a_name_that_fits(self, votes: Path, form: str, suffix: str) -> None:
        Path("here").mkdir()
        said = refused("agreement", votes, "--format", form, "--output", "here")
        assert "here is a folder. Name the file in it, such as " in said
        assert said.endswith(f"/here/agreement.{suffix}.")
