"""Two quiet themes with one accent, for dark and for light terminals; Textual's own are there beside them."""

from textual.theme import Theme

DARK = Theme(
    name="annotate-dark",
    primary="#7aa2c9",
    accent="#e0af68",
    foreground="#d5d3cd",
    background="#16181c",
    surface="#1d2025",
    panel="#272b31",
    success="#8fb573",
    warning="#d9a05b",
    error="#d9827a",
    dark=True,
)

LIGHT = Theme(
    name="annotate-light",
    primary="#2f5d8a",
    accent="#9a5b00",
    foreground="#24262a",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e6e3da",
    success="#3f6b22",
    warning="#8f5200",
    error="#a3332a",
    dark=False,
)
