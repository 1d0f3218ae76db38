"""Redact: words and names are gone from everything that the project keeps, and nothing brings them back."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.desks import Clock, judged, project
from tests.engines import BOTH
from tests.laws.copies import exported
from tests.laws.histories import CLAIMS, DOCUMENTS, HOUR, Act, begun, play

from annotate.domain import Evidence
from annotate.errors import NotForYou, Refusal, Unknown
from annotate.store import open_store, tables, text_by_id
from annotate.work import (
    Desk,
    Draft,
    Response,
    adjudication_queue,
    aim,
    backup,
    bring_back,
    check_project,
    disputes,
    import_files,
    index_documents,
    judge,
    keep_answer_draft,
    list_claims,
    list_documents,
    list_reviewers,
    mark,
    merge,
    open_queue,
    project_agreement,
    read_log,
    redact,
    response_of,
    search,
    status,
    withdraw,
)

SECRET = "Zacharias Überschmitt wohnt in der Lindenallee."
TEXT = f"Vorher. {SECRET} Nachher."
NAME = "ada"
WORDS = (b"Zacharias", "Überschmitt".encode(), b"Lindenallee", "überschmitt".encode(), b"geheimtitel")
REASON = "Weil Nachbarn es sagen."


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project of two documents and a secret one, judged by ada and bob, who quote it, indexed and drafted upon."""
    with begun() as desk:
        play(desk, [Act("judge", who, number, label) for who, label in SAID for number in (0, 3)])
        file = tmp_path / "geheimtitel.jsonl"
        file.write_text(json.dumps(RECORDS[0]) + "\n" + json.dumps(RECORDS[1]) + "\n")
        assert import_files(desk, [file]).refused == []
        index_documents(desk)
        for who in ("ada", "bob"):
            start = TEXT.index(SECRET)
            passage = Evidence(document=secret(desk), start=start, end=start + len(SECRET), quote=SECRET)
            response = Response(verdict="refuted" if who == "ada" else "supported", evidence=(passage,))
            judge(replace(desk, reviewer=who), CLAIMS[1], replace(response, rationale=REASON))
            judge(replace(desk, reviewer=who), claim(desk), replace(response, evidence=()))
            keep_answer_draft(replace(desk, reviewer=who), claim(desk), Draft(rationale=f"{SECRET} mag"))
            keep_answer_draft(replace(desk, reviewer=who), CLAIMS[2], Draft(evidence=(passage,)))
        yield desk


SAID = (("ada", "refuted"), ("bob", "supported"))
RECORDS = (
    {"kind": "document", "id": "d", "title": "geheimtitel", "url": "https://x.example/geheimtitel", "text": TEXT},
    {"kind": "claim", "id": "c", "document": "d", "quote": SECRET, "claim": SECRET, "claimant": "Zacharias"},
)


def secret(lead: Desk) -> str:
    (found,) = [row.id for row in list_documents(lead) if row.id not in DOCUMENTS]
    return found


def claim(lead: Desk) -> str:
    (found,) = [item.claim.id for item in list_claims(lead) if item.claim.id not in CLAIMS]
    return found


def held(target: str) -> bytes:
    """Every byte of the project's files."""
    return b"".join(Path(target + side).read_bytes() for side in ("", "-wal", "-shm") if Path(target + side).exists())


def test_the_words_of_a_text_are_in_no_byte_of_the_project_afterwards(lead: Desk) -> None:
    before = held(lead.store.target)
    assert [word for word in WORDS if word not in before] == [WORDS[3]]  # folded, it stands in the index alone
    document, of = secret(lead), claim(lead)
    done = redact(lead, aim(lead, document[:9]), "copyright")
    assert done.purged
    after = held(lead.store.target)
    assert [word for word in WORDS if word in after] == []
    assert document.encode() in after
    lead.store.close()
    assert [word for word in WORDS if word in held(lead.store.target)] == []
    assert check_project(lead) == []
    with lead.store.reading() as connection:
        assert text_by_id(connection, document) == ""
    assert of not in {item.claim.id for item in list_claims(lead)}


