"""Counting: what the database groups, and keeps grouped, is what one counts vote by vote."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines import BOTH, tampering
from tests.laws.copies import forked, merged
from tests.laws.histories import CLAIMS, REVIEWERS, SCHEME, Act, begun, histories, id_of, play
from tests.votes import counted_by_the_database, counted_one_by_one

from annotate.domain import Answer, Facet, Judgement, Label, Moment
from annotate.work import Desk, rebuild_project, redact
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


def agrees(desk: Desk, facet: Facet = SCHEME.verdict) -> None:
    """What the database counts, and the witness."""
    study, left_out, documents = counted_by_the_database(desk.store, facet)
    one_by_one, left, of_documents = counted_one_by_one(desk.store, facet)
    assert (study, left_out) == (one_by_one, left)
    assert documents == of_documents


@settings(max_examples=12)
@given(said=votes())
def test_votes_are_counted_as_one_by_one(said: list[Judgement]) -> None:
    with begun() as lead:
        with lead.store.writing() as ledger:
            for judgement in said:
                ledger.add(judgement)
        agrees(lead)
        agrees(lead, OTHER)
        agrees(lead, replace(OTHER, id='no "such" facet'))


@settings(max_examples=5)
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
