"""Reviewers, models, costly claims and slices: their facts, and how they are told."""

import json
from collections import Counter
from fractions import Fraction
from random import Random
from typing import Any
from unicodedata import category

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from annotate.agreement import Coincidences, Level, Tally, Undefined
from annotate.formats.wire import AgreementReport, adapter
from annotate.report import (
    AgreementFacts,
    CostlyClaim,
    Deeds,
    FacetAgreement,
    Models,
    Slice,
    Speed,
    agreement_html,
    agreement_json,
    agreement_markdown,
    agreement_text,
    beside,
    facet_agreement,
    measure_of,
    ranked,
    share_of,
    slice_of,
)

Ballots = list[dict[str, str]]

FOUR = [
    {"ada": "a", "ben": "a", "cy": "a", "gpt": "a"},
    {"ada": "a", "ben": "b", "cy": "b", "gpt": "b"},
    {"ada": "b", "ben": "b", "gpt": "c"},
    {"cy": "b", "gpt": "b"},
    {"ada": "b", "ben": "b", "cy": "b"},
]


def facts_of(ballots: Ballots, models: set[str] | None = None, level: Level = "nominal") -> FacetAgreement:
    humans = Tally()
    for ballot in ballots:
        humans.add({who: label for who, label in ballot.items() if who not in (models or ())})
    study = humans.study("verdict", level)
    patterns = Counter(tuple(sorted(ballot.items())) for ballot in ballots)
    spared = Models(frozenset(models)) if models else None
    return beside(facet_agreement(study), measure_of(study), patterns.items(), spared)


def told(facet: FacetAgreement) -> str:
    return " ".join(agreement_text(AgreementFacts((facet,))).split())


def as_json(facet: FacetAgreement) -> Any:
    (found,) = json.loads(agreement_json(AgreementFacts((facet,))))["facets"]
    return found


def test_each_reviewer_is_told_against_the_rest() -> None:
    """Ada compares with ben and cy on four units: a, a: 2; a with b and b: 0 of 2; b, b: 1; b, b: 2: 5 of 7."""
    facet = facts_of(FOUR, {"gpt"})
    ada = facet.by_reviewer[0]
    assert (ada.reviewer, ada.judgements, ada.comparisons, ada.agreement.n) == ("ada", 4, 7, 4)
    assert ada.agreement.value == Fraction(5, 7)
    assert ada.confusion == {("a", "a"): 2, ("a", "b"): 2, ("b", "b"): 3}
    # Without her ben and cy agree on all three units and on two labels.
    assert ada.without == 1
    (first, *_) = as_json(facet)["by_reviewer"]
    assert first["agreement"]["value"] == 5 / 7
    assert first["confusion"][1] == {"label": "a", "other": "b", "count": 2}
    assert first["habits"][0] == {"label": "a", "own": 4 / 7, "others": 2 / 7, "times": 2.0}
    assert first["deeds"] is None
    assert "ada 4 0.714" in told(facet)


def test_a_single_reviewer_stands_against_nobody() -> None:
    facet = facts_of([{"ada": "a"}, {"ada": "b"}])
    assert facet.by_reviewer == ()
    assert "Reviewers on verdict" not in told(facet)


def test_a_model_is_told_apart_with_a_label_that_no_human_gave() -> None:
    """Its comparisons: a with a, a, a; b with a, b, b; c with b, b; b with b: 6 of 9 agree."""
    facet = facts_of(FOUR, {"gpt"})
    assert facet.models is not None
    (gpt,) = facet.models.models
    assert (gpt.judgements, gpt.comparisons, gpt.agreement.value) == (4, 9, Fraction(2, 3))
    assert [label.label for label in facet.labels] == ["a", "b"]
    assert as_json(facet)["models"]["models"][0]["alternative"]["passes"] is False
    assert "It is not known whether gpt may stand in for a human: the t-test asks for at least 30 units" in told(facet)


def test_models_are_not_compared_with_one_another() -> None:
    alone = facts_of(FOUR, {"gpt"}).models
    both = facts_of([ballot | {"other": "b"} for ballot in FOUR], {"gpt", "other"}).models
    assert alone is not None
    assert both is not None
    assert both.models[0] == alone.models[0]
    assert both.alone == alone.alone
    assert both.together != alone.together


def test_a_model_as_good_as_any_human_may_stand_in_and_a_random_one_not() -> None:
    chance = Random(5)
    ballots = []
    for _ in range(60):
        truth = chance.choice("ab")
        ballot = {who: truth if chance.random() < 0.85 else chance.choice("ab") for who in ("ada", "ben", "cy", "good")}
        ballots.append(ballot | {"bad": chance.choice("ab")})
    facet = facts_of(ballots, {"good", "bad"})
    assert facet.models is not None
    assert {one.model: one.test.passes for one in facet.models.models} == {"good": True, "bad": False}
    words = told(facet)
    assert "good may stand in for a human by the alternative annotator test: it wins against 3 of 3 humans" in words
    assert "It is not shown that bad may stand in for a human" in words


