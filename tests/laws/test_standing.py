"""What stands after any history, by a model that knows only the facts and the rules; and the way back."""

from contextlib import suppress
from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines import BOTH
from tests.laws.histories import CLAIMS, DOCUMENTS, REVIEWERS, Act, begun, histories, perform, play

from annotate.domain import Claim, Decision, Fact, Judgement, Status, Version, Withdrawal
from annotate.errors import Nothing
from annotate.store import decisions, find_claims, judgements
from annotate.work import Desk, check_project, list_claims, list_documents, read_log, redo, undo

pytestmark = BOTH

Facts = dict[str, Fact]
Kind = type[Judgement] | type[Decision] | type[Version]


def everything(lead: Desk) -> Facts:
    """Id → fact, for all that was ever recorded."""
    return {logged.id: logged.fact for logged in read_log(lead)}


def counts(identity: str, held: Facts) -> bool:
    """Whether nothing that counts withdraws the fact."""
    undone = [other for other, fact in held.items() if isinstance(fact, Withdrawal) and fact.fact == identity]
    return not any(counts(other, held) for other in undone)


def superseded(identity: str, held: Facts) -> bool:
    """Whether something that counts takes the fact's place."""
    instead = [other for other, fact in held.items() if identity in getattr(fact, "supersedes", ())]
    return any(counts(other, held) for other in instead)


def stand(held: Facts, claim: str, kind: Kind) -> set[str]:
    """Ids of the judgements, decisions or versions of a claim that count now."""
    said = {identity for identity, fact in held.items() if isinstance(fact, kind) and fact.claim == claim}
    return {identity for identity in said if counts(identity, held) and not superseded(identity, held)}


def taken_along(held: Facts, claim: str) -> set[str] | None:
    """What was taken out of the work along with a claim, or its document; None where neither is withdrawn."""
    root = held[claim]
    assert isinstance(root, Claim)
    by = [
        fact
        for identity, fact in held.items()
        if isinstance(fact, Withdrawal) and fact.fact in (claim, root.document) and counts(identity, held)
    ]
    return {said for withdrawal in by for said in withdrawal.over} if by else None


def in_the_work(held: Facts, claim: str, kind: Kind) -> set[str]:
    """What stands of a claim, less what was taken out along with it."""
    return set() if status(held, claim) is Status.WITHDRAWN else stand(held, claim, kind)


def status(held: Facts, claim: str) -> Status:
    """The state of a claim, as the manual tells it."""
    judged = {one: fact for one in stand(held, claim, Judgement) if isinstance(fact := held[one], Judgement)}
    settled = [fact for one in sorted(stand(held, claim, Decision)) if isinstance(fact := held[one], Decision)]
    weighed = {identity for decision in settled for identity in decision.judgements}
    along = taken_along(held, claim)
    if along is not None and along >= stand(held, claim, Judgement) | stand(held, claim, Decision):
        return Status.WITHDRAWN
    said = [fact for one in stand(held, claim, Version) if isinstance(fact := held[one], Version)]
    if len({replace(version, supersedes=()) for version in said}) > 1:
        return Status.DISPUTED
    latest = max((fact.round for fact in judged.values()), default=1)
    heard = {identity: fact for identity, fact in judged.items() if fact.round == latest}
    outcomes = {decision.outcome for decision in settled}
    if len(outcomes) == 1:
        if {fact.side for identity, fact in heard.items() if identity not in weighed} - outcomes - {None}:
            return Status.DISPUTED
        return Status.REJECTED if outcomes == {"not_a_claim"} else Status(settled[0].method)
    differ = len({fact.side for fact in heard.values()} - {None}) > 1
    flagged = any(fact.flagged for fact in heard.values())
    return Status.DISPUTED if outcomes or differ or flagged else Status.OPEN


def told(lead: Desk) -> dict[str, tuple[set[str], set[str], Status]]:
    """What the project itself says of each claim: standing judgements, standing decisions, status."""
    found = {}
    with lead.store.reading() as connection:
        for claim in CLAIMS:
            (row,) = find_claims(connection, claim)
            judged = {held.id for held in judgements(connection, row.row, None)}
            found[claim] = judged, {identity for identity, _ in decisions(connection, row.row)}, row.status
    return found


