"""The review screen: what each key does, and what it says."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.desks import project
from tests.tui.articles import add_article
from tests.tui.screens import at_the_screen

from annotate.domain import PRESETS, Answer, Evidence, Judgement, Scheme, scheme_of
from annotate.tui.screens.choice import ChoiceSheet
from annotate.tui.screens.evidence import EvidenceSheet
from annotate.tui.screens.home import HomeScreen
from annotate.tui.screens.queue import QueueScreen
from annotate.tui.screens.rationale import RationaleSheet
from annotate.tui.screens.reading import DefinitionsSheet, HelpSheet
from annotate.tui.screens.review import ReviewScreen
from annotate.tui.screens.scene import TooSmall
from annotate.tui.widgets.document import DocumentPane
from annotate.tui.widgets.footer_line import FooterLine
from annotate.tui.widgets.side_panel import SidePanel
from annotate.tui.widgets.summary_line import SummaryLine
from annotate.work import Desk, Response, assign, judge, list_claims, open_claim, queue_of, read_log

DEMANDING = scheme_of(
    {
        "name": "strict",
        "facets": [
            {
                "id": "verdict",
                "kind": "single",
                "labels": [
                    {"id": "right", "name": "Right"},
                    {"id": "wrong", "name": "Wrong", "key": "p", "needs": ["evidence", "rationale"]},
                ],
            },
            {
                "id": "speaker",
                "kind": "single",
                "labels": [{"id": "named", "name": "Named"}, {"id": "not", "name": "Not"}],
            },
            {
                "id": "topics",
                "kind": "set",
                "labels": [{"id": "ships", "name": "Ships"}, {"id": "jobs", "name": "Jobs"}],
            },
        ],
    }
)


TODAY = "2020-09-13"
"""By the desk's clock."""

FULL = "CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'disk is full'); END"


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    """A project with one article and its three claims."""
    with project(tmp_path / "annotate.db") as desk:
        add_article(desk)
        yield desk


@pytest.fixture
def strict(tmp_path: Path) -> Iterator[Desk]:
    """The same by a scheme that demands evidence and a reason for a label, and has two facets more."""
    with project(tmp_path / "strict.db", scheme=DEMANDING) as desk:
        add_article(desk)
        yield desk


def standing(lead: Desk, number: int) -> Judgement | None:
    """Ada's standing answer to the claim with that number."""
    ada = replace(lead, reviewer="ada")
    claim = list(list_claims(lead))[number - 1].claim
    place = queue_of(ada, claim.id).place
    assert place is not None
    return open_claim(ada, place).answer


def recorded(lead: Desk) -> list[Judgement]:
    """Every judgement that was ever recorded."""
    return [entry.fact for entry in read_log(lead) if isinstance(entry.fact, Judgement)]


