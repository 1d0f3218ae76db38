"""What an agreement report tells of each reviewer's work, of costly claims, of slices, and of models: by hand."""

import json
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.engines import BOTH

from annotate.agreement import Study, Tally, Undefined, gain, krippendorff_alpha
from annotate.domain import Judgement
from annotate.report import By, Deeds, FacetAgreement, Share, Slice
from annotate.store import scheme
from annotate.work import Desk, Extras, add_reviewer, decide, import_files, list_claims, project_agreement

pytestmark = BOTH

TEXTS = {
    "d1": "Ships doubled since May. Prices fell by half in June.",
    "d2": "He said that “SHIPS  doubled since May”. Nobody was hurt at the fence.",
}
CLAIMS = {
    "c1": ("d1", "Ships doubled since May.", ["numerical", "quote"]),
    "c2": ("d1", "Prices fell by half in June.", ["numerical"]),
    "c3": ("d2", "SHIPS  doubled since May", []),
    "c4": ("d2", "Nobody was hurt at the fence.", []),
}
S, R, N, C = "supported", "refuted", "not_enough_evidence", "conflicting_evidence"
VOTES = {
    "c1": {"ada": S, "ben": S, "cy": R},
    "c2": {"ada": R, "ben": R, "cy": R},
    "c3": {"ada": S, "ben": R, "cy": R},
    "c4": {"ada": N, "ben": C},
}
DAYS = {"c1": 15, "c2": 16, "c3": 22, "c4": 28}
"""November 2021: the 15th and the 22nd are Mondays."""

SECONDS = {("ada", "c1"): 40, ("ada", "c2"): 10, ("ada", "c3"): 30, ("ada", "c4"): 20, ("ben", "c4"): 5}


def judgement(claim: str, who: str, label: str, **more: object) -> dict[str, object]:
    at = f"2021-11-{DAYS[claim]}T10:00:00Z"
    return {"kind": "judgement", "claim": claim, "reviewer": who, "verdict": label, "at": at, **more}


def records() -> list[dict[str, object]]:
    documents: list[dict[str, object]] = [
        {"kind": "document", "id": name, "title": name, "text": text} for name, text in TEXTS.items()
    ]
    claims: list[dict[str, object]] = [
        {"kind": "claim", "id": name, "document": document, "quote": quote, "types": types}
        for name, (document, quote, types) in CLAIMS.items()
    ]
    first = [
        judgement(claim, who, label, seconds=SECONDS.get((who, claim), 0))
        for claim, votes in VOTES.items()
        for who, label in votes.items()
    ]
    skipped: dict[str, object] = {"kind": "judgement", "claim": "c4", "reviewer": "cy", "answer": "skipped"}
    return [*documents, *claims, *first, skipped]


def take_in(lead: Desk, folder: Path, *rows: dict[str, Any]) -> None:
    file = folder / "rows.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert import_files(lead, [file]).refused == []


@pytest.fixture
def ids(lead: Desk, tmp_path: Path) -> Mapping[str, str]:
    """The project above, with a second round on c1: zoe settles c1 and c4, ada c2, which she judged herself.

    Name of a claim → its id.
    """
    take_in(lead, tmp_path, *records())
    found = {listed.quote: listed.claim.id for listed in list_claims(lead)}
    ids = {name: found[quote] for name, (_, quote, _) in CLAIMS.items()}
    with lead.store.writing() as ledger:
        of, _ = scheme(ledger.connection)
        for who, label in (("ada", R), ("ben", S)):
            ledger.add(Judgement(ids["c1"], who, of or "", verdict=label, at=lead.now(), round=2))
    for who, claim, outcome in (("zoe", "c1", S), ("ada", "c2", R), ("zoe", "c4", C)):
        decide(replace(lead, reviewer=who), ids[claim], outcome)
    return ids


def verdict(lead: Desk, by: By | None = None, details: bool | None = None) -> FacetAgreement:
    (facet,) = project_agreement(lead, "verdict", extras=Extras(by, details)).facets
    return facet


def deeds(lead: Desk) -> Mapping[str, Deeds]:
    return {one.reviewer: one.deeds for one in verdict(lead).by_reviewer if one.deeds}


def pair(share: Share) -> tuple[object, int]:
    return share.value, share.n


def counted(*claims: str) -> Study:
    tally = Tally()
    for claim in claims:
        tally.add(VOTES[claim])
    return tally.study("verdict", labels=[S, R, N, C])


