"""Check: what is wrong has a name, a place and a next step; what follows from the facts is made anew from them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import Clock, project
from tests.laws.histories import CLAIMS, DOCUMENTS, SCHEME, begun, id_of, response
from tests.store.checks.mutating import rows_of

from annotate.domain import PRESETS, Claim, Decision, Document, Evidence, Fact, Judgement, Version
from annotate.store import look, open_store
from annotate.store.checks import MOST
from annotate.store.tables import DERIVED
from annotate.work import (
    Desk,
    Draft,
    check_project,
    index_documents,
    judge,
    list_claims,
    read_answer_draft,
    read_log,
    rebuild_project,
    search,
)

REBUILD = "Run: annotate check --rebuild."


@contextmanager
def damaged(file: Path, whole: bytes, *statements: str) -> Iterator[Desk]:
    """The lead's desk with the project, on which statements were run without the program; its guards are put back."""
    file.write_bytes(whole)
    with closing(sqlite3.connect(file, isolation_level=None)) as raw:
        guards = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            raw.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            raw.execute(statement)
        for name, guard in guards:
            if name not in " ".join(statements):
                raw.execute(guard)
    with closing(open_store(str(file), version="0.1", now=Clock())) as store:
        yield Desk(store, None, store.now, bytes)


NAMED = [
    ("UPDATE fact SET content = replace(content, 'wrong', 'right') WHERE kind = 'judgement'", {"digest"}, False),
    ("UPDATE fact SET content = 'x' WHERE kind = 'document'", {"digest"}, False),
    ("UPDATE fact SET kind = 'verdict' WHERE kind = 'claim'", {"digest"}, False),
    ("UPDATE body SET text = CAST('Another text.' AS BLOB)", {"digest"}, False),
    ("UPDATE body SET characters = 5", {"digest"}, False),
    ("DELETE FROM body", {"anchor"}, False),
    ("UPDATE log SET at = at + 1", {"log"}, False),
    ("UPDATE log SET fact = 900 WHERE fact = 3", {"orphan", "log"}, False),
    ("DELETE FROM log WHERE row = 9", {"log"}, False),
    ("UPDATE writer SET author = 'max' WHERE author = 'ada'", {"log"}, False),
    ("UPDATE writer SET entries = entries + 1", {"log"}, False),
    ("INSERT INTO gap VALUES ('7')", {"log"}, False),
    ("INSERT INTO redacted VALUES ('c1_7', '7')", {"redacted"}, False),
    ("INSERT INTO redacted SELECT sha256, sha256 FROM body", {"redacted"}, False),
    ("UPDATE local SET value = '{}' WHERE name = 'scheme'", {"scheme"}, False),
    ("DELETE FROM local WHERE name = 'installation'", {"copy"}, False),
    ("UPDATE draft SET typed = CAST(x'ff' AS TEXT)", {"damage"}, False),
    ("DROP TABLE draft", {"table"}, False),
    ("UPDATE claim SET status = 'adjudicated', verdict = 'right'", {"derived"}, True),
    ("UPDATE judgement SET stands = 1 - stands", {"derived"}, True),
    ("UPDATE document SET fact = fact + 100", {"derived"}, True),
    ("DROP TABLE citation", {"table", "schema"}, True),
    ("ALTER TABLE claim DROP COLUMN verdict", {"table"}, True),
    ("DROP INDEX about_by_subject", {"schema"}, True),
    ("CREATE UNIQUE INDEX more ON log (at, digest)", {"schema"}, True),
    ("CREATE TRIGGER more BEFORE INSERT ON log BEGIN SELECT RAISE(IGNORE); END", {"schema"}, True),
    ("DROP TRIGGER IF EXISTS fact_no_update", {"schema"}, True),
    ("PRAGMA journal_mode = delete", {"schema"}, True),
    ("UPDATE passage SET start = 1 WHERE row = 1", {"search"}, True),
    ("UPDATE passage_words_data SET block = x'00'", {"search"}, True),
    ("UPDATE passage_words_config SET v = 3", {"search"}, True),
    ("DROP TABLE passage_words", {"table"}, True),
]


