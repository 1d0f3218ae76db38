"""What a person set once, in one model: flag, then environment, then file, then default; and every path on disk."""

from annotate.settings.keeping import keep_setting
from annotate.settings.lines import line_of
from annotate.settings.model import Settings
from annotate.settings.paths import FILE_NAME, config_file, crash_file, default_project, nearest, samples
from annotate.settings.reading import read_config, resolve
from annotate.settings.recent import recent, remember

__all__ = [
    "FILE_NAME",
    "Settings",
    "config_file",
    "crash_file",
    "default_project",
    "keep_setting",
    "line_of",
    "nearest",
    "read_config",
    "recent",
    "remember",
    "resolve",
    "samples",
]