@pytest.mark.usefixtures("ids")
def test_labels_are_held_against_what_others_settled(lead: Desk) -> None:
    told = {who: pair(one.settled) for who, one in deeds(lead).items() if one.settled}
    # Her own decision on c2 does not prove ada right.
    assert told == {"ada": (Fraction(1, 2), 2), "ben": (1, 3), "cy": (Fraction(1, 2), 2)}
    assert deeds(lead)["ada"].decided == {(S, S): 1, (N, C): 1}
    assert deeds(lead)["cy"].decided == {(R, S): 1, (R, R): 1}


@pytest.mark.usefixtures("ids")
def test_agreement_with_the_others_is_told_by_thirds_of_ones_own_work(lead: Desk) -> None:
    """Of ada's four judgements in order of time two are in the first third: 1 of 2 and 2 of 2 agree."""
    told = {who: [pair(one) for one in found.drift] for who, found in deeds(lead).items()}
    assert told["ada"] == [(Fraction(3, 4), 2), (0, 1), (0, 1)]
    assert told["cy"] == [(0, 1), (1, 1), (Fraction(1, 2), 1)]
    assert [one.untimed for one in deeds(lead).values()] == [0, 0, 0]


@pytest.mark.usefixtures("ids")
def test_seconds_are_told_as_quartiles(lead: Desk) -> None:
    found = {who: one.speed for who, one in deeds(lead).items()}
    assert found["cy"] is None
    ada, ben = found["ada"], found["ben"]
    assert ada is not None
    assert ben is not None
    assert (ada.n, ada.lower, ada.median, ada.upper) == (4, 17.5, 25.0, 32.5)
    assert (ben.n, ben.lower, ben.median, ben.upper) == (1, 5.0, 5.0, 5.0)


@pytest.mark.usefixtures("ids")
def test_the_same_words_in_another_document_and_a_later_round_show_who_is_of_one_mind(lead: Desk) -> None:
    found = deeds(lead)
    assert {who: pair(one.linked) for who, one in found.items()} == {
        "ada": (1, 1),
        "ben": (0, 1),
        "cy": (1, 1),
    }
    assert [pair(found[who].again) for who in ("ada", "ben")] == [(0, 1), (1, 1)]
    assert found["cy"].again.value == Undefined("this reviewer judged nothing in a later round")


def test_the_same_words_of_another_speaker_or_too_few_of_them_are_no_link(lead: Desk, tmp_path: Path) -> None:
    rows = records()
    for row in rows:
        if row["kind"] == "claim" and row["id"] == "c3":
            row["claimant"] = "the minister"
    take_in(lead, tmp_path, *rows)
    assert {one.linked.n for one in deeds(lead).values()} == {0}


def test_what_was_judged_at_no_known_time_is_in_no_third(lead: Desk, tmp_path: Path) -> None:
    take_in(lead, tmp_path, *({name: v for name, v in row.items() if name != "at"} for row in records()))
    found = deeds(lead)
    assert {who: one.untimed for who, one in found.items()} == {"ada": 4, "ben": 4, "cy": 3}
    assert {share.n for one in found.values() for share in one.drift} == {0}


def test_costly_claims_are_those_without_which_alpha_would_be_greater(lead: Desk, ids: Mapping[str, str]) -> None:
    whole = krippendorff_alpha(counted(*VOTES))
    rest = {claim: krippendorff_alpha(counted(*(VOTES.keys() - {claim}))) for claim in VOTES}
    costs = {ids[claim]: cost for claim in VOTES if isinstance(cost := gain(rest[claim], whole), Fraction) and cost > 0}
    told = verdict(lead).costly
    assert {one.claim: one.cost for one in told} == costs
    assert [one.cost for one in told] == sorted(costs.values(), reverse=True)
    by_claim = {one.claim: one for one in told}
    dear = by_claim[ids["c3"]]
    assert (dear.quote, dear.title, dear.votes) == ("SHIPS  doubled since May", "d2", VOTES["c3"])
    assert dear.document is not None
    assert dear.document.startswith("d1_")


SLICES: list[tuple[By, dict[str, tuple[str, ...]]]] = [
    ("document", {"d1": ("c1", "c2"), "d2": ("c3", "c4")}),
    ("label", {S: ("c1",), R: ("c2", "c3"), C: ("c4",)}),
    ("type", {"numerical": ("c1", "c2"), "quote": ("c1",), "no type": ("c3", "c4")}),
    ("period", {"2021-11-15": ("c1", "c2"), "2021-11-22": ("c3", "c4")}),
]


