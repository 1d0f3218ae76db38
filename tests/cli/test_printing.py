"""Tables and JSON as they are printed: for a person's terminal, and for a program behind a pipe."""

import json
from collections.abc import Callable
from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.journeys.commands import caught

from annotate.cli.printing import json_list, json_object, table
from annotate.domain import printable

LONG = "word " * 30


class Screen(TextIOWrapper):
    """A stream that says that a person reads it."""

    def isatty(self) -> bool:
        """Somebody does."""
        return True


def printed(act: Callable[[], object], *, screen: bool = False, encoding: str = "utf-8") -> str:
    """What `act` prints, on a screen or into a pipe."""
    buffer = BytesIO()
    with (Screen if screen else TextIOWrapper)(buffer, encoding) as stream, redirect_stdout(stream):
        act()
        stream.flush()
        return buffer.getvalue().decode(encoding)


def test_a_long_cell_is_cut_for_a_person_and_whole_for_a_program() -> None:
    rows = [("a", LONG, "end"), ("b", "short", "end")]
    told = printed(lambda: table(("id", "quote", "last"), rows), screen=True).splitlines()
    assert all(cell_len(line) <= 80 for line in told)
    assert "…  end" in told[1]
    assert LONG.rstrip() in printed(lambda: table(("id", "quote", "last"), rows))


def test_columns_are_straight_whatever_the_script() -> None:
    rows = [("漢字", 1), ("żółć", 2), ("plain text", 3), (None, 4), (True, 5), (("a", "b"), 6)]
    told = printed(lambda: table(("title", "n"), rows)).splitlines()
    assert {cell_len(line) for line in told} == {len("plain text  1")}
    assert [line.split()[:-1] for line in told[4:]] == [[], ["yes"], ["a", "b"]]


def test_a_table_without_rows_prints_nothing_and_says_so() -> None:
    assert printed(lambda: table(("id",), [])) == ""
    with caught() as (out, _), redirect_stdout(out):
        assert not table(("id",), [])
        assert table(("id",), [("a",)])


def test_a_table_is_printed_while_it_is_still_being_read() -> None:
    with caught() as (out, _), redirect_stdout(out):
        table(("n",), ((out.tell() > 0,) for _ in range(2000)))
        out.flush()
        buffer = out.buffer
        assert isinstance(buffer, BytesIO)
        told = buffer.getvalue().decode().splitlines()
    assert told[1] == ""
    assert told[-1] == "yes"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.dictionaries(st.text(), values), max_size=4))
def test_json_is_read_back_as_it_was_and_steers_no_terminal(items: list[dict[str, object]]) -> None:
    told = printed(lambda: json_list(items))
    assert json.loads(told) == items
    assert all(printable(line) == line for line in told.split("\n"))


@settings(deadline=None)
@given(st.dictionaries(st.text(), st.text()))
def test_json_is_json_where_stdout_is_not_utf_8(item: dict[str, str]) -> None:
    assert json.loads(printed(lambda: json_object(item), encoding="latin-1")) == item
