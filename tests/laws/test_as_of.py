"""As of a time: what the project was then, by the authors' clocks, over what is held now."""

from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desks import MORNING, Clock, project
from tests.engines import BOTH
from tests.laws.copies import exported, said_of_claims, take_in
from tests.laws.histories import CLAIMS, HOUR, SCHEME, Act, add_texts, begun, histories, id_of, play

from annotate.domain import Judgement, Moment, subject_of
from annotate.store import Entry, Logged
from annotate.store.derived import IN_ORDER
from annotate.work import (
    Desk,
    check_project,
    disputes,
    list_claims,
    list_documents,
    list_reviewers,
    list_schemes,
    moment_after,
    project_agreement,
    read_log,
    status,
    tell_log,
)

pytestmark = BOTH


def shown(lead: Desk) -> list[object]:
    """Everything that a listing, a report, a log or an export tells."""
    rows = [list(list_claims(lead)), list(list_documents(lead)), list(read_log(lead)), list(tell_log(lead))]
    lists = [list_reviewers(lead), list_schemes(lead), disputes(lead), project_agreement(lead)]
    return [*rows, *lists, status(lead), exported(lead), exported(lead, "jsonl")]


def known_by(log: list[Logged], at: Moment) -> list[Logged]:
    """What was known then: logged, said by its own time, about something that was known and by a known scheme."""
    ids: set[str | None] = {None}
    known = []
    schemes = {one.id for one in log if one.fact.kind == "scheme"}
    for one in sorted(log, key=lambda one: IN_ORDER.index(one.fact.kind)):
        by_a_later_one = getattr(one.fact, "scheme", "") in schemes - ids
        if max(one.entry.at, getattr(one.fact, "at", 0)) <= at and subject_of(one.fact) in ids and not by_a_later_one:
            ids.add(one.id)
            known.append(one)
    return known


def without_rows(lead: Desk) -> list[object]:
    """What is told of the project, but for rows, which are each copy's own."""
    told = [replace(dispute, claim=replace(dispute.claim, row=0, document_row=0)) for dispute in disputes(lead)]
    facts = [list_reviewers(lead), list_schemes(lead), project_agreement(lead), status(lead)]
    return [
        sorted(told, key=lambda one: one.claim.id),
        *facts,
        exported(lead),
        exported(lead, "jsonl"),
        said_of_claims(lead),
    ]


@settings(max_examples=12)
@given(histories, st.sets(st.integers(0, 20), min_size=2, max_size=4))
def test_the_state_at_a_time_is_the_state_that_was_seen_then(history: list[Act], hours: set[int]) -> None:
    with begun() as lead:
        seen: dict[Moment, list[object]] = {}

        def look(at: Moment) -> None:
            if (at - MORNING) // HOUR in hours:
                seen[at] = shown(lead)

        play(lead, history, look)
        for at, then in seen.items():
            assert shown(lead.as_of(at)) == then


@settings(max_examples=15)
@given(histories, st.integers(0, 20))
def test_it_is_that_of_a_project_into_which_only_the_facts_up_to_then_were_put(history: list[Act], hours: int) -> None:
    at = MORNING + hours * HOUR + HOUR // 2
    with begun() as lead, TemporaryDirectory() as folder, project(Path(folder) / "then.db", Clock()) as then:
        play(lead, history)
        with then.store.writing() as ledger:
            add_texts(ledger)
            for logged in read_log(lead):
                if logged.entry.at <= at:
                    ledger.add(logged.fact, entries=(logged.entry,))
        past = lead.as_of(at)
        assert without_rows(past) == without_rows(then)
        assert check_project(past) == []


@settings(max_examples=10)
@given(histories, st.randoms(use_true_random=False))
def test_clocks_that_disagree_leave_a_past_in_which_nothing_speaks_of_what_is_not_there(
    history: list[Act], dice: Random
) -> None:
    with begun() as lead, TemporaryDirectory() as folder, project(Path(folder) / "copy.db", Clock()) as copy:
        play(lead, history)
        log = [replace(one, entry=one.entry._replace(at=MORNING + dice.randrange(20) * HOUR)) for one in read_log(lead)]
        take_in(copy, log)
        at = MORNING + dice.randrange(20) * HOUR
        with project(Path(folder) / "then.db", Clock()) as then:
            take_in(then, known_by(log, at))
            past = copy.as_of(at)
            assert {one.id for one in read_log(past)} == {one.id for one in known_by(log, at)}
            assert said_of_claims(past) == said_of_claims(then)
            assert {finding.what for finding in check_project(past)} <= {"log"}


def test_before_the_beginning_there_is_nothing_and_later_there_is_all() -> None:
    with begun() as lead:
        assert list(read_log(lead.as_of(0))) == []
        assert list(list_documents(lead.as_of(0))) == []
        assert shown(lead.as_of(MORNING + 1000 * HOUR)) == shown(lead)


def test_a_judgement_from_a_slow_clock_waits_for_the_claim_that_it_is_about() -> None:
    with begun() as lead:
        early = Judgement(CLAIMS[0], "max", id_of(SCHEME), verdict="refuted", at=MORNING - HOUR)
        with lead.store.writing() as ledger:
            ledger.add(early, entries=(Entry("max", "laptop", MORNING - HOUR, "0.1"),))
        assert list(read_log(lead.as_of(MORNING - HOUR // 2))) == []
        assert id_of(early) in {logged.id for logged in read_log(lead.as_of(MORNING + HOUR))}


def test_an_imported_judgement_counts_from_when_it_was_given_and_was_known() -> None:
    with begun() as lead:
        later = Judgement(CLAIMS[0], "max", id_of(SCHEME), verdict="refuted", at=MORNING + 9 * HOUR)
        play(lead, [Act("rest")])
        with lead.store.writing() as ledger:
            ledger.add(later)
            timeless = ledger.add(replace(later, at=0))
        known = {logged.id for logged in read_log(lead.as_of(MORNING + 2 * HOUR))}
        assert timeless in known
        assert id_of(later) not in known
        assert id_of(later) in {logged.id for logged in read_log(lead.as_of(MORNING + 9 * HOUR))}


@settings(max_examples=10)
@given(histories)
def test_as_of_what_was_recorded_it_is_there_and_a_moment_before_it_is_not(history: list[Act]) -> None:
    with begun() as lead:
        play(lead, history)
        log = list(read_log(lead))
        for one in log[:: max(1, len(log) // 4)]:
            at = moment_after(lead, one.id)
            assert one.id in {logged.id for logged in read_log(lead.as_of(at))}
            assert one.id not in {logged.id for logged in read_log(lead.as_of(at - 1))}
            assert moment_after(lead, one.digest) == max(one.entry.at, at)


def test_what_was_undone_or_brought_back_later_stands_or_falls_as_it_did_then() -> None:
    with begun() as lead:
        play(lead, [Act("judge", "ada", 0, "supported"), Act("undo", "ada"), Act("redo", "ada"), Act("undo", "ada")])
        standing = [
            next(list_claims(lead.as_of(MORNING + (hour + 1) * HOUR - 1))).claim.judgements for hour in range(5)
        ]
        assert standing == [0, 1, 0, 1, 0]
