"""What a person set for the screens: keys of his own, a theme, when he counts as elsewhere, whether anything moves."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from annotate.errors import BadInput

if TYPE_CHECKING:
    from annotate.domain import Label
    from annotate.settings import Settings


MOST_NAMED = 6
"""Themes that are named where the one asked for is none."""


@dataclass(frozen=True, slots=True)
class Personal:
    """None where nothing was set; `blinks` says whether the caret of a field does."""

    remapped: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    theme: str | None = None
    idle: float | None = None
    blinks: bool = False


def personal(settings: "Settings", themes: Collection[str]) -> Personal:
    """The settings of the screens, checked; BadInput with file and line where one of them means nothing."""
    if settings.theme is not None and settings.theme not in themes:
        near = _like(settings.theme, themes) or sorted(themes)
        raise _wrong("theme", f'There is no theme "{settings.theme}".', f"There are: {', '.join(near)}.")
    keys = _keys(settings) if settings.keys else {}
    return Personal(keys, settings.theme, settings.idle_seconds, not settings.reduced_motion)


def _like(name: str, themes: Collection[str]) -> list[str]:
    """Themes that may be meant: those that hold the name, our own first, then those spelled nearly so."""
    holding = [theme for theme in themes if name and name.casefold() in theme]
    own_first = sorted(holding, key=lambda theme: (not theme.startswith("annotate-"), theme))
    near = [theme for theme in get_close_matches(name, themes, n=3) if theme not in holding]
    return [*own_first, *near][:MOST_NAMED]


def _keys(settings: "Settings") -> dict[str, tuple[str, ...]]:
    from annotate.tui.remapping import Wrong, remapped  # only where something is remapped

    try:
        return remapped(settings.keys)
    except Wrong as wrong:
        raise _wrong(wrong.setting, wrong.sentence, wrong.next_step) from wrong


def beside(own: Personal, labels: Sequence["Label"]) -> tuple[dict[str, tuple[str, ...]], str]:
    """The remapped keys that a scheme's labels leave, and a sentence where they take any."""
    from annotate.tui.remapping import Wrong, beside_labels

    try:
        return beside_labels(own.remapped, labels)
    except Wrong as wrong:
        raise _wrong(wrong.setting, wrong.sentence, wrong.next_step) from wrong


def _wrong(setting: str, sentence: str, next_step: str) -> BadInput:
    from annotate.settings import config_file, line_of

    file = config_file()
    return BadInput(sentence, next_step, file=file, line=line_of(file, setting))
