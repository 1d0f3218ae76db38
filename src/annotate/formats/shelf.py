"""The one shelf of formats: what each is called, how its files end, who reads and writes it, what it loses."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal, TypeVar

from annotate.errors import Unknown
from annotate.formats import annotate, csv, jsonl, markdown, plain_text
from annotate.formats.rows import Read

Reader = Callable[[Path], Iterator[Read]]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Writer:
    """What writes a format, and of what: records of all facts (`Record`), or claims of the dataset (`DatasetClaim`)."""

    takes: Literal["records", "claims"]
    write: Callable[[Iterable[Any], BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format; `loses` is a sentence on what it cannot carry."""

    name: str
    suffixes: tuple[str, ...]
    reader: Reader | None
    writer: Writer | None
    loses: str


FORMATS: tuple[Format, ...] = (
    Format(
        "annotate",
        (".jsonl", ".ndjson"),
        annotate.read,
        Writer("records", annotate.write),
        "Nothing: every fact comes back with its history and times.",
    ),
    Format(
        "text",
        (".txt",),
        plain_text.read,
        None,
        "Everything but a document's text; a title is taken from its first line where that looks like one.",
    ),
    Format(
        "markdown",
        (".md", ".markdown"),
        markdown.read,
        None,
        "Everything but a document's text, marks included; a title is taken from its first top heading.",
    ),
    Format(
        "jsonl",
        (".jsonl",),
        None,
        Writer("claims", jsonl.write),
        "The documents' texts, answers to further facets, the time that judgements took, superseded ones, history.",
    ),
    Format(
        "csv",
        (".csv",),
        None,
        Writer("claims", csv.write),
        "As jsonl, and the judgements but for their counts; a cell that a spreadsheet would run as a formula, by "
        "beginning with = + - @ (full-width forms too), a tab or a carriage return, gets a leading apostrophe.",
    ),
)


def reader_of(name: str) -> Reader:
    """What reads the format of that name; Unknown where nothing does."""
    return _found(name, "read", {format_.name: format_.reader for format_ in FORMATS if format_.reader})


def writer_of(name: str) -> Writer:
    """What writes the format of that name; Unknown where nothing does."""
    return _found(name, "written", {format_.name: format_.writer for format_ in FORMATS if format_.writer})


def _found(name: str, done: str, there: Mapping[str, Found]) -> Found:
    if name in there:
        return there[name]
    known = any(format_.name == name for format_ in FORMATS)
    sentence = f'The format "{name}" cannot be {done}.' if known else f'There is no format "{name}".'
    raise Unknown(sentence, f"These can be {done}: {', '.join(there)}.")
