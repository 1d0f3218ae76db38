"""The one place that knows every room: it puts a project on the desk."""

import os
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from annotate.domain import Scheme
from annotate.errors import Unusable
from annotate.formats import scheme_from
from annotate.settings import Settings
from annotate.store import create_store, open_store
from annotate.work import Desk, Restored, Restorer, restore


def now() -> int:
    """Microseconds UTC by this machine's clock."""
    return time.time_ns() // 1000


def open_desk(settings: Settings) -> Desk:
    """A desk with the project that the settings name; Unusable where there is none."""
    store = open_store(_target(settings), version=version("factcheck-annotate"), now=now)
    return Desk(store, settings.reviewer, now, os.urandom)


def create_desk(settings: Settings, scheme: Scheme, guidelines: str = "") -> Desk:
    """A desk with a new project."""
    held = version("factcheck-annotate")
    store = create_store(_target(settings), scheme, version=held, now=now, guidelines=guidelines)
    return Desk(store, settings.reviewer, now, os.urandom)


def restored(settings: Settings, source: Path, tell: Callable[[int, int], None], *, over: bool) -> Restored:
    """The project that the settings name, made out of a backup; `over` what stands there, which is kept."""
    by = Restorer(version("factcheck-annotate"), now, tell)
    return restore(_target(settings), source, by, over=over)


def read_scheme(file: Path) -> Scheme:
    """A scheme that somebody wrote in a TOML file."""
    return scheme_from(file)


def _target(settings: Settings) -> str:
    if settings.project is None:
        raise Unusable("It is not said which project is meant.", "Add --project TARGET.")
    return settings.project
