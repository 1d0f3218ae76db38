"""An agreement report told in Markdown, read back by a Markdown parser."""

from itertools import pairwise

from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.report.given import BALLOTS, HOSTILE, LABELS, THREE, Ballots, facts_of, hostile_facts

from annotate.domain import printable
from annotate.report import agreement_markdown

PARSER = MarkdownIt("commonmark").enable("table")
BLOCKS = {"heading", "paragraph", "inline", "table", "thead", "tbody", "tr", "th", "td", "ordered_list", "list_item"}
INLINE = {"text", "text_special", "strong_open", "strong_close"}


def parsed(told: str) -> list[Token]:
    return PARSER.parse(told)


def rows(tokens: list[Token]) -> list[list[str]]:
    """The cells of all tables, row by row, as a reader sees them."""
    found: list[list[str]] = []
    for before, token in pairwise(tokens):
        if token.type == "tr_open":
            found.append([])
        elif before.type in ("th_open", "td_open"):
            found[-1].append(words(token))
    return found


def words(token: Token) -> str:
    return "".join(child.content for child in token.children or ())


def check(tokens: list[Token]) -> None:
    """Nothing but what a report is made of: no link, no code, no emphasis of anybody's making, no HTML."""
    assert {token.type.removesuffix("_open").removesuffix("_close") for token in tokens} <= BLOCKS
    assert {child.type for token in tokens for child in token.children or ()} <= INLINE


def test_the_tables_hold_the_numbers() -> None:
    told = agreement_markdown(facts_of(THREE, LABELS, skipped=2))
    assert told.startswith("# Agreement report\n\n## In short\n\n")
    assert "\n| Krippendorff's alpha | nominal | 3 | 0.562 | -0.995 to 1.000 | \\[3\\] |\n" in told
    assert "\n| --- | --- | ---: | ---: | ---: | ---: |\n" in told
    found = rows(parsed(told))
    assert ["true", "4", "44.4%", "0.543", "0.562", "-0.995 to 1.000"] in found
    assert ["2 ben", "0.667", "·", "1.000"] in found


def test_whatever_people_call_their_labels_is_shown_and_never_obeyed() -> None:
    tokens = parsed(agreement_markdown(hostile_facts()))
    check(tokens)
    shown = {row[0] for row in rows(tokens)}
    assert {printable(name).strip() for name in HOSTILE} <= shown


def test_no_label_becomes_a_link_where_links_are_made_of_words() -> None:
    told = agreement_markdown(hostile_facts())
    assert "https:" not in told
    assert "www.example" not in told


@settings(max_examples=20)
@given(BALLOTS)
def test_every_report_is_made_of_headings_paragraphs_and_tables(ballots: Ballots) -> None:
    told = agreement_markdown(facts_of(ballots, skipped=1))
    check(parsed(told))
    tables = [line.count("|") for line in told.splitlines() if line.startswith("|")]
    assert tables
