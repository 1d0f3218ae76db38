"""Whether a file lies on another machine's disk, where SQLite's write-ahead log is unsafe.

The log is read through memory that all who have the project open must share, and that two machines do not.
"""

import os
import re
import sys

_NETWORK = re.compile(
    r"nfs4?|cifs|smb3?|smbfs|ncpfs|afpfs|webdav|9p|afs|coda|ceph|lustre|gpfs|beegfs|orangefs|pvfs2|glusterfs|vboxsf"
    r"|(fuse\.)?(sshfs|glusterfs|ceph|ceph-fuse|s3fs|rclone|smbnetfs|curlftpfs|gcsfuse|blobfuse2?|davfs2?|juicefs"
    r"|seaweedfs|moosefs|mfs|lizardfs|gvfsd-fuse|vmhgfs-fuse|grpcfuse|osxfs)"
)
"""Kinds of file systems that are another machine's, as systems call them; virtual machines' shared folders too."""

_MOUNTS = "/proc/self/mountinfo"
_ESCAPED = re.compile(rb"\\([0-7]{3})")


def network(path: str) -> str | None:
    """The kind of network file system that `path`, which need not exist, would lie on.

    None where it is a local one, and where that cannot be told.
    """
    kind = _kind(os.path.realpath(path))
    return kind if kind is not None and _NETWORK.fullmatch(kind) else None


def _kind(path: str) -> str | None:
    if sys.platform == "darwin":
        from annotate.store.statfs import kind_of  # ctypes takes a while to load, and is needed nowhere else

        return kind_of(path)
    return _by_mounts(path)


def kind_at(mounts: bytes, path: bytes) -> str | None:
    """The kind of file system that holds `path` (absolute, without links), by what Linux says of its mounts.

    Of two mounts on the same place the later one counts.
    """
    found, longest = None, -1
    for line in mounts.splitlines():
        where, _, what = line.partition(b" - ")
        fields, kinds = where.split(b" "), what.split(b" ")
        if len(fields) < 5 or not kinds[0]:
            continue
        point = _ESCAPED.sub(lambda escaped: bytes([int(escaped[1], 8) & 0xFF]), fields[4])
        if len(point) >= longest and _holds(point, path):
            found, longest = kinds[0], len(point)
    return os.fsdecode(found) if found is not None else None


def _holds(point: bytes, path: bytes) -> bool:
    return path == point or path.startswith(point.rstrip(b"/") + b"/")


def _by_mounts(path: str) -> str | None:
    try:
        with open(_MOUNTS, "rb") as mounts:
            return kind_at(mounts.read(), os.fsencode(path))
    except OSError:
        return None
