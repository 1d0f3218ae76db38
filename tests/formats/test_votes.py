"""Tables of votes: what is read, what is refused, and where."""

from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from itertools import islice, repeat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.errors import BadInput, Usage
from annotate.formats import RefusedRow
from annotate.formats.votes import LONGEST_LINE, Vote, read_votes

HEADER = b"claim,reviewer,verdict\n"


def rows_of(data: bytes, columns: Mapping[str, str] | None = None) -> list[Vote | RefusedRow]:
    return list(read_votes(BytesIO(data), file="votes.csv", columns=columns))


def refusal_of(data: bytes, columns: Mapping[str, str] | None = None) -> BadInput:
    with pytest.raises(BadInput) as caught:
        rows_of(data, columns)
    assert caught.value.file == "votes.csv"
    return caught.value


def test_each_row_is_a_vote_with_its_line() -> None:
    assert rows_of(HEADER + b"c1,ada,false\nc1,ben,true\n") == [
        Vote("c1", "ada", "false", 2),
        Vote("c1", "ben", "true", 3),
    ]


@pytest.mark.parametrize("delimiter", [b",", b"\t", b";"])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_the_delimiter_and_the_line_end_are_found_from_the_content(delimiter: bytes, newline: bytes) -> None:
    lines = [
        [b"verdict", b"note", b"reviewer", b"claim"],
        [b"true", b"", b"ada", b"c1"],
        [b"false", b"", b"ben", b"c1"],
    ]
    data = newline.join(delimiter.join(cells) for cells in lines)
    assert rows_of(data) == [Vote("c1", "ada", "true", 2), Vote("c1", "ben", "false", 3)]


def test_commas_in_the_names_of_a_tsv_do_not_mislead() -> None:
    data = b"claim\treviewer\tverdict\tnotes, remarks, doubts, more, and more\nc1\tada\ttrue\ta, b\n"
    assert rows_of(data) == [Vote("c1", "ada", "true", 2)]


def test_a_byte_order_mark_belongs_to_no_name() -> None:
    assert rows_of(b"\xef\xbb\xbf" + HEADER + b"c1,ada,true\n") == [Vote("c1", "ada", "true", 2)]


def test_columns_can_have_other_names() -> None:
    data = "item,worker,étiquette\nc1,ada,vrai\n".encode()
    assert rows_of(data, {"claim": "item", "reviewer": "worker", "verdict": "étiquette"}) == [
        Vote("c1", "ada", "vrai", 2)
    ]


def test_quoted_cells_hold_delimiters_quotes_and_line_ends() -> None:
    data = HEADER + b'"c,1","ada ""the"" judge","not\nenough"\nc2,ben,true\n'
    assert rows_of(data) == [Vote("c,1", 'ada "the" judge', "not\nenough", 2), Vote("c2", "ben", "true", 4)]


def test_cells_are_stripped_and_nothing_in_them_is_evaluated() -> None:
    assert rows_of(HEADER + b' c1 , ada, "=1+1"\n') == [Vote("c1", "ada", "=1+1", 2)]


def test_an_empty_verdict_is_a_missing_vote() -> None:
    assert rows_of(HEADER + b"c1,ada,\nc1,ben,  \n") == [Vote("c1", "ada", "", 2), Vote("c1", "ben", "", 3)]


def test_rows_with_nothing_in_them_are_passed_over() -> None:
    assert rows_of(HEADER + b"\nc1,ada,true\n  \n,,\n\n") == [Vote("c1", "ada", "true", 3)]


def test_a_row_at_fault_is_refused_and_the_others_are_read() -> None:
    data = HEADER + b"c1,ada\nc1,ben,true,why\n,cleo,true\nc1, ,true\nc1,dan,true\n"
    assert rows_of(data) == [
        RefusedRow(2, "the row has 2 cells, the header 3"),
        RefusedRow(3, "the row has 4 cells, the header 3"),
        RefusedRow(4, 'the cell "claim" is empty'),
        RefusedRow(5, 'the cell "reviewer" is empty'),
        Vote("c1", "dan", "true", 6),
    ]


def test_an_empty_file_is_refused() -> None:
    assert str(refusal_of(b"")) == "votes.csv: The file is empty. A table of votes starts with a header row."


@pytest.mark.parametrize("data", [b"\n", b"\xef\xbb\xbf", b",,\n"])
def test_an_empty_header_is_refused(data: bytes) -> None:
    assert str(refusal_of(data)) == "votes.csv:1: The line is empty. A table of votes starts with a header row."


def test_a_header_without_rows_is_refused() -> None:
    assert str(refusal_of(HEADER + b"\n")) == "votes.csv:1: The table has a header and no rows."


