"""Guidelines in rows: what is set, and that nothing in them acts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.tui.awkward import UNSAFE, nasty

from annotate.tui.widgets.markdown import rendered
from annotate.tui.widgets.reading import Reading, Section
from annotate.tui.widgets.rows import width_of

PAGE = """# Desk

Some *words* and **more** and `code`,
on [a page](https://example.org/x) <b>not bold</b> ![a cat](cat.png) <https://example.org>

- one
  - two
1. first
2. second

> said

| a | b |
| - | - |
| 1 | 2 |

```
  kept  as it is
```

<script>alert(1)</script>

## Not enough evidence

Last.
"""


def lines(reading: Reading) -> list[str]:
    return ["".join(piece.text for piece in row) for row in reading.rows]


def test_a_page_is_set_in_rows() -> None:
    assert lines(rendered(PAGE, 60)) == [
        "Desk",
        "",
        "Some words and more and code, on a page",
        "(https://example.org/x) <b>not bold</b> [a cat] (cat.png)",
        "https://example.org",
        "",
        "• one",
        "  • two",
        "",
        "1. first",
        "2. second",
        "",
        "│ said",
        "",
        "a │ b",
        "1 │ 2",
        "",
        "    kept  as it is",
        "",
        "<script>alert(1)</script>",
        "",
        "Not enough evidence",
        "",
        "Last.",
        "",
    ]


def test_words_keep_their_weight_when_they_wrap() -> None:
    rows = rendered("a **strong word** here", 10).rows
    assert [[(piece.text, piece.role) for piece in row] for row in rows[:2]] == [
        [("a ", "plain"), ("strong", "strong")],
        [("word", "strong"), (" here", "plain")],
    ]


def test_headings_are_found_by_name_or_id_whatever_the_case() -> None:
    found = rendered(PAGE, 60)
    last = Section(21, 2, "Not enough evidence")
    assert found.sections == [Section(0, 1, "Desk"), last]
    assert found.find(["not_enough_evidence"]) == found.find(["NOT ENOUGH EVIDENCE"]) == last
    assert found.find(["conflicting", "desk"]) == Section(0, 1, "Desk")
    assert found.find(["", "enough"]) == last
    assert found.find(["evid"]) is None
    assert [found.at(row) for row in (0, 20, 21, 99)] == [0, 0, 1, 1]


def test_the_whole_name_is_dearer_than_a_part_of_one() -> None:
    found = rendered("# When it is supported\n\n# Supported\n", 60)
    section = found.find(["supported"])
    assert section is not None
    assert section.title == "Supported"


@given(nasty, st.integers(1, 70))
def test_no_page_leaves_its_width_or_says_anything_to_the_terminal(source: str, width: int) -> None:
    for row in rendered(source, width).rows:
        drawn = "".join(piece.text for piece in row)
        assert not UNSAFE.search(drawn)
        if width >= 16:  # the widest cluster
            assert width_of(row) <= width


@given(st.text(st.sampled_from("ab #*_`[]()<>!|-\n>1. 世\U0001f600e\u0301"), max_size=120), st.integers(16, 40))
def test_marks_in_any_order_are_set_in_the_cells_that_they_say(source: str, width: int) -> None:
    for row in rendered(source, width).rows:
        assert width_of(row) <= width
        assert all(piece.cells == cell_len(piece.text) for piece in row)


@pytest.mark.parametrize("deep", ["> " * 60 + "deep", "- " * 40 + "deep"])
def test_what_is_nested_too_deep_keeps_its_words(deep: str) -> None:
    assert "deep" in "".join(lines(rendered(deep, 30)))
