"""What macOS says of the file system that holds a path."""

import ctypes
import os


class _Told(ctypes.Structure):
    """`struct statfs` as <sys/mount.h> lays it out; the paths behind the kind are room only."""

    _fields_ = (("numbers", ctypes.c_char * 72), ("kind", ctypes.c_char * 16), ("paths", ctypes.c_char * 2112))


def kind_of(path: str) -> str | None:
    """The kind of file system of the nearest folder above `path` that exists; None where it cannot be told."""
    while not os.path.exists(path):
        path = os.path.dirname(path)
    library, told = ctypes.CDLL(None), _Told()
    # On Intel the plain name is that of an older layout.
    call = getattr(library, "statfs$INODE64", None) or library.statfs
    if call(os.fsencode(path), ctypes.byref(told)):
        return None
    return bytes(told.kind).decode(errors="replace")
