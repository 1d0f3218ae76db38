"""Where in a config file a setting stands."""

import re
from pathlib import Path


def line_of(file: Path, name: str) -> int | None:
    """The first line of a config file that sets `name`; None where it is not written on a line of its own."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    begins = re.compile(rf"""\s*\[?\s*["']?{re.escape(name)}["']?\s*[=.\]]""")
    return next((number for number, line in enumerate(lines, 1) if begins.match(line)), None)
