"""The votes of a table, settled and by claim."""

import subprocess
import sys
from collections import defaultdict
from io import BytesIO
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.errors import BadInput
from annotate.formats import RefusedRow, Repeats, VoteTable, open_votes

HEADER = "claim,reviewer,verdict\n"
TWICE = HEADER + "c2,ben,true\nc1,ada,false\nc1,ben,true\nc1,ada,mixed\nc1,ada,true\n"


Ballot = tuple[tuple[str, str], ...]


def settled(table: str, repeats: Repeats = "last") -> list[Ballot]:
    with open_votes(BytesIO(table.encode()), file="votes.csv", repeats=repeats) as votes:
        assert list(votes.units()) == list(votes.units())
        return counted(votes)


def counted(votes: VoteTable) -> list[Ballot]:
    """Who said what on each claim, in no order."""
    return sorted(tuple(sorted(votes.votes(token).items())) for token, times in votes.units() for _ in range(times))


def test_scattered_votes_come_out_claim_by_claim() -> None:
    assert settled(HEADER + "c2,ada,true\nc1,ben,false\nc2,ben,true\nc1,ada,true\n") == [
        (("ada", "true"), ("ben", "false")),
        (("ada", "true"), ("ben", "true")),
    ]


@pytest.mark.parametrize(("repeats", "counts"), [("last", "true"), ("first", "false")])
def test_of_several_votes_the_last_or_the_first_counts(repeats: Repeats, counts: str) -> None:
    assert settled(TWICE, repeats) == [(("ada", counts), ("ben", "true")), (("ben", "true"),)]


def test_the_votes_that_do_not_count_are_counted() -> None:
    with open_votes(BytesIO(TWICE.encode()), file="votes.csv") as votes:
        assert (votes.repeats, votes.missing, votes.refused) == (2, 0, ())


def test_a_second_vote_can_be_refused_by_name() -> None:
    with pytest.raises(BadInput) as caught:
        settled(TWICE, "refuse")
    assert str(caught.value).startswith(
        'votes.csv:5: A second vote of "ada" on claim "c1"; the first is on line 3. Remove one'
    )


def test_votes_without_repeats_pass_where_repeats_are_refused() -> None:
    assert settled(HEADER + "c1,ada,true\nc1,ben,true\n", "refuse") == [(("ada", "true"), ("ben", "true"))]


def test_a_missing_vote_replaces_none() -> None:
    with open_votes(BytesIO(f"{HEADER}c1,ada,true\nc1,ada,\nc2,ada,\n".encode()), file="votes.csv") as votes:
        assert counted(votes) == [(("ada", "true"),)]
        assert (votes.repeats, votes.missing) == (0, 2)


def test_refused_rows_are_kept_beside_the_votes() -> None:
    with open_votes(BytesIO(f"{HEADER}c1\nc1,ada,true\n".encode()), file="votes.csv") as votes:
        assert counted(votes) == [(("ada", "true"),)]
        assert votes.refused == (RefusedRow(2, "the row has 1 cells, the header 3"),)


def test_a_table_whose_every_row_is_refused_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        settled(HEADER + "\nc1,,true\n,ada,true\n")
    assert str(caught.value) == 'votes.csv:3: Every row is refused, the first because the cell "reviewer" is empty.'


def test_a_table_of_missing_votes_alone_is_an_answer() -> None:
    assert settled(HEADER + "c1,ada,\n") == []


@given(st.lists(st.tuples(*[st.sampled_from("abc")] * 3), min_size=1), st.randoms(use_true_random=False))
def test_the_order_of_rows_matters_to_repeats_alone(rows: list[tuple[str, str, str]], chance: Random) -> None:
    single = list({row[:2]: row for row in rows}.values())
    chance.shuffle(single)
    ballots: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for claim, reviewer, verdict in single:
        ballots[claim][reviewer] = verdict
    told = sorted(tuple(sorted(ballot.items())) for ballot in ballots.values())
    assert settled(HEADER + "".join(",".join(row) + "\n" for row in single)) == told


def test_a_claim_is_of_the_document_that_its_first_vote_with_one_names_and_else_stands_alone() -> None:
    rows = [
        "c1,ada,a,",
        "c2,ada,a,d1",
        "c3,ada,b,",
        "c1,ben,a,d2",
        "c2,ben,c,d2",
        "c4,ada,b,d1",
        "c5,ada,d,",
        "c1,eve,a,d1",
    ]
    table = "claim,reviewer,verdict,document\n" + "\n".join(rows)
    with open_votes(BytesIO(table.encode()), file="votes.csv") as votes:
        documents = [[votes.votes(token) for token in tokens] for tokens in votes.documents()]
    assert sorted(map(repr, documents)) == [
        "[{'ada': 'a', 'ben': 'a', 'eve': 'a'}]",
        "[{'ada': 'a', 'ben': 'c'}, {'ada': 'b'}]",
        "[{'ada': 'b'}]",
        "[{'ada': 'd'}]",
    ]


FULL_DISK = """
import resource
from io import BytesIO
from annotate.errors import Refusal
from annotate.formats import open_votes

resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
table = b"claim,reviewer,verdict\\n" + b"".join(b"%064d,ada,true\\n" % claim for claim in range(150_000))
try:
    with open_votes(BytesIO(table), file="votes.csv"):
        pass
except Refusal as refusal:
    print(refusal)
"""


def test_a_temporary_folder_that_is_full_is_refused_in_words() -> None:
    run = subprocess.run([sys.executable, "-c", FULL_DISK], capture_output=True, text=True)
    assert run.stderr == ""
    assert run.stdout.startswith("The votes of votes.csv cannot be sorted on disk (")
    assert "SQLITE_TMPDIR" in run.stdout
