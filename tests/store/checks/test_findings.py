"""Check: whatever was changed behind the program's back is found, or cannot matter."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.desks import Clock
from tests.laws.histories import CLAIMS, DOCUMENTS, Act, begun, play

from annotate.domain import Claim, Decision, Evidence, Fact, Judgement, Version
from annotate.errors import Unusable
from annotate.store import open_store
from annotate.work import Desk, Draft, check_project, keep_answer_draft, list_claims, rebuild_project

HISTORY = [
    Act("describe", None, 0, "News"),
    Act("set", what="Floods"),
    Act("assign", what="2"),
    Act("judge", "ada", 0, "refuted"),
    Act("judge", "ada", 1, "skipped"),
    Act("judge", "bob", 0, "supported!"),
    Act("judge", "bob", 0, "refuted"),
    Act("undo", "bob"),
    Act("redo", "bob"),
    Act("correct", "eve", 2, "2"),
    Act("decide", None, 0, "refuted"),
    Act("decide", "eve", 3, "not_a_claim"),
    Act("name", "eve", what="Eve N."),
]
"""Facts of every kind, some superseded, one withdrawn and brought back."""

TYPING = "what somebody is typing is no fact"
HARMLESS = {
    ("log", "row"): "in which order this copy lists its entries; what followed what, their digests say",
    ("log", "source"): "where a file lay that was imported here; no fact, and never exported",
    ("local", "value"): "another name for this copy: its authors begin new chains, and those before stay whole",
    **{("draft", column): TYPING for column in ("reviewer", "claim", "field", "typed", "at")},
}
"""Columns of which nothing says what stood there, and why a change of them does no harm."""

REFUSED = ("alembic_version", "version_num")
"""The column whose change keeps the project from being opened at all."""

FACTS = ("fact", "body", "log", "writer", "local", "draft", "alembic_version")
DERIVED = ("about", "document", "claim", "judgement", "decision", "assignment")


@pytest.fixture(scope="module")
def whole() -> bytes:
    """The file of a small project."""
    with begun() as lead:
        play(lead, HISTORY)
        keep_answer_draft(replace(lead, reviewer="ada"), CLAIMS[0], Draft(rationale="As I was say"))
        assert check_project(lead) == []
        lead.store.close()
        return Path(lead.store.target).read_bytes()


def changed(file: Path, whole: bytes, statement: str, values: tuple[object, ...] = ()) -> bool:
    """Lay the project and run a statement on it without the program; False where the engine does not take it."""
    file.write_bytes(whole)
    with closing(sqlite3.connect(file)) as raw:
        for (trigger,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {trigger}")
        try:
            raw.execute(statement, values)
        except sqlite3.IntegrityError:
            return False
        raw.commit()
    return True


def found(file: Path) -> set[str]:
    """What check finds, or what opening refuses: never an error of ours."""
    try:
        store = open_store(str(file), version="0.1", now=Clock())
    except Unusable:
        return {"refused"}
    with closing(store):
        return {finding.what for finding in check_project(Desk(store, None, store.now, bytes))}


def cells(whole: bytes, table: str, folder: Path) -> list[tuple[str, int, object, list[object]]]:
    """Column, row and value of two cells of each column, with what could stand there instead."""
    (folder / "look.db").write_bytes(whole)
    with closing(sqlite3.connect(folder / "look.db")) as raw:
        names = [column[1] for column in raw.execute(f"PRAGMA table_info({table})")]
        wanted = [(name, raw.execute(f'SELECT rowid, "{name}" FROM {table}').fetchall()) for name in names]
    return [
        (name, row, value, others(value, [other for _, other in rows if other != value]))
        for name, rows in wanted
        for row, value in {rows[0][0]: rows[0], rows[-1][0]: rows[-1]}.values()
    ]


def others(value: object, of_others: list[object]) -> list[object]:
    """Another row's value, some that nobody has, none at all."""
    made: list[Any] = [value]
    match value:
        case int():
            made = [value + 1, -value]
        case str():
            made = [value + "x", value[:-1], value.swapcase(), "{}", "\x1b[2J"]
        case bytes():
            made = [value + b"x", bytes([value[0] ^ 1]) + value[1:], b"\xff"]
        case None:
            made = ["x", 7]
    return [other for other in [*of_others[:1], *made, None] if other != value]


