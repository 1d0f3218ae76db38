"""The log: every fact has an entry, every entry names the one before it, and a row that is taken out is missed."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from tests.engines import BOTH, tampering
from tests.laws.histories import Act, begun, histories, play

from annotate.store import Entry
from annotate.work import check_project, read_log

pytestmark = BOTH

words = st.text(max_size=5)


@settings(max_examples=25)
@given(histories)
def test_each_entry_of_ours_names_its_authors_entry_before(history: list[Act]) -> None:
    with begun() as lead:
        play(lead, history)
        signed: dict[str, str] = {}
        for logged in read_log(lead):
            if logged.entry.installation == lead.store.installation:
                assert logged.entry.previous == signed.get(logged.entry.author)
                signed[logged.entry.author] = logged.entry.digest(logged.id)


@settings(max_examples=25)
@given(histories, st.data())
def test_a_row_taken_out_of_the_log_is_missed(history: list[Act], data: st.DataObject) -> None:
    with begun() as lead:
        play(lead, history)
        with tampering(lead.store.target) as raw:
            rows = raw.execute(text('SELECT "row" FROM log')).scalars().all()
            raw.execute(text('DELETE FROM log WHERE "row" = :row'), {"row": data.draw(st.sampled_from(rows))})
        assert {finding.what for finding in check_project(lead)} == {"log"}


@settings(max_examples=25)
@given(histories, st.data())
def test_so_is_a_fact_that_is_taken_out_with_all_that_speaks_of_it(history: list[Act], data: st.DataObject) -> None:
    with begun() as lead:
        play(lead, history)
        with tampering(lead.store.target) as raw:
            row = data.draw(st.sampled_from(raw.execute(text('SELECT "row" FROM fact')).scalars().all()))
            for table in ("log", "about", "document", "claim", "judgement", "decision", "assignment"):
                raw.execute(text(f"DELETE FROM {table} WHERE fact = :row"), {"row": row})
            raw.execute(text('DELETE FROM fact WHERE "row" = :row'), {"row": row})
        assert check_project(lead) != []


@given(
    st.builds(Entry, st.text(max_size=5), st.text(max_size=5), st.integers(), st.text(max_size=5)), st.text(max_size=5)
)
def test_a_digest_signs_everything_but_where_the_file_lay(entry: Entry, fact: str) -> None:
    assert replace(entry, source="here.txt").digest(fact) == entry.digest(fact)
    for changed in (
        replace(entry, author=entry.author + "x"),
        replace(entry, installation=entry.installation + "x"),
        replace(entry, at=entry.at + 1),
        replace(entry, version=entry.version + "x"),
        replace(entry, previous="x"),
    ):
        assert changed.digest(fact) != entry.digest(fact)
    assert entry.digest(fact + "x") != entry.digest(fact)
