"""A power cut takes at most what was not acknowledged; `make power-cut` plays many more of these."""

import random
from pathlib import Path

import pytest
from tests.journeys.power_cut import played, torn


@pytest.mark.parametrize("seed", [3, 7])
def test_a_log_that_is_torn_opens_with_all_that_was_acknowledged_before(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    session = played(tmp_path, dice)
    lost = [torn(session, tmp_path, dice) for _ in range(20)]
    assert max(lost) > 0, "no tear took anything"
