"""Evidence in a real terminal: pasted, cleaned, found in the documents, changed, moved, removed, and exported."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import judged, project
from tests.engines import BOTH
from tests.journeys.commands import done
from tests.journeys.terminal import review
from tests.tui.articles import add_article

from annotate.domain import Evidence
from annotate.work import Desk

SIZES = [(80, 24), (160, 48)]
OTHER = "The yearly table\n\nIn all of 2020, 412 ships called at the harbour. That was twelve more than in 2019.\n"


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article, its three claims, and another document."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        add_article(desk, OTHER, (), title="Harbour figures")
        yield desk


def rested_on(desk: Desk) -> list[tuple[Evidence, ...]]:
    """The evidence of every judgement that was recorded, whenever it was retrieved."""
    return [tuple(replace(piece, retrieved="") for piece in judgement.evidence) for judgement in judged(desk)]


@BOTH
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_page_is_pasted_a_passage_found_and_both_are_put_in_order(
    lead: Desk, columns: int, rows: int, tmp_path: Path
) -> None:
    with review(lead.store.target, columns, rows) as terminal:
        terminal.until("1/3", "saved")
        terminal.press("2")
        terminal.until("2/3")
        terminal.press("k")
        terminal.until("1/3")
        terminal.paste("https://Example.org/table?utm_source=mail&row=7&fbclid=x\r\n12 percent")
        terminal.until("2 tracking parameters", "12 percent")
        terminal.press("\x14")
        terminal.until("Taken out: utm_source, fbclid.")
        terminal.press("r", "ctrl+s")
        terminal.until("- example.org/table")
        terminal.press("/")
        terminal.until("search", "Enter look")
        for character in "2020 ships":
            terminal.press(character)
        terminal.until("▶ Harbour figures", "412 ships")
        terminal.press("enter")
        terminal.until("take as evidence", "at the harbour.")
        terminal.press("b", "enter")
        terminal.until("Harbour figures, par. 2", "stance")
        terminal.press("s", "ctrl+s")
        terminal.until("1/3", "evidence 2:" if columns == 80 else "+ Harbour figures, par. 2")
        terminal.press("e")
        terminal.until("── evidence", "Enter change")
        terminal.press("J")
        terminal.settle()
        terminal.press("x")
        terminal.until("Removed; u brings it back.")
        terminal.press("u")
        terminal.until("Taken back.")
        terminal.press("enter")
        terminal.until("ctrl+s save")
        terminal.press("esc")
        terminal.until("1/3", "saved")
        terminal.press("q")
        assert terminal.ended() == 0
    page = Evidence(url="https://example.org/table?row=7", quote="12 percent", stance="refutes")
    *_, ordered, removed = rested_on(lead)
    assert ordered[1] == page
    assert removed == ordered[:1]
    assert OTHER[ordered[0].start : ordered[0].end] == ordered[0].quote
    done("--project", lead.store.target, "export", tmp_path / "all.jsonl", "--format", "annotate")
    records = [json.loads(line) for line in (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = {record["id"]: record["text"] for record in records if record["kind"] == "document"}
    pieces = [piece for record in records if record["kind"] == "judgement" for piece in record.get("evidence", ())]
    passages = [piece for piece in pieces if piece.get("document")]
    assert passages
    assert all(texts[piece["document"]][piece["start"] : piece["end"]] == piece["quote"] for piece in passages)


def test_a_half_typed_piece_is_there_after_a_kill(lead: Desk) -> None:
    with review(lead.store.target, 80, 24) as terminal:
        terminal.until("1/3", "saved")
        terminal.press("/")
        terminal.until("Enter look")
        for character in "412":
            terminal.press(character)
        terminal.until("▶ Harbour figures")
        terminal.press("enter")
        terminal.until("take as evidence", "at the harbour.")
        terminal.press("enter")
        terminal.until("Harbour figures, par. 2", "stance")
        terminal.press("r", "tab")
        for character in "How many?":
            terminal.press(character)
        terminal.until("How many?")
        terminal.settle()
        terminal.press("tab")
        terminal.kill()
    with review(lead.store.target, 80, 24) as terminal:
        terminal.until("1/3", "saved")
        terminal.press("e")
        terminal.until("Harbour figures, par. 2", "How many?")
