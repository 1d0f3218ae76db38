"""A project on another machine's disk is refused, with advice, before anything is made or read there."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.desks import Clock, project
from tests.store import fuse

from annotate.domain import PRESETS
from annotate.errors import Unusable
from annotate.store import create_store, open_store
from annotate.store.mounts import kind_at, network

MOUNTS = rb"""21 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
22 21 0:21 / /proc rw,relatime - proc proc rw
30 21 0:40 / /home rw,relatime shared:20 master:3 - nfs4 server:/home rw,vers=4.2
31 30 8:1 / /home/ada/disk rw - ext4 /dev/sda1 rw
32 21 0:41 / /mnt/two\040words rw - cifs //server/share rw
33 21 0:42 /sub /mnt/back\134slash rw - fuse.sshfs ada@desk: rw
34 21 0:43 / /over rw - nfs server:/over rw
35 34 0:44 / /over rw - tmpfs tmpfs rw
36 21 0:45 / /mnt/tab\011new\012line rw - 9p share rw
37 21 0:46 / /mnt/\303\251t\303\251 rw - ceph mon:/ rw
38 21 0:47 / /win rw - fuseblk /dev/sdb1 rw
garbage
39 21 0:48 / /short
"""

PLACES = [
    ("/annotate.db", "ext4"),
    ("/home", "nfs4"),
    ("/home/ada/annotate.db", "nfs4"),
    ("/homes/annotate.db", "ext4"),
    ("/home/ada/disk/annotate.db", "ext4"),
    ("/home/ada/disks/annotate.db", "nfs4"),
    ("/mnt/two words/annotate.db", "cifs"),
    ("/mnt/two\\040words/annotate.db", "ext4"),
    ("/mnt/back\\slash/annotate.db", "fuse.sshfs"),
    ("/over/annotate.db", "tmpfs"),
    ("/mnt/tab\tnew\nline/annotate.db", "9p"),
    ("/mnt/\u00e9t\u00e9/annotate.db", "ceph"),
    ("/win/annotate.db", "fuseblk"),
]


@pytest.mark.parametrize(("path", "kind"), PLACES)
def test_the_nearest_mount_above_a_path_says_of_which_kind_it_is(path: str, kind: str) -> None:
    assert kind_at(MOUNTS, path.encode()) == kind


@pytest.mark.parametrize("mounts", [b"", b"\n", b"garbage", b"1 2 3 / /home rw - nfs a rw"])
def test_where_nothing_is_said_of_a_path_its_kind_is_not_known(mounts: bytes) -> None:
    assert kind_at(mounts, b"/srv/annotate.db") is None


def test_the_disk_that_the_tests_run_on_is_this_machines(tmp_path: Path) -> None:
    assert network(str(tmp_path / "no" / "annotate.db")) is None


@contextmanager
def network_folder(folder: Path) -> Iterator[None]:
    """The folder as one that the kernel takes for another machine's; skips where none can be mounted."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, fuse.__file__, str(folder)], stdin=pipe, stdout=pipe, stderr=pipe, text=True
    ) as process:
        assert process.stdout is not None
        if process.stdout.readline() != "mounted\n":
            pytest.skip(f"nothing can be mounted here: {process.communicate()[1].strip()[-80:]}")
        try:
            yield
        finally:
            process.communicate("")


def test_nothing_is_made_or_opened_on_a_network_file_system(tmp_path: Path) -> None:
    (shelf := tmp_path / "shelf").mkdir()
    (link := tmp_path / "link.db").symlink_to(shelf / "annotate.db")
    with network_folder(shelf):
        for target in (shelf / "annotate.db", link):
            with pytest.raises(Unusable, match=r"is on a network file system \(fuse.sshfs\)") as refused:
                create_store(str(target), PRESETS["fever"], version="0.1", now=Clock())
            assert "PostgreSQL" in refused.value.next_step
            assert "annotate merge" in refused.value.next_step
            with pytest.raises(Unusable, match="network file system"):
                open_store(str(target), version="0.1", now=Clock())
    assert list(shelf.iterdir()) == []
    with project(shelf / "annotate.db"):
        pass
