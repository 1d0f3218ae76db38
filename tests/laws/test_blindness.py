"""Blindness: what others say of claims that are not settled changes nothing that a reviewer can be shown.

Two projects differ in nothing but that, and what the reviewer's verbs, queries and exports return is the same in both.
"""

import re
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desks import MORNING
from tests.engines import BOTH
from tests.laws.histories import CLAIMS, EVIDENCE, HOUR, Act, answers, begun, labels, play

from annotate.domain import Status
from annotate.errors import NotForYou, Nothing
from annotate.store import START, Entry
from annotate.work import (
    Desk,
    Kind,
    Queue,
    Sifting,
    Wanted,
    disputes,
    earlier_in,
    export,
    leaf,
    list_claims,
    list_documents,
    list_reviewers,
    next_owed,
    open_claim,
    open_document,
    open_queue,
    own_evidence,
    project_agreement,
    read_log,
    seek,
    status,
    uses_of,
)

pytestmark = BOTH

UNSETTLED = st.sampled_from([0, 0, 1])
"""Claims on which no decision stands in the end. Only there does the hidden reviewer, eve, judge."""

SETTLED = st.sampled_from([2, 4])
"""Claims that may be settled. What anybody says of them is the same in both projects."""

shared = st.one_of(
    st.builds(Act, st.just("judge"), st.just("ada"), UNSETTLED | SETTLED, answers),
    st.builds(Act, st.sampled_from(["undo", "redo"]), st.sampled_from(["ada", "bob"])),
    st.builds(Act, st.sampled_from(["judge", "answer apart", "second round"]), st.just("bob"), SETTLED, labels),
    st.builds(Act, st.just("decide"), st.none(), SETTLED, labels | st.just("not_a_claim")),
    # Not by eve: what she takes back shall be a judgement, which nobody saw.
    st.builds(Act, st.just("correct"), st.sampled_from(["ada", "bob"]), UNSETTLED, st.sampled_from("0123")),
    st.builds(Act, st.just("assign"), what=st.sampled_from("12")),
).map(lambda act: [(act, act)])
taken_back = UNSETTLED.map(lambda number: Act("decide", None, number, "refuted")).map(
    lambda act: [(act, act), (Act("undo decision"), Act("undo decision"))]
)
"""A decision that the lead takes back at once: as long as it stands, everything may be seen."""

hidden = st.one_of(
    st.just(Act("rest")),
    st.builds(Act, st.sampled_from(["judge", "answer apart", "second round"]), st.just("eve"), UNSETTLED, labels),
    st.builds(Act, st.just("judge"), st.just("eve"), UNSETTLED, answers),
    st.builds(Act, st.sampled_from(["undo", "redo"]), st.just("eve")),
)
differing = st.tuples(hidden, hidden).map(lambda pair: [pair])
pairs = st.lists(shared | shared | differing | differing | taken_back, min_size=6, max_size=20)


def shown(desk: Desk) -> dict[str, object]:
    """All that the desk's reviewer can be shown, by what shows it."""
    documents = list(list_documents(desk))
    queue = open_queue(desk)
    leaves = leaf(desk, replace(queue, place=START, position=0), 99)
    return {
        "claims": list(list_claims(desk)),
        "of a status": {known: [one.claim.id for one in list_claims(desk, status=known)] for known in Status},
        "documents": documents,
        "reviewers": list_reviewers(desk),
        "status": status(desk),
        # But for the key: it is made by whoever exports first, here by this look, and at a time that is the look's.
        "log": [(one.id, one.fact, unsigned(one.entry)) for one in read_log(desk) if one.fact.kind != "key"],
        "log of a claim": {claim: [logged.id for logged in read_log(desk, Sifting(claim=claim))] for claim in CLAIMS},
        "queue": (queue, leaves, owed_after(desk, queue)),
        "open documents": [open_document(desk, document.row) for document in documents],
        "open claims": [open_claim(desk, one.at.place) for one in leaves if one.at.place],
        "evidence": own_evidence(desk),
        "sought": {kind: seek(desk, Wanted(kind), None, 99, most=99) for kind in Kind},
        "said before": [earlier_in(desk, document.row) for document in documents],
        "sources": [uses_of(desk, piece.url, claim) for piece in EVIDENCE for claim in CLAIMS if piece.url],
        "exports": {form: exported(desk, form) for form in ("annotate", "jsonl", "csv")},
        "all exported": {form: exported(desk, form, everything=True) for form in ("jsonl", "csv")},
    }


def unsigned(entry: Entry) -> Entry:
    """The entry without the copy's own name, and without a digest that says nothing by itself.

    An entry names its author's entry before, which may speak of something hidden. Without that no chain could be
    checked; and what it was, nobody can tell from a digest who does not know it already, to the microsecond.
    """
    return entry._replace(installation="", previous=None)