@settings(max_examples=40)
@given(histories)
def test_what_stands_follows_from_the_facts_alone(history: list[Act]) -> None:
    with begun() as lead:
        play(lead, history)
        held = everything(lead)
        assert told(lead) == {
            claim: (in_the_work(held, claim, Judgement), in_the_work(held, claim, Decision), status(held, claim))
            for claim in CLAIMS
        }
        listed = {listed.claim.id: listed.claim.status for listed in list_claims(lead)}
        known = {claim: status(held, claim) for claim in CLAIMS}
        assert listed == {claim: said for claim, said in known.items() if said is not Status.WITHDRAWN}
        assert {document.id for document in list_documents(lead)} == {
            document
            for document in DOCUMENTS
            if counts(document, held) or any(_stands_in(held, claim, document) for claim in listed)
        }
        assert check_project(lead) == []


def _stands_in(held: Facts, claim: str, document: str) -> bool:
    root = held[claim]
    return isinstance(root, Claim) and root.document == document


@settings(max_examples=10)
@given(histories)
def test_nothing_is_overwritten_the_log_only_grows(history: list[Act]) -> None:
    with begun() as lead:
        before: list[object] = []

        def grown(at: int) -> None:
            now = list(read_log(lead))
            assert now[: len(before)] == before
            assert all(logged.entry.at <= at for logged in now)
            before[:] = now

        play(lead, history, grown)


undoers = st.sampled_from(REVIEWERS)
deciders = st.sampled_from([None, "eve"])


def undone(desk: Desk, kind: Literal["judgement", "decision"]) -> list[object]:
    """Undo until there is nothing left to undo; what stood before each time."""
    stood: list[object] = []
    with suppress(Nothing):
        for _ in range(99):
            before = told(desk)
            undo(desk, kind)
            stood.append(before)
    return stood


def alone(lead: Desk, who: str) -> set[str]:
    """Ids of what he and nobody else recorded."""
    authors: dict[str, set[str]] = {}
    for logged in read_log(lead):
        authors.setdefault(logged.id, set()).add(logged.entry.author)
    return {identity for identity, names in authors.items() if names == {who}}


@settings(max_examples=30)
@given(histories, undoers)
def test_undo_goes_back_to_the_beginning_and_redo_all_the_way_forward(history: list[Act], who: str) -> None:
    with begun() as lead:
        play(lead, history)
        held = everything(lead)
        mine = {one: fact.claim for one, fact in held.items() if isinstance(fact, Judgement) and fact.reviewer == who}
        desk = replace(lead, reviewer=who)
        stood = undone(desk, "judgement")
        in_use = [one for one, claim in mine.items() if counts(one, held) and taken_along(held, claim) is None]
        assert len(stood) >= len(in_use)
        assert not any(judged & mine.keys() for judged, _, _ in told(lead).values())
        assert not any(stand(everything(lead), claim, Version) & alone(lead, who) for claim in CLAIMS)
        for before in reversed(stood):
            redo(desk)
            assert told(lead) == before
        assert check_project(lead) == []


@settings(max_examples=20)
@given(histories, deciders)
def test_decisions_are_undone_and_redone_alike(history: list[Act], who: str | None) -> None:
    with begun() as lead:
        play(lead, history)
        held = everything(lead)
        mine = {one for one, fact in held.items() if isinstance(fact, Decision) and fact.author == (who or "")}
        desk = replace(lead, reviewer=who)
        stood = undone(desk, "decision")
        assert not any(decided & mine for _, decided, _ in told(lead).values())
        for before in reversed(stood):
            redo(desk, "decision")
            assert told(lead) == before


def test_one_redoes_only_what_one_has_undone_last() -> None:
    with begun() as lead:
        ada, bob = replace(lead, reviewer="ada"), replace(lead, reviewer="bob")
        perform(ada, Act("judge", "ada", 0, "supported"))
        perform(bob, Act("judge", "bob", 0, "supported"))
        undo(ada)
        with pytest.raises(Nothing, match="redo"):
            redo(bob)
        perform(ada, Act("judge", "ada", 1, "refuted"))
        with pytest.raises(Nothing, match="redo"):
            redo(ada)
