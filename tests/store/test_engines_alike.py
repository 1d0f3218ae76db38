"""What one engine holds the other holds as well, and both put it in the same order."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.engines import BOTH, ON_POSTGRESQL, tampering
from tests.laws.copies import exported
from tests.laws.histories import CLAIMS, add_ground

from annotate.domain import Evidence
from annotate.errors import Refusal
from annotate.work import (
    Desk,
    Draft,
    Response,
    add_reviewer,
    check_project,
    decide,
    import_files,
    judge,
    keep_answer_draft,
    keep_reason,
    list_documents,
    mark,
    read_answer_draft,
    read_reason,
    search,
    set_values,
    uses_of,
)

pytestmark = BOTH

ODD = "a\0b\1c\x7f\ufffe\U0001f600\u0301"
"""U+0000, which PostgreSQL has no place for, and others that some program or other stumbles over."""

SAID: dict[str, Callable[[Desk, Desk], object]] = {
    "rationale": lambda lead, ada: judge(ada, CLAIMS[0], Response(verdict="refuted", rationale=ODD)),
    "quote": lambda lead, ada: judge(
        ada, CLAIMS[0], Response(verdict="refuted", evidence=(Evidence(url="https://example.org/", quote=ODD),))
    ),
    "reason": lambda lead, ada: decide(lead, CLAIMS[0], "refuted", rationale=ODD),
    "name": lambda lead, ada: add_reviewer(lead, "max", name=ODD),
    "setting": lambda lead, ada: set_values(lead, {"title": ODD}),
}
RECORDS: dict[str, dict[str, Any]] = {
    "title": {"kind": "document", "id": "d", "title": ODD, "text": "Ships."},
    "text": {"kind": "document", "id": "d", "title": "Ships", "text": ODD},
    "claim": {"kind": "claim", "id": "c", "claim": ODD},
    "setting": {"kind": "setting", "name": ODD, "value": "x"},
    "author": {"kind": "decision", "claim": CLAIMS[0], "author": ODD, "verdict": "refuted"},
    "source": {"kind": "judgement", "claim": CLAIMS[0], "reviewer": "ada", "verdict": "refuted", "source": ODD},
}


@pytest.fixture
def grounds(lead: Desk) -> Desk:
    """A project with five claims."""
    add_ground(lead)
    return lead


@pytest.mark.parametrize("what", SAID)
def test_what_is_said_is_kept_character_by_character(what: str, grounds: Desk) -> None:
    SAID[what](grounds, replace(grounds, reviewer="ada"))
    assert json.dumps(ODD, ensure_ascii=False).encode() in exported(grounds)
    assert check_project(grounds) == []


@pytest.mark.parametrize("what", RECORDS)
def test_so_is_what_is_imported_and_twice_changes_nothing(what: str, grounds: Desk, tmp_path: Path) -> None:
    file = tmp_path / "records.jsonl"
    file.write_text(json.dumps(RECORDS[what]), encoding="utf-8")
    assert import_files(grounds, [file]).refused == []
    before = exported(grounds)
    assert json.dumps(ODD, ensure_ascii=False).encode() in before
    assert sum(import_files(grounds, [file]).added.values()) == 0
    assert exported(grounds) == before
    assert check_project(grounds) == []


def test_what_is_typed_is_kept_but_for_what_no_key_types(grounds: Desk) -> None:
    keep_answer_draft(replace(grounds, reviewer="ada"), CLAIMS[0], Draft(rationale=ODD))
    assert read_answer_draft(replace(grounds, reviewer="ada"), CLAIMS[0]).rationale == ODD
    keep_reason(grounds, CLAIMS[0], ODD)
    assert read_reason(grounds, CLAIMS[0]) == ODD.replace("\0", "")


def test_nothing_is_found_by_such_a_name(grounds: Desk) -> None:
    ada = replace(grounds, reviewer="ada")
    for doing in (lambda: judge(ada, ODD, Response(verdict="refuted")), lambda: mark(grounds, ODD, quote=ODD)):
        with pytest.raises(Refusal):
            doing()
    assert search(grounds, ODD) == []
    assert uses_of(ada, f"https://example.org/{ODD}", CLAIMS[0]).settled == 0


def test_documents_stand_in_the_order_of_code_points(grounds: Desk, tmp_path: Path) -> None:
    titles = ["Zebra", "aardvark", "Ärger", "_", "10", "9", "\U0001f600", "\ufb01"]
    rows = [{"kind": "claim", "id": title, "document": title, "quote": "Ships."} for title in titles]
    texts = [{"kind": "document", "id": title, "title": title, "text": f"Ships. {title}"} for title in titles]
    file = tmp_path / "titled.jsonl"
    file.write_text("".join(f"{json.dumps(row)}\n" for row in texts + rows), encoding="utf-8")
    assert import_files(grounds, [file]).refused == []
    lines = [json.loads(line) for line in exported(grounds, "jsonl").splitlines()]
    told = [line["document"]["title"] for line in lines if line["document"]["title"]]
    assert told == sorted(titles)
    assert len(list(list_documents(grounds))) == len(titles) + 2


@ON_POSTGRESQL
def test_a_server_is_never_asked_to_sort_words_as_its_locale_does(lead: Desk) -> None:
    columns = "SELECT table_name || '.' || column_name, collation_name FROM information_schema.columns"
    wanted = f"{columns} WHERE table_schema = 'public' AND data_type IN ('text', 'character varying')"
    with tampering(lead.store.target) as raw:
        others = {name for name, collation in raw.exec_driver_sql(wanted) if collation != "C"}
    # Looked up and never sorted; but for digests, whose sixteen letters every locale sorts alike.
    sorted_alike = {"log.digest", "log.previous", "writer.head", "gap.digest"}
    looked_up = {"local.name", "draft.reviewer", "draft.claim", "draft.field", "alembic_version.version_num"}
    assert others == sorted_alike | looked_up
