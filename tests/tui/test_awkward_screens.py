"""Whatever the texts of a project hold: each row in its width, nothing in it that a terminal would obey."""

import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.desks import project
from tests.tui.awkward import NASTY, UNSAFE, nasty, some_nasty
from tests.tui.screens import Person, at_the_screen
from textual.widget import Widget

from annotate.domain import Claim, Description, Document, Evidence, Scheme, Version, scheme_of
from annotate.tui.layout import cluster_at, cluster_end, cluster_start, glyph
from annotate.tui.screens.reading import DefinitionsSheet
from annotate.tui.screens.review_frame import heading_of
from annotate.tui.walk import Walk
from annotate.tui.widgets.document import DocumentPane
from annotate.tui.widgets.header_line import HeaderLine
from annotate.tui.widgets.outline import Outline
from annotate.tui.widgets.rows import Row, width_of
from annotate.tui.widgets.side_panel import panel, shares
from annotate.tui.widgets.summary_line import summary
from annotate.tui.widgets.verdict_bar import label_rows
from annotate.work import Desk, Draft, Response, set_values


@dataclass(frozen=True)
class Texts:
    """All that a project says that somebody may have written."""

    body: str
    title: str = ""
    speaker: str = ""
    label: str = "Yes"
    reason: str = ""
    quote: str = ""


def scheme_with(label: str) -> Scheme:
    labels = [{"id": "yes", "name": label, "definition": label, "sign": "+"}, {"id": "no", "name": "No"}]
    return scheme_of({"name": "odd", "facets": [{"id": "verdict", "kind": "single", "labels": labels}]})


