"""The config file, and what holds for one call."""

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from pydantic import ValidationError

from annotate.errors import BadInput
from annotate.settings.model import EXPECTED, Settings
from annotate.settings.paths import config_file, default_project, nearest


def resolve(
    project: str | None, reviewer: str | None, *, lead: bool, environment: Mapping[str, str], folder: Path
) -> Settings:
    """What holds for one call: flag, environment, the nearest project file, config file, default, in that order.

    Raises BadInput where the config file cannot be read as one.
    """
    held = read_config(config_file())
    found = project or environment.get("ANNOTATE_PROJECT") or nearest(folder) or held.project or default_project()
    asker = None if lead else reviewer or environment.get("ANNOTATE_REVIEWER") or held.reviewer
    return held.model_copy(update={"project": found, "reviewer": asker})


def read_config(file: Path) -> Settings:
    """The config file's settings; none where there is no file."""
    try:
        return Settings.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"The config file cannot be read: {error}.", "Mend it, or move it away.", file=file) from error
    except ValidationError as error:
        raise _refused(file, *map(str, error.errors()[0]["loc"])) from error


def _refused(file: Path, name: str, *within: str) -> BadInput:
    """What is wrong with the setting `name`, or with what stands `within` it."""
    if name not in Settings.model_fields:
        near = get_close_matches(name, Settings.model_fields, n=1)
        hint = f'Did you mean "{near[0]}"?' if near else f"There are: {', '.join(Settings.model_fields)}."
        return BadInput(f'There is no setting "{name}".', hint, file=file, line=line_of(file, name))
    place = ".".join((name, *within[:1]))
    return BadInput(
        f'The setting "{place}" is not what it has to be.',
        f"It is {EXPECTED[name]}.",
        file=file,
        line=line_of(file, within[0] if within else name),
    )


def line_of(file: Path, name: str) -> int | None:
    """The first line of a config file that sets `name`; None where it is not written on a line of its own."""
    try:
        lines = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError):
        return None
    begins = re.compile(rf"""\s*\[?\s*["']?{re.escape(name)}["']?\s*[=.\]]""")
    return next((number for number, line in enumerate(lines, 1) if begins.match(line)), None)
