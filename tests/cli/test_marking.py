"""Marking claims, and listing what is there."""

from pathlib import Path

import pytest
from tests.cli.conftest import TEXT
from tests.engines import BOTH
from tests.journeys.commands import done, refused

pytestmark = BOTH


def test_a_claim_is_marked_by_its_quote_or_by_its_offsets(project: str) -> None:
    start = TEXT.index("Critics")
    marked = done("mark", "article.txt", "--start", str(start), "--end", str(start + 7), "--json").json
    assert (marked["start"], marked["end"]) == (start, start + 7)
    quotes = [TEXT[claim["start"] : claim["end"]] == claim["quote"] for claim in done("claims", "--json").json]
    assert quotes == [True, True, True]


def test_a_span_that_is_a_claim_already_stays_the_claim_that_it_is(project: str) -> None:
    assert done("mark", "article.txt", "--quote", "flights had doubled").out.strip() == project
    assert len(done("claims", "--json").json) == 2


def test_a_document_is_named_by_id_start_of_one_title_or_source(project: str) -> None:
    (document,) = done("documents", "--json").json
    names = (document["id"], document["id"][:6], document["id"][3:9], "Minister: flights doubled", "article.txt")
    for name in names:
        assert done("mark", name, "--quote", "flights had doubled").out.strip() == project


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ["article.txt", "--quote", "halved"],
            'The quote "halved" is not in Minister: flights doubled. Copy it from the text, character by character.',
        ),
        (
            ["article.txt", "--quote", "doubled"],
            'The quote "doubled" stands more than once in Minister: flights doubled, at 18, 57, 80. '
            "Give its start and end, or more of the text.",
        ),
        (
            ["article.txt", "--start", "5", "--end", "500"],
            "In Minister: flights doubled the span [5, 500) ends past the text, which has 99 characters. "
            "Offsets count Unicode code points from 0.",
        ),
        (
            ["article.txt", "--start", "0", "--end", "8", "--quote", "flights"],
            'In Minister: flights doubled the span [0, 8) holds "Minister", not "flights". '
            "Offsets count Unicode code points from 0.",
        ),
        (
            ["elsewhere.txt", "--quote", "x"],
            'No document has "elsewhere.txt" as title, source or start of its id. List them with: annotate documents.',
        ),
        (["", "--quote", "Critics"], "No document is named. List them with: annotate documents."),
    ],
    ids=lambda value: "" if isinstance(value, str) else " ".join(value),
)
def test_a_span_that_is_not_there_is_refused_in_one_sentence(project: str, words: list[str], sentence: str) -> None:
    assert refused("mark", *words) == sentence


def test_two_documents_of_one_title_are_told_apart_by_id(desk: Path) -> None:
    done("init")
    for name in ("a.txt", "b.txt"):
        (desk / name).write_text(f"Same title\n\nText {name}\n", encoding="utf-8")
    done("import", "a.txt", "b.txt")
    assert "Several documents answer" in refused("mark", "Same title", "--quote", "Text")
    assert done("mark", "b.txt", "--quote", "Text b.txt").code == 0


def test_claims_are_filtered_by_document_and_status(project: str) -> None:
    done("decide", project, "supported")
    assert len(done("claims", "--document", "article.txt", "--json").json) == 2
    assert [claim["id"] for claim in done("claims", "--status", "adjudicated", "--json").json] == [project]
    assert "No document has" in refused("claims", "--document", "other.txt")


def test_an_empty_list_says_what_to_do_next_on_stderr(desk: Path) -> None:
    done("init")
    for name in ("documents", "claims", "reviewers", "disputes", "log", "set"):
        answered = done(name)
        assert answered.out == ""
        assert answered.err
    for name in ("documents", "claims", "reviewers", "disputes"):
        assert done(name, "--json").json == []
    assert done("log", "--json").out == ""


def test_claims_stand_in_the_order_of_the_queue(project: str) -> None:
    done("mark", "article.txt", "--quote", "Minister: flights doubled")
    starts = [claim["start"] for claim in done("claims", "--json").json]
    assert starts == sorted(starts)


def test_a_reviewer_is_added_and_corrected(project: str) -> None:
    done("reviewers", "add", "gpt", "--kind", "model")
    done("reviewers", "add", "gpt", "--name", "G. P. T.")
    assert done("reviewers", "--json").json == [{"handle": "gpt", "name": "G. P. T.", "kind": "model"}]
    done("reviewers", "add", "gpt", "--kind", "human")
    assert done("reviewers", "--json").json[0]["kind"] == "human"
    assert "cannot be a reviewer" in refused("reviewers", "add", "two words")


def test_settings_are_set_together_or_not_at_all(project: str, desk: Path) -> None:
    (desk / "guide.md").write_text("# Guide\n", encoding="utf-8")
    done("set", "licence=CC0-1.0", "guidelines=guide.md", "title=Border = desk")
    held = {"guidelines": "# Guide\n", "licence": "CC0-1.0", "title": "Border = desk"}
    assert done("set", "--json").json == held
    assert 'no setting "colour"' in refused("set", "title=New", "colour=red")
    assert "confidence cannot be" in refused("set", "confidence=10")
    assert "gone.md" in refused("set", "guidelines=gone.md")
    done("set", "licence=", "guidelines=")
    assert done("set", "--json").json == {"title": "Border = desk"}
