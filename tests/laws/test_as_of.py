"""As of a time: what the project was then, by the authors' clocks, over what is held now."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desks import MORNING, Clock, project
from tests.engines import BOTH
from tests.laws.histories import CLAIMS, HOUR, SCHEME, Act, add_texts, begun, histories, id_of, play
from tests.laws.test_copies import exported, said_of_claims

from annotate.domain import Judgement, Moment
from annotate.store import Entry
from annotate.work import Desk, check_project, list_claims, list_documents, read_log, status

pytestmark = BOTH


def shown(lead: Desk) -> list[object]:
    """Everything that a listing, a log or an export tells."""
    rows = [list(list_claims(lead)), list(list_documents(lead)), list(read_log(lead))]
    return [*rows, status(lead), exported(lead), exported(lead, "jsonl")]


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
        assert exported(past) == exported(then)
        assert said_of_claims(past) == said_of_claims(then)
        assert check_project(past) == []


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