@BOTH
def test_no_row_of_any_table_holds_the_words(lead: Desk) -> None:
    redact(lead, aim(lead, secret(lead)))
    redact(lead, aim(lead, NAME))
    with lead.store.reading() as connection:
        names = [*tables.metadata.tables, "passage_words"]
        rows = [str(row) for name in names for row in connection.exec_driver_sql(f"SELECT * FROM {name}")]
    assert [word for word in WORDS if word.decode() in "".join(rows)] == []
    assert [row for row in rows if "'ada'" in row or '"ada"' in row] == []


@BOTH
def test_everything_survives_a_redacted_text(lead: Desk, tmp_path: Path) -> None:
    document, of = secret(lead), claim(lead)
    moment = lead.now()
    redact(lead, aim(lead, document))
    assert [row.id for row in list_documents(lead)] == DOCUMENTS
    assert len(list(list_claims(lead))) == len(CLAIMS)
    assert [item.quote for item in list_claims(lead, status="withdrawn")] == [""]
    assert search(lead, "Lindenallee") == []
    index_documents(lead)
    assert search(lead, "Lindenallee") == []
    assert search(lead, "pont")
    assert status(lead).counts.claims == len(CLAIMS)
    assert of not in adjudication_queue(lead)
    assert of not in {dispute.claim.id for dispute in disputes(lead)}
    assert project_agreement(lead)
    assert open_queue(replace(lead, reviewer="eve")).size == len(CLAIMS)
    for desk in (lead, lead.as_of(moment)):
        for form in ("annotate", "jsonl", "csv"):
            assert [word for word in WORDS if word in exported(desk, form)] == []
        assert document not in {row.id for row in list_documents(desk)}
        assert check_project(desk) == []
    assert [word for word in WORDS if word.decode() in str(list(read_log(lead)))] == []
    with pytest.raises(Refusal):
        mark(lead, document, start=0, end=3)
    with pytest.raises(Refusal):
        judge(replace(lead, reviewer="eve"), of, Response(verdict="refuted"))
    for name in (document, of):
        with pytest.raises(Refusal, match="redacted"):
            bring_back(lead, [name])


def test_a_name_is_in_no_byte_of_the_project_afterwards(tmp_path: Path) -> None:
    with project(tmp_path / "annotate.db") as lead:
        file = tmp_path / "news.txt"
        file.write_text("Ten ships came.\n")
        import_files(lead, [file])
        (document,) = list_documents(lead)
        marked = mark(replace(lead, reviewer="Xantippe"), document.id, start=0, end=15)
        judge(replace(lead, reviewer="Xantippe"), marked.id, Response(verdict="refuted"))
        judge(replace(lead, reviewer="bob"), marked.id, Response(verdict="supported"))
        withdraw(replace(lead, reviewer="Xantippe"), [one.id for one in read_log(lead) if named(one) == "Xantippe"])
        judge(replace(lead, reviewer="Xantippe"), marked.id, Response(verdict="refuted"))
        keep_answer_draft(replace(lead, reviewer="Xantippe"), marked.id, Draft(rationale="Weil"))
        before = [one.id for one in read_log(lead)]
        done = redact(lead, aim(lead, "Xantippe"))
        assert b"Xantippe" not in held(lead.store.target)
        assert b"Xantippe" not in exported(lead)
        (alias,) = [one.handle for one in list_reviewers(lead) if one.handle.startswith("r-")]
        assert check_project(lead) == []
        assert [one.id for one in read_log(lead)][: len(before)] == before
        assert alias in {one.entry.author for one in read_log(lead)}
        assert {one.votes["refuted"] for one in disputes(lead)} == {1}
        with pytest.raises(Refusal, match="was redacted here"):
            judge(replace(lead, reviewer="Xantippe"), marked.id, Response(verdict="refuted"))
        with pytest.raises(Refusal, match="alias"):
            aim(lead, alias)
        file.write_text(
            json.dumps({"kind": "judgement", "claim": marked.id, "reviewer": "Xantippe", "verdict": "supported"})
        )
        assert import_files(lead, [file]).refused == []
        assert b"Xantippe" not in held(lead.store.target)
        assert [one.id for one in read_log(lead) if one.id == done.id] == [done.id]


