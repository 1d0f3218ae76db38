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


class TestModels:
    def test_that_are_no_reviewers_of_the_table_are_refused(self, votes: Path) -> None:
        said = refused("agreement", votes, "--models", "ada,zedd")
        assert said == 'There is no reviewer "zedd" in votes.csv. Its reviewers are: ada, ben.'

    def test_are_refused_with_the_first_twenty_of_many_reviewers(self, write: Write) -> None:
        rows = "".join(f"1,r{number:02},a\n" for number in range(25))
        said = refused("agreement", write("many.csv", f"claim,reviewer,verdict\n{rows}"), "--models", "zedd")
        assert said.endswith("r18, r19, …")

    def test_may_have_given_no_verdict(self, write: Write) -> None:
        done("agreement", write("silent.csv", f"{VOTES}1,gpt,\n"), "--models", "gpt")
