"""The list of claims: walking it, narrowing it, going to a place in it."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.tui.articles import add_article
from tests.tui.screens import Person, at_the_screen

from annotate.domain import Answer
from annotate.tui.listing import Listing
from annotate.tui.screens import queue as screen_module
from annotate.tui.screens.home import HomeScreen
from annotate.tui.screens.queue import QueueScreen
from annotate.tui.screens.reading import HelpSheet
from annotate.tui.screens.review import ReviewScreen
from annotate.work import Desk, Kind, Response, Wanted, assign, decide, judge, leaf, list_claims

SIZES = [(80, 24), (160, 48)]
TITLES = ("Harbour", "Airport", "Railway", "Bridge")
EACH = 30


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """Four articles with thirty claims each; ada and ben have answered a few."""
    with project(tmp_path / "annotate.db") as desk:
        for number, title in enumerate(TITLES):
            quotes = tuple(f"Article {number} says thing {place:02}" for place in range(EACH))
            add_article(desk, ". ".join(quotes) + ".", quotes, title=title)
        ids = [item.claim.id for item in list_claims(desk)]
        ada, ben = replace(desk, reviewer="ada"), replace(desk, reviewer="ben")
        for place in range(40):
            judge(ada, ids[place], Response(verdict="refuted" if place % 4 else "supported"))
        judge(ada, ids[50], Response(answer=Answer.SKIPPED, flagged=True))
        judge(ada, ids[60], Response(answer=Answer.SKIPPED))
        for place in range(3):
            judge(ben, ids[place], Response(verdict="refuted"))
        decide(desk, ids[1], "refuted")
        yield desk


def numbers(person: Person) -> list[int]:
    """The numbers of the claims in view."""
    rows = (line.removeprefix(" ▶").split() for line in person.page("queue").split("\n"))
    return [int(row[0]) for row in rows if row and row[0].isdecimal()]


def marked(person: Person) -> int:
    """The number of the marked claim."""
    (line,) = (line for line in person.page("queue").split("\n") if "▶" in line)
    return int(line.replace("▶", " ").split()[0])


@pytest.mark.parametrize("size", SIZES)
async def test_the_list_is_walked_from_end_to_end(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("l")
        assert marked(ada) == 41
        assert numbers(ada) == list(range(numbers(ada)[0], numbers(ada)[-1] + 1))
        await ada.press("home")
        assert (marked(ada), numbers(ada)[0]) == (1, 1)
        for _ in range(7):
            await ada.press("pagedown")
        assert marked(ada) == len(TITLES) * EACH
        await ada.press("home", "end", "up")
        assert marked(ada) == len(TITLES) * EACH - 1
        for _ in range(7):
            await ada.press("pageup")
        assert marked(ada) == 1
        await ada.press("up", "down", "down")
        assert marked(ada) == 3


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_goes_through_the_kinds(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("l", "s")
        assert ada.notice.startswith("Only: owed")
        assert (marked(ada), numbers(ada)[:2]) == (41, [41, 42])
        await ada.press("s")
        assert (ada.notice.split("  ·  ")[0], numbers(ada)) == ("Only: skipped", [51, 61])
        await ada.press("s")
        assert numbers(ada)[:3] == [1, 2, 3]
        await ada.press("end")
        assert marked(ada) == 40
        await ada.press("s")
        assert (ada.notice.split("  ·  ")[0], numbers(ada)) == ("Only: flagged", [51])
        await ada.press("s")
        assert (ada.notice.split("  ·  ")[0], numbers(ada)) == ("Only: settled", [2])
        assert "settled" in ada.page("queue")
        assert "= Refuted" not in ada.page("queue")
        await ada.press("s")
        assert ada.notice == ""


@pytest.mark.parametrize("size", SIZES)
async def test_words_a_verdict_and_a_document_narrow_it_further(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("l", "slash")
        await ada.write("THING 07")
        await ada.press("enter")
        assert numbers(ada) == [8, 38, 68, 98]
        assert "with “THING 07”" in ada.notice
        await ada.press("v", "2")
        assert numbers(ada) == [8, 38]
        assert "Refuted" in ada.notice
        await ada.press("down", "d")
        assert numbers(ada) == [38]
        assert "in Airport" in ada.notice
        await ada.press("a")
        assert ada.notice == ""
        assert marked(ada) == 38
        await ada.press("slash")
        await ada.write("railway")
        await ada.press("enter")
        assert numbers(ada)[0] == 61
        await ada.press("end", "enter")
        assert ada.shows(ReviewScreen)
        assert "90/120" in ada.header


async def test_a_document_alone_has_its_ends(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("l", "d", "home")
        assert (marked(ada), numbers(ada)[0]) == (31, 31)
        await ada.press("end")
        assert (marked(ada), numbers(ada)[-1]) == (60, 60)
        await ada.press("down", "d")
        assert marked(ada) == 60
        assert numbers(ada)[-1] > 60


async def test_what_nothing_answers_to_says_what_to_do(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("l", "slash")
        await ada.write("zebra")
        await ada.press("enter")
        assert "No claim answers to all of this. a shows all again." in ada.page("queue")
        await ada.press("enter", "down", "end", "d", "pageup")
        assert "No claim answers" in ada.page("queue")
        await ada.press("a")
        assert marked(ada) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_a_number_or_an_id_goes_to_a_claim(lead: Desk, size: tuple[int, int]) -> None:
    identity = [item.claim.id for item in list_claims(lead)][76]
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("l", "1", "0", "2", "enter")
        assert marked(ada) == 102
        await ada.press("s", "number_sign")
        await ada.write(identity[:12])
        await ada.press("enter")
        assert marked(ada) == 77
        assert ada.notice == ""
        await ada.press("9", "9", "9", "enter")
        assert ada.notice == "There is no claim number 999. They go from 1 to 120."
        assert marked(ada) == 77
        await ada.press("number_sign", "z", "enter")
        assert ada.notice.startswith('No claim has an id that begins with "z".')
        await ada.press("enter")
        assert "77/120" in ada.header


async def test_what_is_rare_is_looked_for_apart_and_the_keys_go_on(lead: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen_module, "AT_ONCE", 5)
    monkeypatch.setattr(screen_module, "APART", 7)
    async with at_the_screen(lead) as ada:
        await ada.press("l", "s", "s")
        await ada.until("queue", "   51 ", "   61 ")
        await ada.wait(0.3)
        assert numbers(ada) == [51, 61]
        assert "looked through" not in ada.notice
        await ada.press("end")
        await ada.wait(0.5)
        assert marked(ada) == 61
        await ada.press("s", "s", "s", "s", "s")
        await ada.press("home")
        await ada.wait(0.5)
        assert marked(ada) == 41


async def test_a_reviewer_sees_nothing_of_what_others_said(lead: Desk) -> None:
    assert next(list_claims(lead)).claim.status == "disputed"
    async with at_the_screen(lead) as ada:
        await ada.press("l", "home")
        shown = ada.page("queue")
        assert "disputed" not in shown
        for _ in range(6):
            await ada.press("s")
            assert "disputed" not in ada.page("queue") + ada.notice
    async with at_the_screen(lead, reviewer="cy") as cy:
        await cy.press("l", "v", "2")
        assert "No claim answers" in cy.page("queue")


@pytest.mark.parametrize("size", SIZES)
async def test_the_lead_lists_everything(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, "home", reviewer=None, size=size) as someone:
        await someone.press("l")
        assert (marked(someone), numbers(someone)[:3]) == (1, [1, 2, 3])
        await someone.press("s", "s")
        assert someone.notice.startswith("Only: disputed")
        assert numbers(someone) == [1, 51]
        await someone.press("s")
        assert numbers(someone) == [2]
        assert "= Refuted" in someone.page("queue")
        await someone.press("a", "v", "2")
        assert numbers(someone) == [2]
        await someone.press("escape")
        assert someone.shows(HomeScreen)


async def test_a_list_of_nothing_says_so(tmp_path: Path) -> None:
    with project(tmp_path / "new.db") as lead:
        async with at_the_screen(lead, "home") as ada:
            await ada.press("l")
            assert "There are no claims here yet." in ada.page("queue")
            await ada.press("down", "end", "enter", "d", "s")
            assert ada.shows(QueueScreen)


async def test_only_dealt_claims_are_listed_and_numbered_as_in_the_queue(lead: Desk) -> None:
    assign(lead, ["ada", "ben"], 1, 3)
    own = [item.at.position for item in leaf(replace(lead, reviewer="ada"), None, 200)]
    assert own == list(range(1, 61))
    async with at_the_screen(lead) as ada:
        await ada.press("l", "end")
        assert marked(ada) == 60
        await ada.press("d", "home")
        start = marked(ada)
        await ada.press("a", *str(start), "enter")
        assert marked(ada) == start


@pytest.mark.parametrize("seed", range(6))
def test_a_window_moved_about_shows_what_a_list_would(lead: Desk, seed: int) -> None:
    dice = random.Random(seed)
    ada = replace(lead, reviewer="ada")
    wanted = dice.choice([Wanted(), Wanted(kind=Kind.DONE), Wanted(words=("thing", "1")), Wanted(kind=Kind.SKIPPED)])
    every = leaf(ada, None, 200)
    expected = [item for item in every if answers(item.answer, item.quote, wanted)]
    listing, room, at = Listing(ada, wanted, len(every)), dice.randint(1, 9), 0

    def fill(missing: int, *, back: bool) -> None:
        while missing > 0 and not listing.is_over(back=back):
            missing -= listing.add(listing.look(missing, dice.randint(1, 20), back=back), room, back=back)

    fill(room, back=False)
    for _ in range(60):
        step = dice.choice([1, -1, room, -room, 40, -40])
        fill(listing.move(step), back=step < 0)
        at = max(0, min(len(expected) - 1, at + step))
        assert listing.leaf == expected[at]
        first = expected.index(listing.leaves[0])
        assert listing.leaves == expected[first : first + len(listing.leaves)]
        assert len(listing.leaves) == min(room, len(expected))


def answers(answer: object, quote: str, wanted: Wanted) -> bool:
    said = getattr(answer, "answer", None)
    if wanted.kind is Kind.DONE:
        return said is not None and said is not Answer.SKIPPED
    if wanted.kind is Kind.SKIPPED:
        return said is Answer.SKIPPED
    return all(word in quote.casefold() for word in wanted.words)


async def test_the_list_has_its_help(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("l")
        await ada.app.screen.run_action("help")
        await ada.wait()
        assert ada.shows(HelpSheet)
        assert "only the document of the marked claim" in ada.page("reading")
        await ada.press("escape")
        assert ada.shows(QueueScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_words_have_half_of_a_row_beside_a_title_and_states_stand_in_one_column(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    quotes = tuple(f"Claim {number} {'is a long one ' * 12}so" for number in range(3))
    with project(tmp_path / "long.db") as lead:
        add_article(lead, ". ".join(quotes), quotes, title="A title that goes on and on " * 6)
        for claim in list(list_claims(lead))[:2]:
            for reviewer in ("ada", "ben"):
                judge(replace(lead, reviewer=reviewer), claim.claim.id, Response(verdict="refuted"))
            decide(lead, claim.claim.id, "refuted")
        async with at_the_screen(lead, size=size) as ada:
            await ada.press("l")
            rows = ada.page("queue").split("\n")[:3]
    words, _, title = rows[0].partition("…")
    assert len(words) - words.index("Claim") >= size[0] // 2 - 1
    assert title.strip().startswith("A title")
    assert rows[0].index("settled") == rows[1].index("settled") > rows[2].rindex("…")
