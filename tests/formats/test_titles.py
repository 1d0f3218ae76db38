"""What is taken for a title, and what is left to people."""

from pathlib import Path

import pytest

from annotate.formats import Row, read
from annotate.formats.markdown import title_of as heading_of
from annotate.formats.plain_text import title_of as first_line_of
from annotate.formats.wire import DocumentRecord


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The fence\n\nNobody sleeps.", "The fence"),
        ("\n\r\n  The fence \r\n \t\r\nNobody sleeps.", "The fence"),
        ("Who pays for the fence?\n\nNobody knows.", "Who pays for the fence?"),
        ("The fence\nBy Noa Barkai\n\nNobody sleeps.", ""),
        ("Nobody sleeps.\n\nWe only take turns.", ""),
        ("無人入睡。\n\n我們輪流。", ""),
        ("The fence", ""),
        ("The fence\n", ""),
        ("x" * 150 + "\n\ny", "x" * 150),
        ("x" * 151 + "\n\ny", ""),
        ("[The] *fence*\n\ny", "[The] *fence*"),
    ],
)
def test_the_first_line_of_a_text_is_its_title_where_it_stands_alone_and_is_no_sentence(text: str, title: str) -> None:
    assert first_line_of(text) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The fence\n\nNobody sleeps.", "The fence"),
        ("By Noa\r\n\r\n#\tThe fence ##\r\n# Another\r\n", "The fence"),
        ("## Not the top\n\nNobody sleeps.", ""),
        ("#hashtag\n\nNobody sleeps.", ""),
        ("    # code\n# Title\n", "Title"),
        ("```sh\n# a comment\n```\n# Title\n", "Title"),
        ("~~~\n# a comment\n```\n# still one\n~~~\n# Title\n", "Title"),
        ("# **Zaun** *und* `Draht`, __drei__ _Mal_\n", "Zaun und Draht, drei Mal"),
        ("# [The fence](https://example.org/a) ![x](y.png) [since August]\n", "The fence x [since August]"),
        ("# snake_case and 2 * 3 and \\*stars\\*\n", "snake_case and 2 * 3 and *stars*"),
        ("# ‘Wait’ C#\n", "‘Wait’ C#"),
        ("Nobody sleeps.", ""),
    ],
)
def test_the_first_top_heading_of_markdown_is_its_title_without_its_marks(text: str, title: str) -> None:
    assert heading_of(text) == title


@pytest.mark.parametrize(("file", "title"), [("a.txt", "# The *fence*"), ("a.md", "The fence")])
def test_the_title_is_told_beside_the_text_and_not_taken_out_of_it(tmp_path: Path, file: str, title: str) -> None:
    path = tmp_path / file
    path.write_text("# The *fence*\n\nNobody sleeps.")
    record = DocumentRecord(kind="document", title=title, text="# The *fence*\n\nNobody sleeps.")
    assert list(read(path)) == [Row(None, record)]
