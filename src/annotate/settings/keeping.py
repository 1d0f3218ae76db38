"""Keeping the reviewer's name in the config file; every other line of it stays as it was."""

import re
import tomllib
from pathlib import Path

from annotate.errors import BadInput
from annotate.settings.reading import read_config
from annotate.settings.replacing import replace_file

_LINE = re.compile(r"""["']?reviewer["']?\s*=""")
_TABLE = re.compile(r"\s*\[")


def keep_reviewer(file: Path, handle: str) -> None:
    """Set `reviewer` in the config file. Raises BadInput where it cannot be written, or not without harm."""
    read_config(file)  # what cannot be read is not written over
    try:
        held = file.read_bytes().decode() if file.exists() else ""
        written = _with(held, f"reviewer = {_quoted(handle)}")
        if not _is_harmless(held, written, handle):
            raise BadInput("The name cannot be set without harm to other lines.", "Set it by hand.", file=file)
        replace_file(file, written)
    except OSError as error:
        raise BadInput(
            f"The config file cannot be written ({error.strerror}).", "The name holds until you quit.", file=file
        ) from error


def _with(held: str, line: str) -> str:
    """The text with the line in the place of the one that sets it; else before the first table, at the end of all."""
    lines = held.splitlines(keepends=True)
    top = next((place for place, one in enumerate(lines) if _TABLE.match(one)), len(lines))
    there = next((place for place, one in enumerate(lines[:top]) if _LINE.match(one.lstrip())), None)
    if there is not None:
        lines[there] = line + "\n"
        return "".join(lines)
    before = "".join(lines[:top])
    return f"{before}{'' if before.endswith(chr(10)) or not before else chr(10)}{line}\n{''.join(lines[top:])}"


def _is_harmless(held: str, written: str, handle: str) -> bool:
    try:
        return _others(written) == _others(held) and tomllib.loads(written).get("reviewer") == handle
    except tomllib.TOMLDecodeError:  # the line came to stand inside a value of many lines
        return False


def _others(text: str) -> dict[str, object]:
    return {name: value for name, value in tomllib.loads(text).items() if name != "reviewer"}


def _quoted(text: str) -> str:
    """A TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(f"\\u{ord(one):04x}" if ord(one) < 0x20 or ord(one) == 0x7F else one for one in escaped) + '"'