def test_a_missing_column_is_named_with_those_that_are_there() -> None:
    assert str(refusal_of(b"item;reviewer;verdict\nc1;ada;true\n")) == (
        'votes.csv:1: There is no column "claim". '
        'Name it with --columns claim=NAME; there are: "item", "reviewer", "verdict".'
    )


def test_a_column_that_the_caller_names_must_be_there_even_if_votes_do_without_it() -> None:
    assert refusal_of(HEADER + b"c1,ada,true\n", {"text": "body"}).sentence == 'There is no column "body".'


def test_a_column_that_is_there_twice_is_refused() -> None:
    assert refusal_of(b"claim,reviewer,verdict,claim\n").sentence == 'The column "claim" is there twice.'


def test_names_from_a_file_do_not_steer_the_terminal() -> None:
    assert "\x1b" not in str(refusal_of(b"\x1b[2Jclaim,reviewer,verdict\n"))


def test_an_unknown_meaning_of_a_column_is_a_matter_of_usage() -> None:
    with pytest.raises(Usage, match='no column "colour"'):
        rows_of(HEADER, {"colour": "verdict"})


@pytest.mark.parametrize(
    ("data", "line", "byte"),
    [(HEADER + b"c1,ada,true\nc2,Ren\xe9,true\n", 3, "0xe9"), (b"\xef\xbb\xbfclaim\xff\n", 1, "0xff")],
)
def test_what_is_not_utf_8_is_refused_with_line_and_byte(data: bytes, line: int, byte: str) -> None:
    refusal = refusal_of(data)
    assert refusal.sentence == f"The file is not UTF-8: byte {byte} belongs to no character."
    assert refusal.line == line


def test_utf_16_is_refused_by_name() -> None:
    assert refusal_of(HEADER.decode().encode("utf-16")).sentence == "The file is UTF-16, not UTF-8."


def test_a_nul_byte_is_refused_with_its_line() -> None:
    assert str(refusal_of(HEADER + b"c1,a\0da,true\n")).startswith("votes.csv:2: The line holds a NUL byte")


def test_a_quote_never_closed_is_refused_where_it_opens() -> None:
    refusal = refusal_of(HEADER + b'c1,ada,true\nc2,"ben,true\nc3,cleo,true\n')
    assert str(refusal).startswith("votes.csv:3: The row that begins here opens a quote and never closes it.")


def test_text_after_a_closing_quote_is_refused() -> None:
    refusal = refusal_of(HEADER + b'c1,"ada" lovelace,true\n')
    assert str(refusal).startswith("votes.csv:2: The row that begins here is no CSV")


@pytest.mark.parametrize(
    "data",
    [HEADER + b"c1,ada," + b"x" * 200_000, HEADER + b'c1,ada,"' + b"x\n" * 100_000, b"claim" * 40_000],
    ids=["on one line", "over many lines", "in the header"],
)
def test_a_cell_too_long_is_refused_where_its_row_begins(data: bytes) -> None:
    refusal = refusal_of(data)
    assert refusal.sentence == "The row that begins here has a cell of more than 131,072 characters."
    assert refusal.line == data.startswith(HEADER) + 1


def test_a_line_that_never_ends_is_refused_before_memory_does() -> None:
    class Endless(BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            assert size == LONGEST_LINE
            return b"x" * size

    with pytest.raises(BadInput, match=r"^votes.csv:1: The line is longer than 16,777,216 bytes"):
        list(read_votes(Endless(), file="votes.csv"))


def test_rows_come_while_the_file_is_still_being_read() -> None:
    class Stream(BytesIO):
        lines = iter([HEADER, *islice(repeat(b"c1,ada,true\n"), 3)])

        def readline(self, size: int | None = -1, /) -> bytes:
            return next(self.lines)

    rows = read_votes(Stream(), file="votes.csv")
    assert [row.line for row in islice(rows, 3)] == [2, 3, 4]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for table in (data, HEADER + data):
        with suppress(BadInput):
            rows_of(table)


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1), st.sampled_from([",", "\t", ";"]))
def test_what_is_quoted_is_read_back(cells: list[tuple[str, str, str]], delimiter: str) -> None:
    lines = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in [*cells, ("c1", "ada", "true")]]
    data = "\n".join(delimiter.join(line) for line in [["claim", "reviewer", "verdict"], *lines])
    read = [row[:3] for row in rows_of(data.encode()) if isinstance(row, Vote)]
    stripped = [(claim.strip(), reviewer.strip(), verdict.strip()) for claim, reviewer, verdict in cells]
    assert read == [*(row for row in stripped if row[0] and row[1]), ("c1", "ada", "true")]
