"""The config file, and what holds for one call."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from annotate.errors import BadInput
from annotate.settings.model import Settings
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
    return replace(held, project=found, reviewer=asker)


def read_config(file: Path) -> Settings:
    """The config file's settings; none where there is no file."""
    try:
        written = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"The config file cannot be read: {error}.", "Mend it, or move it away.", file=file) from error
    from annotate.settings.file_model import checked

    return checked(written, file)
