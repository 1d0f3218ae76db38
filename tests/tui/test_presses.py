"""Presses, repeats of a held key, and what is too quick for a finger."""

import pytest

from annotate.tui.presses import Press, Presses


def told(*pressed: tuple[str, int]) -> list[Press]:
    """What each of these keys is, at milliseconds of one clock."""
    presses = Presses()
    return [presses.of(character, at / 1000) for character, at in pressed]


def test_keys_with_time_between_them_are_presses() -> None:
    assert told(("1", 0), ("2", 80), ("2", 200)) == [Press.FRESH] * 3


@pytest.mark.parametrize(("gap", "press"), [(59, Press.REPEAT), (61, Press.FRESH)])
def test_the_same_key_within_sixty_milliseconds_is_a_repeat(gap: int, press: Press) -> None:
    assert told(("1", 0), ("1", gap))[1] is press


def test_repeats_of_repeats_are_repeats_however_long_the_key_is_held() -> None:
    assert told(*(("1", 33 * n) for n in range(100))) == [Press.FRESH] + [Press.REPEAT] * 99


def test_a_keyboard_that_waits_before_it_repeats_is_seen_through_by_its_second_repeat() -> None:
    held = told(("1", 0), ("1", 500), ("1", 533), ("1", 566))
    assert held == [Press.FRESH, Press.FRESH, Press.HELD, Press.REPEAT]


def test_two_deliberate_presses_of_one_key_are_two() -> None:
    assert told(("1", 0), ("1", 400), ("1", 900)) == [Press.FRESH] * 3


def test_a_key_that_bounces_once_was_pressed_once() -> None:
    assert told(("1", 0), ("2", 2000), ("2", 2010)) == [Press.FRESH, Press.FRESH, Press.REPEAT]


def test_another_key_within_fifteen_milliseconds_was_not_pressed() -> None:
    assert told(("1", 0), ("2", 14)) == [Press.FRESH, Press.QUICK]


def test_what_came_just_before_is_known() -> None:
    presses = Presses()
    presses.of("1", 1.0)
    assert presses.just_before(1.010) == "1"
    assert presses.just_before(1.020) == ""
