"""What is looked at for a merge stays as it is, whoever works there meanwhile."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from tests.desks import Clock, judged, project
from tests.tui.articles import add_article

from annotate.domain import fact_id
from annotate.errors import BadInput, Unusable
from annotate.store import open_store
from annotate.work import (
    Desk,
    Response,
    aim,
    bundle,
    check_project,
    judge,
    list_claims,
    merge,
    redact,
    redo,
    status,
    undo,
    withdraw,
)

FACTS = ("about", "document", "claim", "judgement", "decision", "assignment")
"""Tables whose rows are facts."""

CLAIMS = (("claim", "document"), *((name, "claim") for name in ("judgement", "decision", "assignment")))
"""Columns that name the row of a document or a claim."""


@pytest.fixture
def copies(lead: Desk, tmp_path: Path) -> Iterator[tuple[Desk, Desk, str]]:
    """The project and a copy of it that signs for itself, with one claim (id)."""
    claim, *_ = add_article(lead)
    with project(tmp_path / "laptop.db", Clock()) as laptop:
        merge(laptop, lead.store.target)
        yield lead, laptop, claim


def ada(desk: Desk) -> Desk:
    """The same project, with ada at it."""
    return replace(desk, reviewer="ada")


def bytes_of(file: str) -> str:
    """What stands in a file."""
    return sha256(Path(file).read_bytes()).hexdigest()


def test_a_copy_that_is_being_written_is_read_as_it_was_when_the_merge_began(copies: tuple[Desk, Desk, str]) -> None:
    lead, laptop, claim = copies
    judge(ada(laptop), claim, Response(verdict="refuted"))
    with ExitStack() as later:
        ledger = later.enter_context(laptop.store.writing("ada"))
        ledger.local("meanwhile", "written and not kept yet")
        assert merge(lead, laptop.store.target).added["judgement"] == 1
        assert check_project(lead) == []


def test_a_copy_is_not_changed_by_being_merged(copies: tuple[Desk, Desk, str]) -> None:
    lead, laptop, claim = copies
    judge(ada(laptop), claim, Response(verdict="refuted"))
    laptop.store.close()
    before = bytes_of(laptop.store.target)
    merge(lead, laptop.store.target)
    assert bytes_of(laptop.store.target) == before
    assert not Path(f"{laptop.store.target}-wal").exists()


def test_a_copy_of_an_earlier_schema_is_upgraded_elsewhere(copies: tuple[Desk, Desk, str]) -> None:
    lead, laptop, claim = copies
    judge(ada(laptop), claim, Response(verdict="refuted"))
    laptop.store.close()
    with closing(sqlite3.connect(laptop.store.target)) as raw:
        for name in ("fact_no_update", "body_no_update"):
            raw.execute(f"DROP TRIGGER {name}")
            raw.execute(f"CREATE TRIGGER {name} BEFORE update ON fact BEGIN SELECT RAISE(ABORT, ''); END")
        for name in ("passage_words", "passage", "citation", "lacking", "redacted", "gap"):
            raw.execute(f"DROP TABLE {name}")
        raw.execute("UPDATE alembic_version SET version_num = '0001'")
        raw.commit()
    before = bytes_of(laptop.store.target)
    assert merge(lead, laptop.store.target).added["judgement"] == 1
    assert bytes_of(laptop.store.target) == before
    assert check_project(lead) == []


def test_a_copy_of_a_later_schema_is_refused(copies: tuple[Desk, Desk, str]) -> None:
    lead, laptop, _ = copies
    laptop.store.close()
    with closing(sqlite3.connect(laptop.store.target)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    with pytest.raises(Unusable, match="another version"):
        merge(lead, laptop.store.target)


def test_undo_and_redo_go_on_over_copies(copies: tuple[Desk, Desk, str]) -> None:
    lead, laptop, claim = copies
    judge(ada(laptop), claim, Response(verdict="refuted"))
    undo(ada(laptop))
    merge(lead, laptop.store.target)
    assert status(lead).counts.judgements == 0
    redo(ada(lead))
    merge(laptop, lead.store.target)
    assert status(laptop).counts.judgements == status(lead).counts.judgements == 1
    undo(ada(laptop))
    merge(lead, laptop.store.target)
    assert status(lead).counts.judgements == 0
    assert check_project(lead) == check_project(laptop) == []


def test_an_undo_takes_back_only_what_it_knew(copies: tuple[Desk, Desk, str]) -> None:
    lead, laptop, claim = copies
    judge(ada(lead), claim, Response(verdict="supported"))
    merge(laptop, lead.store.target)
    undo(ada(laptop))
    judge(ada(lead), claim, Response(verdict="refuted"))
    merge(lead, laptop.store.target)
    merge(laptop, lead.store.target)
    for desk in (lead, laptop):
        assert status(desk).counts.judgements == 1
        assert status(desk).counts.disputes == 0


def test_entries_that_were_lost_are_no_gaps(copies: tuple[Desk, Desk, str], tmp_path: Path) -> None:
    lead, laptop, claim = copies
    judge(ada(laptop), claim, Response(verdict="refuted"))
    judge(ada(laptop), claim, Response(verdict="supported"))
    laptop.store.close()
    with closing(sqlite3.connect(laptop.store.target)) as raw:
        raw.execute("DROP TRIGGER log_no_delete")
        raw.execute("DELETE FROM log WHERE row IN (SELECT max(row) - 1 FROM log)")
        raw.commit()
    with pytest.raises(BadInput):
        merge(lead, laptop.store.target)


def test_a_bundle_that_fails_leaves_nothing(copies: tuple[Desk, Desk, str], tmp_path: Path) -> None:
    lead, _, claim = copies
    judge(ada(lead), claim, Response(verdict="refuted"))
    lead.store.close()
    with closing(sqlite3.connect(lead.store.target)) as raw:
        raw.execute("DROP TRIGGER body_no_update")
        raw.execute("UPDATE body SET text = CAST('x' || text AS BLOB)")
        raw.commit()
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(BadInput):
        bundle(lead, "ada", tmp_path / "ada.db")
    lead.store.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def back_in_the_work(copies: tuple[Desk, Desk, str]) -> tuple[Desk, str]:
    """The lead withdrew the claim, of which somebody elsewhere had judged without his knowing."""
    lead, laptop, claim = copies
    judge(ada(laptop), claim, Response(verdict="refuted"))
    withdraw(lead, [claim])
    merge(lead, laptop.store.target)
    assert claim in {one.claim.id for one in list_claims(lead)}
    return lead, claim


def test_a_bundle_holds_a_claim_that_is_back_in_the_work_as_one_to_be_judged(
    copies: tuple[Desk, Desk, str], tmp_path: Path
) -> None:
    lead, claim = back_in_the_work(copies)
    ben = replace(lead, reviewer="ben")
    judge(ben, list_claims_of(lead)[1], Response(verdict="refuted"))
    bundle(lead, "ben", tmp_path / "ben.db")
    with closing(open_store(str(tmp_path / "ben.db"), version="0.1", now=Clock())) as store:
        there = Desk(store, "ben", Clock(), bytes)
        assert judge(there, claim, Response(verdict="supported")).judgement.verdict == "supported"
        assert check_project(replace(there, reviewer=None)) == []


def test_a_reviewers_part_holds_it_so_too(copies: tuple[Desk, Desk, str], tmp_path: Path) -> None:
    lead, claim = back_in_the_work(copies)
    with project(tmp_path / "bens.db", Clock()) as copy:
        merge(replace(copy, reviewer="ben"), lead.store.target)
        assert claim in {one.claim.id for one in list_claims(replace(copy, reviewer="ben"))}
        assert status(copy).counts.judgements == 0


def list_claims_of(desk: Desk) -> list[str]:
    """The ids of the claims."""
    return [one.claim.id for one in list_claims(desk)]


def test_what_was_redacted_stays_so_though_its_author_was_called_otherwise(
    copies: tuple[Desk, Desk, str], tmp_path: Path
) -> None:
    lead, laptop, claim = copies
    told = judge(ada(laptop), claim, Response(verdict="refuted", rationale="The harbour master told me."))
    with project(tmp_path / "unknowing.db", Clock()) as unknowing:
        merge(unknowing, laptop.store.target)
        redact(laptop, aim(laptop, told.id))
        merge(lead, laptop.store.target, names={"ada": "ada-k"})
        merge(lead, unknowing.store.target)
    assert {one.rationale for one in judged(lead)} == {"[redacted]"}
    assert check_project(lead) == []


def test_who_is_called_otherwise_is_looked_at_as_closely(copies: tuple[Desk, Desk, str]) -> None:
    lead, laptop, claim = copies
    judge(ada(laptop), claim, Response(verdict="refuted"))
    laptop.store.close()
    with closing(sqlite3.connect(laptop.store.target)) as raw:
        raw.execute("DROP TRIGGER fact_no_update")
        (content,) = raw.execute("SELECT content FROM fact WHERE kind = 'judgement'").fetchone()
        nowhere = content.replace(claim, "c1_" + "0" * 32)
        named = (fact_id("judgement", nowhere), nowhere)
        raw.execute("UPDATE fact SET id = ?, content = ? WHERE kind = 'judgement'", named)
        raw.commit()
    with pytest.raises(BadInput, match="is about is not there"):
        merge(lead, laptop.store.target, names={"ada": "ada-k"})


def test_what_a_copy_derived_wrongly_misleads_nobody(lead: Desk, tmp_path: Path) -> None:
    meant, other, *_ = add_article(lead)
    with project(tmp_path / "laptop.db", Clock()) as laptop:
        merge(laptop, lead.store.target)
        judge(ada(laptop), meant, Response(verdict="refuted"))
        laptop.store.close()
        with closing(sqlite3.connect(laptop.store.target)) as raw:
            raw.execute("UPDATE judgement SET claim = (SELECT row FROM fact WHERE id = ?)", (other,))
            raw.commit()
        merge(lead, laptop.store.target)
    assert check_project(lead) == []
    assert [one.claim for one in judged(lead)] == [meant]


@pytest.mark.parametrize("moved", ["row + 1000000000000", "-row"])
def test_a_copy_may_number_its_rows_as_it_likes(copies: tuple[Desk, Desk, str], moved: str) -> None:
    lead, laptop, claim = copies
    judge(ada(laptop), claim, Response(verdict="refuted"))
    laptop.store.close()
    with closing(sqlite3.connect(laptop.store.target)) as raw:
        raw.executescript("DROP TRIGGER fact_no_update; DROP TRIGGER log_no_update")
        for table, column in (*((name, "fact") for name in FACTS), ("log", "fact"), ("fact", "row"), *CLAIMS):
            raw.execute(f"UPDATE {table} SET {column} = {moved.replace('row', column)}")
        raw.commit()
    assert merge(lead, laptop.store.target).added["judgement"] == 1
    assert check_project(lead) == []
    assert merge(lead, laptop.store.target).added == {}


def test_a_fact_of_which_nobody_says_that_he_recorded_it_is_refused(copies: tuple[Desk, Desk, str]) -> None:
    lead, laptop, claim = copies
    judge(ada(laptop), claim, Response(verdict="refuted"))
    laptop.store.close()
    with closing(sqlite3.connect(laptop.store.target)) as raw:
        raw.execute("DROP TRIGGER log_no_delete")
        raw.execute("DELETE FROM log WHERE fact = (SELECT fact FROM judgement)")
        raw.commit()
    with pytest.raises(BadInput, match="No log entry says who recorded j1_"):
        merge(lead, laptop.store.target)
    assert judged(lead) == []


def test_an_entry_whose_writer_is_not_there_is_refused(copies: tuple[Desk, Desk, str]) -> None:
    lead, laptop, claim = copies
    judge(ada(laptop), claim, Response(verdict="refuted"))
    laptop.store.close()
    with closing(sqlite3.connect(laptop.store.target)) as raw:
        raw.execute("DROP TRIGGER log_no_update")
        raw.execute("UPDATE log SET writer = 999 WHERE fact = (SELECT fact FROM judgement)")
        raw.commit()
    with pytest.raises(BadInput, match="is not the one that was written"):
        merge(lead, laptop.store.target)
    assert judged(lead) == []
