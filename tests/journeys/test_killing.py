"""What the screen showed as done is there after `kill -9`, whenever it comes; `make kill` plays 200 of these."""

from pathlib import Path

import pytest
from tests.journeys.killing import session, template

SEEDS = range(1000, 1008)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_answer_whose_next_claim_was_shown_is_there_after_a_kill(tmp_path: Path, seed: int) -> None:
    assert session(template(tmp_path), seed) >= 0
