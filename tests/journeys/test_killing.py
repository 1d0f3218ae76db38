"""What the screen showed as done is there after `kill -9`, whenever it comes; `make kill` plays 200 of these."""

from pathlib import Path

import pytest
from tests.journeys.killing import session, template


@pytest.mark.parametrize("seeds", [range(1000, 1004), range(1004, 1008)], ids=str)
def test_every_answer_whose_next_claim_was_shown_is_there_after_a_kill(tmp_path: Path, seeds: range) -> None:
    shown = 0
    for seed in seeds:
        (folder := tmp_path / str(seed)).mkdir()
        shown += session(template(folder), seed)
    assert shown > 0, "nothing was done before the kills"