@pytest.mark.parametrize(("statement", "what", "mends"), NAMED)
def test_each_kind_of_damage_has_its_name_and_its_way_out(
    statement: str, what: set[str], mends: bool, whole: bytes, tmp_path: Path
) -> None:
    with damaged(tmp_path / "annotate.db", whole, statement) as lead:
        found = check_project(lead)
        assert {finding.what for finding in found} == what
        assert {finding.step == REBUILD for finding in found} == {mends}
        done = rebuild_project(lead)
        assert (done.mended, done.left) == ((found, []) if mends else ([], found))
        assert check_project(lead) == done.left


@pytest.mark.parametrize("table", [table.name for table in DERIVED])
def test_what_is_derived_is_made_anew(table: str, whole: bytes, tmp_path: Path) -> None:
    with damaged(tmp_path / "annotate.db", whole, f"DELETE FROM {table}") as lead:
        found = check_project(lead)
        assert {finding.where.split()[0] for finding in found} >= {table}
        assert rebuild_project(lead).left == []
        assert len(list(list_claims(lead))) == 5


def test_from_facts_that_are_damaged_nothing_is_derived(whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "annotate.db"
    wrong = "UPDATE fact SET content = replace(content, 'right', 'wrong') WHERE kind = 'judgement'"
    with damaged(file, whole, wrong, "DELETE FROM citation") as lead:
        before = rows_of(file)
        assert {finding.what for finding in rebuild_project(lead).left} == {"digest"}
        assert rows_of(file) == before


def test_an_index_of_words_that_was_forgotten_is_made_again(whole: bytes, tmp_path: Path) -> None:
    with damaged(tmp_path / "annotate.db", whole, "UPDATE passage_words_config SET v = 3") as lead:
        assert rebuild_project(lead).left == []
        index_documents(lead)
        assert [hit.words for hit in search(lead, "bridge")] == ["No bridge fell in May."]
        assert check_project(lead) == []


def test_what_was_typed_and_is_damaged_is_shown_as_it_is(whole: bytes, tmp_path: Path) -> None:
    with damaged(tmp_path / "annotate.db", whole, "UPDATE draft SET typed = 'As I was s'") as lead:
        drafts = [read_answer_draft(replace(lead, reviewer="ada"), quoted.claim.id) for quoted in list_claims(lead)]
        assert Draft(rationale="As I was s") in drafts


PASSAGE = Evidence(document=DOCUMENTS[0], start=16, end=20, quote="第二句。")
USED = id_of(SCHEME)


@pytest.mark.parametrize(
    "fact",
    [
        Claim(DOCUMENTS[0], 0, 99),
        Claim(DOCUMENTS[0], 4, 4),
        Version(CLAIMS[0], 30, 99),
        Judgement(CLAIMS[0], "ada", USED, verdict="refuted", evidence=(replace(PASSAGE, quote="第一句。"),)),
        Judgement(CLAIMS[0], "ada", USED, verdict="refuted", evidence=(replace(PASSAGE, end=99),)),
        Decision(CLAIMS[0], "refuted", "adjudicated", evidence=(replace(PASSAGE, document="d1_" + "0" * 32),)),
    ],
)
def test_what_points_at_nothing_in_a_text_is_found(fact: Fact) -> None:
    with begun() as lead:
        with lead.store.writing() as ledger:
            identity = ledger.add(fact)
        assert [(finding.what, finding.where) for finding in check_project(lead)] == [("anchor", identity)]


@pytest.mark.parametrize(
    ("fact", "where"),
    [
        (Judgement(CLAIMS[0], "ada", USED, verdict="mostly_true"), ""),
        (Judgement(CLAIMS[0], "ada", "s1_" + "0" * 32, verdict="refuted"), ""),
        (Decision(CLAIMS[0], "mostly_true", "adjudicated", scheme=USED), ""),
        (PRESETS["fever"], USED),
    ],
)
def test_a_scheme_that_was_changed_after_use_is_found(fact: Fact, where: str) -> None:
    with begun() as lead:
        with lead.store.writing() as ledger:
            identity = ledger.add(fact)
        (found,) = check_project(lead)
        assert found.what == "scheme"
        assert {identity, where} - {""} == set(found.where.split())


def test_an_entry_before_that_was_never_brought_here_is_no_loss(whole: bytes, tmp_path: Path) -> None:
    gone = "(SELECT digest FROM log WHERE fact = (SELECT row FROM fact WHERE kind = 'withdrawal' LIMIT 1))"
    noted = f"INSERT INTO gap SELECT {gone}"
    rest = [
        f"UPDATE writer SET entries = entries - 1 WHERE row = (SELECT writer FROM log WHERE digest = {gone})",
        f"CREATE TABLE lost AS SELECT fact FROM log WHERE digest = {gone}",
        f"DELETE FROM log WHERE digest = {gone}",
        "DELETE FROM about WHERE fact = (SELECT fact FROM lost)",
        "DELETE FROM fact WHERE row = (SELECT fact FROM lost)",
        "DROP TABLE lost",
    ]
    with damaged(tmp_path / "one.db", whole, *rest) as lead:
        assert "is missing from the log" in check_project(lead)[0].sentence
    with damaged(tmp_path / "two.db", whole, noted, *rest) as lead:
        assert {finding.what for finding in check_project(lead)} <= {"derived"}


def test_looking_changes_nothing(whole: bytes, tmp_path: Path) -> None:
    file = tmp_path / "annotate.db"
    with damaged(file, whole, "UPDATE claim SET status = 'open'") as lead:
        before = rows_of(file)
        assert check_project(lead) == check_project(lead) != []
        assert rows_of(file) == before


def test_while_somebody_checks_reviewers_go_on(whole: bytes, tmp_path: Path) -> None:
    with damaged(tmp_path / "annotate.db", whole) as lead:
        before = len(list(read_log(lead)))
        with lead.store.reading() as connection:
            assert look(connection) == []
            with closing(open_store(lead.store.target, version="0.1", now=Clock())) as other:
                other.wait = 0.0
                judge(Desk(other, "eve", other.now, bytes), next(iter(list_claims(lead))).claim.id, response("skipped"))
            assert look(connection) == []
        assert len(list(read_log(lead))) > before


def test_an_index_that_is_wrong_of_more_documents_than_are_named_is_made_anew_all_the_same(tmp_path: Path) -> None:
    with project(tmp_path / "annotate.db") as lead:
        with lead.store.writing() as ledger:
            for number in range(MOST + 5):
                text = f"Ship {number} came. None left."
                ledger.add_text(Document.of(text).sha256, text)
                ledger.add(Document.of(text))
        after = 0
        while done := index_documents(lead, after):
            after = done.row
        with closing(sqlite3.connect(lead.store.target)) as raw:
            raw.execute('UPDATE passage SET "end" = "end" - 1')
            raw.commit()
        assert len(check_project(lead)) == MOST
        made = rebuild_project(lead)
        assert ({one.what for one in made.mended}, made.left) == ({"search"}, [])


@pytest.mark.parametrize("column", ["type", "name", "tbl_name", "sql"])
def test_a_schema_that_is_written_in_bytes_is_read_all_the_same(column: str, whole: bytes, tmp_path: Path) -> None:
    written = f"UPDATE sqlite_master SET {column} = CAST({column} AS BLOB) WHERE name = 'about'"
    with damaged(tmp_path / "annotate.db", whole, "PRAGMA writable_schema = ON", written) as lead:
        assert check_project(lead) == []
