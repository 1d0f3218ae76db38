"""How values are told on a screen."""

import pytest

from annotate.domain import PRESETS, Answer, Evidence, Judgement, Version
from annotate.tui.telling import day, evidence, many, short_path, sign_of, source, speakers

VERDICTS = PRESETS["averitec"].verdict


@pytest.mark.parametrize(
    ("published", "told"),
    [("2021-11-18", "18 Nov 2021"), ("2021-11", "Nov 2021"), ("2021", "2021"), ("", ""), ("some day", "some day")],
)
def test_a_date_is_told_as_exactly_as_it_is_known(published: str, told: str) -> None:
    assert day(published) == told


def test_the_speaker_comes_before_who_quotes_him() -> None:
    version = Version("c1_x", 0, 1, attribution=("Example Wire", "Agency", "Defence ministry"))
    assert speakers(version) == "Defence ministry < Agency < Example Wire"
    assert speakers(Version("c1_x", 0, 1, claimant="Ministry")) == "Ministry"


def test_a_source_is_told_without_what_all_addresses_have() -> None:
    assert source(Evidence(url="https://www.example.org/a/table/?year=2021#top")) == "example.org/a/table"


def test_evidence_is_told_by_source_and_quote() -> None:
    assert evidence(Evidence(url="https://example.org/a", quote="12 percent")) == "example.org/a  “12 percent”"
    assert evidence(Evidence(quote="12 percent")) == "“12 percent”"


@pytest.mark.parametrize(
    ("answer", "verdict", "sign"),
    [
        (Answer.VERDICT, "refuted", ("-", "negative")),
        (Answer.VERDICT, "conflicting_evidence", ("~", "mixed")),
        (Answer.SKIPPED, "", ("·", "neutral")),
        (Answer.NOT_A_CLAIM, "", ("×", "neutral")),
        (Answer.CANNOT_JUDGE, "", ("∅", "neutral")),
    ],
)
def test_every_answer_has_its_own_sign(answer: Answer, verdict: str, sign: tuple[str, str]) -> None:
    assert sign_of(VERDICTS, Judgement("c", "ada", "s", answer=answer, verdict=verdict)) == sign


def test_no_answer_has_no_sign() -> None:
    assert sign_of(VERDICTS, None) == ("", "neutral")


def test_one_thing_is_told_otherwise_than_several() -> None:
    assert [many(number, "claim") for number in (0, 1, 1_200)] == ["0 claims", "1 claim", "1,200 claims"]


def test_a_path_is_told_from_the_home_folder_on_and_a_long_one_by_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    assert short_path("/home/ada/work/annotate.db") == "~/work/annotate.db"
    assert short_path("/home/adam/annotate.db") == "/home/adam/annotate.db"
    assert short_path("/home/ada/work/annotate.db", 12) == "…annotate.db"
