"""The log: every fact has an entry, every entry names the one before it, and a row that is taken out is missed."""

from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from tests.desks import MORNING, Clock, project
from tests.engines import BOTH, tampering
from tests.laws.copies import take_in
from tests.laws.histories import CLAIMS, DOCUMENTS, HOUR, REVIEWERS, SPANS, Act, begun, histories, play

from annotate.domain import LETTERS, Moment, Withdrawal
from annotate.store import Entry, Logged
from annotate.work import Desk, Sifting, check_project, read_log

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


few = st.text(max_size=5)


@given(st.builds(Entry, few, few, st.integers(), few, st.none(), st.just(""), st.just("")), few)
def test_a_digest_signs_everything_but_where_the_file_lay(entry: Entry, fact: str) -> None:
    assert entry._replace(source="here.txt").digest(fact) == entry.digest(fact)
    for changed in (
        entry._replace(author=entry.author + "x"),
        entry._replace(installation=entry.installation + "x"),
        entry._replace(at=entry.at + 1),
        entry._replace(version=entry.version + "x"),
        entry._replace(previous="x"),
    ):
        assert changed.digest(fact) != entry.digest(fact)
    assert entry.digest(fact + "x") != entry.digest(fact)


def sifted(log: list[Logged], sifting: Sifting) -> list[Logged]:
    """What of the whole log answers: as if somebody read it from end to end, and then what is behind the mark."""
    wanted = [one for one in log if answers(log, one, sifting)]
    if sifting.newest:
        wanted.reverse()
    if sifting.after is None:
        return wanted
    order = [one.digest for one in (reversed(log) if sifting.newest else log)]
    return [one for one in wanted if order.index(one.digest) > order.index(sifting.after)]


def answers(log: list[Logged], one: Logged, sifting: Sifting) -> bool:
    facts = {other.id: other.fact for other in log}
    fact, target = one.fact, one.id
    while isinstance(fact, Withdrawal):
        target, fact = fact.fact, facts[fact.fact]
    claim = target if fact.kind == "claim" else getattr(fact, "claim", "")
    document = target if fact.kind == "document" else getattr(fact, "document", "")
    if claim:
        document = DOCUMENTS[SPANS[CLAIMS.index(claim)][0]]
    return (
        sifting.claim in (None, claim)
        and sifting.document in (None, document)
        and (sifting.by is None or one.entry.author == sifting.by.replace("lead", ""))
        and (not sifting.kinds or one.fact.kind in sifting.kinds)
        and (sifting.since is None or one.entry.at >= sifting.since)
        and (sifting.until is None or one.entry.at <= sifting.until)
    )


hours = st.none() | st.integers(0, 20).map(lambda hour: MORNING + hour * HOUR)
siftings = st.builds(
    Sifting,
    claim=st.none() | st.sampled_from(CLAIMS),
    document=st.none() | st.sampled_from(DOCUMENTS),
    by=st.none() | st.sampled_from([*REVIEWERS, "lead"]),
    kinds=st.frozensets(st.sampled_from(sorted(LETTERS))) | st.just(frozenset()),
    since=hours,
    until=hours,
    newest=st.booleans(),
)


@settings(max_examples=25)
@given(histories, st.lists(siftings, min_size=5, max_size=10), st.data())
def test_sifting_is_reading_everything_and_passing_over_the_rest(
    history: list[Act], asked: list[Sifting], data: st.DataObject
) -> None:
    with begun() as lead:
        play(lead, history)
        log = list(read_log(lead))
        for sifting in asked:
            after = data.draw(st.none() | st.sampled_from(log).map(lambda one: one.digest))
            sifting = replace(sifting, after=after)
            assert list(read_log(lead, sifting)) == sifted(log, sifting)


@settings(max_examples=15)
@given(histories, st.integers(1, 7), st.booleans(), siftings)
def test_pages_are_the_whole_also_when_something_is_recorded_between_them(
    history: list[Act], size: int, newest: bool, sifting: Sifting
) -> None:
    sifting = replace(sifting, newest=newest, since=None, until=None)
    with begun() as lead:
        play(lead, history)
        before = list(read_log(lead, sifting))
        pages: list[Logged] = []
        while page := list(islice(read_log(lead, replace(sifting, after=_last(pages))), size)):
            pages += page
            if len(pages) < len(before):
                _add(lead)
        assert pages == before if newest else pages == list(read_log(lead, sifting))


def _last(pages: list[Logged]) -> str | None:
    return pages[-1].digest if pages else None


def _add(lead: Desk) -> None:
    """Something that is recorded now, when all else was recorded before."""
    with lead.store.writing("eve") as ledger:
        ledger.add(Withdrawal(CLAIMS[0], "eve", lead.now()))


@settings(max_examples=15)
@given(histories, st.randoms(use_true_random=True))
def test_the_log_is_told_in_one_order_in_every_copy_by_the_clocks_of_its_authors(
    history: list[Act], order: Random
) -> None:
    with begun() as lead, TemporaryDirectory() as folder, project(Path(folder) / "copy.db", Clock()) as copy:
        play(lead, history)
        log = list(read_log(lead))
        shuffled = log[:]
        order.shuffle(shuffled)
        take_in(copy, shuffled)
        assert [(one.id, one.digest) for one in read_log(copy)] == [(one.id, one.digest) for one in log]
        times: list[Moment] = [one.entry.at for one in log]
        assert times == sorted(times)
