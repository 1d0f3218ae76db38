"""What nobody meant to press: on every screen, and with the times at which keys arrived."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest
from tests.desks import project
from tests.tui.articles import add_article
from tests.tui.screens import Person, at_the_screen
from textual import events

from annotate.domain import Decision, Judgement
from annotate.tui.bursts import Burst
from annotate.tui.screens.adjudicate import AdjudicateScreen
from annotate.tui.screens.choice import ChoiceSheet
from annotate.tui.screens.home import HomeScreen
from annotate.tui.screens.pasted import PastedSheet
from annotate.tui.screens.queue import QueueScreen
from annotate.tui.screens.rationale import RationaleSheet
from annotate.tui.widgets.field import Field
from annotate.work import Desk, Response, judge, list_claims, read_log

SIZES = [(80, 24), (160, 48)]
QUOTES = tuple(f"the count of {number} ships" for number in range(12))


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A page of twelve claims."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk, "\n".join(QUOTES), QUOTES)
        yield desk


def key(character: str, at: float = 0.0) -> events.Key:
    event = events.Key(character, character)
    event.time = at
    return event


async def arrive(ada: Person, *keys: tuple[str, int]) -> None:
    """Let keys arrive at these milliseconds, all before the first of them is looked at."""
    now = monotonic()
    for character, at in keys:
        ada.app.post_message(key(character, now + at / 1000))
    await ada.wait(0.15)


def held(character: str, delay: int, every: int = 33, repeats: int = 20) -> list[tuple[str, int]]:
    """A key held down: its press, and its repeats after the delay."""
    return [(character, 0), *((character, delay + every * number) for number in range(repeats))]


async def burst(ada: Person, text: str) -> None:
    ada.app.post_message(Burst(tuple(key(character, monotonic()) for character in text)))
    await ada.wait(0.1)


def answers(lead: Desk) -> list[int]:
    """The numbers of the claims that ada has answered."""
    claims = list_claims(replace(lead, reviewer="ada"))
    return [number for number, one in enumerate(claims, 1) if one.claim.judgements]


@pytest.mark.parametrize("delay", [250, 500])
async def test_a_key_held_on_the_last_claim_takes_back_nothing_that_it_did_not_say(lead: Desk, delay: int) -> None:
    async with at_the_screen(lead) as ada:
        for number in range(11):
            await ada.press("12"[number % 2])
        await arrive(ada, *held("1", delay))
        assert answers(lead) == list(range(1, 13))
        await arrive(ada, *held("1", delay))
        assert answers(lead) == list(range(1, 13))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("delay", [33, 250, 500, 660])
async def test_a_held_key_judges_one_claim_in_the_middle_of_a_page(
    lead: Desk, delay: int, size: tuple[int, int]
) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("j", "j", "j")
        await arrive(ada, *held("1", delay))
        assert answers(lead) == [4]
        assert "5/12" in ada.header


async def test_a_held_key_judges_one_claim_when_writing_is_slow(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        with closing(sqlite3.connect(lead.store.target, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await arrive(ada, *held("1", 250))
            await asyncio.sleep(0.2)
            other.execute("ROLLBACK")
        await ada.wait(0.5)
        assert answers(lead) == [1]
        assert "2/12" in ada.header


async def test_presses_that_pile_up_behind_slow_writing_all_act_in_their_order(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        with closing(sqlite3.connect(lead.store.target, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await arrive(ada, ("1", 0), ("2", 100), ("3", 110), ("4", 300), ("4", 700))
            other.execute("ROLLBACK")
        await ada.wait(0.8)
        assert answers(lead) == [1, 2, 3, 4, 5]
        judged = [entry.fact.verdict for entry in read_log(lead) if isinstance(entry.fact, Judgement)]
        assert judged == [
            "supported",
            "refuted",
            "not_enough_evidence",
            "conflicting_evidence",
            "conflicting_evidence",
        ]


@pytest.mark.parametrize("opened", ["v", "c"])
async def test_a_key_held_in_a_list_does_not_go_on_judging_beneath_it(lead: Desk, opened: str) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press(opened)
        assert isinstance(ada.app.screen, ChoiceSheet)
        await arrive(ada, *held("2", 250))
        assert answers(lead) == ([1] if opened == "v" else [])


async def test_a_held_key_does_not_type_into_what_it_opened(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await arrive(ada, *held("r", 33))
        assert isinstance(ada.app.screen, RationaleSheet)
        assert ada.app.screen.query_one(Field).text == ""


async def test_a_held_key_of_another_answer_gives_one(lead: Desk) -> None:
    for character, done in (("x", [1]), ("s", [1])):
        async with at_the_screen(lead) as ada:
            await arrive(ada, *held(character, 250))
            assert answers(lead) == done
            await ada.press("u")


async def test_two_keys_that_a_slow_line_brings_together_act_both(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await arrive(ada, ("1", 0), ("2", 1))
        await ada.wait(0.1)
        assert answers(lead) == [1, 2]


@pytest.mark.parametrize("in_one_piece", [False, True])
async def test_a_slow_paste_whose_first_key_acted_already_judges_nothing(lead: Desk, in_one_piece: bool) -> None:
    async with at_the_screen(lead) as ada:
        now = monotonic()
        ada.app.post_message(key("1", now))
        await ada.wait(0.05)
        assert answers(lead) == [1]
        rest = tuple(key(character, now + 0.005 * place) for place, character in enumerate("2s3", 1))
        for event in [Burst(rest)] if in_one_piece else rest:
            ada.app.post_message(event)
        await ada.wait(0.15)
        assert isinstance(ada.app.screen, PastedSheet)
        await ada.press("escape")
        assert answers(lead) == []
        assert "1/12" in ada.header


async def test_keys_that_were_taken_for_a_paste_can_be_let_act(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await burst(ada, "12121")
        assert isinstance(ada.app.screen, PastedSheet)
        assert answers(lead) == []
        await ada.wait(0.1)
        await ada.press("ctrl+k")
        await ada.wait(0.2)
        assert answers(lead) == [1, 2, 3, 4, 5]


async def test_repeats_that_come_in_bunches_judge_nothing_more(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("1")
        for _ in range(3):
            await burst(ada, "1" * 6)
            await ada.wait(0.1)
        assert answers(lead) == [1]
        assert "press it once for each" in ada.notice


@pytest.mark.parametrize("opened", ["l", "h", "?", "v", "d"])
async def test_a_paste_anywhere_acts_as_no_key(lead: Desk, opened: str) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press(opened)
        before = ada.app.screen
        await burst(ada, "q\r1234lhq")
        assert ada.app.screen is before
        assert "looked like a paste" in ada.notice
        ada.app.post_message(events.Paste("1234q"))
        await ada.wait()
        assert ada.app.screen is before
    assert isinstance(before, QueueScreen | HomeScreen) or opened not in "lh"
    assert answers(lead) == []


@pytest.mark.parametrize("character", ["1", "&", "x"])
@pytest.mark.parametrize("delay", [33, 250])
async def test_a_held_key_settles_one_dispute(lead: Desk, character: str, delay: int) -> None:
    for one in list(list_claims(lead)):
        judge(replace(lead, reviewer="ada"), one.claim.id, Response(verdict="supported"))
        judge(replace(lead, reviewer="ben"), one.claim.id, Response(verdict="refuted"))
    async with at_the_screen(lead, "adjudicate", reviewer=None) as lead_:
        await lead_.wait(0.2)
        assert isinstance(lead_.app.screen, AdjudicateScreen)
        await arrive(lead_, *held(character, delay))
        assert len(lead_.app.screen.settling.settled) == 1
    assert any(isinstance(entry.fact, Decision) for entry in read_log(lead))
