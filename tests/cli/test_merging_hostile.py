"""Of a copy that is damaged, or made up, nothing is taken in, and one sentence says why."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.journeys.commands import done, refused

from annotate.domain import canonical, fact_id
from annotate.store import Entry

NOWHERE = "1_" + "0" * 32


@contextmanager
def unguarded(name: str = "other.db") -> Iterator[sqlite3.Connection]:
    """A project's file without its guards, to be changed as somebody would who means harm."""
    with closing(sqlite3.connect(name, isolation_level=None)) as raw:
        for (trigger,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {trigger}")
        yield raw


def plant(kind: str, written: str) -> str:
    """Put a fact with that content into the copy, with the id and a log entry that befit it; its id."""
    identity = fact_id(kind, written) if kind != "junk" else "q" + NOWHERE
    with unguarded() as raw:
        (row,) = raw.execute("SELECT max(row) + 1 FROM fact").fetchone()
        (line,) = raw.execute("SELECT max(row) + 1 FROM log").fetchone()
        entry = Entry("mallory", "f" * 16, 1, "0.1")
        raw.execute("INSERT INTO fact VALUES (?, ?, ?, ?)", (row, identity, kind, written))
        raw.execute("INSERT INTO writer VALUES (?, 'mallory', ?, NULL, 0)", (row, "f" * 16))
        values = (line, entry.digest(identity), row, row, entry.at, entry.version, None, "")
        raw.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
    return identity


@pytest.fixture
def ids(project: str) -> dict[str, str]:
    """The project with a judgement, and a copy of it, `other.db`; ids by kind."""
    done("--reviewer", "ada", "judge", project, "refuted", "--rationale", "It says so.")
    shutil.copyfile("annotate.db", "other.db")
    return {row["kind"]: row["id"] for row in done("log", "--json").lines} | {"claim": project}


JUDGEMENT = {"claim": "{claim}", "reviewer": "eve", "scheme": "{scheme}", "answer": "skipped", "round": 1}
PASSAGE = {"document": "{document}", "start": 0, "end": 4, "quote": "Nope", "set": 1}
DECISION = {"claim": "{claim}", "outcome": "refuted", "method": "adjudicated", "scheme": "{scheme}", "round": 1}
NOT_THERE, OUTSIDE, ALTERED = "is about is not there", "lies outside the text", "is not what was recorded"

PLANTED: dict[str, tuple[str, dict[str, Any], str]] = {
    "about nothing": ("claim", {"document": "d" + NOWHERE, "span": [0, 5]}, NOT_THERE),
    "about a thing of another kind": ("claim", {"document": "{claim}", "span": [0, 5]}, NOT_THERE),
    "outside the text": ("claim", {"document": "{document}", "span": [5, 5000]}, OUTSIDE),
    "an empty span": ("claim", {"document": "{document}", "span": [5, 5]}, OUTSIDE),
    "before the text": ("claim", {"document": "{document}", "span": [-3, 5]}, OUTSIDE),
    "a version outside the text": ("version", {"claim": "{claim}", "span": [0, 5000]}, OUTSIDE),
    "a judgement of nothing": ("judgement", {**JUDGEMENT, "claim": "c" + NOWHERE}, NOT_THERE),
    "by no scheme": ("judgement", {**JUDGEMENT, "scheme": "s" + NOWHERE}, "The scheme by which"),
    "by nobody": ("judgement", {**JUDGEMENT, "reviewer": ""}, ALTERED),
    "with no answer": ("judgement", {**JUDGEMENT, "answer": "perhaps"}, ALTERED),
    "with no verdict": ("judgement", {**JUDGEMENT, "answer": "verdict"}, ALTERED),
    "with a word for a number": ("judgement", {**JUDGEMENT, "at": "now"}, ALTERED),
    "with a number that is too large": ("judgement", {**JUDGEMENT, "at": 2**70}, ALTERED),
    "with a passage that is not there": ("judgement", {**JUDGEMENT, "evidence": [PASSAGE]}, "does not stand where"),
    "a decision on such a passage": ("decision", {**DECISION, "evidence": [PASSAGE]}, "does not stand where"),
    "by a method that is none": ("decision", {**DECISION, "method": "magic"}, ALTERED),
    "a list for a word": ("reviewer", {"handle": ["eve"]}, ALTERED),
    "a scheme without labels": ("scheme", {"name": "x", "version": "1", "facets": [{"id": "verdict"}]}, ALTERED),
    "a document without a text": ("document", {"sha256": "0" * 64}, "The text of"),
    "of a kind that is none": ("junk", {"x": 1}, "unknown kind"),
}


@pytest.mark.parametrize("what", PLANTED)
def test_a_fact_that_is_not_fit_is_named(what: str, ids: dict[str, str]) -> None:
    kind, content, said = PLANTED[what]
    written = canonical(content)
    for name, identity in ids.items():
        written = written.replace(f"{{{name}}}", identity)
    planted = plant(kind, written)
    sentence = refused("merge", "other.db")
    assert said in sentence
    assert ("junk" if kind == "junk" else planted) in sentence
    assert done("check").code == 0


@pytest.mark.parametrize(
    "written",
    [
        "not JSON",
        '"a word"',
        "null",
        "[" * 100_000,
        '{"handle": "eve"}',
        '{"handle":"eve","x":1}',
        '{"handle":1.5}',
        "1" * 5000,
    ],
    ids=lambda written: written[:20],
)
def test_a_content_that_nobody_wrote_down_so_is_named(written: str, ids: dict[str, str]) -> None:
    assert plant("reviewer", written) in refused("merge", "other.db")


DAMAGED = {
    "a fact is altered": "UPDATE fact SET content = replace(content, 'It says so.', 'It says no.')",
    "a text is altered": "UPDATE body SET text = CAST('x' || text AS BLOB)",
    "a text is gone": "PRAGMA foreign_keys = OFF; DELETE FROM body",
    "an entry is altered": "UPDATE log SET at = at + 1",
    "an entry's author is altered": "UPDATE writer SET author = 'eve' WHERE author = 'ada'",
    "an entry is gone": "DELETE FROM log WHERE digest = (SELECT min(previous) FROM log)",
    "all entries are gone": "DELETE FROM log",
}


@pytest.mark.parametrize("how", DAMAGED)
def test_of_a_damaged_copy_nothing_is_taken(how: str, ids: dict[str, str]) -> None:
    with unguarded() as raw:
        raw.executescript(DAMAGED[how])
    done("--project", "fresh.db", "init")
    said = refused("--project", "fresh.db", "merge", "other.db")
    assert "other.db" in said or "annotate check" in said
    assert done("--project", "fresh.db", "log", "--json").out == ""
    assert done("--project", "fresh.db", "check").code == 0


@pytest.mark.parametrize("statement", ["DROP TABLE log", "ALTER TABLE fact RENAME COLUMN content TO words"])
def test_a_database_that_only_looks_like_a_project_is_refused(statement: str, ids: dict[str, str]) -> None:
    with unguarded() as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute(statement)
    assert "other.db" in refused("merge", "other.db")


def test_a_file_cut_in_half_is_refused(ids: dict[str, str]) -> None:
    held = Path("other.db").read_bytes()
    Path("other.db").write_bytes(held[: len(held) // 2])
    assert "other.db" in refused("merge", "other.db")


@pytest.mark.parametrize(
    "content", [b"", b"Hello", b"{", b'{"kind":"nonsense"}\n', b"SQLite format 3\x00" + b"\xff" * 2000]
)
def test_what_is_no_project_is_refused(content: bytes, ids: dict[str, str]) -> None:
    Path("other.jsonl").write_bytes(content)
    assert "other.jsonl" in refused("merge", "other.jsonl")


def test_a_database_of_another_program_is_refused(ids: dict[str, str]) -> None:
    with closing(sqlite3.connect("foreign.db")) as raw:
        raw.execute("CREATE TABLE fact (row, id, kind, content)")
    assert "another program" in refused("merge", "foreign.db")


def test_an_altered_line_of_an_export_is_named(ids: dict[str, str]) -> None:
    done("export", "all.jsonl", "--format", "annotate")
    lines = Path("all.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    (number,) = [number for number, record in enumerate(records) if record["kind"] == "judgement"]
    records[number]["rationale"] = "It says no."
    Path("all.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert f"all.jsonl:{number + 1}" in refused("merge", "all.jsonl")