@pytest.mark.parametrize(("by", "parts"), SLICES, ids=[by for by, _ in SLICES])
@pytest.mark.usefixtures("ids")
def test_slices_are_the_claims_counted_apart_and_cost_what_alpha_gains_without_them(
    lead: Desk, by: By, parts: dict[str, tuple[str, ...]]
) -> None:
    slices = verdict(lead, by).slices
    assert slices is not None
    assert {one.name: one.pairable_units for one in slices.slices} == {name: len(some) for name, some in parts.items()}
    whole = krippendorff_alpha(counted(*VOTES))
    for one in slices.slices:
        assert one.alpha == krippendorff_alpha(counted(*parts[one.name])) or isinstance(one.alpha, Undefined)
        rest = counted(*(VOTES.keys() - set(parts[one.name])))
        assert one.cost == gain(krippendorff_alpha(rest), whole) or isinstance(one.cost, Undefined)
    assert costs(slices.slices) == sorted(costs(slices.slices), reverse=True)
    assert all((one.id is not None) is (by == "document") for one in slices.slices)


def test_what_nobody_decided_is_under_the_label_that_most_gave_or_tied(lead: Desk, tmp_path: Path) -> None:
    take_in(lead, tmp_path, *records())
    slices = verdict(lead, "label").slices
    assert slices is not None
    assert {one.name: one.units for one in slices.slices} == {S: 1, R: 2, "tied": 1}


def costs(slices: tuple[Slice, ...]) -> list[Fraction]:
    return [one.cost for one in slices if isinstance(one.cost, Fraction)]


@pytest.mark.usefixtures("ids")
def test_a_later_round_is_a_slice_and_no_part_of_the_whole(lead: Desk) -> None:
    slices = verdict(lead, "round").slices
    assert slices is not None
    found = {one.name: one for one in slices.slices}
    assert {name: (one.units, one.judgements) for name, one in found.items()} == {"1": (4, 11), "2": (1, 2)}
    assert found["2"].percent_agreement == 0
    assert found["2"].cost == Undefined("a later round is no part of what alpha is measured on")
    assert found["1"].alpha == krippendorff_alpha(counted(*VOTES))


@pytest.mark.usefixtures("ids")
def test_details_can_be_left_out_and_slices_asked_for_all_the_same(lead: Desk) -> None:
    facet = verdict(lead, "document", details=False)
    assert (facet.costly, facet.is_detailed) == ((), False)
    assert {one.deeds for one in facet.by_reviewer} == {None}
    assert facet.slices is not None


@pytest.mark.usefixtures("ids")
def test_a_model_is_in_no_number_of_the_humans_and_told_of_apart(lead: Desk, tmp_path: Path) -> None:
    before = verdict(lead, "document")
    add_reviewer(lead, "gpt", is_model=True)
    take_in(lead, tmp_path, *records(), *(judgement(claim, "gpt", R) for claim in VOTES))
    after = verdict(lead, "document")
    assert after.models is not None
    assert after.left_out == {**before.left_out, "by models": 4}
    # Its judgements reopened what had been decided otherwise: settled claims are not what is compared here.
    bare = (replace(one, by_reviewer=(), models=None, left_out={}) for one in (before, after))
    assert next(bare) == next(bare)
    (gpt,) = after.models.models
    assert (gpt.judgements, gpt.comparisons, gpt.agreement.value) == (4, 11, Fraction(6, 11))
    assert gpt.confusion == {(R, S): 3, (R, R): 6, (R, N): 1, (R, C): 1}
    together = Tally()
    for votes in VOTES.values():
        together.add(votes | {"gpt": R})
    assert gpt.with_it == after.models.together == krippendorff_alpha(together.study("verdict"))
    assert after.models.alone == krippendorff_alpha(counted(*VOTES))
    assert not gpt.test.passes
    assert gpt.test.doubt is not None


def test_where_only_models_judged_they_are_the_reviewers(lead: Desk, tmp_path: Path) -> None:
    for name in ("ada", "ben", "cy"):
        add_reviewer(lead, name, is_model=True)
    take_in(lead, tmp_path, *records())
    facet = verdict(lead)
    assert facet.models is None
    assert list(facet.reviewers) == ["ada", "ben", "cy"]
