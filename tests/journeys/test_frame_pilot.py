"""An hour at the review screen in three widths: where things stand, what is looked up, what was said before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desks import project
from tests.tui.articles import CLAIMS, add_article
from tests.tui.screens import Person, at_the_screen
from textual.geometry import Region
from textual.widgets import TextArea

from annotate.tui.columns import FULL, OUTLINE, panel
from annotate.tui.screens.guidelines import GuidelinesSheet
from annotate.tui.screens.reading import ReadingSheet
from annotate.tui.themes import HIGH_CONTRAST
from annotate.tui.widgets.document import DocumentPane
from annotate.tui.widgets.header_line import WIDE
from annotate.tui.widgets.outline import Outline
from annotate.tui.widgets.row_pane import RowPane
from annotate.tui.widgets.side_panel import SidePanel
from annotate.tui.widgets.summary_line import SummaryLine
from annotate.tui.widgets.verdict_bar import VerdictBar
from annotate.work import Desk, read_log, set_values

SIZES = [(80, 24), (160, 48), (200, 60)]
GUIDELINES = "# The desk\n\n" + "".join(
    f"## {name}\n\n{'How to tell, at some length. ' * 30}\n\n"
    for name in ("Supported", "REFUTED", "Not_enough_evidence", "Conflicting evidence")
)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article, its three claims, and guidelines."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        set_values(desk, {"guidelines": GUIDELINES})
        yield desk


def places(person: Person) -> dict[str, Region]:
    """Where each widget stands."""
    return {str(widget): widget.region for widget in person.app.screen.query("*").results() if widget.display}


def around(person: Person, width: int) -> str:
    """All that is said around the text."""
    kinds: list[type[RowPane]] = [VerdictBar, SummaryLine] if width < WIDE else [SidePanel]
    return "\n".join([*map(person.reads, kinds), person.notice])


@pytest.mark.parametrize("size", SIZES)
async def test_everything_keeps_its_place_from_claim_to_claim(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as ada:
        before = places(ada)
        labels = [place for place, row in enumerate(around(ada, size[0]).splitlines()) if "Supported" in row]
        await ada.press("1", "2", "k", "u", "k")
        assert places(ada) == before
        assert [place for place, row in enumerate(around(ada, size[0]).splitlines()) if "Supported" in row] == labels


@pytest.mark.parametrize("size", SIZES)
async def test_answers_that_no_longer_stand_are_told_beside_the_claim(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("2", "u", "1", "k", "3", "k")
        said = around(ada, size[0])
        assert "Supported," in said
        assert "changed" in said
        if size[0] >= WIDE:
            assert "Refuted," in said
            assert "taken back" in said
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("k")
        assert "Supported," in around(ada, size[0])


async def test_the_columns_come_and_go_with_the_width(lead: Desk) -> None:
    async with at_the_screen(lead, size=(200, 60)) as ada:
        for width in (200, FULL, FULL - 1, WIDE, WIDE - 1, 80, 200):
            await ada.resize(width, 40)
            screen = ada.app.screen
            assert screen.query_one(Outline).region.width == (OUTLINE if width >= FULL else 0)
            assert screen.query_one(SidePanel).region.width == (panel(width) if width >= WIDE else 0)
            beside = sum(screen.query_one(kind).region.width for kind in (Outline, SidePanel))
            assert screen.query_one(DocumentPane).region.width == width - beside


async def test_the_outline_lists_the_claims_of_the_article_with_their_marks(lead: Desk) -> None:
    async with at_the_screen(lead, size=(200, 60)) as ada:
        await ada.press("1", "2")
        told = ada.reads(Outline)
        assert "2 of 3 answered" in told
        rows = [row for row in told.splitlines() if any(claim[:12] in row for claim in CLAIMS)]
        assert [row[1:7].split() for row in rows] == [["1", "+"], ["2", "-"], ["▶", "3"]]


async def test_a_long_outline_keeps_the_open_claim_in_view(tmp_path: Path) -> None:
    quotes = tuple(f"Claim number {n:03}." for n in range(120))
    with project(tmp_path / "long.db") as lead:
        add_article(lead, " ".join(quotes), quotes)
        async with at_the_screen(lead, size=(180, 30)) as ada:
            before = ada.reads(Outline)
            await ada.press("j")
            assert "▶  2" in ada.reads(Outline)
            assert ada.reads(Outline).splitlines()[2][6:] == before.splitlines()[2][6:], "it moved without need"
            await ada.press("l", "end", "enter")
            assert "▶120" in ada.reads(Outline)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("answer", "heading"), [("2", "REFUTED"), ("3", "Not_enough_evidence"), ("4", "Conflicting")])
async def test_guidelines_open_at_the_label_of_ones_answer(
    lead: Desk, size: tuple[int, int], answer: str, heading: str
) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press(answer, "k", "g")
        assert isinstance(ada.app.screen, GuidelinesSheet)
        assert heading in reading(ada)[0]


def reading(person: Person) -> list[str]:
    pane = person.app.screen.query_one("#reading", RowPane)
    return [pane.render_line(y).text.strip() for y in range(pane.size.height)]


@pytest.mark.parametrize("size", SIZES)
async def test_headings_are_walked_and_chosen_and_remembered(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("g")
        assert reading(ada)[0] == "The desk"
        await ada.press("tab", "tab")
        assert reading(ada)[0] == "REFUTED"
        await ada.press("shift+tab")
        assert reading(ada)[0] == "Supported"
        await ada.press("t", "down", "down", "enter")
        assert reading(ada)[0] == "Not_enough_evidence"
        await ada.resize(size[0] - 8, size[1])
        assert reading(ada)[0] == "Not_enough_evidence"
        await ada.press("escape", "g")
        assert reading(ada)[0] == "Not_enough_evidence"
        await ada.press("escape", "d")
        assert any("3 ? Not enough evidence" in row for row in reading(ada))


async def test_a_long_page_of_guidelines_opens_at_once(lead: Desk) -> None:
    set_values(lead, {"guidelines": GUIDELINES * 30})
    async with at_the_screen(lead) as ada:
        await ada.press("g", "end")
        assert isinstance(ada.app.screen, ReadingSheet)
        assert "How to tell" in "".join(reading(ada))


@pytest.mark.parametrize("size", SIZES)
async def test_a_reason_that_is_typed_and_not_saved_says_so(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("2", "k", "r")
        await ada.write("It is twelve")
        await ada.press("escape")
        assert "typed, not saved" in around(ada, size[0])
        await ada.press("r", "ctrl+s")
        assert "typed, not saved" not in around(ada, size[0])
        assert "It is twelve" in around(ada, size[0])


async def test_an_editor_open_while_the_window_changes_keeps_text_and_place(lead: Desk) -> None:
    async with at_the_screen(lead, size=(80, 24)) as ada:
        await ada.press("r")
        await ada.write("政府 said é so")
        for size in ((200, 60), (160, 48), (20, 5), (80, 24), (110, 24)):
            await ada.resize(*size)
        field = ada.app.screen.query_one(TextArea)
        assert field.text == "政府 said é so"
        assert field.has_focus
        await ada.write("!")
        assert field.text.endswith("so!")
        await ada.press("ctrl+s", "1")
    (entry,) = [entry for entry in read_log(lead) if entry.fact.kind == "judgement"]
    assert getattr(entry.fact, "rationale", "") == "政府 said é so!"


async def test_the_palette_finds_by_name_and_changes_the_theme(lead: Desk) -> None:
    async with at_the_screen(lead, size=(160, 48)) as ada:
        await ada.press("ctrl+p")
        await ada.write("theme")
        await ada.wait(0.3)
        await ada.press("enter")
        await ada.wait(0.3)
        await ada.write("high")
        await ada.wait(0.3)
        await ada.press("enter")
        await ada.wait(0.3)
        assert ada.app.theme == HIGH_CONTRAST.name
