"""The first glance shows what the opened project shows, after any history."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.laws.histories import REVIEWERS, Act, begun, histories, play

from annotate.domain import VERDICT
from annotate.glance import SCHEMA, count, look
from annotate.report import counted_facts
from annotate.store import tables
from annotate.tui.walk import Walk
from annotate.work import Desk, Extras, add_reviewer, project_agreement


def seen(desk: Desk) -> dict[str, object] | None:
    """What a reviewer sees of the first claim that waits for him, by the opened project; None where none does."""
    walk = Walk(desk)
    if walk.document is None or walk.answer is not None:
        return None
    return drawn(walk)


def drawn(walk: object) -> dict[str, object]:
    """All that the screen draws of a walk, or of a glance."""
    opened = walk.opened  # type: ignore[attr-defined]
    held = {name: getattr(walk, name) for name in ("title", "reviewer", "scheme", "most_confident", "index")}
    at = walk.at  # type: ignore[attr-defined]
    claims = [(one.row, one.span, one.version, one.version_id, one.wording) for one in opened.claims]
    answers = [walk.answer_at(index) for index in range(len(claims))]  # type: ignore[attr-defined]
    heading = (opened.document.name, opened.document.description)
    return held | {
        "at": (at.position, at.size, at.owed),
        "text": opened.text,
        "claims": claims,
        "answers": answers,
        "heading": heading,
    }


@given(histories)
@settings(max_examples=40, deadline=None)
def test_the_glance_and_the_walk_show_the_same(history: list[Act]) -> None:
    with begun() as lead:
        play(lead, history)
        for reviewer in (*REVIEWERS, "newcomer"):
            glance = look(Path(lead.store.target), reviewer)
            assert (drawn(glance) if glance else None) == seen(replace(lead, reviewer=reviewer))


def test_the_glance_reads_the_schema_that_the_store_writes() -> None:
    assert tables.REVISION == SCHEMA


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 4000])
def test_what_is_no_project_is_not_glanced_at(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "annotate.db"
    file.write_bytes(content)
    assert look(file, "ada") is None
    assert file.read_bytes() == content


def test_where_there_is_no_file_none_is_made(tmp_path: Path) -> None:
    assert look(tmp_path / "annotate.db", "ada") is None
    assert not list(tmp_path.iterdir())


@given(histories)
@settings(max_examples=15, deadline=None)
def test_agreement_is_told_the_same_before_the_project_is_opened(history: list[Act]) -> None:
    with begun() as lead:
        play(lead, history)
        counts = count(Path(lead.store.target), VERDICT)
        assert counts is not None
        assert counted_facts(counts) == project_agreement(lead, VERDICT, extras=Extras(details=False))
        assert count(Path(lead.store.target), "no such facet") == []


def test_models_are_not_told_of_at_once() -> None:
    with begun() as lead:
        assert count(Path(lead.store.target), VERDICT)
        add_reviewer(lead, "gpt", is_model=True)
        assert count(Path(lead.store.target), VERDICT) is None
