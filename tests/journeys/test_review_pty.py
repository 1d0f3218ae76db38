"""The review screen in a real terminal: the command that a reviewer types, the keys that he presses."""

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import judged, project
from tests.engines import BOTH
from tests.journeys.terminal import Terminal, review
from tests.tui.articles import add_article

from annotate.domain import Answer, Evidence, Judgement
from annotate.work import Desk, list_claims

SIZES = [(80, 24), (160, 48)]
ADDRESS = "https://example.org/harbour/figures"


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article and its three claims."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        yield desk


def given(judgement: Judgement) -> tuple[Evidence, ...]:
    """Its evidence, whenever that was retrieved: the form says today."""
    assert all(piece.retrieved for piece in judgement.evidence)
    return tuple(replace(piece, retrieved="") for piece in judgement.evidence)


@BOTH
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_two_claims_are_judged_one_taken_back_evidence_given_and_the_next_day_goes_on(
    lead: Desk, columns: int, rows: int
) -> None:
    with review(lead.store.target, columns, rows) as terminal:
        terminal.until("1/3", "▶", "saved")
        terminal.press("1")
        terminal.until("2/3")
        terminal.press("2")
        terminal.until("3/3")
        terminal.press("u")
        terminal.until("2/3", "Taken back")
        terminal.press("e")
        terminal.until("url", "quote", "stance")
        terminal.type(ADDRESS)
        terminal.press("tab")
        terminal.type("fewer than in any year before")
        terminal.press("tab", "r", "ctrl+s")
        terminal.until("- example.org/harbour/", "goes with your verdict")
        terminal.press("2")
        terminal.until("3/3")
        terminal.press("q")
        assert terminal.ended() == 0
        assert b"\x1b[?1049l\x1b[?25h" in terminal.printed, "the terminal was not left as it was"
    with review(lead.store.target, columns, rows) as terminal:
        terminal.until("3/3")
        terminal.press("k")
        terminal.until("2/3", "- example.org/harbour/")
        terminal.press("q")
        assert terminal.ended() == 0
    first, second, third = judged(lead)
    assert [first.verdict, second.verdict, third.verdict] == ["supported", "refuted", "refuted"]
    assert given(third) == (Evidence(url=ADDRESS, quote="fewer than in any year before", stance="refutes"),)