def written(lead: Desk, texts: Texts) -> Desk:
    """The article with three claims in it, one of them answered; whoever reviews it."""
    with lead.store.writing() as ledger:
        document = Document.of(texts.body)
        ledger.add_text(document.sha256, texts.body)
        identity = ledger.add(document, source=texts.title)
        ledger.add(Description(identity, title=texts.title, publisher=texts.speaker, language=texts.quote))
        end = len(texts.body)
        for start, stop in {(0, end), (end // 3, end // 2 + 1), (end // 2, end)}:
            if start < stop:
                claim = ledger.add(Claim(identity, start, stop))
                ledger.add(Version(claim, start, stop, wording=texts.quote, claimant=texts.speaker, date=texts.title))
    if texts.title.strip():
        set_values(lead, {"title": texts.title, "guidelines": f"# {texts.label}\n\n{texts.reason}"})
    return replace(lead, reviewer="ada")


def said(walk: Walk, texts: Texts) -> None:
    """Answer, change it, and type something more."""
    piece = (Evidence(quote=texts.quote, stance="refutes", publisher=texts.speaker),) if texts.quote.strip() else ()
    walk.answer_with(Response(verdict="no", rationale=texts.reason, evidence=piece))
    walk.answer_with(Response(verdict="yes", rationale=texts.reason, evidence=piece))
    walk.keep(Draft(rationale=texts.quote))


def rows_of(walk: Walk, width: int, height: int) -> Iterable[Row]:
    """What the widgets around the text would draw."""
    yield from panel(walk, {"rationale": "r", "evidence": "e"}, width, height)
    yield summary(walk, width)
    yield from label_rows(walk.scheme.verdict, "yes", width)
    yield from Outline()._rows_of(walk, width, height)
    yield from DefinitionsSheet(walk.scheme).read(width).rows


a_texts = st.builds(Texts, some_nasty, nasty, nasty, some_nasty, nasty, nasty)


@settings(max_examples=25)
@given(a_texts, st.integers(30, 60), st.integers(14, 60))
def test_no_widget_draws_anything_unsafe(texts: Texts, width: int, height: int) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        project(Path(folder) / "odd.db", scheme=scheme_with(texts.label)) as lead,
    ):
        walk = Walk(written(lead, texts))
        said(walk, texts)
        for row in rows_of(walk, width, height):
            drawn = "".join(piece.text for piece in row)
            assert not UNSAFE.search(drawn), row
        assert len(list(panel(walk, {}, width, height))) == height
        assert len(heading_of(walk.opened.document)) <= 2


@pytest.mark.parametrize("labels", range(2, 11))
@pytest.mark.parametrize("height", range(18, 60))
def test_the_panel_deals_out_no_more_rows_than_it_has(labels: int, height: int) -> None:
    found = shares(labels, height)
    headings = 4 + bool(found.earlier)
    text = found.claim + found.evidence + found.reason + found.earlier
    gaps = found.gap * 4
    assert headings + 3 + labels * (1 + found.meaning) + text + gaps <= max(height, labels + 10)


def check_screen(person: Person) -> None:
    """No widget leaves the screen; no row is wider than its widget, by the cells of what it holds."""
    screen = person.app.screen
    for widget in screen.walk_children(Widget):
        if not (widget.display and widget.region and type(widget).__module__.startswith("annotate")):
            continue
        assert screen.region.contains_region(widget.region), widget
        for y in range(widget.size.height):
            strip = widget.render_line(y)
            assert not UNSAFE.search(strip.text), (widget, strip.text)
            assert strip.cell_length <= widget.size.width, (widget, y)


@pytest.mark.parametrize("size", [(80, 24), (160, 48), (200, 60), (40, 12)])
async def test_every_screen_survives_awkward_texts(tmp_path: Path, size: tuple[int, int]) -> None:
    body = "\n".join(NASTY) + "x" * 200_000
    every = " ".join(NASTY)
    texts = Texts(body, title=every, speaker=every, label=every, reason="\n".join(NASTY), quote=every)
    with project(tmp_path / "odd.db", scheme=scheme_with(every)) as lead:
        written(lead, texts)
        async with at_the_screen(lead, size=size) as ada:
            check_screen(ada)
            said(ada.app.walk or pytest.fail("no walk"), texts)
            for key in ("j", "k", "g", "tab", "t", "escape", "escape", "d", "escape", "question_mark", "escape", "r"):
                await ada.press(key)
                check_screen(ada)
            await ada.press("escape", "e")
            check_screen(ada)
            await ada.press("e")
            assert ada.app.focused
            assert ada.app.screen.region.contains_region(ada.app.focused.region)
            await ada.press("escape", "escape", "l")
            check_screen(ada)
            await ada.press("escape", "v")
            check_screen(ada)
            await ada.press("escape", "h")
            check_screen(ada)
            assert cell_len(ada.reads(HeaderLine)) <= size[0]


SINGLE = [text for text in NASTY if not set(text) & set("\t\r\n\u2028\x85")]
"""Those that stand on one row, wherever it begins."""


@pytest.mark.parametrize("size", [(80, 24), (160, 48), (200, 60)])
async def test_what_is_lit_on_the_screen_is_the_claim_and_nothing_else(tmp_path: Path, size: tuple[int, int]) -> None:
    body = "\n".join(f"{text} [b]{text}[/b] {text}"[:60] for text in SINGLE)
    quotes = [line for line in body.split("\n") if line.strip()]
    with project(tmp_path / "lit.db") as lead:
        with lead.store.writing() as ledger:
            document = Document.of(body)
            ledger.add_text(document.sha256, body)
            identity = ledger.add(document)
            for quote in quotes:
                start = body.index(quote) + 1
                ledger.add(Claim(identity, start, start + len(quote) - 2))
        async with at_the_screen(lead, size=size) as ada:
            walk = ada.app.walk
            assert walk is not None
            for _ in quotes:
                span = walk.opened.claims[walk.index].span
                assert lit(ada) == drawn(body, cluster_start(body, span.start), cluster_end(body, span.end))
                await ada.press("j")


def lit(person: Person) -> str:
    """What is drawn as the current claim."""
    pane = person.app.screen.query_one(DocumentPane)
    style = pane.get_component_styles("document--current").text_style
    rows = (pane.render_line(y) for y in range(pane.size.height))
    found = (part for row in rows for part in row if part.style and bool(part.style.reverse) == bool(style.reverse))
    return "".join(part.text for part in found if part.style and part.style.bold and part.style.underline)


def drawn(text: str, start: int, end: int) -> str:
    """What stands on a screen for a part of a text, cluster by cluster."""
    parts: list[str] = []
    while start < end:
        after = cluster_at(text, start)[1]
        parts += [part.text for part in glyph(text[start:after]).parts]
        start = after
    return "".join(parts)


@given(some_nasty, st.integers(1, 10))
def test_rows_take_the_cells_that_they_say(label: str, width: int) -> None:
    for row in label_rows(scheme_with(label).verdict, "yes", 60 + width):
        assert width_of(row) <= 62 + width
