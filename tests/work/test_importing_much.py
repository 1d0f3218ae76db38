"""A file with more names in it than are kept in memory: whatever is said of any of them finds it."""

import json
from pathlib import Path

from tests.desks import judged

from annotate.store.scratch import MOST
from annotate.work import Desk, import_files


def test_what_a_file_says_at_its_end_finds_the_first_of_many_records(lead: Desk, tmp_path: Path) -> None:
    claims = [{"kind": "claim", "id": f"c{at}", "document": "d", "start": at, "end": at + 1} for at in range(MOST + 9)]
    said = [
        {"kind": "judgement", "claim": f"c{at}", "reviewer": "ada", "verdict": "refuted"}
        for at in (0, 7, MOST, MOST + 8)
    ]
    rows = [{"kind": "document", "id": "d", "text": "x" * (MOST + 9)}, *claims, *said, *said]
    file = tmp_path / "many.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = import_files(lead, [file], strict=True)
    assert done.refused == []
    assert done.added["claim"] == MOST + 9
    assert [len(judgement.supersedes) for judgement in judged(lead)] == [0, 0, 0, 0, 1, 1, 1, 1]