def named(one: object) -> str:
    return getattr(getattr(one, "fact", None), "reviewer", "")


@BOTH
def test_the_words_of_one_judgement_go_and_its_verdict_stays(lead: Desk) -> None:
    (mine, *_) = [one.id for one in read_log(lead) if getattr(one.fact, "rationale", "") == REASON]
    before = [dispute.votes for dispute in disputes(lead)]
    redact(lead, aim(lead, mine))
    kept = [one.fact for one in read_log(lead) if one.id == mine]
    assert [getattr(fact, "rationale", None) for fact in kept] == ["[redacted]"]
    assert [dispute.votes for dispute in disputes(lead)] == before
    assert check_project(lead) == []


def test_who_rests_on_what_is_gone_can_still_change_his_mind(lead: Desk) -> None:
    ada = replace(lead, reviewer="ada")
    before = next(one for one in judged(lead) if one.rationale == REASON)
    redact(lead, aim(lead, secret(lead)))
    kept = next(one for one in judged(lead) if one.rationale == REASON)
    changed = judge(ada, CLAIMS[1], replace(response_of(kept), verdict="supported"))
    assert changed.judgement.evidence == (replace(before.evidence[0], quote=""),)
    redact(lead, aim(lead, changed.id))
    judge(ada, CLAIMS[1], replace(response_of(judged(lead)[-1]), verdict="refuted"))
    assert check_project(lead) == []


def test_neither_a_copy_nor_an_export_nor_the_file_brings_it_back(lead: Desk, tmp_path: Path) -> None:
    document = secret(lead)
    native = tmp_path / "everything.jsonl"
    native.write_bytes(exported(lead))
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(lead.store.target)) as raw, closing(sqlite3.connect(copy)) as into:
        raw.backup(into)
    redact(lead, aim(lead, document))
    redact(lead, aim(lead, NAME))
    merge(lead, str(copy))
    assert import_files(lead, [native]).refused == []
    assert [row.line for row in import_files(lead, [tmp_path / "geheimtitel.jsonl"]).refused] == [1, 2]
    assert [word for word in (*WORDS, b'"ada"') if word in held(lead.store.target)] == []
    assert check_project(lead) == []
    with closing(open_store(str(copy), version="0.1", now=Clock(lead.now() + HOUR))) as store:
        other = replace(lead, store=store)
        merge(other, lead.store.target)
        assert exported(other) == exported(lead)
        assert check_project(other) == []
        store.purge()
        assert [word for word in (*WORDS, b'"ada"') if word in held(store.target)] == []


@BOTH
def test_a_lossless_export_of_a_redacted_project_makes_the_same_project_again(lead: Desk, tmp_path: Path) -> None:
    for name in (secret(lead), NAME, *(one.id for one in read_log(lead) if getattr(one.fact, "rationale", ""))):
        redact(lead, aim(lead, name))
    native = tmp_path / "everything.jsonl"
    native.write_bytes(exported(lead))
    with project(tmp_path / "again.db", Clock(lead.now())) as again:
        assert import_files(again, [native]).refused == []
        assert exported(again) == exported(lead)
        assert check_project(again) == []
        assert sum(import_files(again, [native]).added.values()) == 0
        assert digests(again) == digests(lead)


def digests(lead: Desk) -> set[str]:
    """Those of all entries of the log."""
    with lead.store.reading() as connection:
        return set(connection.execute(select(tables.log.c.digest)).scalars())


def test_a_redacted_record_is_taken_in_only_with_its_redaction(lead: Desk, tmp_path: Path) -> None:
    redact(lead, aim(lead, secret(lead)))
    native = tmp_path / "everything.jsonl"
    kept = [line for line in exported(lead).splitlines() if b'"kind":"redaction"' not in line]
    native.write_bytes(b"\n".join(kept))
    with project(tmp_path / "again.db", Clock(lead.now())) as again:
        assert import_files(again, [native]).refused != []
        assert check_project(again) == []