async def test_a_label_key_records_the_verdict_and_goes_to_the_next_claim(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        assert "1/3" in ada.header
        await ada.press("2")
        assert "2/3" in ada.header
        assert "saved" in ada.header
    answer = standing(lead, 1)
    assert answer is not None
    assert (answer.verdict, answer.answer) == ("refuted", Answer.VERDICT)


async def test_time_spent_on_a_claim_is_kept_with_the_judgement(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("down", "up", "1")
    answer = standing(lead, 1)
    assert answer is not None
    assert 0 < answer.milliseconds < 60_000


async def test_time_spent_in_a_field_is_time_spent_on_the_claim(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("r")
        await ada.write("The table says so.")
        await ada.wait(0.2)
        await ada.press("escape", "1")
    answer = standing(lead, 1)
    assert answer is not None
    assert answer.milliseconds > 200


async def test_ctrl_c_in_a_field_says_how_to_leave_it(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("r", "ctrl+c")
        assert ada.notice == "ctrl+c copies what is selected. Esc closes this, and keeps what was typed."
        await ada.write("so")
        await ada.press("ctrl+s")
        assert "so" in ada.reads(SummaryLine)


async def test_the_unshifted_digits_of_a_french_keyboard_judge(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("é")
        assert "2/3" in ada.header
    answer = standing(lead, 1)
    assert answer is not None
    assert answer.verdict == "refuted"


async def test_walking_keys_move_and_judge_nothing(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("j", "j")
        assert "3/3" in ada.header
        await ada.press("j")
        assert ada.notice == "This is the last claim of your queue."
        await ada.press("k")
        assert "2/3" in ada.header
        await ada.press("n")
        assert "3/3" in ada.header
        await ada.press("n")
        assert "1/3" in ada.header
    assert recorded(lead) == []


async def test_undo_and_redo_reach_over_claims_and_over_quitting(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("1", "2")
    async with at_the_screen(lead) as ada:
        assert "3/3" in ada.header
        await ada.press("u")
        assert "2/3" in ada.header
        await ada.press("u")
        assert "1/3" in ada.header
        assert standing(lead, 1) is None
        await ada.press("ctrl+r")
        assert ada.notice == "Done again."
        await ada.press("u", "u")
        assert ada.notice == "There is nothing to undo."


async def test_a_skipped_claim_comes_again_when_all_others_are_done(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("s", "1", "1")
        assert "1/3" in ada.header
        await ada.press("n")
        assert ada.notice == "Only this claim is left; it was skipped."
        await ada.press("x")
        assert ada.notice.startswith("All 3 claims have your answer.")
    answer = standing(lead, 1)
    assert answer is not None
    assert answer.answer is Answer.NOT_A_CLAIM


async def test_skipping_a_claim_that_has_an_answer_keeps_the_answer(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("1", "k", "s")
        assert "2/3" in ada.header
    assert len(recorded(lead)) == 1


async def test_what_cannot_be_judged_is_asked_why(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("w")
        assert isinstance(ada.app.screen, RationaleSheet)
        await ada.write("Behind a paywall.")
        await ada.press("ctrl+s")
        assert "2/3" in ada.header
    answer = standing(lead, 1)
    assert answer is not None
    assert (answer.answer, answer.rationale) == (Answer.CANNOT_JUDGE, "Behind a paywall.")


async def test_a_flag_is_set_and_taken_back_and_outlives_a_verdict(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("f")
        assert ada.notice == "Flagged for the adjudicator."
        await ada.press("1", "k")
        answer = standing(lead, 1)
        assert answer is not None
        assert (answer.verdict, answer.flagged) == ("supported", True)
        await ada.press("f")
        assert ada.notice == "The flag is taken back."


async def test_evidence_before_the_verdict_waits_for_it_durably(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("e")
        await ada.write("https://example.org/a")
        await ada.press("ctrl+s")
        assert ada.notice == "Kept; it goes with your verdict."
    async with at_the_screen(lead) as ada:
        assert "example.org/a" in ada.reads(SummaryLine)
        await ada.press("1")
    answer = standing(lead, 1)
    assert answer is not None
    assert answer.evidence == (Evidence(url="https://example.org/a", retrieved=TODAY),)


async def test_evidence_after_the_verdict_supersedes_the_judgement(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("1", "k", "e")
        await ada.write("https://example.org/a")
        await ada.press("enter")
        await ada.write("in any year")
        await ada.press("tab", "right", "tab")
        await ada.write("Example Wire")
        await ada.press("tab")
        await ada.write("2021-11")
        await ada.press("tab", "tab", "tab", "tab")
        await ada.write("2")
        await ada.press("enter")
        assert isinstance(ada.app.screen, ReviewScreen)
    answer = standing(lead, 1)
    assert answer is not None
    assert answer.verdict == "supported"
    assert answer.evidence == (
        Evidence(
            url="https://example.org/a",
            quote="in any year",
            stance="supports",
            publisher="Example Wire",
            published="2021-11",
            retrieved=TODAY,
            set=2,
        ),
    )
    assert len(recorded(lead)) == 2


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("url", "ftp://example.org", "is no http or https address"),
        ("published", "last May", "is no date"),
        ("set", "none", "is no set"),
        ("publisher", "Example Wire", "needs a url, a passage or a quoted text"),
    ],
)
async def test_evidence_that_leads_nowhere_is_refused_and_stays_in_the_form(
    lead: Desk, field: str, typed: str, said: str
) -> None:
    async with at_the_screen(lead, size=(120, 34)) as ada:
        await ada.press("e")
        ada.app.screen.set_focus(ada.app.screen.query_one(f"#{field}"))
        await ada.write(typed)
        await ada.press("ctrl+s")
        assert isinstance(ada.app.screen, EvidenceSheet)
        assert said in " ".join(ada.notice.split())
        await ada.press("escape", "e")
        assert ada.app.screen.query_one(f"#{field}").text == typed  # type: ignore[attr-defined]


async def test_earlier_evidence_is_reused_with_two_keys(lead: Desk) -> None:
    piece = Evidence(url="https://example.org/a", quote="in any year", stance="refutes")
    first = next(list_claims(lead)).claim.id
    judge(replace(lead, reviewer="ada"), first, Response(verdict="refuted", evidence=(piece,)))
    async with at_the_screen(lead) as ada:
        await ada.press("E", "1", "2")
    answer = standing(lead, 2)
    assert answer is not None
    assert answer.evidence == (piece,)


async def test_with_no_evidence_given_before_there_is_none_to_reuse(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("E")
        assert "no earlier evidence" in ada.notice


async def test_a_reason_is_written_in_lines_and_saved(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("1", "k", "r")
        await ada.write("The table says so.")
        await ada.press("enter")
        await ada.write("[/bold]")
        await ada.press("ctrl+s")
        assert "The table says so." in ada.reads(SummaryLine)
    answer = standing(lead, 1)
    assert answer is not None
    assert answer.rationale == "The table says so.\n[/bold]"


async def test_a_reason_left_by_escape_is_kept_and_goes_with_the_verdict(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("r")
        await ada.write("half a thou")
        await ada.press("escape")
    assert recorded(lead) == []
    async with at_the_screen(lead) as ada:
        assert "half a thou" in ada.reads(SummaryLine)
        await ada.press("3")
    answer = standing(lead, 1)
    assert answer is not None
    assert answer.rationale == "half a thou"


async def test_what_stands_in_an_open_field_is_kept_while_it_is_typed_and_when_the_app_ends(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("e")
        await ada.write("https://exa")
    async with at_the_screen(lead) as ada:
        await ada.press("e")
        assert ada.app.screen.query_one("#url").text == "https://exa"  # type: ignore[attr-defined]


async def test_undo_in_a_field_is_the_fields_own(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("1", "k", "r")
        await ada.write("so")
        await ada.press("ctrl+z")
        assert ada.app.screen.query_one("#rationale").text == ""  # type: ignore[attr-defined]
        await ada.press("escape")
    assert len(recorded(lead)) == 1


async def test_confidence_takes_one_key(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("c", "4")
        assert "sure 4/5" in ada.reads(SummaryLine)
        await ada.press("1")
    answer = standing(lead, 1)
    assert answer is not None
    assert answer.confidence == 4


async def test_the_picker_judges_by_arrows_and_enter(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("v", "down", "down", "enter")
        assert "2/3" in ada.header
    answer = standing(lead, 1)
    assert answer is not None
    assert answer.verdict == "not_enough_evidence"


async def test_other_facets_take_a_key_each(strict: Desk) -> None:
    async with at_the_screen(strict) as ada:
        await ada.press("t", "2")
        assert isinstance(ada.app.screen, ChoiceSheet)
        await ada.press("1", "2", "1", "enter", "1")
        assert "2/3" in ada.header
    answer = standing(strict, 1)
    assert answer is not None
    assert (answer.verdict, answer.facets) == ("right", {"speaker": ("not",), "topics": ("jobs",)})


async def test_a_scheme_without_facets_says_so(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("t")
        assert ada.notice == "The scheme averitec asks for nothing beside the verdict."


async def test_what_the_scheme_demands_is_asked_for_before_it_goes_on(strict: Desk) -> None:
    async with at_the_screen(strict) as ada:
        await ada.press("p")
        assert isinstance(ada.app.screen, EvidenceSheet)
        assert ada.notice == "Wrong needs evidence and rationale; Esc leaves it for later."
        await ada.write("https://example.org/a")
        await ada.press("ctrl+s")
        assert isinstance(ada.app.screen, RationaleSheet)
        await ada.write("Because.")
        await ada.press("ctrl+s")
        assert "2/3" in ada.header


async def test_what_the_scheme_demands_can_be_left_for_later(strict: Desk) -> None:
    async with at_the_screen(strict) as ada:
        await ada.press("p", "escape")
        assert "1/3" in ada.header
        assert ada.notice == "Wrong still needs: evidence and rationale."
        await ada.press("n")
        assert "2/3" in ada.header


async def test_the_list_shows_own_answers_and_opens_a_claim(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("2", "l")
        screen = ada.app.screen
        assert isinstance(screen, QueueScreen)
        rows = screen.query_one("#queue")
        shown = [rows.render_line(y).text for y in range(3)]
        assert "1 - fewer ships" in shown[0]
        assert "▶" in shown[1]
        await ada.press("down", "enter")
        assert "3/3" in ada.header


async def test_help_definitions_and_guidelines_open_and_close(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("question_mark")
        assert isinstance(ada.app.screen, HelpSheet)
        await ada.press("q")
    async with at_the_screen(lead) as ada:
        await ada.press("d")
        assert isinstance(ada.app.screen, DefinitionsSheet)
    async with at_the_screen(lead) as ada:
        await ada.press("g")
        assert type(ada.app.screen).__name__ == "GuidelinesSheet"
        await ada.press("pagedown", "escape")
        assert isinstance(ada.app.screen, ReviewScreen)


async def test_home_and_back_keeps_the_claim(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("j", "h")
        assert isinstance(ada.app.screen, HomeScreen)
        await ada.press("enter")
        assert "2/3" in ada.header


async def test_scrolling_keys_scroll_the_text(lead: Desk) -> None:
    text = "\n".join(f"Line {n}." for n in range(200))
    add_article(lead, text, ("Line 150.",), title="Long")
    async with at_the_screen(lead) as ada:
        await ada.press("k", "j", "j", "j")
        pane = ada.app.screen.query_one(DocumentPane)
        low = pane.scroll_offset.y
        assert low > 100
        await ada.press("pageup", "up")
        assert pane.scroll_offset.y < low
        await ada.press("end")
        assert pane.scroll_offset.y > low
        await ada.press("home")
        assert pane.scroll_offset.y == 0


async def test_the_layout_follows_the_window(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        assert not ada.app.screen.query_one(SidePanel).display
        await ada.resize(120, 40)
        assert "EVIDENCE" in ada.reads(SidePanel)
        await ada.resize(20, 5)
        assert ada.app.screen.query_one(TooSmall).size.width == 20
        await ada.resize(80, 24)
        assert "no evidence yet" in ada.reads(SummaryLine)


@pytest.mark.parametrize("size", [(40, 10), (79, 11), (110, 10), (200, 60)])
async def test_it_can_be_used_at_any_size(lead: Desk, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as ada:
        await ada.press("1", "e", "escape", "d", "escape", "l", "escape")
        assert "2/3" in ada.header


async def test_nobody_elses_answer_is_ever_shown(lead: Desk) -> None:
    first = next(list_claims(lead)).claim.id
    response = Response(
        verdict="refuted", rationale="Ben's reason.", evidence=(Evidence(url="https://example.org/ben"),)
    )
    judge(replace(lead, reviewer="ben"), first, response)
    async with at_the_screen(lead, size=(160, 48)) as ada:
        panel = ada.reads(SidePanel)
        assert "yours" not in panel
        assert "Ben" not in panel
        assert "ben" not in panel
        await ada.press("E")
        assert "no earlier evidence" in ada.notice


async def test_an_empty_project_says_how_to_make_claims(tmp_path: Path) -> None:
    with project(tmp_path / "empty.db") as lead:
        async with at_the_screen(lead) as ada:
            shown = [ada.app.screen.query_one(DocumentPane).render_line(y).text for y in range(10)]
            assert any("h  goes home, where i takes in a file" in line for line in shown)
            assert any("m  marks one" in line for line in shown)
            assert "verdict" not in ada.reads(FooterLine)
            await ada.press("m")
            assert ada.notice == "There is no text yet: h, then i takes one in."
            await ada.press("1", "j", "e", "s", "u", "l")
            assert isinstance(ada.app.screen, ReviewScreen)
            await ada.press("question_mark", "escape", "q")


async def test_a_queue_that_is_done_says_what_to_do_next(lead: Desk) -> None:
    async with at_the_screen(lead) as ada:
        await ada.press("1", "2", "3")
        assert ada.notice.startswith("All 3 claims have your answer.")
    async with at_the_screen(lead) as ada:
        assert ada.notice.startswith("All 3 claims have your answer.")
        assert "1/3" in ada.header


async def test_only_dealt_claims_are_in_the_queue(lead: Desk) -> None:
    judge(replace(lead, reviewer="ben"), next(list_claims(lead)).claim.id, Response(verdict="refuted"))
    judge(replace(lead, reviewer="ada"), next(list_claims(lead)).claim.id, Response(verdict="refuted"))
    assign(lead, ["ada", "ben"], 1, 7)
    async with at_the_screen(lead) as ada:
        place, of = ada.header.split("/")
        assert int(of.split()[0]) in (1, 2)
        assert place


async def test_a_database_that_cannot_be_written_is_said_and_nothing_is_lost(lead: Desk, tmp_path: Path) -> None:
    async with at_the_screen(lead, size=(120, 40)) as ada:
        with lead.store.writing() as ledger:
            ledger.raw.exec_driver_sql(
                "CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'disk is full'); END"
            )
        await ada.press("1")
        assert "The disk that holds" in ada.notice
        assert "not saved" in ada.header
        assert "1/3" in ada.header
        with lead.store.writing() as ledger:
            ledger.raw.exec_driver_sql("DROP TRIGGER full")
        await ada.press("1")
        assert "not saved" not in ada.header
        assert "2/3" in ada.header


@pytest.mark.parametrize("scheme", PRESETS.values(), ids=PRESETS.keys())
async def test_every_preset_fits_the_narrow_screen(tmp_path: Path, scheme: Scheme) -> None:
    with project(tmp_path / "preset.db", scheme=scheme) as lead:
        add_article(lead)
        async with at_the_screen(lead) as ada:
            bar = ada.app.screen.query_one("VerdictBar")
            shown = " ".join(bar.render_line(y).text for y in range(bar.size.height))
            assert all(f"{label.key} {label.sign}" in shown for label in scheme.verdict.labels)


async def test_home_for_the_lead_says_how_to_name_a_reviewer(lead: Desk) -> None:
    async with at_the_screen(lead, "home", reviewer=None) as someone:
        page = someone.app.screen.query_one("#page")
        assert any("annotate --reviewer NAME review" in page.render_line(y).text for y in range(10))
        await someone.press("enter")
        assert someone.notice.startswith("There is no dispute to settle.")
        await someone.press("l", "g", "escape")
        assert isinstance(someone.app.screen, HomeScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_one_key_costs_one_update(lead: Desk, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    async with at_the_screen(lead, size=size) as ada:
        painted: list[object] = []
        monkeypatch.setattr(ada.app, "post_display_hook", lambda: painted.append(None))
        await ada.press("1")
        assert len(painted) == 1
