"""Bytes of a file to text: UTF-8 and nothing else, refused with the place and the way to convert."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotate.errors import BadInput

_OTHER_MARKS = {
    BOM_UTF32_LE: "UTF-32",
    BOM_UTF32_BE: "UTF-32",
    BOM_UTF16_LE: "UTF-16",
    BOM_UTF16_BE: "UTF-16",
}
"""Longest first: a UTF-32 mark begins with a UTF-16 one."""


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Where opening or reading the file fails inside, the refusal that says so."""
    try:
        yield
    except FileNotFoundError as error:
        raise BadInput("There is no such file.", file=path) from error
    except OSError as error:
        raise BadInput(f"The file cannot be read ({error.strerror}).", file=path) from error


def text_of(path: Path) -> str:
    """What the file decodes to as UTF-8, a byte-order mark aside, unchanged. Refused where that is no text."""
    with readable(path):
        data = path.read_bytes()
    text = decoded(data, path)
    if not text.strip():
        raise BadInput("The file holds no text." if text else "The file is empty.", file=path)
    return text


def decoded(data: bytes, file: Path) -> str:
    """`data` as UTF-8 without its byte-order mark; BadInput names the first byte that is not."""
    refuse_other_marks(data, file)
    try:
        return data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        offset = error.start + (len(BOM_UTF8) if data.startswith(BOM_UTF8) else 0)
        raise BadInput(
            f"The file is not UTF-8: byte 0x{data[offset]:02x} at offset {offset:,} belongs to no character.",
            conversion("WINDOWS-1252"),
            file=file,
            line=data.count(b"\n", 0, offset) + 1,
        ) from error


def refuse_other_marks(head: bytes, file: Path) -> None:
    """BadInput where the first bytes of a file are the byte-order mark of another encoding."""
    for mark, encoding in _OTHER_MARKS.items():
        if head.startswith(mark):
            raise BadInput(f"The file is {encoding}, not UTF-8.", conversion(encoding), file=file)


def conversion(encoding: str) -> str:
    """How to make UTF-8 of a file in another encoding, which the reader may know better."""
    return f"Convert it first: iconv -f {encoding} -t UTF-8 (with the encoding that it was saved in)."
