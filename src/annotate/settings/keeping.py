"""Keeping a setting in the config file; every other line of it stays as it was."""

import re
import tomllib
from pathlib import Path

from annotate.errors import BadInput
from annotate.settings.reading import read_config
from annotate.settings.replacing import replace_file

_TABLE = re.compile(r"\s*\[")


def keep_setting(file: Path, name: str, value: str) -> None:
    """Set `name` in the config file. Raises BadInput where it cannot be written, or not without harm."""
    read_config(file)  # what cannot be read is not written over
    try:
        held = file.read_bytes().decode() if file.exists() else ""
        written = _with(held, name, value)
        if not _is_harmless(held, written, (name, value)):
            raise BadInput(f"The {name} cannot be set without harm to other lines.", "Set it by hand.", file=file)
        replace_file(file, written)
    except OSError as error:
        raise BadInput(
            f"The config file cannot be written ({error.strerror}).", f"The {name} holds until you quit.", file=file
        ) from error


def _with(held: str, name: str, value: str) -> str:
    """The text with a line in the place of the one that sets it; else before the first table, at the end of all."""
    line, sets = f"{name} = {_quoted(value)}", re.compile(rf"""["']?{name}["']?\s*=""")
    lines = held.splitlines(keepends=True)
    top = next((place for place, one in enumerate(lines) if _TABLE.match(one)), len(lines))
    there = next((place for place, one in enumerate(lines[:top]) if sets.match(one.lstrip())), None)
    if there is not None:
        lines[there] = line + "\n"
        return "".join(lines)
    before = "".join(lines[:top])
    return f"{before}{'' if before.endswith(chr(10)) or not before else chr(10)}{line}\n{''.join(lines[top:])}"


def _is_harmless(held: str, written: str, setting: tuple[str, str]) -> bool:
    name, value = setting
    try:
        return _others(written, name) == _others(held, name) and tomllib.loads(written).get(name) == value
    except tomllib.TOMLDecodeError:  # the line came to stand inside a value of many lines
        return False


def _others(text: str, but: str) -> dict[str, object]:
    return {name: value for name, value in tomllib.loads(text).items() if name != but}


def _quoted(text: str) -> str:
    """A TOML basic string."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(f"\\u{ord(one):04x}" if ord(one) < 0x20 or ord(one) == 0x7F else one for one in escaped) + '"'