@pytest.mark.parametrize("table", [*FACTS, *DERIVED])
def test_a_change_of_any_cell_is_found_or_harmless(table: str, whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "annotate.db"
    for column, row, value, instead in cells(whole, table, tmp_path):
        for other in instead:
            if not changed(file, whole, f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', (other, row)):
                continue
            what = found(file)
            if (table, column) == REFUSED:
                assert what == {"refused"}
            elif (table, column) not in HARMLESS:
                assert what, f"{table}.{column}: {value!r} became {other!r}, and nobody noticed"


@pytest.mark.parametrize("table", [*FACTS, *DERIVED])
def test_a_row_that_is_gone_is_missed(table: str, whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "annotate.db"
    with closing(sqlite3.connect(file)) as raw:
        file.write_bytes(whole)
        rows = [row for (row,) in raw.execute(f"SELECT rowid FROM {table}")]
    for row in rows:
        assert changed(file, whole, f"DELETE FROM {table} WHERE rowid = ?", (row,))
        assert found(file) or table == "draft", f"row {row} of {table}"


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE fact SET content = replace(content, 'refuted', 'supported') WHERE kind = 'judgement'", "digest"),
        ("UPDATE fact SET content = 'x' WHERE kind = 'document'", "digest"),
        ("UPDATE fact SET kind = 'verdict' WHERE kind = 'claim'", "digest"),
        ("UPDATE body SET text = CAST('Another text.' AS BLOB)", "digest"),
        ("UPDATE body SET characters = 5", "derived"),
        ("UPDATE log SET at = at + 1", "log"),
        ("UPDATE writer SET author = 'max' WHERE author = 'ada'", "log"),
        ("UPDATE claim SET status = 'adjudicated', verdict = 'supported'", "derived"),
        ("UPDATE judgement SET stands = 1 - stands", "derived"),
        ("UPDATE document SET fact = fact + 100", "orphan"),
        ("UPDATE local SET value = '{}' WHERE name = 'scheme'", "scheme"),
        ("DELETE FROM local WHERE name = 'installation'", "copy"),
    ],
)
def test_each_kind_of_damage_has_its_name(statement: str, what: str, whole: bytes, tmp_path: Path) -> None:
    assert changed(tmp_path / "annotate.db", whole, statement)
    assert found(tmp_path / "annotate.db") == {what}


PASSAGE = Evidence(document=DOCUMENTS[0], start=16, end=20, quote="第二句。")


@pytest.mark.parametrize(
    "fact",
    [
        Claim(DOCUMENTS[0], 0, 99),
        Claim(DOCUMENTS[0], 4, 4),
        Version(CLAIMS[0], 30, 99),
        Judgement(CLAIMS[0], "ada", "s1", evidence=(replace(PASSAGE, quote="第一句。"),)),
        Judgement(CLAIMS[0], "ada", "s1", evidence=(replace(PASSAGE, end=99),)),
        Decision(CLAIMS[0], "refuted", "adjudicated", evidence=(replace(PASSAGE, document="d1_" + "0" * 32),)),
    ],
)
def test_what_points_at_nothing_in_a_text_is_found(fact: Fact) -> None:
    with begun() as lead:
        with lead.store.writing() as ledger:
            identity = ledger.add(fact)
        assert [(finding.what, finding.where) for finding in check_project(lead)] == [("anchor", identity)]


@pytest.mark.parametrize("table", DERIVED)
def test_what_is_derived_is_made_anew(table: str, whole: bytes, tmp_path: Path) -> None:
    assert changed(tmp_path / "annotate.db", whole, f"DELETE FROM {table}")
    with closing(open_store(str(tmp_path / "annotate.db"), version="0.1", now=Clock())) as store:
        lead = Desk(store, None, store.now, bytes)
        assert check_project(lead) != []
        assert rebuild_project(lead).left == []
        assert len(list(list_claims(lead))) == len(CLAIMS)


def test_looking_changes_nothing(whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "annotate.db"
    assert changed(file, whole, "UPDATE claim SET status = 'open'")
    before = file.read_bytes()
    assert found(file) == {"derived"}
    assert found(file) == {"derived"}
    assert file.read_bytes() == before
