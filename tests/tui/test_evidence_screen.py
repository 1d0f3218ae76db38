"""The evidence of a claim on the screen: given, noticed, changed, moved, removed, found in the documents."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.tui.articles import TEXT, add_article
from tests.tui.given import NOTE, OTHER, TABLE, at, claim, evidence, field, judged, shown
from tests.tui.screens import at_the_screen

from annotate.domain import Evidence
from annotate.tui.screens.pieces import PiecesSheet
from annotate.tui.screens.review import ReviewScreen
from annotate.tui.widgets.footer_line import FooterLine
from annotate.tui.widgets.side_panel import SidePanel
from annotate.tui.widgets.summary_line import SummaryLine
from annotate.work import Desk, Response, judge, list_claims

SIZES = [(80, 24), (160, 48), (171, 50)]
TODAY = "2020-09-13"


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article, its three claims, and another document."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        add_article(desk, OTHER, (), title="Harbour figures")
        yield desk


@pytest.fixture
def ada(lead: Desk) -> Desk:
    """Ada's desk."""
    return replace(lead, reviewer="ada")


@pytest.mark.parametrize("size", SIZES)
async def test_tracking_is_pointed_out_and_taken_out_only_when_asked_for(
    lead: Desk, ada: Desk, size: tuple[int, int]
) -> None:
    url = "https://Example.org/table?utm_source=mail&row=7&fbclid=x"
    async with at_the_screen(lead, size=size) as person:
        await person.press("1", "k", "e")
        await person.write(url)
        assert "2 tracking parameters: ctrl+t removes them." in shown(person, "noticed")
        await person.press("ctrl+s", "e", "enter")
        assert field(person, "url").text == "https://example.org/table?utm_source=mail&row=7&fbclid=x"
        await person.press("ctrl+t")
        assert person.notice == "Taken out: utm_source, fbclid."
        assert shown(person, "noticed") == ""
        await person.press("ctrl+s")
    assert evidence(ada) == (Evidence(url="https://example.org/table?row=7", retrieved=TODAY),)


async def test_an_address_without_tracking_loses_nothing(lead: Desk) -> None:
    async with at_the_screen(lead) as person:
        await person.press("e")
        await person.write("https://example.org/a?b")
        await person.press("ctrl+t")
        assert person.notice == "The address has no tracking parameters."
        assert field(person, "url").text == "https://example.org/a?b"


