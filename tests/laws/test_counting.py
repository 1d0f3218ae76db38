"""Counting: what the database groups, and keeps grouped, is what one counts vote by vote."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines import BOTH, tampering
from tests.laws.copies import forked, merged
from tests.laws.histories import CLAIMS, REVIEWERS, SCHEME, Act, begun, histories, id_of, play, response
from tests.votes import counted_by_the_database, counted_one_by_one

from annotate.domain import Answer, Facet, Judgement, Label, Moment
from annotate.work import Desk, judge, rebuild_project, redact
from annotate.work.redacting import Aim

pytestmark = BOTH

OTHER = Facet("attribution", "set", (Label("correct", "Correct"), Label("unclear", "Unclear")))
labels = st.sampled_from(
    [label.id for label in SCHEME.verdict.labels] + ["a label that no scheme has", '"', "ünd\n", ""]
)
others = st.sampled_from([(), ("correct",), ("correct", "unclear"), ("\u00fc", 'a"b')])
crowds = st.sampled_from([REVIEWERS, tuple(f"number{place}" for place in range(14))])


@st.composite
def votes(draw: st.DrawFn) -> list[Judgement]:
    """What a small team says, or a crowd: also twice, in other rounds, with labels that nobody declared."""
    who = st.sampled_from(draw(crowds))
    answers = st.sampled_from([*Answer, Answer.VERDICT, Answer.VERDICT])
    said = st.tuples(st.sampled_from(CLAIMS), who, answers, labels, others, st.sampled_from([1, 1, 1, 2]))
    return [
        Judgement(claim, reviewer, id_of(SCHEME), answer, label, {OTHER.id: facets}, round=number, at=at)
        for at, (claim, reviewer, answer, label, facets, number) in enumerate(draw(st.lists(said, max_size=40)), 1)
    ]


@pytest.fixture(autouse=True)
def small_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document is read again by itself after a change."""
    monkeypatch.setattr("annotate.counting.count.SHEET", 1)


def agrees(desk: Desk, facet: Facet = SCHEME.verdict) -> None:
    """What the database counts, and the witness."""
    study, left_out, documents = counted_by_the_database(desk.store, facet)
    one_by_one, left, of_documents = counted_one_by_one(desk.store, facet)
    assert (study, left_out) == (one_by_one, left)
    assert documents == of_documents


@settings(max_examples=8)
@given(said=votes())
def test_votes_are_counted_as_one_by_one(said: list[Judgement]) -> None:
    with begun() as lead:
        with lead.store.writing() as ledger:
            for judgement in said:
                ledger.add(judgement)
        agrees(lead)
        agrees(lead, OTHER)
        agrees(lead, replace(OTHER, id='no "such" facet'))


EVERYTHING = [
    *(Act("judge", who, number, "refuted") for who in REVIEWERS for number in range(5)),
    *(Act(does, "ada") for does in ("undo", "redo", "undo")),
    *(
        Act(does, None, 1)
        for does in ("withdraw claim", "bring back claim", "withdraw document", "bring back document")
    ),
    Act("answer apart", "bob", 2, "supported"),
    Act("withdraw judgement", "bob", 3),
    Act("second round", "eve", 0, "supported"),
    Act("withdraw claim", None, 3),
    Act("decide apart", "eve", 3, "refuted"),
    Act("judge", "eve", 2, "not_a_claim"),
]


def test_whatever_changes_what_stands_is_counted_again() -> None:
    told: list[object] = []
    with begun() as lead:

        def look(at: Moment) -> None:
            agrees(lead)
            told.append(counted_by_the_database(lead.store, SCHEME.verdict))

        play(lead, EVERYTHING, look)
    still = [act for act, before, after in zip(EVERYTHING, told, told[1:], strict=False) if before == after]
    assert still == [Act("second round", "eve", 0, "supported")]


@settings(max_examples=4)
@given(history=histories)
def test_what_is_kept_counted_is_what_counting_anew_would_give(history: list[Act]) -> None:
    with begun() as lead:

        def look(at: Moment) -> None:
            agrees(lead)

        play(lead, history, look)
        agrees(lead, OTHER)


@settings(max_examples=3)
@given(histories=st.tuples(histories, histories))
def test_two_copies_merged_are_counted_alike_in_either_order(histories: tuple[list[Act], list[Act]]) -> None:
    with begun() as lead, forked(lead, histories) as copies, merged(*copies) as one, merged(*copies[::-1]) as other:
        agrees(one)
        first, second = (counted_by_the_database(desk.store, SCHEME.verdict) for desk in (one, other))
        assert first[:2] == second[:2]
        assert sorted(map(sorted, first[2])) == sorted(map(sorted, second[2]))


def test_what_is_kept_counted_knows_of_redactions_and_of_what_was_mended() -> None:
    with begun() as lead:
        play(lead, [Act("judge", who, number, "refuted") for who in REVIEWERS for number in range(5)])
        agrees(lead)
        redact(lead, Aim("name", "eve", "eve"))
        agrees(lead)
        with tampering(lead.store.target) as raw:
            raw.exec_driver_sql("UPDATE judgement SET stands = 0")
        lead.store.counted.clear()
        agrees(lead)
        rebuild_project(lead)
        agrees(lead)


def test_only_the_document_that_was_touched_is_counted_again() -> None:
    with begun() as lead:
        play(lead, [Act("judge", who, number, "refuted") for who in ("ada", "bob") for number in range(5)])
        before = counted_by_the_database(lead.store, SCHEME.verdict)[2]
        with tampering(lead.store.target) as raw:  # so that counting again would show
            raw.exec_driver_sql("UPDATE judgement SET verdict = 'supported'")
        judge(replace(lead, reviewer="ada"), CLAIMS[0], response("supported"))
        first, second = counted_by_the_database(lead.store, SCHEME.verdict)[2]
        assert second == before[1]
        assert first != before[0]
