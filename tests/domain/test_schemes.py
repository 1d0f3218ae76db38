"""Schemes: the presets are what users were promised, and a scheme that could not be judged by is refused."""

from typing import Any

import pytest

from annotate.domain import DEFAULT, PRESETS, TAKEN_KEYS, VERDICT, Scheme, demand, printable, scheme_of

PROMISED = {
    "fever": "supported refuted not_enough_info",
    "averitec": "supported refuted not_enough_evidence conflicting_evidence",
    "scifact": "supports contradicts no_evidence",
    "politifact": "pants_fire false barely_true half_true mostly_true true",
    "newsroom": "false mostly_false half_true mostly_true true misleading unproven not_checkable",
}
"""Preset → ids of its labels, ordinal ones from the lowest up, then those off the scale."""


def scheme(*labels: dict[str, Any], kind: str = "single", more: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    """A scheme as a file would tell it: one facet of these labels, and more facets."""
    named = [{"name": label["id"]} | label for label in labels]
    return {"name": "ours", "facets": [{"id": VERDICT, "kind": kind, "labels": named}, *more]}


def labels(count: int) -> tuple[dict[str, Any], ...]:
    return tuple({"id": f"label{number}"} for number in range(count))


def test_the_presets_have_the_labels_that_were_promised() -> None:
    assert {name: " ".join(label.id for label in preset.verdict.labels) for name, preset in PRESETS.items()} == PROMISED
    assert DEFAULT == "averitec"
    assert {name for name, preset in PRESETS.items() if preset.verdict.kind == "ordinal"} == {"politifact", "newsroom"}
    off_scale = {label.id for preset in PRESETS.values() for label in preset.verdict.labels if label.off_scale}
    assert off_scale == {"misleading", "unproven", "not_checkable"}


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_a_preset_is_a_valid_scheme_that_demands_nothing(preset: Scheme) -> None:
    assert scheme_of(preset.content()) == preset
    for number, label in enumerate(preset.verdict.labels, 1):
        assert label.key == str(number % 10)
        assert label.name
        assert label.definition
        assert len(label.sign) == 1
        assert demand(preset, label.id, evidence=0, rationale="") is None


def test_labels_without_a_key_get_the_digits_that_are_left() -> None:
    made = scheme_of(scheme({"id": "a"}, {"id": "b", "key": "1"}, {"id": "c", "key": "y"}, {"id": "d"}))
    assert [label.key for label in made.verdict.labels] == ["2", "1", "y", "3"]


def test_past_the_tenth_label_there_is_no_key_and_that_is_no_collision() -> None:
    made = scheme_of(scheme(*labels(12)))
    assert "".join(label.key for label in made.verdict.labels) == "1234567890"
    assert scheme_of(made.content()) == made


@pytest.mark.parametrize("key", [*sorted(TAKEN_KEYS), "ab", "\t", "\x1b", "\u200b"])
def test_a_key_that_the_screens_need_or_that_one_cannot_type_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        scheme_of(scheme({"id": "a", "key": key}, {"id": "b"}))


@pytest.mark.parametrize("key", list("pyzABZ0123456789.,;:-_+*#!é"))
def test_any_other_key_may_be_a_labels(key: str) -> None:
    assert scheme_of(scheme({"id": "a", "key": key}, {"id": "b"})).verdict.labels[0].key == key


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (scheme({"id": "a", "key": "1"}, {"id": "b", "key": "1"}), 'key of the verdicts "1" is there twice'),
        (scheme({"id": "a"}, {"id": "a"}), 'label of facet "verdict" "a" is there twice'),
        (scheme({"id": "a"}), 'the facet "verdict" needs at least two labels'),
        (scheme({"id": "a"}, {"id": "skipped"}), '"skipped" is an answer that every scheme has'),
        (scheme(*labels(2), kind="set"), 'the facet "verdict" takes one label'),
        (scheme({"id": "a", "needs": ["proof"]}, {"id": "b"}), 'label "a" needs "proof"'),
        (scheme(*labels(2), more=({"id": VERDICT, "kind": "set", "labels": []},)), 'facet "verdict" is there twice'),
        ({"name": "ours", "facets": []}, 'the first facet must be "verdict"'),
        ({"name": "ours", "facets": [{"id": "mood", "kind": "single", "labels": []}]}, "the first facet must be"),
    ],
)
def test_a_scheme_that_breaks_a_rule_is_refused_by_that_rule(wrong: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        scheme_of(wrong)


def test_a_refused_scheme_is_named_without_its_escapes() -> None:
    with pytest.raises(ValueError, match="there twice") as refused:
        scheme_of(scheme({"id": "\x1b[2J"}, {"id": "\x1b[2J"}))
    assert printable(str(refused.value)) == str(refused.value)


def test_a_label_asks_for_what_it_lacks() -> None:
    strict = scheme_of(scheme({"id": "yes", "needs": ["evidence", "rationale"]}, {"id": "no"}))
    found = demand(strict, "yes", evidence=0, rationale=" \n")
    assert found is not None
    assert found.missing == ("evidence", "rationale")
    half = demand(strict, "yes", evidence=1, rationale="")
    assert half is not None
    assert half.missing == ("rationale",)
    assert demand(strict, "yes", evidence=1, rationale="It says so.") is None
    assert demand(strict, "no", evidence=0, rationale="") is None
