"""What reviewers rest their verdicts on, as the ledger has it."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from tests.desks import project
from tests.engines import BOTH
from tests.tui.articles import add_article

from annotate.domain import Answer, Description, Evidence
from annotate.report import EvidenceAgreement
from annotate.work import Desk, Response, judge, list_documents, project_agreement

pytestmark = BOTH

URL = "https://example.org/table"
OTHER = "https://example.org/minutes"
SPELT = "HTTPS://Example.org:443/table?utm_source=mail#row7"


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Desk]:
    with project(tmp_path / "annotate.db") as desk:
        yield desk


@pytest.fixture
def claims(lead: Desk) -> list[str]:
    return add_article(lead)


def give(lead: Desk, reviewer: str, claim: str, verdict: str, *evidence: Evidence) -> None:
    judge(replace(lead, reviewer=reviewer), claim, Response(verdict=verdict, evidence=evidence))


def evidence(lead: Desk) -> EvidenceAgreement:
    found = project_agreement(lead).evidence
    assert found is not None
    return found


def values(lead: Desk) -> dict[str, object]:
    return {one.name: one.value for one in evidence(lead).coefficients}


def test_nothing_is_said_where_nobody_gave_any(lead: Desk, claims: list[str]) -> None:
    give(lead, "ada", claims[0], "refuted")
    assert project_agreement(lead).evidence is None


def test_one_page_is_one_source_in_whatever_spelling(lead: Desk, claims: list[str]) -> None:
    give(lead, "ada", claims[0], "refuted", Evidence(url=URL, stance="refutes", quote="twelve ships"))
    give(lead, "ben", claims[0], "refuted", Evidence(url=SPELT, stance="refutes", quote="Twelve ships called"))
    assert values(lead) == {"jaccard": 1, "same_source": 1, "same_passage": 1, "same_stance": 1}
    assert not evidence(lead).different_sources
    assert not evidence(lead).different_stances
    assert (evidence(lead).claims, evidence(lead).alone) == (1, 0)


def test_the_page_of_a_document_is_the_same_source_as_a_passage_of_it(lead: Desk, claims: list[str]) -> None:
    (document,) = list_documents(lead)
    passage = Evidence(document=document.id, start=0, end=7, quote="Harbour")
    give(lead, "ada", claims[0], "refuted", passage)
    give(lead, "ben", claims[0], "refuted", replace(passage, start=4, end=14, quote="our counts"))
    give(lead, "cy", claims[0], "refuted", Evidence(url=URL, quote="the harbour counts"))
    found = {(pair.a, pair.b): [one.value for one in pair.coefficients[:3]] for pair in evidence(lead).pairs}
    assert found["ada", "ben"] == [1, 1, 1]
    assert found["ada", "cy"][0] == 0
    with lead.store.writing() as ledger:
        ledger.add(Description(document.id, title="Harbour", url=SPELT, supersedes=(document.described or "",)))
    found = {(pair.a, pair.b): [one.value for one in pair.coefficients[:3]] for pair in evidence(lead).pairs}
    assert found["ada", "cy"] == [1, 1, 1]


def test_the_same_verdict_from_different_sources_is_found_and_most_pairs_come_first(
    lead: Desk, claims: list[str]
) -> None:
    one, two, three = claims
    for reviewer, url in (("ada", URL), ("ben", OTHER)):
        give(lead, reviewer, one, "refuted", Evidence(url=url))
        give(lead, reviewer, two, "supported", Evidence(url=url))
        give(lead, reviewer, three, "supported" if reviewer == "ada" else "refuted", Evidence(url=url))
    give(lead, "cy", two, "supported", Evidence(url="https://example.org/third"))
    found = [(item.claim, item.verdict, item.pairs, item.reviewers) for item in evidence(lead).different_sources]
    assert found == [(two, "supported", 3, ("ada", "ben", "cy")), (one, "refuted", 1, ("ada", "ben"))]
    assert evidence(lead).different_sources[1].sources == (OTHER, URL)


def test_one_source_read_differently_is_found(lead: Desk, claims: list[str]) -> None:
    give(lead, "ada", claims[1], "refuted", Evidence(url=URL, stance="refutes"), Evidence(url=OTHER))
    give(lead, "ben", claims[1], "supported", Evidence(url=SPELT, stance="supports"))
    (found,) = evidence(lead).different_stances
    assert (found.claim, found.source, found.pairs) == (claims[1], URL, 1)
    assert found.stances == {"ada": ("refutes",), "ben": ("supports",)}
    assert values(lead)["jaccard"] == Fraction(1, 2)
    assert values(lead)["same_stance"] == 0


def test_what_is_no_verdict_or_names_no_source_does_not_count(lead: Desk, claims: list[str]) -> None:
    give(lead, "ada", claims[0], "refuted", Evidence(url=URL))
    give(lead, "ben", claims[0], "refuted", Evidence(quote="he told me so"))
    judge(replace(lead, reviewer="cy"), claims[0], Response(answer=Answer.SKIPPED, evidence=(Evidence(url=URL),)))
    assert (evidence(lead).claims, evidence(lead).alone) == (0, 1)
    assert evidence(lead).left_out == {"without a source": 1}
    give(lead, "ben", claims[0], "refuted", Evidence(url=URL))
    assert (evidence(lead).claims, evidence(lead).alone, evidence(lead).left_out) == (1, 0, {})


def test_claims_of_one_document_hang_together(lead: Desk, claims: list[str]) -> None:
    others = add_article(lead, "Another text of the harbour.", ("Another text",), title="Another")
    for claim, url in ((claims[0], URL), (claims[1], OTHER), (others[0], URL)):
        give(lead, "ada", claim, "refuted", Evidence(url=URL))
        give(lead, "ben", claim, "refuted", Evidence(url=url))
    source = evidence(lead).coefficients[1]
    assert (source.name, source.value, source.units, source.documents) == ("same_source", Fraction(2, 3), 3, 2)