def test_of_a_crowd_the_text_names_those_who_judged_most_and_says_how_many_it_leaves_out() -> None:
    crowd = [{f"r{place:03}": "a", f"r{place + 1:03}": "b"} for place in range(299)]
    facet = facts_of(crowd)
    words = told(facet)
    assert "These 20 gave the most judgements; 280 reviewers more in --json." in words
    assert len(as_json(facet)["by_reviewer"]) == 300
    assert len(as_json(facet)["confusions"]) == 200


def test_costly_claims_and_slices_are_told() -> None:
    facet = facts_of(FOUR)
    study = Tally()
    for ballot in FOUR:
        study.add(ballot)
    measure = measure_of(study.study("verdict"))
    whole = Coincidences(measure.scale.labels)
    whole.add(measure.scale.histogram)
    slices = [
        slice_of(measure, "one", {(3, 1, 0): 1}, whole),
        slice_of(measure, "later", {(1, 1, 0): 2}, None),
        slice_of(measure, "rest", {(0, 2, 1): 1, (0, 2, 0): 1, (0, 3, 0): 1}, whole),
    ]
    claim = CostlyClaim(
        "c1_0123456789abcdef", Fraction(1, 8), {"ada": "a", "ben": "b"}, "d1_0", "A title", "It [rose]."
    )
    full = as_json(
        FacetAgreement(
            **{name: getattr(facet, name) for name in FacetAgreement.__slots__}
            | {"costly": (claim,), "slices": ranked("type", slices), "is_detailed": False}
        )
    )
    assert full["costly_claims"] == [
        {
            "claim": "c1_0123456789abcdef",
            "document": "d1_0",
            "title": "A title",
            "quote": "It [rose].",
            "votes": {"ada": "a", "ben": "b"},
            "cost": 0.125,
        }
    ]
    assert [one["name"] for one in full["slices"]["slices"]][-1] == "later"
    assert full["slices"]["slices"][-1]["cost"] is None


def test_slices_that_cost_the_same_stand_by_name() -> None:
    def part(name: str, cost: Fraction | Undefined) -> Slice:
        return Slice(name, 1, 1, 2, Fraction(1), Fraction(1), cost)

    none = Undefined("none")
    found = ranked("label", [part("d", none), part("b", Fraction()), part("c", none), part("a", Fraction())])
    assert [one.name for one in found.slices] == ["a", "b", "c", "d"]


NAME = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
WHO = st.sampled_from(["ada", "ben", "cy", "gpt"]) | NAME
BALLOTS = st.lists(st.dictionaries(WHO, st.sampled_from("abc") | NAME, max_size=6), max_size=6)


def full_of(ballots: Ballots, level: Level) -> AgreementFacts:
    """Everything that can be told, with names and labels as they come."""
    facet = facts_of(ballots, {"gpt"}, level)
    deeds = Deeds(
        settled=share_of(1, 2, 0.95, ""),
        decided={("a", "b"): 1},
        drift=(share_of(1, 3, 0.95, ""),) * 3,
        untimed=1,
        speed=Speed(3, 1.0, 2.0, 3000.0),
        linked=share_of(0, 0, 0.95, "none"),
        again=share_of(1, 1, 0.95, ""),
    )
    humans = Tally()
    for ballot in ballots:
        humans.add({who: label for who, label in ballot.items() if who != "gpt"})
    study = humans.study("verdict", level)
    patterns = Counter(tuple(sorted(ballot.items())) for ballot in ballots)
    told_of = dict.fromkeys(study.reviewers, deeds)
    full = beside(facet, measure_of(study), patterns.items(), Models(frozenset({"gpt"})), told_of)
    return AgreementFacts((full,))


@settings(max_examples=40)
@given(BALLOTS, st.sampled_from(["nominal", "ordinal"]))
def test_every_telling_keeps_its_promises(ballots: Ballots, level: Level) -> None:
    facts = full_of(ballots, level)
    text = agreement_text(facts)
    assert max(map(cell_len, text.splitlines())) <= 80
    assert not [char for char in text if category(char) in ("Cc", "Cs", "Zl", "Zp") and char != "\n"]
    adapter(AgreementReport).validate_json(agreement_json(facts), strict=True)
    assert agreement_html(facts)
    assert agreement_markdown(facts)


@settings(max_examples=40)
@given(
    st.lists(st.dictionaries(st.sampled_from(["ada", "ben", "cy", "gpt"]), st.sampled_from("abc"))),
    st.randoms(use_true_random=False),
)
def test_units_in_any_order_make_the_same_facts(ballots: Ballots, chance: Random) -> None:
    one, other = facts_of(ballots, {"gpt"}), facts_of(chance.sample(ballots, len(ballots)), {"gpt"})
    assert one.by_reviewer == other.by_reviewer
    assert one.confusions == other.confusions
    assert one.models == other.models
