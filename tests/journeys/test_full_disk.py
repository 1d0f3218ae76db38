"""Every command that writes, on a disk with hardly any room; `make full-disk` walks twenty levels."""

from pathlib import Path

import pytest
from tests.journeys.full_disk import NotHere, walk

LEVELS = (0, 12, 256)


def test_every_command_does_its_work_or_says_that_the_disk_is_full_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    try:
        walked = list(walk(tmp_path, LEVELS))
    except NotHere as reason:
        pytest.skip(f"nothing can be mounted here: {reason}")
    assert [wrong for _, _, _, wrong in walked if wrong] == []
    for case, refused, done, _ in walked:
        assert refused > 0, f"{case.name} never met the full disk"
        assert done > 0, f"{case.name} was never done"
