"""Settings: flag, then environment, then file, then default, in one model; and every path on disk."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_state_path
from pydantic import BaseModel, ConfigDict, ValidationError

from annotate.errors import BadInput

FILE_NAME = "annotate.db"
"""The project that a folder holds, found from there and from the folders below it."""


class Settings(BaseModel):
    """What a person set once. `project` is a path or a database URL; `reviewer` a handle, None for the lead."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    project: str | None = None
    reviewer: str | None = None


def config_file() -> Path:
    """Where the config file is looked for."""
    named = os.environ.get("ANNOTATE_CONFIG")
    return Path(named) if named else user_config_path("annotate", appauthor=False) / "config.toml"


def default_project() -> str:
    """The project that is meant where nothing names one."""
    return str(user_data_path("annotate", appauthor=False) / FILE_NAME)


def resolve(
    project: str | None, reviewer: str | None, *, lead: bool, environment: Mapping[str, str], folder: Path
) -> Settings:
    """What holds for one call: flag, environment, the nearest project file, config file, default, in that order.

    Raises BadInput where the config file cannot be read as one.
    """
    held = read_config(config_file())
    found = project or environment.get("ANNOTATE_PROJECT") or nearest(folder) or held.project or default_project()
    asker = None if lead else reviewer or environment.get("ANNOTATE_REVIEWER") or held.reviewer
    return Settings(project=found, reviewer=asker)


def nearest(folder: Path) -> str | None:
    """The nearest annotate.db in this folder or one above it."""
    for place in (folder, *folder.parents):
        if (place / FILE_NAME).exists():
            return str(place / FILE_NAME)
    return None


def read_config(file: Path) -> Settings:
    """The config file's settings; none where there is no file."""
    try:
        return Settings.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadInput(f"The config file cannot be read: {error}.", "Mend it, or move it away.", file=file) from error
    except ValidationError as error:
        fault = error.errors()[0]
        name = ".".join(map(str, fault["loc"]))
        raise BadInput(
            f'"{name}" is not a setting of this kind.', f"There are: {', '.join(Settings.model_fields)}.", file=file
        ) from error


def crash_file() -> Path:
    """Where the traceback of a defect is kept."""
    return user_state_path("annotate", appauthor=False) / "last-defect.txt"


def samples() -> Path:
    """The sample project: in the installed package, or beside the sources that it is run from."""
    installed = Path(__file__).parent / "samples"
    return installed if installed.exists() else Path(__file__).parents[2] / "samples"
