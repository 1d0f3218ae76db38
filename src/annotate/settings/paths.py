"""Every path on disk that nobody names."""

import os
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_state_path

FILE_NAME = "annotate.db"
"""The project that a folder holds, found from there and from the folders below it."""


def config_file() -> Path:
    """Where the config file is looked for."""
    named = os.environ.get("ANNOTATE_CONFIG")
    return Path(named) if named else user_config_path("annotate", appauthor=False) / "config.toml"


def default_project() -> str:
    """The project that is meant where nothing names one."""
    return str(user_data_path("annotate", appauthor=False) / FILE_NAME)


def nearest(folder: Path) -> str | None:
    """The nearest annotate.db in this folder or one above it."""
    for place in (folder, *folder.parents):
        if (place / FILE_NAME).exists():
            return str(place / FILE_NAME)
    return None


def crash_file() -> Path:
    """Where the traceback of a defect is kept."""
    return user_state_path("annotate", appauthor=False) / "last-defect.txt"


def recent_file() -> Path:
    """Where the projects lately used are noted."""
    return user_state_path("annotate", appauthor=False) / "projects.json"


def samples() -> Path:
    """The sample project: in the installed package, or beside the sources that it is run from."""
    installed = Path(__file__).parents[1] / "samples"
    return installed if installed.exists() else Path(__file__).parents[3] / "samples"