@pytest.mark.parametrize("suffix", ["db", "jsonl"])
def test_backups_that_are_known_are_redacted_too(suffix: str, lead: Desk, tmp_path: Path) -> None:
    place, lost = tmp_path / f"backup.{suffix}", tmp_path / "lost.db"
    if suffix == "db":
        with closing(sqlite3.connect(lead.store.target)) as raw, closing(sqlite3.connect(place)) as into:
            raw.backup(into)
    else:
        place.write_bytes(exported(lead))
    with lead.store.writing() as ledger:
        ledger.local("backups", json.dumps([str(place), str(lost)]))
    document = secret(lead)
    done = redact(lead, aim(lead, document))
    assert [(one.path, bool(one.why_not)) for one in done.backups] == [(str(place), False), (str(lost), True)]
    assert [word for word in WORDS if word in held(str(place))] == []
    assert document.encode() in held(str(place))
    with project(tmp_path / "again.db", Clock(lead.now() + HOUR)) as again:
        merge(again, str(place))
        assert check_project(again) == []


def test_a_backup_that_is_made_while_somebody_redacts_is_redacted(lead: Desk, tmp_path: Path) -> None:
    place, at = tmp_path / "backup.db", aim(lead, secret(lead))
    told: list[str] = []

    def tell(done: int, total: int) -> None:
        if not told:
            told.extend(one.why_not for one in redact(lead, at).backups)

    backup(lead, place, tell=tell)
    assert told == ["It is not there, any more or yet."]
    assert [word for word in WORDS if word in held(str(place))] == []


def test_only_the_lead_redacts_and_only_what_is_there_and_has_words(lead: Desk) -> None:
    with pytest.raises(NotForYou, match="lead's"):
        aim(replace(lead, reviewer="ada"), secret(lead))
    for name in ("", "nobody"):
        with pytest.raises(Unknown):
            aim(lead, name)
    redaction = redact(lead, aim(lead, secret(lead))).id
    with pytest.raises(Refusal, match="no words"):
        aim(lead, redaction)
    with pytest.raises(Unknown):
        withdraw(lead, [redaction])


@BOTH
def test_redacting_again_records_nothing(lead: Desk) -> None:
    document = secret(lead)
    done = redact(lead, aim(lead, document))
    log = list(read_log(lead))
    assert redact(lead, aim(lead, document)).id == done.id
    assert list(read_log(lead)) == log


def test_a_database_refuses_to_change_anything_else(lead: Desk) -> None:
    redact(lead, aim(lead, secret(lead)))
    with closing(sqlite3.connect(lead.store.target)) as raw:
        for statement in (
            "UPDATE fact SET content = '{}' WHERE id NOT IN (SELECT id FROM redacted)",
            "UPDATE body SET text = x'00' WHERE sha256 NOT IN (SELECT id FROM redacted)",
            "UPDATE log SET source = 'x' WHERE digest NOT IN (SELECT id FROM redacted)",
            "UPDATE log SET at = 1",
            "DELETE FROM fact",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="never changed"):
                raw.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE fact SET content = replace(content, 'refuted', 'supported') WHERE kind = 'judgement'",
        "UPDATE fact SET content = replace(content, 'redacted', 'Zacharias') WHERE kind = 'claim'",
        "UPDATE body SET text = CAST('Vorher.' AS BLOB) WHERE text = x''",
        "UPDATE redacted SET digest = 'x'",
        "DELETE FROM redacted",
        "INSERT INTO redacted VALUES ('c1_x', 'y')",
        "DELETE FROM fact WHERE kind = 'redaction'",
    ],
)
def test_check_tells_redacted_from_damaged(statement: str, lead: Desk) -> None:
    redact(lead, aim(lead, secret(lead)))
    assert check_project(lead) == []
    with closing(sqlite3.connect(lead.store.target)) as raw:
        for (trigger,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            raw.execute(f"DROP TRIGGER {trigger}")
        raw.execute(statement)
        raw.commit()
    assert check_project(lead) != []
