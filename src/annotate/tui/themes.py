"""Quiet themes with one accent, for dark and for light terminals, one of high contrast; Textual's own are there too.

The colours of answers (positive, negative, mixed) are blue, vermilion and yellow or plum: colour-blind eyes tell them
apart, which a test holds by simulation, and beside each stands a mark that needs no colour.
"""

from dataclasses import replace

from rich.console import Console
from textual.theme import BUILTIN_THEMES, Theme


def _texts(positive: str, negative: str, mixed: str, accent: str, muted: str) -> dict[str, str]:
    """The colours in which words stand: written out, since Textual would pale them towards black or white."""
    return {
        "text-success": positive,
        "text-error": negative,
        "text-warning": mixed,
        "text-accent": accent,
        "foreground-muted": muted,
    }


DARK = Theme(
    name="annotate-dark",
    primary="#7aa2c9",
    accent="#e0af68",
    foreground="#d5d3cd",
    background="#16181c",
    surface="#1d2025",
    panel="#272b31",
    success="#62baf5",
    warning="#f0e24a",
    error="#ee7a64",
    dark=True,
    variables=_texts("#62baf5", "#ee7a64", "#f0e24a", "#eabf80", "#a09e98"),
)

LIGHT = Theme(
    name="annotate-light",
    primary="#2f5d8a",
    accent="#9a5b00",
    foreground="#24262a",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e6e3da",
    success="#0a5cc8",
    warning="#571447",
    error="#bf2f0a",
    dark=False,
    variables=_texts("#0a5cc8", "#bf2f0a", "#571447", "#7a4700", "#595b5f"),
)

HIGH_CONTRAST = Theme(
    name="annotate-high-contrast",
    primary="#6db8ff",
    accent="#8cffc6",
    foreground="#ffffff",
    background="#000000",
    surface="#0d0d0d",
    panel="#1c1c1c",
    success="#6db8ff",
    warning="#ffee33",
    error="#ff7a66",
    dark=True,
    variables=_texts("#6db8ff", "#ff7a66", "#ffee33", "#8cffc6", "#d8d8d8"),
)

TERMINAL = replace(BUILTIN_THEMES["ansi-dark"], name="annotate-terminal", accent="ansi_magenta", success="ansi_cyan")
"""The terminal's own sixteen colours on its own ground, for terminals that have no others."""

COLOURED = (DARK, LIGHT, HIGH_CONTRAST)
OURS = (*COLOURED, TERMINAL)


def usual(console: Console) -> Theme:
    """The theme where none was chosen: no guess at dark or light, but no more colours than the terminal has."""
    return TERMINAL if console.color_system in ("standard", None) else DARK
