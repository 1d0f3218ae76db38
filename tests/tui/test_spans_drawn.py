"""What is drawn as the span is what is stored as the claim, to the code point, whatever the text is made of."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.desks import project
from tests.tui.articles import add_article
from tests.tui.screens import at_the_screen
from wcwidth import iter_graphemes

from annotate.tui.layout import glyph
from annotate.tui.screens.review import ReviewScreen
from annotate.tui.widgets.document import DocumentPane
from annotate.work import check_project, list_claims

PIECES = (
    *("a", "Wort", " ", ". ", "[", "[/bold]", "…", "\u00a0", "\t", "\n", "\r\n", "\u2028", "\x00", "\x1b[31m"),
    *(
        "e\u0301",
        "नि",
        "👩‍👩‍👧",
        "👍🏽",
        "🇩🇪",
        "🇩",
        "❤\ufe0f",
        "\u200d",
        "\u202e",
        "\u2066",
        "文",
        "政府。",
        "ﷺ",
        "\u0300",
    ),
)
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join)
KEYS = st.lists(
    st.sampled_from(
        ["left", "right", "w", "b", "ctrl+right", "ctrl+left", "(", ")", "P", "p", "ctrl+up", "up", "down", "tab"]
    ),
    max_size=8,
)
TALL = (90, 60)

_NAMES = {"(": "left_parenthesis", ")": "right_parenthesis"}


def dense(text: str) -> str:
    """Without what is drawn as blanks: those of a line's end and a tab's depend on where they stand."""
    return "".join(text.split())


def as_drawn(text: str, start: int, end: int) -> str:
    """What of the text is drawn for `[start, end)`; AssertionError where that cuts one of its characters."""
    drawn, at = "", 0
    for cluster in iter_graphemes(text):
        behind = at + len(cluster)
        assert behind <= start or at >= start, f"{start} is inside {cluster!r}"
        assert at >= end or behind <= end, f"{end} is inside {cluster!r}"
        if start <= at < end:
            drawn += {"\u2028": "\u2424"}.get(cluster, "" if cluster.isspace() else _signs(cluster))
        at = behind
    return dense(drawn)


def _signs(cluster: str) -> str:
    return "".join(part.text for part in glyph(cluster).parts)


def selected(pane: DocumentPane) -> str:
    """The characters that are drawn in reverse."""
    rows = (pane.render_line(y) for y in range(pane.size.height))
    return dense("".join(piece.text for row in rows for piece in row if piece.style and piece.style.reverse))


async def _marked(text: str, folder: str, keys: list[str]) -> None:
    with project(Path(folder) / "annotate.db") as lead:
        claim = text.strip()[:1] or text[:1]
        add_article(lead, text, (claim,))
        async with at_the_screen(lead, size=TALL) as ada:
            (review,) = [screen for screen in ada.app.screen_stack if isinstance(screen, ReviewScreen)]
            pane = review.query_one(DocumentPane)
            await ada.press("m")
            for key in ["", *keys]:
                if key:
                    await ada.press(_NAMES.get(key, key))
                assert pane.selection is not None
                start, end = pane.selection
                assert 0 <= start < end <= len(text)
                assert selected(pane) == as_drawn(text, start, end)
            await ada.press("enter")
            assert pane.selection is None
        stored = {(listed.claim.span.start, listed.claim.span.end): listed.quote for listed in list_claims(lead)}
        assert stored[start, end] == text[start:end]
        assert check_project(lead) == []


@settings(max_examples=8)
@given(TEXTS, KEYS)
def test_what_is_highlighted_while_a_claim_is_marked_is_what_is_stored(text: str, keys: list[str]) -> None:
    with TemporaryDirectory() as folder:
        asyncio.run(_marked(text, folder, keys))
