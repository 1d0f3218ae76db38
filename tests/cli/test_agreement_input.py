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
