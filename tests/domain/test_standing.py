"""What stands, and the state of a claim that follows from it."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotate.domain import (
    Answer,
    Decision,
    Judgement,
    State,
    Status,
    Version,
    Withdrawal,
    disputed,
    majority,
    may_see,
    sides,
    standing,
    state,
    taken_out,
    unanimous,
    votes,
    withdrawn,
)

LABELS = ("supported", "refuted")


def said(reviewer: str, verdict: str, **more: object) -> Judgement:
    return Judgement("c1", reviewer, "s1", verdict=verdict, **more)  # type: ignore[arg-type]


def decided(outcome: str, *judgements: str, method: str = "adjudicated") -> Decision:
    return Decision("c1", outcome, method, judgements=judgements)


@st.composite
def undoings(draw: st.DrawFn) -> dict[str, str]:
    """Withdrawals, each of a judgement or of a withdrawal before it."""
    found: dict[str, str] = {}
    for number in range(draw(st.integers(0, 12))):
        found[f"w{number}"] = draw(st.sampled_from(["j0", "j1", *found]))
    return found


@given(undoings())
def test_a_fact_is_withdrawn_where_a_withdrawal_of_it_is_not(withdrawals: dict[str, str]) -> None:
    def gone(identity: str) -> bool:
        return any(not gone(by) for by, target in withdrawals.items() if target == identity)

    every = {*withdrawals, *withdrawals.values()}
    assert withdrawn(withdrawals) == {identity for identity in every if gone(identity)}


@pytest.mark.parametrize("depth", [99_999, 100_000])
def test_a_chain_of_undo_and_redo_may_be_of_any_length(depth: int) -> None:
    chain = {"w0": "j0"} | {f"w{number}": f"w{number - 1}" for number in range(1, depth)}
    assert ("j0" in withdrawn(chain)) == bool(depth % 2)


@given(undoings(), st.randoms())
def test_the_order_of_withdrawals_does_not_matter(withdrawals: dict[str, str], dice: Random) -> None:
    shuffled = list(withdrawals.items())
    dice.shuffle(shuffled)
    assert withdrawn(dict(shuffled)) == withdrawn(withdrawals)


def test_what_supersedes_counts_only_as_long_as_it_is_not_withdrawn() -> None:
    first, second = said("ada", "supported"), said("ada", "refuted", supersedes=("j0",))
    assert standing({"j0": first, "j1": second}, frozenset()) == {"j1": second}
    assert standing({"j0": first, "j1": second}, frozenset({"j1"})) == {"j0": first}
    assert standing({"j0": first, "j1": second}, frozenset({"j0", "j1"})) == {}


def done(status: Status, outcome: str) -> State:
    """The state that the first decision gives."""
    return State(status, outcome, "o0")


@pytest.mark.parametrize(
    ("judgements", "decisions", "expected"),
    [
        ([], [], State()),
        ([said("ada", "refuted")], [], State()),
        ([said("ada", "refuted"), said("bob", "refuted")], [], State()),
        ([said("ada", "refuted"), said("bob", "supported")], [], State(Status.DISPUTED)),
        ([said("ada", "refuted"), said("ada", "supported")], [], State(Status.DISPUTED)),
        ([said("ada", "refuted", flagged=True)], [], State(Status.DISPUTED)),
        ([said("ada", "", answer=Answer.NOT_A_CLAIM), said("bob", "refuted")], [], State(Status.DISPUTED)),
        ([said("ada", "", answer=Answer.SKIPPED), said("bob", "refuted")], [], State()),
        ([said("ada", "refuted"), said("bob", "supported", round=2)], [], State()),
        ([], [decided("refuted")], done(Status.ADJUDICATED, "refuted")),
        ([said("ada", "refuted")], [decided("not_a_claim", "j0")], done(Status.REJECTED, "not_a_claim")),
        ([said("ada", "refuted")], [decided("supported", "j0")], done(Status.ADJUDICATED, "supported")),
        ([said("ada", "refuted")], [decided("supported")], State(Status.DISPUTED)),
        ([said("ada", "supported")], [decided("supported")], done(Status.ADJUDICATED, "supported")),
        ([said("ada", "", answer=Answer.CANNOT_JUDGE)], [decided("supported")], done(Status.ADJUDICATED, "supported")),
        ([], [decided("refuted"), decided("supported")], State(Status.DISPUTED)),
        ([], [decided("refuted"), decided("refuted", method="majority")], done(Status.ADJUDICATED, "refuted")),
        ([said("ada", "refuted")], [decided("refuted", "j0", method="unanimous")], done(Status.UNANIMOUS, "refuted")),
    ],
)  # fmt: skip
def test_the_state_of_a_claim(judgements: list[Judgement], decisions: list[Decision], expected: State) -> None:
    held = {f"j{number}": judgement for number, judgement in enumerate(judgements)}
    standing_ = {f"o{number}": decision for number, decision in enumerate(decisions)}
    assert state(held, standing_, {}) == expected


def test_a_withdrawn_claim_is_gone_until_somebody_says_something_of_it() -> None:
    assert state({}, {}, {}, over=()) == State(Status.WITHDRAWN)
    assert state({"j0": said("ada", "refuted")}, {}, {}, over=()) == State(Status.OPEN)
    assert state({}, {"o0": decided("refuted")}, {}, over=()) == done(Status.ADJUDICATED, "refuted")


def test_what_was_taken_out_along_with_a_claim_does_not_bring_it_back() -> None:
    first, other = said("ada", "refuted"), said("bob", "supported")
    assert state({"j0": first}, {}, {}, over=("j0",)) == State(Status.WITHDRAWN)
    assert state({"j0": first}, {"o0": decided("refuted")}, {}, over=("j0", "o0")) == State(Status.WITHDRAWN)
    assert state({"j0": first, "j1": other}, {}, {}, over=("j0",)) == State(Status.DISPUTED)
    assert state({"j0": first}, {"o0": decided("refuted")}, {}, over=("j0",)) == done(Status.ADJUDICATED, "refuted")


withdrawals_of_claims = st.dictionaries(
    st.sampled_from(["w0", "w1", "w2", "w3"]),
    st.builds(
        Withdrawal,
        st.sampled_from(["c1", "d1", "c2"]),
        over=st.lists(st.sampled_from(["j0", "j1"]), unique=True).map(tuple),
    ),
)


@given(withdrawals_of_claims, st.sets(st.sampled_from(["w0", "w1", "w2", "w3"])), st.randoms())
def test_withdrawals_that_count_take_out_together_what_each_knew_of(
    held: dict[str, Withdrawal], gone: set[str], dice: Random
) -> None:
    over = taken_out({"c1", "d1"}, held, frozenset(gone))
    counting = [one for identity, one in held.items() if identity not in gone and one.fact != "c2"]
    assert (over is None) == (not counting)
    assert set(over or ()) == {said for one in counting for said in one.over}
    shuffled = list(held.items())
    dice.shuffle(shuffled)
    assert taken_out({"c1", "d1"}, dict(shuffled), frozenset(gone)) == over


def test_corrections_that_do_not_know_of_one_another_are_a_dispute_whatever_was_decided() -> None:
    versions = {"v0": Version("c", 0, 5), "v1": Version("c", 0, 6)}
    assert state({}, {"o0": decided("refuted")}, versions) == State(Status.DISPUTED)
    assert state({}, {"o0": decided("refuted")}, {"v0": versions["v0"]}) == done(Status.ADJUDICATED, "refuted")
    alike = {"v0": Version("c", 0, 5), "v1": Version("c", 0, 5, supersedes=("v9",))}
    assert state({}, {}, alike) == State(Status.OPEN)


answers = st.builds(
    said,
    st.sampled_from(["ada", "bob", "eve", "max"]),
    st.sampled_from(LABELS),
    answer=st.sampled_from(Answer),
    flagged=st.booleans(),
)


@given(st.lists(answers, max_size=6))
def test_votes_count_reviewers_not_judgements(given_: list[Judgement]) -> None:
    counts = votes(given_)
    of_one_mind = {who for who, taken in sides(given_).items() if len(taken) == 1}
    assert sum(counts.values()) == len(of_one_mind)
    assert votes(given_ + given_) == counts


@given(st.lists(answers, max_size=6))
def test_what_a_policy_settles_is_what_most_say(given_: list[Judgement]) -> None:
    counts = votes(given_)
    agreed, most = unanimous(counts, given_), majority(counts, given_)
    if agreed is not None:
        assert not disputed(given_)
        assert counts == {agreed: sum(counts.values())}
    if most is not None:
        assert counts[most] * 2 > sum(counts.values()) >= 2
    if any(judgement.flagged for judgement in given_) or sum(counts.values()) < 2:
        assert (agreed, most) == (None, None)


@pytest.mark.parametrize("is_settled", [False, True])
def test_a_reviewer_sees_others_once_a_claim_is_settled_and_himself_always(is_settled: bool) -> None:
    assert may_see(None, "bob", settled=is_settled)
    assert may_see("bob", "bob", settled=is_settled)
    assert may_see("ada", "bob", settled=is_settled) is is_settled
    assert may_see("", "bob", settled=is_settled) is is_settled