@BOTH
def test_what_the_screen_moved_on_from_is_there_after_a_kill(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3")
        terminal.press("1")
        terminal.until("2/3")
        terminal.press("r")
        terminal.until("── why")
        terminal.type("The yearly table")
        terminal.until("The yearly table")
        time.sleep(0.6)  # half a second of typing may be lost, no more
        terminal.kill()
    assert [judgement.verdict for judgement in judged(lead)] == ["supported"]
    with review(lead.store.target) as terminal:
        terminal.until("2/3", "why: The yearly table")


def test_a_paste_opens_the_evidence_form_filled_with_it(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3")
        terminal.paste(f"{ADDRESS}\r\n1 2 3 [bold]4[/bold]")
        terminal.until("── evidence", ADDRESS, "1 2 3 [bold]4[/bold]")
        terminal.press("esc")
        terminal.until("e opens it again", "1/3")
    assert judged(lead) == []


@pytest.mark.parametrize("pasted", ["123", "1 2 1 2", f"{ADDRESS}\r1234", "2 sources say so\r\n\r\n1x"])
def test_a_paste_without_brackets_is_asked_about_and_judges_nothing(lead: Desk, pasted: str) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3")
        terminal.type(pasted)
        terminal.until("That looked like a paste")
        terminal.press("esc")
        terminal.until("claim 1 of 3")
        terminal.type(pasted)
        terminal.until("That looked like a paste")
        terminal.settle()
        terminal.press("enter")
        terminal.until("── evidence", pasted.split("\r")[0])
    assert judged(lead) == []


def test_a_slow_paste_whose_first_key_acted_already_is_taken_back(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3")
        terminal.type("1")
        terminal.type("2 of them say 3 and 4")
        terminal.until("That looked like a paste")
        terminal.press("esc")
        terminal.until("1/3", "claim 1 of 3")
        terminal.settle()
    assert not any(one.claim.judgements for one in list_claims(replace(lead, reviewer="ada")))


def test_a_held_key_judges_one_claim(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3")
        for _ in range(12):
            terminal.type("1")
        terminal.until("2/3")
        terminal.settle()
        terminal.press("q")
        assert terminal.ended() == 0
    assert len(judged(lead)) == 1


def test_a_window_too_small_says_so_and_shows_all_again_when_it_grows(lead: Desk) -> None:
    with review(lead.store.target, COLUMNS="80", LINES="24") as terminal:  # as some shells export them
        terminal.until("1/3")
        terminal.resize(20, 5)
        terminal.until("Make the window")
        terminal.resize(160, 48)
        terminal.until("VERDICT", "EVIDENCE", "1/3", "─┬─", "─┴─")
        terminal.resize(80, 24)
        terminal.until("no evidence yet", "1/3")


def test_ctrl_c_does_not_quit_and_says_what_does(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3")
        terminal.press("ctrl+c")
        terminal.until("q quits")
        terminal.press("1")
        terminal.until("2/3")


def test_a_project_that_is_not_there_ends_with_a_sentence_and_a_sane_terminal(tmp_path: Path) -> None:
    command = ["-m", "annotate", "--project", str(tmp_path / "none.db"), "--reviewer", "ada", "review"]
    with Terminal([sys.executable, *command]) as terminal:
        assert terminal.ended() == 1
    assert b"\x1b[?1049l" in terminal.printed
    said = terminal.printed.split(b"\x1b[?1004l")[-1].decode()
    assert "There is no project at" in said
    assert "Traceback" not in said


def test_who_is_nobody_is_asked_and_cannot_review_without_a_name(lead: Desk) -> None:
    command = [sys.executable, "-m", "annotate", "--project", lead.store.target]
    with Terminal([*command, "review"]) as terminal:
        terminal.until("Who are you?")
        terminal.press("esc")
        assert terminal.ended() == 1
    assert b"It is not said who judges." in terminal.printed
    with Terminal([*command, "review"]) as terminal:
        terminal.until("Who are you?")
        terminal.press("c", "y", "enter")
        terminal.until("1/3", "cy", "saved")
    with Terminal([*command, "--lead", "review"]) as terminal:
        assert terminal.ended() == 1
    assert b"It is not said who judges." in terminal.printed


def test_a_flagged_claim_stays_owed(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3")
        terminal.press("f")
        terminal.until("Flagged for the adjudicator")
        terminal.press("q")
        assert terminal.ended() == 0
    (flagged,) = judged(lead)
    assert (flagged.answer, flagged.flagged) == (Answer.SKIPPED, True)


def test_keys_typed_ahead_go_where_the_key_before_them_leads(lead: Desk) -> None:
    with review(lead.store.target) as terminal:
        terminal.until("1/3")
        terminal.type("r")
        time.sleep(0.02)  # quicker than the editor opens, slower than a paste
        for character in "2 of 3":
            terminal.type(character)
            time.sleep(0.02)
        terminal.until("── why", "2 of 3")
        terminal.press("esc", "e")
        terminal.until("── evidence")
        terminal.type(f"{ADDRESS}\tfewer than before\tr")
        terminal.press("ctrl+s")
        terminal.until("goes with your verdict", "why: 2 of 3")
        terminal.press("1")
        terminal.until("2/3")
    (judgement,) = judged(lead)
    assert judgement.rationale == "2 of 3"
    assert given(judgement) == (Evidence(url=ADDRESS, quote="fewer than before", stance="refutes"),)


def test_the_current_claim_is_unmistakable_without_colour(lead: Desk) -> None:
    with review(lead.store.target, NO_COLOR="1") as terminal:
        terminal.until("1/3", "saved")
        terminal.settle()
        assert terminal.reversed() == "fewer ships had called than in any year before"