@pytest.mark.parametrize("size", SIZES)
async def test_the_form_fits_and_each_field_can_be_seen(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as person:
        await person.press("e")
        screen = person.app.screen
        for name in ("url", "quote", "stance", "publisher", "published", "archived", "retrieved", "question", "set"):
            widget = screen.query_one(f"#{name}")
            assert screen.find_widget(widget).visible_region == widget.region, name
            assert widget.size.width >= 20
            assert widget.region.bottom < size[1] - 1


async def test_a_source_given_before_is_told_of_with_its_stances(lead: Desk, ada: Desk) -> None:
    for number in (1, 2):
        judge(ada, claim(lead, number), Response(verdict="refuted", evidence=(TABLE,)))
    async with at_the_screen(lead) as person:
        await person.press("e")
        await person.write("https://EXAMPLE.org/table?utm_source=x")
        await person.wait(0.3)
        assert "You gave this source on 2 earlier claims, twice as refutes." in shown(person, "noticed")


async def test_anothers_source_is_never_told_of(lead: Desk) -> None:
    judge(replace(lead, reviewer="ben"), claim(lead), Response(verdict="refuted", evidence=(TABLE,)))
    async with at_the_screen(lead) as person:
        await person.press("j", "e")
        await person.write(TABLE.url)
        await person.wait(0.3)
        assert shown(person, "noticed") == ""


async def test_a_source_that_the_claim_has_already_is_told_of(lead: Desk, ada: Desk) -> None:
    judge(ada, claim(lead), Response(verdict="refuted", evidence=(TABLE,)))
    async with at_the_screen(lead) as person:
        await person.press("k", "e", "e")
        await person.write(TABLE.url)
        assert shown(person, "noticed") == "This claim has this source already."


@pytest.mark.parametrize("size", SIZES)
async def test_evidence_younger_than_the_claim_is_warned_of_and_taken(
    lead: Desk, ada: Desk, size: tuple[int, int]
) -> None:
    async with at_the_screen(lead, size=size) as person:
        await person.press("1", "k", "e")
        await person.write(TABLE.url)
        person.app.screen.set_focus(field(person, "published"))
        await person.write("2021-11")
        assert "after the claim" not in shown(person, "noticed")
        await person.write("-19")
        assert "Published 19 Nov 2021, after the claim of 18 Nov 2021." in shown(person, "noticed")
        await person.press("ctrl+s")
        if size[0] > 80:
            assert "! later" in person.reads(SidePanel)
        await person.press("e")
        assert "! later, 19 Nov 2021" in shown(person, "pieces")
    assert evidence(ada) == (replace(TABLE, quote="", stance="", published="2021-11-19", retrieved=TODAY),)


@pytest.mark.parametrize("size", SIZES)
async def test_pieces_are_moved_removed_and_brought_back(lead: Desk, ada: Desk, size: tuple[int, int]) -> None:
    judge(ada, claim(lead), Response(verdict="refuted", evidence=(TABLE, NOTE)))
    async with at_the_screen(lead, size=size) as person:
        await person.press("k", "e")
        assert at(person, PiecesSheet)
        assert "- refutes set 1 example.org/table “12 percent” + supports" in shown(person, "pieces")
        await person.press("J")
        assert evidence(ada) == (NOTE, TABLE)
        await person.press("K", "J", "x")
        assert evidence(ada) == (NOTE,)
        assert person.notice == "Removed; u brings it back."
        await person.press("u")
        assert evidence(ada) == (NOTE, TABLE)
        await person.press("x", "x")
        assert "No evidence is left" in shown(person, "pieces")
        await person.press("escape", "u", "u")
        assert at(person, ReviewScreen)
    assert evidence(ada) == (NOTE, TABLE)


async def test_before_the_verdict_the_list_is_kept_with_what_else_is_typed(lead: Desk, ada: Desk) -> None:
    async with at_the_screen(lead) as person:
        for url in (TABLE.url, NOTE.url):
            await person.press("e", *("e" if url == NOTE.url else ""))
            await person.write(url)
            await person.press("ctrl+s")
        await person.press("e", "J", "x", "u")
        assert person.notice == "Taken back."
    assert judged(lead) == 0
    async with at_the_screen(lead) as person:
        assert "evidence 2: " in person.reads(SummaryLine)
        await person.press("1")
    assert [piece.url for piece in evidence(ada)] == [NOTE.url, TABLE.url]


async def test_a_piece_is_changed_in_its_place_and_leaving_it_changes_nothing(lead: Desk, ada: Desk) -> None:
    judge(ada, claim(lead), Response(verdict="refuted", evidence=(TABLE, NOTE)))
    async with at_the_screen(lead) as person:
        await person.press("k", "e", "enter", "escape")
        assert "opens it again" not in person.notice
        assert judged(lead) == 1
        await person.press("e", "enter")
        person.app.screen.set_focus(field(person, "publisher"))
        await person.write("Example Wire")
        await person.press("ctrl+s")
    assert evidence(ada) == (replace(TABLE, publisher="Example Wire"), NOTE)


async def test_what_was_typed_is_gone_on_with_after_another_piece(lead: Desk, ada: Desk) -> None:
    judge(ada, claim(lead), Response(verdict="refuted", evidence=(TABLE,)))
    async with at_the_screen(lead) as person:
        await person.press("k", "e", "e")
        await person.write("https://example.org/half")
        await person.press("escape", "e")
        assert person.notice == "One is typed and not saved: e opens it."
        await person.press("enter")
        person.app.screen.set_focus(field(person, "publisher"))
        await person.write("Wire")
        await person.press("ctrl+s", "e", "e")
        assert field(person, "url").text == "https://example.org/half"
    assert evidence(ada) == (replace(TABLE, publisher="Wire"),)


async def test_a_paste_into_the_list_is_another_piece(lead: Desk, ada: Desk) -> None:
    judge(ada, claim(lead), Response(verdict="refuted", evidence=(TABLE,)))
    async with at_the_screen(lead) as person:
        await person.press("k", "e")
        await person.paste(f"{NOTE.url}\nin any year")
        await person.press("ctrl+s")
    assert evidence(ada) == (TABLE, Evidence(url=NOTE.url, quote="in any year", retrieved=TODAY))


async def test_what_changed_nothing_in_the_list_takes_nothing_back(lead: Desk, ada: Desk) -> None:
    judge(ada, claim(lead), Response(verdict="refuted", evidence=(NOTE, NOTE)))
    async with at_the_screen(lead) as person:
        await person.press("k", "e", "J", "u")
        assert person.notice == "Nothing was changed here yet."
    assert evidence(ada) == (NOTE, NOTE)


@pytest.mark.parametrize(
    ("name", "typed"), [("url", "example.org"), ("published", "May"), ("archived", "no"), ("set", "zero")]
)
async def test_a_field_that_is_refused_is_the_one_to_type_in(lead: Desk, ada: Desk, name: str, typed: str) -> None:
    judge(ada, claim(lead), Response(verdict="refuted"))
    async with at_the_screen(lead) as person:
        await person.press("k", "e")
        person.app.screen.set_focus(field(person, "quote"))
        await person.write("12 percent")
        person.app.screen.set_focus(field(person, name))
        await person.write(typed)
        person.app.screen.set_focus(field(person, "publisher"))
        await person.press("ctrl+s")
        assert f'"{typed}" is no' in person.notice
        assert person.app.focused is field(person, name)
    assert evidence(ada) == ()


async def test_a_passage_is_offered_no_tracking_to_drop(lead: Desk, ada: Desk) -> None:
    document = next(iter(list_claims(lead))).claim.document
    passage = Evidence(document=document, start=0, end=4, quote=TEXT[:4])
    judge(ada, claim(lead), Response(verdict="refuted", evidence=(passage, TABLE)))
    async with at_the_screen(lead, size=(160, 48)) as person:
        await person.press("k", "e", "enter")
        assert "drop tracking" not in person.reads(FooterLine)
        await person.press("ctrl+t")
        assert "tracking" not in person.notice
        await person.press("escape")
        assert person.notice == ""
        await person.press("e", "down", "enter")
        assert "drop tracking" in person.reads(FooterLine)


async def test_a_piece_looked_at_is_not_said_to_be_typed_and_has_no_stance_in_words(lead: Desk, ada: Desk) -> None:
    piece = replace(TABLE, quote="12\r\npercent \x0b", stance="")
    judge(ada, claim(lead), Response(verdict="refuted", evidence=(piece,)))
    async with at_the_screen(lead) as person:
        await person.press("k", "e")
        assert "no stance set 1" in shown(person, "pieces")
        await person.press("enter", "escape")
        assert "Kept" not in person.notice
