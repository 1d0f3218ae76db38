"""Writing a small file whole or not at all."""

import os
from pathlib import Path
from secrets import token_hex


def replace_file(file: Path, text: str, *, durably: bool = True) -> None:
    """Put `text` in the place of what the file holds; a reader finds the one or the other. Raises OSError.

    What is not kept `durably` may be gone with the power, and is not waited for.
    """
    target = file.resolve()  # a link to where somebody keeps such files stays one
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{token_hex(4)}")
    try:
        with beside.open("x", encoding="utf-8", newline="") as stream:
            stream.write(text)
            stream.flush()
            if durably:
                os.fsync(stream.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
