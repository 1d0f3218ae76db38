"""Ballots that reports are made of."""

from hypothesis import strategies as st

from annotate.agreement import Level, Tally
from annotate.report import AgreementFacts, facet_agreement

Ballots = list[dict[str, str]]

THREE = [
    {"ada": "false", "ben": "false", "cleo": "false"},
    {"ada": "false", "ben": "true", "cleo": "true"},
    {"ada": "true", "ben": "true"},
    {"ben": "mixed"},
]
LABELS = ("true", "mixed", "false", "unproven")


def facts_of(
    ballots: Ballots, labels: tuple[str, ...] = (), level: Level = "nominal", **left_out: int
) -> AgreementFacts:
    tally = Tally()
    for ballot in ballots:
        tally.add(ballot)
    return AgreementFacts((facet_agreement(tally.study("verdict", level, labels), left_out),))


NAME = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
BALLOTS = st.lists(st.dictionaries(NAME, NAME, max_size=10), max_size=8)

HOSTILE = (
    "<script>alert(1)</script>",
    "a|b",
    "`code`",
    "[a](https://example.org)",
    "https://example.org/x",
    "www.example.org",
    "$x$",
    "ends in \\",
    "**bold**",
    "_slanted_",
    "# heading",
    "- item",
    "1. item",
    "+ plus",
    "=",
    "> quote",
    "| --- |",
    "&amp;",
    "a\"b'c",
    "<!-- -->",
    "![](x)",
    "]]>",
    "</table>",
    "\u202eright to left",
    "line\nbreak",
)
"""Labels and names that mean something in a markup language."""


def hostile_facts() -> AgreementFacts:
    """A report on whose every label and name somebody tried something."""
    size = len(HOSTILE)
    ballots = [
        {name: HOSTILE[(unit * place + unit) % size] for place, name in enumerate(HOSTILE[:6])} for unit in range(size)
    ]
    return facts_of(ballots, HOSTILE)
