"""The one table of keys."""

from itertools import combinations
from typing import get_args

import pytest

from annotate.domain import PRESETS, TAKEN_KEYS
from annotate.tui.keys import TABLE, UNSHIFTED_DIGITS, Scene, characters, keys_of
from annotate.tui.manual import TITLES

KEPT_FREE = frozenset("aio()[]{}")
"""Keys that no label may take although no judging screen has them: labels are for good, and adjudicating will."""

SCENES: tuple[Scene, ...] = get_args(Scene)


def test_the_keys_that_no_label_may_take_are_those_of_the_screens_that_judge() -> None:
    typed = characters([*keys_of("review"), *keys_of("adjudicate")])
    assert TAKEN_KEYS - typed == KEPT_FREE
    assert typed <= TAKEN_KEYS


@pytest.mark.parametrize("scene", SCENES)
def test_no_key_does_two_things_in_one_scene(scene: Scene) -> None:
    for one, other in combinations(keys_of(scene), 2):
        assert not set(one.keys) & set(other.keys), f"{one.action} and {other.action}"


@pytest.mark.parametrize("scene", SCENES)
def test_no_action_stands_twice_in_one_scene(scene: Scene) -> None:
    actions = [key.action for key in keys_of(scene)]
    assert len(actions) == len(set(actions))


def test_remapped_keys_take_the_place_of_the_tables() -> None:
    remapped = {key.action: key.keys for key in keys_of("review", {"undo": ("z",)})}
    assert remapped["undo"] == ("z",)
    assert remapped["redo"] == ("ctrl+r",)


def test_every_key_says_what_it_does_in_the_footer_and_in_help() -> None:
    assert all(key.label and key.does and key.shown for key in TABLE)


def test_label_keys_of_the_presets_are_free() -> None:
    taken = characters(keys_of("review"))
    assert not taken & {label.key for scheme in PRESETS.values() for label in scheme.verdict.labels}


def test_the_unshifted_digits_are_bound_to_nothing_else() -> None:
    assert not characters(keys_of("review")) & set(UNSHIFTED_DIGITS)


def test_the_page_of_keys_has_a_table_for_every_scene_but_the_first_frame() -> None:
    assert {*TITLES, "opening"} == set(SCENES)
