"""From a path to records: the format is found, texts come through unchanged, what cannot be read is named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.errors import BadInput, Refusal, Unknown
from annotate.formats import Refused, Row, files_of, format_of, read
from annotate.formats.wire import AssignmentRecord, ClaimRecord, DocumentRecord

CONVERT = "Convert it first: iconv -f {} -t UTF-8 (with the encoding that it was saved in)."
NAME_IT = "Name the format with --format: annotate, text, markdown."
HALF = "The line is not JSON: a \\u escape that is no character (half of a pair?)"

AWKWARD = "“Café”\r\n\r\nein\u00a0Zaun \u200f(سامي)\u200f 👨‍👩‍👧‍👦\x00\u2028[/bold]\r\tcafe\u0301 \n\n"


def refusal(path: Path, name: str | None = None) -> str:
    with pytest.raises(Refusal) as caught:
        list(read(path, name))
    return str(caught.value).replace(str(path), path.name)


def text_of(path: Path, name: str | None = None) -> str:
    (row,) = read(path, name)
    assert isinstance(row, Row)
    assert isinstance(row.record, DocumentRecord)
    assert row.line is None
    assert row.record.text is not None
    return row.record.text


@pytest.mark.parametrize("suffix", [".txt", ".md", ".markdown", ".TXT"])
def test_a_text_comes_through_unchanged(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(AWKWARD.encode())
    assert text_of(path) == AWKWARD


@given(text=st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: text.strip("\ufeff").strip()))
def test_any_text_comes_through_unchanged(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_bytes(text.encode())
    assert text_of(path, "text") == text.removeprefix("\ufeff")


def test_a_byte_order_mark_is_no_text_but_one_further_in_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffone\ufefftwo".encode())
    assert text_of(path) == "one\ufefftwo"


def test_records_are_read_line_by_line_whatever_ends_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf\r\n{"kind":"document","id":"d1","text":"a\\r\\nb\\u0000"}\r\n'
        b"   \n\n"
        b'{"kind":"assignment","claim":"c1","reviewer":"ada","hours":2}'
    )
    assert list(read(path)) == [
        Row(2, DocumentRecord(kind="document", id="d1", text="a\r\nb\0")),
        Row(5, AssignmentRecord(kind="assignment", claim="c1", reviewer="ada"), frozenset({"hours"})),
    ]


@pytest.mark.parametrize("kind", ["claim", r"\u0063laim", r"\u0063\u006C\u0061\u0069\u006d", r"c\u006caim"])
def test_records_of_one_kind_are_found_however_it_is_spelled(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.jsonl"
    lines = ['{"kind":"document","text":"the claim"}', f'{{"kind":"{kind}","quote":"x"}}', "no claim", '{"claim":1}']
    path.write_text("\ufeff" + "\n".join(lines))
    (found,) = read(path, kind="claim")
    assert isinstance(found, Row)
    assert (found.line, found.record) == (2, ClaimRecord(kind="claim", quote="x"))


def test_what_holds_texts_alone_has_no_records_of_other_kinds(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("A claim.")
    assert list(read(path, kind="scheme")) == []


def test_a_line_separator_in_a_record_ends_no_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"kind":"document","text":"a\u2028b\u0085c"}\n', encoding="utf-8")
    assert list(read(path)) == [Row(1, DocumentRecord(kind="document", text="a\u2028b\u0085c"))]


def test_a_field_that_is_null_is_absent(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"kind":"claim","document":null,"start":null,"claim":"null","types":["null"]}\n')
    assert list(read(path)) == [Row(1, ClaimRecord(kind="claim", claim="null", types=("null",)))]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b'{"kind":"claim"', "The line is not whole JSON: it ends too early, at column 15."),
        (b'{"kind" "claim"}', "The line is not JSON: expected `:` at column 9."),
        ('{"é": 1, "ü" 2}'.encode(), "The line is not JSON: expected `:` at column 14."),
        (b'{"kind":"claim"} {}', "The line is not JSON: trailing characters at column 18."),
        (b'{"seconds":NaN}', "The line is not JSON: expected value at column 12."),
        (b"[" * 300, "The line is not JSON: recursion limit exceeded at column 202."),
        (b'{"a":"\\ud800"}', f"{HALF} ends at column 13."),
        (b'{"a":"\\udc00"}', f"{HALF} ends at column 12."),
        (b'{"a":"\xe9"}', "The line is not UTF-8: a byte that belongs to no character is at column 7."),
        (b'{"a":"\xed\xa0\x80"}', "The line is not UTF-8: a byte that belongs to no character is at column 7."),
        (b"3", "A record must be a JSON object, but it is the number 3."),
        (b"null", "A record must be a JSON object, but it is null."),
        (b'{"kind":"document"}', 'Document: "text" is missing.'),
    ],
    ids=range(13),
)  # fmt: skip
def test_a_line_that_is_no_record_is_refused_and_the_next_is_read(tmp_path: Path, line: bytes, sentence: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(line + b'\n{"kind":"claim","claim":"b"}\n')
    assert list(read(path)) == [Refused(1, sentence), Row(2, ClaimRecord(kind="claim", claim="b"))]


@given(st.binary(max_size=60))
def test_whatever_the_bytes_each_line_is_a_record_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.jsonl"
    path.write_bytes(b'{"kind":"claim","claim":"a"}\n' + data)
    first, *rest = read(path)
    assert isinstance(first, Row)
    assert all(isinstance(item, Refused) and item.sentence.endswith(".") for item in rest)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "a.txt: The file is empty."),
        (b"\xef\xbb\xbf", "a.txt: The file is empty."),
        (b" \n\t\r\n", "a.txt: The file holds no text."),
        (
            b"one\ntwo caf\xe9\n",
            f"a.txt:2: The file is not UTF-8: byte 0xe9 at offset 11 belongs to no character. "
            f"{CONVERT.format('WINDOWS-1252')}",
        ),
        (
            b"\xef\xbb\xbfone \xff",
            f"a.txt:1: The file is not UTF-8: byte 0xff at offset 7 belongs to no character. "
            f"{CONVERT.format('WINDOWS-1252')}",
        ),
        ("ﬁrst".encode("utf-16"), f"a.txt: The file is UTF-16, not UTF-8. {CONVERT.format('UTF-16')}"),
        (b"\xfe\xff\0a", f"a.txt: The file is UTF-16, not UTF-8. {CONVERT.format('UTF-16')}"),
        ("first".encode("utf-32"), f"a.txt: The file is UTF-32, not UTF-8. {CONVERT.format('UTF-32')}"),
    ],
    ids=["empty", "mark", "blank", "latin-1", "after-mark", "utf-16", "utf-16-be", "utf-32"],
)
def test_a_file_that_is_no_text_is_refused_with_the_place_and_the_way_out(
    tmp_path: Path, data: bytes, sentence: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert refusal(path) == sentence


def test_a_native_file_in_utf16_or_without_a_line_is_refused_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"kind":"claim","claim":"a"}\n'.encode("utf-16"))
    assert refusal(path) == f"a.jsonl: The file is UTF-16, not UTF-8. {CONVERT.format('UTF-16')}"
    assert refusal(path, "annotate") == f"a.jsonl: The file is UTF-16, not UTF-8. {CONVERT.format('UTF-16')}"
    path.write_bytes(b"\n \n")
    assert refusal(path) == "a.jsonl: The file is empty."


@pytest.mark.parametrize(
    ("file", "content", "name"),
    [
        ("a.txt", '{"kind":"claim","claim":"a"}', "annotate"),
        ("a", '\n\n{"kind":"withdrawal"}', "annotate"),
        ("a.txt", "{braces} begin this text", "text"),
        ("a.md", "[1, 2]", "markdown"),
        ("a.ndjson", '{"kind":"claim"', "annotate"),
        ("a.b.MD", "# Title", "markdown"),
    ],
)
def test_the_content_says_which_format_it_is_and_else_the_suffix(
    tmp_path: Path, file: str, content: str, name: str
) -> None:
    path = tmp_path / file
    path.write_text(content)
    assert format_of(path) == name


@pytest.mark.parametrize(
    ("file", "content", "sentence"),
    [
        (
            "a.jsonl",
            '{"claim":"a","label":"SUPPORTS"}',
            'a.jsonl: The first line is a JSON object with "claim", "label": no record known here.',
        ),
        ("a.txt", "{}", "a.txt: The first line is a JSON object with nothing in it: no record known here."),
        (
            "a.jsonl",
            '{"kind":["claim"]}',
            'a.jsonl: The first line is a JSON object with "kind" a list: no record known here.',
        ),
        (
            "a.jsonl",
            '{"kind":"judgment","claim":"c1"}',
            'a.jsonl: The first line is a JSON object with "kind" "judgment": no record known here.',
        ),
        ("a.html", "<p>", 'a.html: A name with ".html" does not say which format this is.'),
        ("README", "text", "README: A name with no suffix does not say which format this is."),
        ("a.csv", "claim,reviewer", 'a.csv: A name with ".csv" does not say which format this is.'),
    ],
)
def test_a_format_that_nobody_knows_is_refused_with_what_was_seen(
    tmp_path: Path, file: str, content: str, sentence: str
) -> None:
    path = tmp_path / file
    path.write_text(content)
    assert refusal(path) == f"{sentence} {NAME_IT}"


def test_a_name_forces_the_format(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"claim":"a"}')
    assert text_of(path, "text") == '{"claim":"a"}'


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("word", 'There is no format "word". These can be read: annotate, text, markdown.'),
        ("csv", 'The format "csv" cannot be read. These can be read: annotate, text, markdown.'),
    ],
)
def test_a_format_that_cannot_be_read_is_refused_by_name(tmp_path: Path, name: str, sentence: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("text")
    with pytest.raises(Unknown) as caught:
        read(path, name)
    assert str(caught.value) == sentence


def test_what_is_not_there_or_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.txt") == "none.txt: There is no such file."
    assert refusal(tmp_path / "none.txt", "annotate") == "none.txt: There is no such file."
    assert refusal(tmp_path, "text") == f"{tmp_path.name}: The file cannot be read (Is a directory)."


def test_a_folder_is_the_files_in_it_that_can_be_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "B.TXT", "a.png", ".hidden.txt", ".git/c.txt", "sub/a.jsonl", "sub/deep/z.md"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text("x")
    found = [str(file.relative_to(tmp_path)) for file in files_of(tmp_path)]
    assert found == ["B.TXT", "a.txt", "b.md", "sub/a.jsonl", "sub/deep/z.md"]
    assert files_of(tmp_path / "a.png") == (tmp_path / "a.png",)


def test_a_folder_without_a_readable_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text("x")
    with pytest.raises(BadInput) as caught:
        files_of(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path}: The folder holds no file that can be read. "
        "Known suffixes are .jsonl, .markdown, .md, .ndjson, .txt."
    )