def owed_after(desk: Desk, queue: Queue) -> list[Queue]:
    """Where `n` leads, over and over."""
    found: list[Queue] = []
    while len(found) < len(CLAIMS) and (after := next_owed(desk, found[-1] if found else queue)):
        found.append(after)
    return found


def exported(desk: Desk, form: str, *, everything: bool = False) -> str:
    """What an export writes, the signatures of its records aside."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "export"
        try:
            export(desk, file, form, everything=everything)
        except Nothing as refusal:
            return str(refusal)
        return re.sub(r',"(installation|previous)":"\w+"', "", file.read_text(encoding="utf-8"))


@settings(max_examples=20)
@given(pairs)
def test_nothing_shows_what_others_say_before_a_claim_is_settled(slots: list[list[tuple[Act, Act]]]) -> None:
    acts = [pair for slot in slots for pair in slot]
    with begun() as one, begun() as other:
        play(one, [act for act, _ in acts])
        play(other, [act for _, act in acts])
        ours, theirs = shown(replace(one, reviewer="ada")), shown(replace(other, reviewer="ada"))
        for what, seen in ours.items():
            assert seen == theirs[what], what


@settings(max_examples=10)
@given(pairs, st.sets(st.integers(0, 20), min_size=2, max_size=2))
def test_nor_does_the_past_show_it_though_the_claim_was_settled_then(
    slots: list[list[tuple[Act, Act]]], hours: set[int]
) -> None:
    acts = [pair for slot in slots for pair in slot]
    with begun() as one, begun() as other:
        play(one, [act for act, _ in acts])
        play(other, [act for _, act in acts])
        for at in (MORNING + (hour + 1) * HOUR - 1 for hour in hours):
            ours, theirs = (shown(replace(lead, reviewer="ada").as_of(at)) for lead in (one, other))
            for what, seen in ours.items():
                assert seen == theirs[what], what


@settings(max_examples=5)
@given(pairs)
def test_the_lead_is_shown_the_difference(slots: list[list[tuple[Act, Act]]]) -> None:
    acts = [pair for slot in slots for pair in slot]
    with begun() as one, begun() as other:
        play(one, [act for act, _ in acts] + [Act("judge", "eve", 0, "supported")])
        play(other, [act for _, act in acts] + [Act("judge", "eve", 0, "refuted")])
        assert {logged.id for logged in read_log(one)} != {logged.id for logged in read_log(other)}
        assert exported(one, "jsonl", everything=True) != exported(other, "jsonl", everything=True)


def test_what_would_show_others_judgements_refuses_a_reviewer() -> None:
    with begun() as lead:
        ada = replace(lead, reviewer="ada")
        for verb in (disputes, project_agreement):
            with pytest.raises(NotForYou):
                verb(ada)


def test_a_settled_claim_shows_what_everybody_said_and_a_reopened_one_hides_it_again() -> None:
    with begun() as lead:
        ada = replace(lead, reviewer="ada")
        judged = [
            Act("judge", "ada", 0, "supported"),
            Act("judge", "bob", 0, "supported"),
            Act("decide", None, 0, "supported"),
        ]
        play(lead, judged)
        assert {one.claim.judgements for one in list_claims(ada, status="adjudicated")} == {2}
        play(lead, [Act("rest")] * 5 + [Act("judge", "eve", 0, "refuted")])
        assert [one.claim.judgements for one in list_claims(ada)] == [1, 0, 0, 0, 0]
        assert {logged.fact.kind for logged in read_log(ada, Sifting(claim=CLAIMS[0]))} == {"claim", "judgement"}
        assert {one.claim.judgements for one in list_claims(lead, status="disputed")} == {3}


def test_what_was_settled_and_is_open_again_is_open_in_the_past_as_well() -> None:
    with begun() as lead:
        ada = replace(lead, reviewer="ada")
        play(
            lead,
            [
                Act("judge", "bob", 0, "supported"),
                Act("decide", None, 0, "supported"),
                Act("decide", None, 2, "supported"),
                Act("judge", "eve", 0, "refuted"),
            ],
        )
        settled = MORNING + 4 * HOUR - 1
        then = [(one.claim.status, one.claim.verdict, one.claim.judgements) for one in list_claims(ada.as_of(settled))]
        assert then == [("open", None, 0), ("open", None, 0), ("adjudicated", "supported", 0), *[("open", None, 0)] * 2]
        assert {logged.fact.kind for logged in read_log(ada.as_of(settled), Sifting(claim=CLAIMS[0]))} == {"claim"}
        assert [one.claim.judgements for one in list_claims(lead.as_of(settled), status="adjudicated")] == [1, 0]


def test_what_is_settled_now_and_was_open_then_is_told_as_it_could_be_told_then() -> None:
    with begun() as lead:
        ada = replace(lead, reviewer="ada")
        play(lead, [Act("judge", "bob", 0, "supported"), Act("decide", None, 0, "supported")])
        assert next(list_claims(ada)).claim.judgements == 1
        assert next(list_claims(ada.as_of(MORNING + 2 * HOUR - 1))).claim.judgements == 0
