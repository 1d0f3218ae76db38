"""The colours of our themes: read with ease, and told apart by every eye."""

from itertools import combinations

import pytest
from tests.tui.colours import BLINDNESS, apart, contrast
from textual.theme import Theme

from annotate.tui.themes import COLOURED, HIGH_CONTRAST

READABLE = 4.5
"""WCAG 2.2, success criterion 1.4.3 (AA), for text."""

ENHANCED = 7.0
"""Success criterion 1.4.6 (AAA)."""

CLEARLY = 25.0
"""CIE 1976; about ten times the least difference that can be told."""

TEXTS = ("foreground", "foreground-muted", "text-accent", "text-success", "text-error", "text-warning")
GROUNDS = ("background", "surface", "panel")


def colours(theme: Theme) -> dict[str, str]:
    return {**theme.to_color_system().generate(), **theme.variables}


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_is_read_with_ease_on_every_ground(theme: Theme, ground: str, text: str) -> None:
    found = colours(theme)
    least = ENHANCED if theme is HIGH_CONTRAST and ground == "background" else READABLE
    assert contrast(found[text], found[ground]) >= least


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_the_current_claim_is_read_with_ease(theme: Theme) -> None:
    found = colours(theme)
    assert contrast(found["foreground"], found["accent-muted"]) >= READABLE


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_answers_are_told_apart_by_every_eye(theme: Theme, blindness: str) -> None:
    found = colours(theme)
    answers = (found["text-success"], found["text-error"], found["text-warning"])
    for one, other in combinations(answers, 2):
        assert apart(one, other, blindness) >= CLEARLY


def test_the_measures_are_those_of_the_standards() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert apart("#000000", "#ffffff") == pytest.approx(100, abs=0.1)
    assert apart("#ff0000", "#00b000", "deuteranopia") < apart("#ff0000", "#00b000")
