"""Finding: by the start of an id, by title, by source; drafts by who typed them where."""

from dataclasses import replace

import pytest
from tests.engines import BOTH
from tests.laws.histories import CLAIMS, DOCUMENTS, Act, begun, play

from annotate.store import find_claims, find_documents
from annotate.work import Desk, Draft, keep_answer_draft, read_answer_draft

pytestmark = BOTH


def found(lead: Desk, name: str) -> tuple[list[str], list[str]]:
    """Ids of the claims and documents that answer to the name."""
    with lead.store.reading() as connection:
        claims = [claim.id for claim in find_claims(connection, name)]
        return claims, [document.id for document in find_documents(connection, name)]


def test_an_id_is_found_by_any_start_of_it_that_is_one_things_alone() -> None:
    with begun() as lead:
        for identity in CLAIMS:
            assert (
                found(lead, identity)[0] == found(lead, identity[3:])[0] == found(lead, identity[:12])[0] == [identity]
            )
        for identity in DOCUMENTS:
            assert found(lead, identity)[1] == found(lead, identity[3:11])[1] == [identity]
        assert len(found(lead, "c1_")[0]) == 2


@pytest.mark.parametrize("name", ["c1_g", "%", "_", "c1_%", "\u00e9", "~", "0" * 40, "\0", "c1_\U0001f600"])
def test_nothing_else_is_found(name: str) -> None:
    with begun() as lead:
        assert found(lead, name) == ([], [])


def test_a_document_is_found_by_its_title_and_by_where_it_came_from() -> None:
    with begun() as lead:
        play(lead, [Act("describe", None, 1, "News")])
        assert found(lead, "News") == ([], [DOCUMENTS[1]])
        assert found(lead, "news.txt") == ([], DOCUMENTS)


def test_a_draft_is_its_writers_and_the_last_that_was_typed() -> None:
    with begun() as lead:
        ada, bob = replace(lead, reviewer="ada"), replace(lead, reviewer="bob")
        for typed in ("It", "It says\0 \U0001f600"):
            keep_answer_draft(ada, CLAIMS[0], Draft(rationale=typed))
        assert read_answer_draft(ada, CLAIMS[0]) == Draft(rationale="It says\0 \U0001f600")
        assert read_answer_draft(ada, CLAIMS[1]) == read_answer_draft(bob, CLAIMS[0]) == Draft()
        keep_answer_draft(ada, CLAIMS[0], Draft())
        assert read_answer_draft(ada, CLAIMS[0]) == Draft()
