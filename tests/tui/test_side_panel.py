"""The side panel: what it shows of the labels, and which keys it names."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.tui.articles import add_article
from tests.tui.screens import at_the_screen

from annotate.domain import PRESETS, Scheme
from annotate.tui.app import AnnotateApp
from annotate.tui.columns import PANEL
from annotate.tui.widgets.outline import Outline
from annotate.tui.widgets.rows import paragraph
from annotate.tui.widgets.side_panel import SidePanel
from annotate.tui.widgets.summary_line import SummaryLine
from annotate.work import Desk, Response, judge, list_claims


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article and its three claims."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        yield desk


@pytest.mark.parametrize("scheme", PRESETS.values(), ids=lambda scheme: scheme.name)
def test_every_label_of_a_preset_says_what_it_means_in_two_rows(scheme: Scheme) -> None:
    for label in scheme.verdict.labels:
        assert 1 <= len(paragraph(label.definition, PANEL - 7, 9)) <= 2, label.definition


@pytest.mark.parametrize("scheme", PRESETS.values(), ids=lambda scheme: scheme.name)
async def test_definitions_stand_under_their_labels_where_there_is_room(tmp_path: Path, scheme: Scheme) -> None:
    with project(tmp_path / "preset.db", scheme=scheme) as lead:
        add_article(lead)
        async with at_the_screen(lead, size=(160, 48)) as ada:
            told = ada.reads(SidePanel)
            for label in scheme.verdict.labels:
                assert f"{label.sign} {label.name}" in told
                assert " ".join(label.definition.split()[:3]) in told
            await ada.resize(110, 24)
            assert all(label.name in ada.reads(SidePanel) for label in scheme.verdict.labels)


async def test_each_panel_names_its_keys_and_remapped_ones_too(lead: Desk) -> None:
    desk = replace(lead, reviewer="ada")
    app = AnnotateApp(lambda: desk, "review")
    app.remap({"evidence": ("z",)})
    async with app.run_test(size=(160, 48)) as pilot:
        await pilot.pause()
        await pilot.pause()
        pane = app.screen.query_one(SidePanel)
        rows = [pane.render_line(y).text for y in range(pane.size.height)]
    named = {row.split()[1]: row for row in rows if len(row.split()) > 1}
    assert "z add" in named["EVIDENCE"]
    assert "E reuse" in named["EVIDENCE"]
    assert "r edit" in named["WHY"]
    assert "v pick" in named["VERDICT"]


async def test_a_reason_before_the_verdict_is_said_to_wait_for_it(lead: Desk) -> None:
    async with at_the_screen(lead, size=(160, 48)) as ada:
        await ada.press("r")
        await ada.write("Because")
        await ada.press("escape")
        assert "goes with your verdict" in ada.reads(SidePanel)
        await ada.resize(80, 24)
        assert "why: Because" in ada.reads(SummaryLine)


@pytest.mark.parametrize("scheme", PRESETS.values(), ids=lambda scheme: scheme.name)
async def test_definitions_that_fit_are_all_in_view_whatever_label_they_are_asked_for(
    tmp_path: Path, scheme: Scheme
) -> None:
    with project(tmp_path / "preset.db", scheme=scheme) as lead:
        add_article(lead)
        last = scheme.verdict.labels[-1]
        judge(replace(lead, reviewer="ada"), next(iter(list_claims(lead))).claim.id, Response(verdict=last.id))
        async with at_the_screen(lead, size=(160, 60)) as ada:
            await ada.press("k", "d")
            told = ada.page("reading").split("\n")
            assert scheme.verdict.labels[0].name in told[0]


async def test_the_outline_counts_no_skipped_claim_as_answered(lead: Desk) -> None:
    async with at_the_screen(lead, size=(200, 48)) as ada:
        await ada.press("1", "s")
        assert "1 of 3 answered" in ada.reads(Outline)


async def test_a_flagged_skip_is_the_flag_alone_on_the_summary_line(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("f")
        assert ada.reads(SummaryLine).startswith(" ! flagged  no evidence yet")
        assert "why: not said" in ada.reads(SummaryLine)


async def test_what_is_said_of_a_reason_is_parted_from_it(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("1", "k", "r")
        await ada.write("Because")
        await ada.press("escape")
        assert " · Because" in ada.reads(SummaryLine)
